//! [`Answered`]: up to where the journal was synced, and so may have been answered.

use std::io::Read;

use muntwerk::ledger::Head;

use crate::checked::{checked, words};
use crate::disk::{Disk, DiskFile};
use crate::error::{Doing, StoreError, at};
use crate::files::Files;

/// Four notes, each in a block of its own that a disk writes whole. The first two take turns at each
/// opening and are synced, so that one of them is always whole and durable. The last two take turns at
/// each commit, and are written to the disk whenever the system comes to it.
const BLOCK: u64 = 4_096;
const ANCHORS: [u64; 2] = [0, BLOCK];
const RUNNING: [u64; 2] = [8_192, 12_288];
const SIZE: u64 = 16_384;

/// A place in the journal: its first so many lines, which have so many bytes and end in a head.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Answered {
    pub(crate) lines: u64,
    pub(crate) length: u64,
    pub(crate) head: Head,
}

impl Answered {
    fn text(&self) -> String {
        let Self { lines, length, head } = self;
        checked(&format!("muntwerk answered 1 lines {lines} bytes {length} head {head}"))
    }

    fn parse(block: &[u8]) -> Option<Self> {
        let words = words(block)?;
        let ["muntwerk", "answered", "1", "lines", lines, "bytes", length, "head", head] = words.as_slice()
        else {
            return None;
        };
        Some(Self {
            lines: lines.parse().ok()?,
            length: length.parse().ok()?,
            head: Head::from_hex(head.as_bytes())?,
        })
    }

    /// The latest of the notes; `None` if there is no file or no note in it is whole.
    pub(crate) fn read(disk: &dyn Disk, files: &Files) -> Result<Option<Self>, StoreError> {
        Ok(Self::read_at(disk, files, 0, SIZE)?.into_iter().flatten().max_by_key(|answered| answered.lines))
    }

    /// The notes in a part of the file, block by block.
    fn read_at(
        disk: &dyn Disk,
        files: &Files,
        from: u64,
        bytes: u64,
    ) -> Result<Vec<Option<Self>>, StoreError> {
        let path = &files.answered;
        if disk.length(path).map_err(at(path, Doing::Read))?.is_none() {
            return Ok(Vec::new());
        }
        let mut notes = Vec::new();
        let reader = disk.reader(path, from).map_err(at(path, Doing::Read))?;
        reader.take(bytes).read_to_end(&mut notes).map_err(at(path, Doing::Read))?;
        let block = usize::try_from(BLOCK).unwrap_or(usize::MAX);
        Ok(notes.chunks(block).map(Self::parse).collect())
    }
}

/// The file of the notes, open for writing.
pub(crate) struct Notes {
    file: Box<dyn DiskFile>,
    /// Where the next note of a commit goes, and the one after it.
    running: [u64; 2],
}

impl Notes {
    /// Begins anew, with one note that is durable when this returns, but for the name of the file.
    pub(crate) fn begin(disk: &dyn Disk, files: &Files, answered: Answered) -> Result<Self, StoreError> {
        let file = disk.create(&files.answered).map_err(at(&files.answered, Doing::Create))?;
        let mut notes = Self { file, running: RUNNING };
        notes.write(files, ANCHORS[0], answered)?;
        notes.sync(files)?;
        Ok(notes)
    }

    /// Goes on with the file that is there, with one more note that is durable when this returns.
    pub(crate) fn go_on(disk: &dyn Disk, files: &Files, answered: Answered) -> Result<Self, StoreError> {
        let lines = |note: &Option<Answered>| note.map_or(0, |note| note.lines);
        let is_first_later = |from| {
            let notes = Answered::read_at(disk, files, from, BLOCK.saturating_mul(2))?;
            let [first, second] = [notes.first(), notes.get(1)].map(|note| note.map_or(0, lines));
            Ok::<bool, StoreError>(first > second)
        };
        let [first, second] = ANCHORS;
        let older = if is_first_later(first)? { second } else { first };
        let [one, other] = RUNNING;
        let running = if is_first_later(one)? { [other, one] } else { RUNNING };
        let file = disk.open(&files.answered).map_err(at(&files.answered, Doing::Write))?;
        let mut notes = Self { file, running };
        notes.write(files, older, answered)?;
        notes.sync(files)?;
        Ok(notes)
    }

    /// Notes a place that was synced. The note itself is not: it may be lost with the power, and then
    /// an earlier one stands.
    pub(crate) fn note(&mut self, files: &Files, answered: Answered) -> Result<(), StoreError> {
        let [now, next] = self.running;
        self.write(files, now, answered)?;
        self.running = [next, now];
        Ok(())
    }

    fn write(&mut self, files: &Files, offset: u64, answered: Answered) -> Result<(), StoreError> {
        let text = answered.text();
        self.file.write_at(offset, text.as_bytes()).map_err(at(&files.answered, Doing::Write))
    }

    pub(crate) fn sync(&mut self, files: &Files) -> Result<(), StoreError> {
        self.file.sync().map_err(at(&files.answered, Doing::Sync))
    }
}
