//! [`Batch`]: the note that keeps a batch whole across a crash.
//!
//! The lines of a batch are ordinary lines, and a crash can leave the first few of them. So before they
//! are written, it is noted from where to where they will stand. Opening finds the note: if the lines
//! are not all there, those that are go.

use std::io::Read;

use muntwerk::ledger::Head;

use crate::answered::Answered;
use crate::checked::{checked, words};
use crate::disk::Disk;
use crate::error::{Doing, StoreError, at};
use crate::files::Files;

/// Longer than any note.
const MOST: u64 = 1_024;

/// From where to where in the journal the lines of a batch stand, and the heads there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Batch {
    pub(crate) from: u64,
    pub(crate) from_head: Head,
    pub(crate) through: u64,
    pub(crate) through_head: Head,
}

impl Batch {
    fn parse(bytes: &[u8]) -> Option<Self> {
        let words = words(bytes)?;
        let ["muntwerk", "batch", "1", "from", from, from_head, "through", through, through_head] =
            words.as_slice()
        else {
            return None;
        };
        Some(Self {
            from: from.parse().ok()?,
            from_head: Head::from_hex(from_head.as_bytes())?,
            through: through.parse().ok()?,
            through_head: Head::from_hex(through_head.as_bytes())?,
        })
    }

    /// Notes the batch; the note is durable when this returns.
    pub(crate) fn note(&self, disk: &dyn Disk, files: &Files) -> Result<(), StoreError> {
        let Self { from, from_head, through, through_head } = self;
        let text =
            checked(&format!("muntwerk batch 1 from {from} {from_head} through {through} {through_head}"));
        let mut file = disk.create(&files.batch).map_err(at(&files.batch, Doing::Create))?;
        file.write_at(0, text.as_bytes()).map_err(at(&files.batch, Doing::Write))?;
        file.sync().map_err(at(&files.batch, Doing::Sync))?;
        disk.sync_folder(&files.folder).map_err(at(&files.folder, Doing::Sync))
    }

    /// Where the journal has to be cut because a batch in it is not whole; a note that is not whole
    /// itself was followed by no line.
    pub(crate) fn cut(
        disk: &dyn Disk,
        files: &Files,
        answered: Option<&Answered>,
    ) -> Result<Option<u64>, StoreError> {
        if disk.length(&files.batch).map_err(at(&files.batch, Doing::Read))?.is_none() {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        let reader = disk.reader(&files.batch, 0);
        reader
            .and_then(|reader| reader.take(MOST).read_to_end(&mut bytes))
            .map_err(at(&files.batch, Doing::Read))?;
        let Some(batch) = Self::parse(&bytes) else { return Ok(None) };
        // What was answered stays, whatever the note says.
        if answered.is_some_and(|answered| answered.length > batch.from) {
            return Ok(None);
        }
        let length = disk.length(&files.journal).map_err(at(&files.journal, Doing::Read))?.unwrap_or(0);
        let whole = length <= batch.from || (length >= batch.through && batch.is_there(disk, files)?);
        Ok((!whole).then_some(batch.from))
    }

    fn is_there(&self, disk: &dyn Disk, files: &Files) -> Result<bool, StoreError> {
        let mut lines = Vec::new();
        let reader = disk.reader(&files.journal, self.from).map_err(at(&files.journal, Doing::Read))?;
        let bytes = self.through.saturating_sub(self.from);
        reader.take(bytes).read_to_end(&mut lines).map_err(at(&files.journal, Doing::Read))?;
        let mut head = self.from_head;
        for line in lines.split_inclusive(|byte| *byte == b'\n') {
            match head.follows(line) {
                Some(next) => head = next,
                None => return Ok(false),
            }
        }
        Ok(head == self.through_head)
    }

    /// Removes the note, durably.
    pub(crate) fn forget(disk: &dyn Disk, files: &Files) -> Result<(), StoreError> {
        if disk.length(&files.batch).map_err(at(&files.batch, Doing::Read))?.is_some() {
            disk.remove(&files.batch).map_err(at(&files.batch, Doing::Remove))?;
            disk.sync_folder(&files.folder).map_err(at(&files.folder, Doing::Sync))?;
        }
        Ok(())
    }
}
