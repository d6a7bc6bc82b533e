//! [`Head`] and the chain of lines.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::line;
use crate::hex;

/// SHA-256 over everything up to and including a line.
#[derive(Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Head([u8; 32]);

/// What keeps the heads of a journal apart from other hashes.
const DOMAIN: &[u8] = b"muntwerk.journal.1";

impl Head {
    /// The head after a line.
    pub fn after(self, line: &[u8]) -> Self {
        let mut hash = Sha256::new();
        hash.update(DOMAIN);
        hash.update(self.0);
        hash.update(line);
        Self(hash.finalize().into())
    }

    /// The head that a stored line carries, if it has the form of one. Whether it follows from the lines
    /// before is another question ([`Head::follows`]).
    pub fn of_stored(stored: &[u8]) -> Option<Self> {
        line::split(stored).map(|(head, _)| head)
    }

    /// The head after a stored line, if the one that it carries follows from this one.
    pub fn follows(self, stored: &[u8]) -> Option<Self> {
        let (head, line) = line::split(stored)?;
        (self.after(line) == head).then_some(head)
    }

    /// The 32 bytes.
    pub const fn bytes(self) -> [u8; 32] {
        self.0
    }

    pub(super) fn write_hex(self, out: &mut Vec<u8>) {
        hex::write(&self.0, out);
    }

    /// The head that 64 hexadecimal digits in lower case stand for.
    pub fn from_hex(digits: &[u8]) -> Option<Self> {
        hex::read(digits).map(Self)
    }
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&hex::hex(&self.0))
    }
}

impl fmt::Debug for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// How far a ledger's records have been sealed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(in crate::ledger) struct Chain {
    /// Records sealed so far.
    pub(in crate::ledger) sealed: u64,
    /// The head after them.
    pub(in crate::ledger) head: Head,
}
