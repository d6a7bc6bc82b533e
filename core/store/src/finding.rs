//! Finding out what is on the disk: the ledger, up to where its journal holds. Nothing is changed.

use std::io::{BufRead, BufReader, Read};

use muntwerk::dense::Secret;
use muntwerk::ledger::{Head, Ledger, ReplayReason};

use crate::answered::Answered;
use crate::batch::Batch;
use crate::disk::Disk;
use crate::error::{Doing, StoreError, at};
use crate::files::Files;
use crate::options::Snapshots;
use crate::snapshot::{self, SnapshotUse};

/// How much of the journal is read at a time.
const BUFFER: usize = 1 << 18;

/// What is on the disk.
pub(crate) struct Found {
    pub(crate) ledger: Ledger,
    /// Up to where the journal holds.
    pub(crate) place: Answered,
    /// Up to where it was noted as synced.
    pub(crate) answered: Option<Answered>,
    /// How long the journal's file is.
    pub(crate) length: u64,
    /// How many lines were replayed.
    pub(crate) replayed: u64,
    /// What became of the snapshot.
    pub(crate) snapshot: SnapshotUse,
}

/// Finds the ledger of a store.
pub(crate) fn find(
    disk: &dyn Disk,
    files: &Files,
    secret: Secret,
    snapshots: Snapshots,
) -> Result<Found, StoreError> {
    // The note is read before the length: another process may be writing, and both only grow.
    let answered = Answered::read(disk, files)?;
    let path = || files.journal.clone();
    let length = disk.length(&files.journal).map_err(at(&files.journal, Doing::Read))?;
    let noted = answered.map_or(0, |answered| answered.length);
    let length = match length {
        // A store that died while it was made has noted its first line and nothing else.
        None if answered.is_some_and(|answered| answered.lines > 1) => 0,
        None => return Err(StoreError::NoStore { path: path() }),
        Some(0) if noted == 0 => return Err(StoreError::Empty { path: path() }),
        Some(length) => length,
    };
    if length < noted {
        return Err(StoreError::Shortened { path: path(), length, answered: noted });
    }
    let end = Batch::cut(disk, files, answered.as_ref())?.unwrap_or(length);
    let (snapshot, start) = snapshot::load(disk, files, secret, snapshots, end, answered.as_ref());
    let (ledger, place) = start.map_or((None, Answered::default()), |(ledger, at)| (Some(ledger), at));
    let mut walk = Walk { files, secret, answered, ledger, place, replayed: 0 };
    walk.through(disk, end)?;
    let Walk { ledger, place, replayed, .. } = walk;
    let ledger = ledger.ok_or(StoreError::Empty { path: path() })?;
    Ok(Found { ledger, place, answered, length, replayed, snapshot })
}

/// Goes through the lines of a journal from a place on, as far as they hold.
pub(crate) struct Walk<'f> {
    pub(crate) files: &'f Files,
    pub(crate) secret: Secret,
    /// Up to where the journal was noted as synced.
    pub(crate) answered: Option<Answered>,
    /// The ledger at the place; `None` at the start.
    pub(crate) ledger: Option<Ledger>,
    pub(crate) place: Answered,
    pub(crate) replayed: u64,
}

impl Walk<'_> {
    /// Takes in every line that ends before a length and holds. What does not hold is an error if it
    /// was answered; otherwise the walk ends before it.
    pub(crate) fn through(&mut self, disk: &dyn Disk, end: u64) -> Result<(), StoreError> {
        self.check_past(self.place.length)?;
        let journal = disk.reader(&self.files.journal, self.place.length);
        let journal = journal.map_err(at(&self.files.journal, Doing::Read))?;
        let left = end.saturating_sub(self.place.length);
        let mut journal = BufReader::with_capacity(BUFFER, journal.take(left));
        let mut line = Vec::new();
        loop {
            line.clear();
            journal.read_until(b'\n', &mut line).map_err(at(&self.files.journal, Doing::Read))?;
            if line.is_empty() {
                return Ok(());
            }
            if let Err(reason) = self.take_in(&line) {
                return self.broken(reason, &mut journal);
            }
            let before = self.place.length;
            let bytes = u64::try_from(line.len()).unwrap_or(u64::MAX);
            let head = self.ledger.as_ref().map_or(Head::default(), Ledger::head);
            self.place = Answered {
                lines: self.place.lines.saturating_add(1),
                length: before.saturating_add(bytes),
                head,
            };
            self.replayed = self.replayed.saturating_add(1);
            self.check_past(before)?;
        }
    }

    fn take_in(&mut self, line: &[u8]) -> Result<(), ReplayReason> {
        if !line.ends_with(b"\n") {
            return Err(ReplayReason::Form);
        }
        match &mut self.ledger {
            Some(ledger) => ledger.replay_next(line),
            None => {
                let opened = Ledger::replay([line], self.secret).map_err(|error| error.reason)?;
                self.ledger = Some(opened);
                Ok(())
            }
        }
    }

    /// Where the journal was answered from, it has the head that it had then.
    fn check_past(&self, before: u64) -> Result<(), StoreError> {
        let Some(answered) = self.answered else { return Ok(()) };
        let begins_there = before == answered.length && before == self.place.length;
        let comes_there = before < answered.length && answered.length <= self.place.length;
        if (begins_there || comes_there) && self.place != answered {
            return Err(StoreError::OtherPast {
                path: self.files.journal.clone(),
                answered: answered.length,
            });
        }
        Ok(())
    }

    /// Whether a line that does not hold may be passed over with all that follows.
    fn broken(&self, reason: ReplayReason, rest: &mut dyn BufRead) -> Result<(), StoreError> {
        let path = self.files.journal.clone();
        let line = self.place.lines.saturating_add(1);
        // The chain over a line that was written whole is in order, whatever else is wrong with it.
        let half_written = matches!(reason, ReplayReason::Form | ReplayReason::Chain);
        let noted = match self.answered {
            Some(answered) => self.place.length < answered.length,
            None => whole_line_follows(rest).map_err(at(&self.files.journal, Doing::Read))?,
        };
        match reason {
            // A journal gets its name when its first line is durable.
            ReplayReason::Form if line == 1 => Err(StoreError::NotAJournal { path }),
            reason if line == 1 || noted || !half_written => Err(StoreError::Line { path, line, reason }),
            _ => Ok(()),
        }
    }
}

fn whole_line_follows(rest: &mut dyn BufRead) -> std::io::Result<bool> {
    let mut line = Vec::new();
    loop {
        line.clear();
        rest.read_until(b'\n', &mut line)?;
        if line.is_empty() {
            return Ok(false);
        }
        if line.ends_with(b"\n") && Head::of_stored(&line).is_some() {
            return Ok(true);
        }
    }
}
