//! [`read`]: a store's ledger without its lock, for whoever only looks.

use std::path::Path;

use muntwerk::ledger::Ledger;

use crate::disk::{Disk, System};
use crate::error::StoreError;
use crate::files::Files;
use crate::finding::find;
use crate::options::{Options, Snapshots};

/// A store as somebody found it who does not write to it.
pub struct Reading {
    /// The ledger, up to the last whole line.
    pub ledger: Ledger,
    /// Bytes after the last whole line: a writer is at work, or died.
    pub unfinished: u64,
}

/// Reads a store while somebody else may be writing to it. The journal is read from its first line and
/// checked in full; nothing is locked, cut or written. The last lines may not have been answered yet.
///
/// # Errors
/// As [`Store::open`](crate::Store::open), but for the lock.
pub fn read(path: impl AsRef<Path>) -> Result<Reading, StoreError> {
    read_on(&System, path.as_ref())
}

pub(crate) fn read_on(disk: &dyn Disk, path: &Path) -> Result<Reading, StoreError> {
    let secret = Options::new().secret_or_drawn();
    let found = find(disk, &Files::of(path), secret, Snapshots::Ignore)?;
    Ok(Reading { unfinished: found.length.saturating_sub(found.place.length), ledger: found.ledger })
}
