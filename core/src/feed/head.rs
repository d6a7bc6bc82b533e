//! [`AccountHead`] and [`SignedHead`]: how far an account's chain goes, in the host's word.

use serde::{Deserialize, Serialize};

use super::{FeedKey, Link, PublicKey};
use crate::calendar::Day;
use crate::hex;
use crate::id::Id;
use crate::json;
use crate::ledger::Head;

/// The version of the head and of the feed around it.
pub(super) const FEED_VERSION: u16 = 1;

/// How far an account's chain of slices goes, and where the journal stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AccountHead {
    /// Which ledger.
    pub ledger: Id,
    /// Whose chain.
    pub account: Id,
    /// How many slices it has.
    pub slices: u64,
    /// The link of the last.
    pub link: Link,
    /// The number of the journal's last record that was looked at; of this account it may show nothing.
    pub record: u64,
    /// The head of the journal after that record.
    pub journal: Head,
    /// The ledger's current day after that record.
    pub day: Day,
}

/// The head as it is written, in this order.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    v: u16,
    ledger: Id,
    account: Id,
    slices: u64,
    link: Link,
    record: u64,
    journal: String,
    day: Day,
}

impl AccountHead {
    fn write(&self) -> Vec<u8> {
        let written = Written {
            v: FEED_VERSION,
            ledger: self.ledger,
            account: self.account,
            slices: self.slices,
            link: self.link,
            record: self.record,
            journal: self.journal.to_string(),
            day: self.day,
        };
        // Writing to memory cannot fail, and every key is a string.
        serde_json::to_vec(&written).unwrap_or_default()
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let written: Written = json::from_slice(bytes).ok()?;
        (written.v == FEED_VERSION).then_some(())?;
        Some(Self {
            ledger: written.ledger,
            account: written.account,
            slices: written.slices,
            link: written.link,
            record: written.record,
            journal: Head::from_hex(written.journal.as_bytes())?,
            day: written.day,
        })
    }

    /// Signs it.
    pub(super) fn sign(self, key: &FeedKey) -> SignedHead {
        let bytes = self.write();
        let signature = key.sign(&bytes);
        SignedHead { head: self, bytes, signature }
    }
}

/// An [`AccountHead`] with the host's signature over its very bytes, so that checking it never writes it
/// anew. As text one line of JSON: `{"signature":"<128 hexadecimal digits>","head":{...}}`; signed is
/// `"muntwerk.feed.1"` followed by the bytes of the head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedHead {
    head: AccountHead,
    bytes: Vec<u8>,
    signature: [u8; 64],
}

const BEFORE_SIGNATURE: &[u8] = b"{\"signature\":\"";
const BEFORE_HEAD: &[u8] = b"\",\"head\":";
const AFTER_HEAD: &[u8] = b"}";

impl SignedHead {
    /// What was signed.
    pub fn head(&self) -> &AccountHead {
        &self.head
    }

    /// Whether this key signed it.
    pub fn is_signed_by(&self, key: &PublicKey) -> bool {
        key.has_signed(&self.bytes, &self.signature)
    }

    /// Its line, without a newline.
    pub fn line(&self) -> Vec<u8> {
        let mut line = Vec::with_capacity(self.bytes.len().saturating_add(180));
        line.extend_from_slice(BEFORE_SIGNATURE);
        hex::write(&self.signature, &mut line);
        line.extend_from_slice(BEFORE_HEAD);
        line.extend_from_slice(&self.bytes);
        line.extend_from_slice(AFTER_HEAD);
        line
    }

    /// The signed head of a line; the signature is for [`SignedHead::is_signed_by`] to check.
    pub fn parse(line: &[u8]) -> Option<Self> {
        let (digits, rest) = line.strip_prefix(BEFORE_SIGNATURE)?.split_at_checked(128)?;
        let bytes = rest.strip_prefix(BEFORE_HEAD)?.strip_suffix(AFTER_HEAD)?;
        let head = AccountHead::read(bytes)?;
        Some(Self { head, bytes: bytes.to_vec(), signature: hex::read(digits)? })
    }
}
