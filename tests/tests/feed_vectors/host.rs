//! A host that says what it likes: links and signatures are made by hand, as the core's `feed` describes them.

use ed25519_dalek::{Signer, SigningKey};
use muntwerk::calendar::Day;
use muntwerk::id::Id;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Head {
    pub(crate) v: u16,
    pub(crate) ledger: Id,
    pub(crate) account: Id,
    pub(crate) slices: u64,
    pub(crate) link: String,
    pub(crate) record: u64,
    pub(crate) journal: String,
    pub(crate) day: Day,
}

/// A feed whose every part can be changed.
#[derive(Clone)]
pub(crate) struct Feed {
    pub(crate) after: u64,
    pub(crate) slices: Vec<String>,
    pub(crate) head: Head,
    pub(crate) signature: String,
}

#[derive(Deserialize)]
struct First {
    after: u64,
}

#[derive(Deserialize)]
struct Last {
    signature: String,
    head: Head,
}

impl Feed {
    pub(crate) fn read(text: &str) -> Self {
        let mut lines: Vec<&str> = text.lines().collect();
        let last: Last = serde_json::from_str(lines.pop().unwrap()).unwrap();
        let first: First = serde_json::from_str(lines.remove(0)).unwrap();
        let slices = lines.into_iter().map(str::to_owned).collect();
        Self { after: first.after, slices, head: last.head, signature: last.signature }
    }

    /// The text, under the signature that it has.
    pub(crate) fn text(&self) -> String {
        let slices: String = self.slices.iter().map(|slice| format!("{slice}\n")).collect();
        let head = serde_json::to_string(&self.head).unwrap();
        let (after, signature) = (self.after, &self.signature);
        format!("{{\"v\":1,\"after\":{after}}}\n{slices}{{\"signature\":\"{signature}\",\"head\":{head}}}\n")
    }

    /// With the head that follows from all the slices, of which those after some are told.
    pub(crate) fn linked(mut self, slices: Vec<String>, after: u64) -> Self {
        let mut link = [0; 32];
        for (number, slice) in (1_u64..).zip(&slices) {
            let mut hash = Sha256::new_with_prefix("muntwerk.account.1");
            for id in [self.head.ledger.to_string(), self.head.account.to_string()] {
                hash.update([u8::try_from(id.len()).unwrap()]);
                hash.update(id);
            }
            hash.update(number.to_be_bytes());
            hash.update(link);
            hash.update(slice);
            link = hash.finalize().into();
        }
        self.head.link = digits(&link);
        self.head.slices = u64::try_from(slices.len()).unwrap();
        self.after = after;
        self.slices = slices.into_iter().skip(usize::try_from(after).unwrap()).collect();
        self
    }

    /// Under the signature of a key.
    pub(crate) fn signed(mut self, secret: &[u8; 32]) -> Self {
        let head = serde_json::to_string(&self.head).unwrap();
        let signature = SigningKey::from_bytes(secret).sign(format!("muntwerk.feed.1{head}").as_bytes());
        self.signature = digits(&signature.to_bytes());
        self
    }
}

pub(crate) fn digits(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The public half of a key.
pub(crate) fn public(secret: &[u8; 32]) -> String {
    digits(SigningKey::from_bytes(secret).verifying_key().as_bytes())
}
