//! Snapshots: a ledger as bytes, to open it again without replaying its journal.
//!
//! A snapshot is a shortcut and never the truth. It is read only by the very sources that wrote it, it
//! carries the head of the journal it stands for, and whoever opens it compares that head with the
//! journal's own. What it says is checked for damage and not for sense: nothing in it proves that an
//! entry was ever decided. Replaying the journal does.
//!
//! ```text
//! "muntwerk.snapshot.1"  the sources it was written by, 32 hexadecimal digits
//! state                  length, postcard: ledger id, chain, state, known order ids
//! blocks                 count, then length and bytes of each: the records as they lie in memory
//! places                 count, then block and start of each record
//! SHA-256                of everything before it
//! ```
//!
//! Counts and lengths are eight bytes, places two times four, the lowest byte first.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::history::History;
use super::journal::Chain;
use super::register::{Register, Written};
use super::{Ledger, State};
use crate::dense::Secret;
use crate::id::Id;

/// What every snapshot of this form begins with.
const MAGIC: &[u8] = b"muntwerk.snapshot.1";
/// The sources this library was built from; see `build.rs`.
const SOURCES: &[u8] = env!("MUNTWERK_SOURCES").as_bytes();
const CHECKSUM: usize = 32;

/// Why bytes are no snapshot to open a ledger from. All of these have one remedy: replay the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(clippy::exhaustive_enums)]
pub enum SnapshotError {
    /// It does not begin as a snapshot does.
    #[error("not a snapshot")]
    Form,
    /// Another version of the library wrote it, or the same one built from other sources.
    #[error("a snapshot of another version of this library")]
    OtherSources,
    /// The checksum does not fit: it was cut off or damaged.
    #[error("a damaged snapshot")]
    Damaged,
    /// It is whole, and what it says cannot be.
    #[error("a snapshot that contradicts itself: {0}")]
    Contents(&'static str),
}

#[derive(Serialize)]
struct PartsRef<'l> {
    ledger: Id,
    chain: Chain,
    state: &'l State,
    known: Written,
}

#[derive(Deserialize)]
struct Parts {
    ledger: Id,
    chain: Chain,
    state: State,
    known: Written,
}

fn write_number(number: usize, out: &mut Vec<u8>) {
    out.extend_from_slice(&u64::try_from(number).unwrap_or(u64::MAX).to_le_bytes());
}

fn write_bytes(bytes: &[u8], out: &mut Vec<u8>) {
    write_number(bytes.len(), out);
    out.extend_from_slice(bytes);
}

/// Takes a snapshot apart from the front.
struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    fn number(&mut self) -> Result<usize, SnapshotError> {
        let (number, rest) =
            self.0.split_first_chunk::<8>().ok_or(SnapshotError::Contents("it ends early"))?;
        self.0 = rest;
        usize::try_from(u64::from_le_bytes(*number)).map_err(|_| SnapshotError::Contents("a length"))
    }

    fn bytes(&mut self) -> Result<&'b [u8], SnapshotError> {
        let length = self.number()?;
        let (bytes, rest) =
            self.0.split_at_checked(length).ok_or(SnapshotError::Contents("it ends early"))?;
        self.0 = rest;
        Ok(bytes)
    }
}

impl Ledger {
    /// The ledger as bytes for [`Ledger::from_snapshot`]. Equal ledgers give equal bytes, whatever
    /// their secrets.
    pub fn snapshot(&self) -> Vec<u8> {
        let (blocks, places) = self.history.packed();
        let parts = PartsRef {
            ledger: self.ledger,
            chain: self.chain,
            state: &self.state,
            known: self.register.written(),
        };
        let mut out = Vec::with_capacity(self.history.bytes_reserved());
        out.extend_from_slice(MAGIC);
        out.extend_from_slice(SOURCES);
        // Every type of the state knows its lengths, so it can always be packed.
        write_bytes(&postcard::to_allocvec(&parts).unwrap_or_default(), &mut out);
        let blocks: Vec<&[u8]> = blocks.collect();
        write_number(blocks.len(), &mut out);
        blocks.iter().for_each(|block| write_bytes(block, &mut out));
        write_number(self.history.len(), &mut out);
        places.flatten().for_each(|number| out.extend_from_slice(&number.to_le_bytes()));
        let checksum = Sha256::digest(&out);
        out.extend_from_slice(&checksum);
        out
    }

    /// The ledger that [`Ledger::snapshot`] wrote, under a secret of the host's, which may differ from
    /// the one before. Its records sealed so far end in [`Ledger::head`], which is for the caller to
    /// find in the journal.
    ///
    /// # Errors
    /// [`SnapshotError`]: other sources wrote it, it is damaged, or it is none.
    pub fn from_snapshot(bytes: &[u8], secret: Secret) -> Result<Self, SnapshotError> {
        let sources = bytes.strip_prefix(MAGIC).ok_or(SnapshotError::Form)?;
        let contents = sources.strip_prefix(SOURCES).ok_or(SnapshotError::OtherSources)?;
        let at = contents.len().checked_sub(CHECKSUM).ok_or(SnapshotError::Damaged)?;
        let (contents, checksum) = contents.split_at_checked(at).ok_or(SnapshotError::Damaged)?;
        let mut hash = Sha256::new();
        for part in [MAGIC, SOURCES, contents] {
            hash.update(part);
        }
        if hash.finalize().as_slice() != checksum {
            return Err(SnapshotError::Damaged);
        }
        Self::from_contents(contents, secret)
    }

    fn from_contents(contents: &[u8], secret: Secret) -> Result<Self, SnapshotError> {
        let mut reader = Reader(contents);
        let parts = postcard::from_bytes(reader.bytes()?);
        let Parts { ledger, chain, mut state, known } =
            parts.map_err(|_| SnapshotError::Contents("the state"))?;
        let mut blocks = Vec::new();
        for _ in 0..reader.number()? {
            blocks.push(reader.bytes()?);
        }
        let count = reader.number()?;
        let (places, rest) = reader.0.as_chunks::<8>();
        if places.len() != count || !rest.is_empty() {
            return Err(SnapshotError::Contents("the places of its records"));
        }
        let records = u64::try_from(count).unwrap_or(u64::MAX);
        if state.number != records || chain.sealed > records || records == 0 {
            return Err(SnapshotError::Contents("the number of its records"));
        }
        let halves = |place: &[u8; 8]| {
            let number = u64::from_le_bytes(*place);
            [number & 0xffff_ffff, number >> 32].map(|half| u32::try_from(half).unwrap_or(u32::MAX))
        };
        state.index_anew(secret);
        Ok(Self {
            state,
            history: History::from_packed(blocks.into_iter(), places.iter().map(halves)),
            register: Register::from_written(&known, secret),
            chain,
            ledger,
        })
    }

    /// How many records have been sealed: lines of the journal so far.
    pub fn sealed(&self) -> u64 {
        self.chain.sealed
    }
}
