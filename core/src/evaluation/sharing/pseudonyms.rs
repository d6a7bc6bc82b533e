//! [`Pseudonyms`]: names that only whoever has the key can make.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::evaluation::{EvaluationError, Party, PartyKind};
use crate::hex::hex;

/// How many bytes a key has at least: as many as the hash gives.
pub const LEAST_KEY: usize = 32;

/// Names made with a key: the first 128 bits of HMAC-SHA256 (RFC 2104), in hexadecimal digits. Without the key nobody
/// can try out who is behind one, however few members there are.
#[derive(Clone)]
pub struct Pseudonyms(Hmac<Sha256>);

impl std::fmt::Debug for Pseudonyms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pseudonyms(..)")
    }
}

impl Pseudonyms {
    /// With a key.
    ///
    /// # Errors
    /// [`EvaluationError::WeakKey`] if it has less than [`LEAST_KEY`] bytes.
    pub fn new(key: &[u8]) -> Result<Self, EvaluationError> {
        let weak = EvaluationError::WeakKey { bytes: key.len() };
        if key.len() < LEAST_KEY {
            return Err(weak);
        }
        Hmac::new_from_slice(key).map(Self).map_err(|_| weak)
    }

    /// The name of a party: of participants and of partners a pseudonym. The common accounts and those of the chart
    /// are nobody's and keep theirs.
    pub fn name(&self, party: &Party) -> String {
        match party.kind {
            PartyKind::Participant => self.pseudonym("a", &party.name),
            PartyKind::Issued | PartyKind::Redeemed => self.pseudonym("p", &party.name),
            _ => party.name.clone(),
        }
    }

    fn pseudonym(&self, sort: &str, name: &str) -> String {
        let mut mac = self.0.clone();
        mac.update(sort.as_bytes());
        mac.update(b":");
        mac.update(name.as_bytes());
        let bytes = mac.finalize().into_bytes();
        format!("{sort}-{}", hex(bytes.get(..16).unwrap_or(&bytes)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_hmac_of_the_account() {
        // python3 -c 'import hmac; print(hmac.new(bytes(range(32)), b"a:m-0001", "sha256").hexdigest()[:32])'
        let key: Vec<u8> = (0..32).collect();
        let names = Pseudonyms::new(&key).unwrap();
        let party = |name: &str, kind| Party { name: name.to_owned(), kind };
        assert_eq!(
            names.name(&party("m-0001", PartyKind::Participant)),
            "a-55cf6ea5b51c702f76e2d2b58a69d9d4"
        );
        assert_eq!(
            names.name(&party("issued:p-01", PartyKind::Issued)),
            "p-1970cd23adc3de292ea32239517218e4"
        );
        assert_eq!(names.name(&party("system:lapsed", PartyKind::Lapsed)), "system:lapsed");
        assert_eq!(Pseudonyms::new(&key[1..]).err(), Some(EvaluationError::WeakKey { bytes: 31 }));
        assert_eq!(format!("{names:?}"), "Pseudonyms(..)");
    }
}
