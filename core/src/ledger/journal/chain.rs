//! [`Head`] and the chain of lines.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::line;

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
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        for byte in self.0 {
            for nibble in [byte >> 4, byte & 15] {
                out.push(DIGITS.get(usize::from(nibble)).copied().unwrap_or(b'0'));
            }
        }
    }

    /// The head that 64 hexadecimal digits in lower case stand for.
    pub fn from_hex(hex: &[u8]) -> Option<Self> {
        let mut bytes = [0_u8; 32];
        let (pairs, rest) = hex.as_chunks::<2>();
        if pairs.len() != bytes.len() || !rest.is_empty() {
            return None;
        }
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => byte.checked_sub(b'0'),
            b'a'..=b'f' => byte.checked_sub(b'a')?.checked_add(10),
            _ => None,
        };
        for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
            *byte = (digit(*high)? << 4) | digit(*low)?;
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut hex = Vec::with_capacity(64);
        self.write_hex(&mut hex);
        f.pad(str::from_utf8(&hex).unwrap_or(""))
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
