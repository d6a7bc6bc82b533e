//! [`Link`]: the chain of an account's slices.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest, Sha256};

use crate::hex;
use crate::id::Id;

/// What keeps the links of accounts apart from other hashes.
const DOMAIN: &[u8] = b"muntwerk.account.1";

/// SHA-256 over an account's slices up to and including one:
///
/// ```text
/// link_n = SHA-256("muntwerk.account.1"
///                  || length of the ledger's id, 1 byte || the ledger's id
///                  || length of the account's id, 1 byte || the account's id
///                  || n, 8 bytes, the highest first
///                  || link_(n-1), 32 bytes, zero before the first
///                  || the bytes of slice n)
/// ```
///
/// Slices count from one.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Link([u8; 32]);

impl Link {
    /// The link of the slice with a number, where this is the link before it.
    #[must_use]
    pub fn after(self, ledger: &Id, account: &Id, number: u64, slice: &[u8]) -> Self {
        let mut hash = Sha256::new();
        hash.update(DOMAIN);
        for id in [ledger, account] {
            id.with_str(|text| {
                // An id has at most 32 characters.
                hash.update([u8::try_from(text.len()).unwrap_or(u8::MAX)]);
                hash.update(text);
            });
        }
        hash.update(number.to_be_bytes());
        hash.update(self.0);
        hash.update(slice);
        Self(hash.finalize().into())
    }

    /// The 32 bytes.
    pub const fn bytes(self) -> [u8; 32] {
        self.0
    }

    /// The link that 64 hexadecimal digits in lower case stand for.
    pub fn from_hex(digits: &[u8]) -> Option<Self> {
        hex::read(digits).map(Self)
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&hex::hex(&self.0))
    }
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Serialize for Link {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&hex::hex(&self.0))
    }
}

impl<'de> Deserialize<'de> for Link {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let digits = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::from_hex(digits.as_bytes()).ok_or_else(|| de::Error::custom("not 64 hexadecimal digits"))
    }
}
