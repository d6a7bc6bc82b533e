//! The snapshot file: the length of the journal it stands for, in eight bytes, then the ledger.

use std::io::{self, Read};

use muntwerk::dense::Secret;
use muntwerk::ledger::{Head, Ledger, SnapshotError};

use crate::answered::Answered;
use crate::disk::Disk;
use crate::error::{Doing, StoreError, at};
use crate::files::Files;
use crate::options::Snapshots;

/// Enough for most last lines, and the line before.
const WINDOW: u64 = 1 << 16;

/// What became of the snapshot at an opening.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SnapshotUse {
    /// There was none.
    #[error("there was none")]
    Absent,
    /// It was not looked at, as asked.
    #[error("it was not looked at")]
    Ignored,
    /// It was used: this many lines of the journal did not have to be read.
    #[error("it spared {lines} lines")]
    Used {
        /// How many lines.
        lines: u64,
    },
    /// It could not be read.
    #[error("it cannot be read: {0}")]
    Unreadable(io::Error),
    /// It is none, or damaged, or another version of the library wrote it.
    #[error(transparent)]
    NoSnapshot(SnapshotError),
    /// The journal does not have the line that it ends with.
    #[error("it is not of this journal")]
    OtherJournal,
    /// What it holds does not pass the audit.
    #[error("its books are not sound")]
    Unsound,
}

impl SnapshotUse {
    /// Whether there was one that was of no use: it is worth replacing.
    pub(crate) fn was_useless(&self) -> bool {
        !matches!(self, Self::Absent | Self::Ignored | Self::Used { .. })
    }
}

/// The ledger of the snapshot and its place in the journal, of which only the first `end` bytes count.
pub(crate) fn load(
    disk: &dyn Disk,
    files: &Files,
    secret: Secret,
    snapshots: Snapshots,
    end: u64,
    answered: Option<&Answered>,
) -> (SnapshotUse, Option<(Ledger, Answered)>) {
    match snapshots {
        Snapshots::Ignore => (SnapshotUse::Ignored, None),
        Snapshots::Keep => match try_load(disk, files, secret, end, answered) {
            Ok((ledger, place)) => (SnapshotUse::Used { lines: place.lines }, Some((ledger, place))),
            Err(why) => (why, None),
        },
    }
}

fn try_load(
    disk: &dyn Disk,
    files: &Files,
    secret: Secret,
    end: u64,
    answered: Option<&Answered>,
) -> Result<(Ledger, Answered), SnapshotUse> {
    let size = disk.length(&files.snapshot).map_err(SnapshotUse::Unreadable)?.ok_or(SnapshotUse::Absent)?;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    let reader = disk.reader(&files.snapshot, 0);
    reader.and_then(|mut reader| reader.read_to_end(&mut bytes)).map_err(SnapshotUse::Unreadable)?;
    let form = SnapshotUse::NoSnapshot(SnapshotError::Form);
    let (length, bytes) = bytes.split_first_chunk::<8>().ok_or(form)?;
    let length = u64::from_le_bytes(*length);
    let ledger = Ledger::from_snapshot(bytes, secret).map_err(SnapshotUse::NoSnapshot)?;
    let place = Answered { lines: ledger.sealed(), length, head: ledger.head() };
    let sealed = ledger.sealed() == ledger.len();
    let is_there = |place: &Answered| ends_in(disk, files, place).map_err(SnapshotUse::Unreadable);
    let fits = length <= end && is_there(&place)?;
    // A note of an earlier place is about lines that will not be replayed.
    let spared = answered.filter(|answered| answered.length < length);
    if !sealed || !fits || !spared.map_or(Ok(true), is_there)? {
        return Err(SnapshotUse::OtherJournal);
    }
    if !ledger.state().audit().is_empty() {
        return Err(SnapshotUse::Unsound);
    }
    Ok((ledger, place))
}

/// Whether a line of the journal ends at the place, carries its head, and follows from the line before.
fn ends_in(disk: &dyn Disk, files: &Files, place: &Answered) -> io::Result<bool> {
    let mut window = WINDOW;
    loop {
        let from = place.length.saturating_sub(window);
        let mut bytes = Vec::new();
        let part = disk.reader(&files.journal, from)?;
        part.take(place.length.saturating_sub(from)).read_to_end(&mut bytes)?;
        let mut lines = bytes.split_inclusive(|byte| *byte == b'\n').rev();
        let last = lines.next().filter(|last| last.ends_with(b"\n"));
        let Some(last) = last else { return Ok(false) };
        // A piece at the front of the window counts as a line only where the file begins.
        let before = lines.next().filter(|_| from == 0 || lines.next().is_some());
        let before = match before {
            Some(before) => Head::of_stored(before),
            None if from == 0 => Some(Head::default()),
            None => {
                window = window.saturating_mul(4);
                continue;
            }
        };
        return Ok(before.and_then(|before| before.follows(last)) == Some(place.head));
    }
}

/// Writes a snapshot beside the old one and puts it in its place.
pub(crate) fn write(
    disk: &dyn Disk,
    files: &Files,
    ledger: &Ledger,
    place: &Answered,
) -> Result<(), StoreError> {
    let unfinished = Files::unfinished(&files.snapshot);
    let mut file = disk.create(&unfinished).map_err(at(&unfinished, Doing::Create))?;
    let bytes = ledger.snapshot();
    let length = place.length.to_le_bytes();
    file.write_at(0, &length).map_err(at(&unfinished, Doing::Write))?;
    file.write_at(8, &bytes).map_err(at(&unfinished, Doing::Write))?;
    file.sync().map_err(at(&unfinished, Doing::Sync))?;
    disk.rename(&unfinished, &files.snapshot).map_err(at(&files.snapshot, Doing::Rename))?;
    disk.sync_folder(&files.folder).map_err(at(&files.folder, Doing::Sync))
}
