//! [`Store`]: a ledger on a disk.

use std::io;
use std::path::{Path, PathBuf};

use muntwerk::ledger::{Answer, BatchRefused, Ledger, Opening, Receipt, Verified};
use muntwerk::orders::Order;

use crate::answered::{Answered, Notes};
use crate::batch::Batch;
use crate::disk::{Disk, DiskFile, Lock};
use crate::error::{Doing, StoreError, at};
use crate::files::Files;
use crate::finding::{Found, find};
use crate::options::{Options, Snapshots};
use crate::snapshot::{self, SnapshotUse};
use crate::tail;

/// Replaying fewer lines than this is faster than it is worth a snapshot.
const WORTH_A_SNAPSHOT: u64 = 1_000;

/// A ledger on a disk. See the [crate] for what it promises.
pub struct Store {
    disk: Box<dyn Disk>,
    files: Files,
    snapshots: Snapshots,
    ledger: Ledger,
    /// Up to where the journal is durable.
    place: Answered,
    journal: Box<dyn DiskFile>,
    notes: Notes,
    /// Whether what is in memory is on the disk.
    sound: bool,
    /// How many lines the snapshot on the disk spares.
    spared: u64,
    opened: Opened,
    lines: Vec<u8>,
    _lock: Box<dyn Lock>,
}

/// What was found when a store was opened.
#[derive(Debug)]
#[non_exhaustive]
pub struct Opened {
    /// Whether the store was made just now.
    pub created: bool,
    /// How many lines were replayed; the snapshot spared the others.
    pub replayed: u64,
    /// What became of the snapshot.
    pub snapshot: SnapshotUse,
    /// What was cut off the end of the journal.
    pub torn: Option<Torn>,
    /// Why no new snapshot could be written, if one was due: the store works without.
    pub snapshot_failed: Option<StoreError>,
}

/// The end of a journal that was cut off: no whole line of it was ever answered.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Torn {
    /// The line that did not hold, counted from 1.
    pub line: u64,
    /// Where it began, in bytes.
    pub from: u64,
    /// How many bytes were cut off.
    pub bytes: u64,
    /// Where they are kept.
    pub kept: PathBuf,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("path", &self.files.folder).field("place", &self.place).finish()
    }
}

impl Store {
    /// Makes a store for a new ledger. The directory is made if it is missing.
    ///
    /// # Errors
    /// [`StoreError::Exists`] if there is a journal already; [`StoreError::Opening`] if the ledger cannot
    /// be opened; what the system said.
    pub fn create(path: impl AsRef<Path>, opening: Opening) -> Result<Self, StoreError> {
        Options::new().create(path, opening)
    }

    /// Opens a store. What was found is told by [`Store::opened`].
    ///
    /// # Errors
    /// [`StoreError::NoStore`] if there is no journal, [`StoreError::Locked`] if somebody else has it
    /// open, and whatever is wrong with the journal.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        Options::new().open(path)
    }

    /// Opens a store, or makes it. If there is a journal, it has to be of the same ledger; its first
    /// day and its design are then what its own opening says.
    ///
    /// # Errors
    /// As [`Store::open`] and [`Store::create`]; [`StoreError::OtherLedger`].
    pub fn open_or_create(path: impl AsRef<Path>, opening: Opening) -> Result<Self, StoreError> {
        Options::new().open_or_create(path, opening)
    }

    pub(crate) fn opening(options: Options, disk: Box<dyn Disk>, path: &Path) -> Result<Self, StoreError> {
        let files = Files::of(path);
        match disk.is_folder(path) {
            Ok(true) => {}
            Ok(false) => return Err(StoreError::NotADirectory { path: path.to_owned() }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(StoreError::NoStore { path: files.journal });
            }
            Err(error) => return Err(at(path, Doing::Read)(error)),
        }
        // Nothing is made where there is no store, not even a lock.
        let any = [&files.journal, &files.answered];
        let is_there = |path: &&PathBuf| !matches!(disk.length(path), Ok(None));
        if !any.iter().any(is_there) {
            return Err(StoreError::NoStore { path: files.journal });
        }
        let lock = lock(&*disk, &files)?;
        Self::found(options, disk, files, lock)
    }

    pub(crate) fn creating(
        options: Options,
        disk: Box<dyn Disk>,
        path: &Path,
        opening: Opening,
        or_open: bool,
    ) -> Result<Self, StoreError> {
        let files = Files::of(path);
        make_folder(&*disk, path)?;
        let lock = lock(&*disk, &files)?;
        let noted = Answered::read(&*disk, &files)?;
        let length = disk.length(&files.journal).map_err(at(&files.journal, Doing::Read))?;
        // A store that died while it was made has noted its first line, and its journal got no name.
        let is_new = length.is_none() && noted.is_none_or(|noted| noted.lines <= 1);
        if is_new {
            return Self::made(options, disk, files, lock, opening);
        }
        if !or_open {
            return Err(StoreError::Exists { path: files.journal });
        }
        let store = Self::found(options, disk, files, lock)?;
        if store.ledger.id() != opening.ledger {
            let (found, expected) = (store.ledger.id(), opening.ledger);
            return Err(StoreError::OtherLedger { path: store.files.journal, found, expected });
        }
        Ok(store)
    }

    fn made(
        options: Options,
        disk: Box<dyn Disk>,
        files: Files,
        lock: Box<dyn Lock>,
        opening: Opening,
    ) -> Result<Self, StoreError> {
        let Opening { ledger, day, design } = opening;
        let ledger = Ledger::open(ledger, *design, day, options.secret_or_drawn());
        let mut ledger =
            ledger.map_err(|reason| StoreError::Opening { path: files.folder.clone(), reason })?;
        let mut lines = Vec::new();
        let head = ledger.seal(&mut lines);
        let length = u64::try_from(lines.len()).unwrap_or(u64::MAX);
        let place = Answered { lines: ledger.sealed(), length, head };
        let unfinished = Files::unfinished(&files.journal);
        let mut journal = disk.create(&unfinished).map_err(at(&unfinished, Doing::Create))?;
        journal.write_at(0, &lines).map_err(at(&unfinished, Doing::Write))?;
        journal.sync().map_err(at(&unfinished, Doing::Sync))?;
        let notes = Notes::begin(&*disk, &files, place)?;
        disk.rename(&unfinished, &files.journal).map_err(at(&files.journal, Doing::Rename))?;
        disk.sync_folder(&files.folder).map_err(at(&files.folder, Doing::Sync))?;
        let opened = Opened {
            created: true,
            replayed: 0,
            snapshot: SnapshotUse::Absent,
            torn: None,
            snapshot_failed: None,
        };
        Ok(Self {
            snapshots: options.snapshots,
            disk,
            files,
            ledger,
            place,
            journal,
            notes,
            sound: true,
            spared: 0,
            opened,
            lines,
            _lock: lock,
        })
    }

    fn found(
        options: Options,
        disk: Box<dyn Disk>,
        files: Files,
        lock: Box<dyn Lock>,
    ) -> Result<Self, StoreError> {
        let found = find(&*disk, &files, options.secret_or_drawn(), options.snapshots)?;
        let Found { ledger, place, answered, length, replayed, snapshot } = found;
        let mut journal = disk.open(&files.journal).map_err(at(&files.journal, Doing::Write))?;
        let mut torn = None;
        if length > place.length {
            let kept = tail::keep(&*disk, &files, place.length, length)?;
            journal.cut(place.length).map_err(at(&files.journal, Doing::Cut))?;
            let line = place.lines.saturating_add(1);
            let bytes = length.saturating_sub(place.length);
            torn = Some(Torn { line, from: place.length, bytes, kept });
        }
        let durable = answered.map_or(0, |answered| answered.length).min(place.length);
        tail::write_again(&*disk, &files, &mut *journal, durable, place.length)?;
        // From here on lines are written where a batch that was not whole may have been.
        Batch::forget(&*disk, &files)?;
        let notes = match answered {
            Some(_) => Notes::go_on(&*disk, &files, place)?,
            None => {
                let notes = Notes::begin(&*disk, &files, place)?;
                disk.sync_folder(&files.folder).map_err(at(&files.folder, Doing::Sync))?;
                notes
            }
        };
        let spared = if let SnapshotUse::Used { lines } = snapshot { lines } else { 0 };
        let due = snapshot.was_useless() || replayed >= WORTH_A_SNAPSHOT;
        let opened = Opened { created: false, replayed, snapshot, torn, snapshot_failed: None };
        let mut store = Self {
            snapshots: options.snapshots,
            disk,
            files,
            ledger,
            place,
            journal,
            notes,
            sound: true,
            spared,
            opened,
            lines: Vec::new(),
            _lock: lock,
        };
        if due && options.snapshots == Snapshots::Keep {
            store.opened.snapshot_failed = store.snapshot().err();
        }
        Ok(store)
    }

    /// What was found at the opening.
    pub fn opened(&self) -> &Opened {
        &self.opened
    }

    /// The directory of the store.
    pub fn path(&self) -> &Path {
        &self.files.folder
    }

    /// The journal: JSON Lines, to be read by anybody at any time.
    pub fn journal(&self) -> &Path {
        &self.files.journal
    }

    /// The ledger as it is on the disk, for views and previews.
    ///
    /// # Errors
    /// [`StoreError::Poisoned`] after something could not be written: what is in memory may be ahead of
    /// what is durable, and nobody should see it.
    pub fn ledger(&self) -> Result<&Ledger, StoreError> {
        if self.sound {
            Ok(&self.ledger)
        } else {
            Err(StoreError::Poisoned { path: self.files.folder.clone() })
        }
    }

    /// Executes one order. The answer is on the disk when it is given.
    ///
    /// # Errors
    /// [`StoreError`] if it could not be made durable; whether the order is booked is then known after
    /// the store is opened anew, and sending it again gets its answer.
    pub fn execute(&mut self, order: &Order) -> Result<Answer, StoreError> {
        self.commit(|ledger| ledger.execute(order))
    }

    /// Executes orders one after the other and makes all of them durable with one sync. Each has its own
    /// answer, as if it had been asked alone.
    ///
    /// # Errors
    /// As [`Store::execute`], for all of them together.
    pub fn execute_many(&mut self, orders: &[Order]) -> Result<Vec<Answer>, StoreError> {
        self.commit(|ledger| orders.iter().map(|order| ledger.execute(order)).collect())
    }

    /// Executes all the orders or none of them ([`Ledger::execute_all`]), also if the machine stops
    /// half-way: what is then found of an unfinished batch is taken out when the store is opened. Costs
    /// two syncs more than [`Store::execute_many`].
    ///
    /// # Errors
    /// As [`Store::execute`], for all of them together.
    pub fn execute_all(
        &mut self,
        orders: &[Order],
    ) -> Result<Result<Vec<Receipt>, BatchRefused>, StoreError> {
        self.work(Self::write_whole, |ledger| ledger.execute_all(orders))
    }

    /// Lends out the ledger, for whatever works on a ledger ([`muntwerk::daybook::Run`] for one); what it
    /// recorded is durable when the result is given.
    ///
    /// # Errors
    /// As [`Store::execute`]; [`StoreError::Bypassed`] if the ledger comes back sealed or is another,
    /// which poisons the store.
    pub fn commit<R>(&mut self, work: impl FnOnce(&mut Ledger) -> R) -> Result<R, StoreError> {
        self.work(Self::write, work)
    }

    fn work<R>(
        &mut self,
        write: impl FnOnce(&mut Self, Answered) -> Result<(), StoreError>,
        work: impl FnOnce(&mut Ledger) -> R,
    ) -> Result<R, StoreError> {
        self.ledger()?;
        // Until everything is on the disk, also if the work panics.
        self.sound = false;
        let result = work(&mut self.ledger);
        let is_ours = self.ledger.sealed() == self.place.lines && self.ledger.head() == self.place.head;
        if !is_ours {
            return Err(StoreError::Bypassed { path: self.files.folder.clone() });
        }
        self.lines.clear();
        let head = self.ledger.seal(&mut self.lines);
        if !self.lines.is_empty() {
            let bytes = u64::try_from(self.lines.len()).unwrap_or(u64::MAX);
            let length = self.place.length.saturating_add(bytes);
            write(self, Answered { lines: self.ledger.sealed(), length, head })?;
        }
        self.sound = true;
        Ok(result)
    }

    /// Writes the lines down, after which the journal ends at a place.
    fn write(&mut self, through: Answered) -> Result<(), StoreError> {
        let path = &self.files.journal;
        self.journal.write_at(self.place.length, &self.lines).map_err(at(path, Doing::Write))?;
        self.journal.sync().map_err(at(path, Doing::Sync))?;
        self.place = through;
        self.notes.note(&self.files, through)
    }

    /// The same for lines that belong together.
    fn write_whole(&mut self, through: Answered) -> Result<(), StoreError> {
        if through.lines.saturating_sub(self.place.lines) > 1 {
            let batch = Batch {
                from: self.place.length,
                from_head: self.place.head,
                through: through.length,
                through_head: through.head,
            };
            batch.note(&*self.disk, &self.files)?;
        }
        self.write(through)
    }

    /// Writes a snapshot, so that the next opening need not read the journal from its start. It takes as
    /// long as writing all records in a compact form does: at a quiet hour, not between two orders.
    /// Opening and [`Store::close`] do it when it is worth it.
    ///
    /// # Errors
    /// What the system said. The store goes on all the same.
    pub fn snapshot(&mut self) -> Result<(), StoreError> {
        self.ledger()?;
        snapshot::write(&*self.disk, &self.files, &self.ledger, &self.place)?;
        self.spared = self.place.lines;
        Ok(())
    }

    /// Replays the journal on the disk from its first line and compares what it comes to with the books
    /// in memory: every head, every entry against the books before it, the audit, the state.
    ///
    /// # Errors
    /// [`StoreError::Line`] and its like for what is wrong with the journal, [`StoreError::Differs`] if
    /// the books are not what its lines add up to.
    pub fn verify(&self) -> Result<Verified, StoreError> {
        let ledger = self.ledger()?;
        let secret = Options::new().secret_or_drawn();
        let found = find(&*self.disk, &self.files, secret, Snapshots::Ignore)?;
        let differs = |what: String| StoreError::Differs { path: self.files.journal.clone(), what };
        if found.place != self.place || found.length != self.place.length {
            return Err(differs("the journal ends elsewhere".to_owned()));
        }
        if found.ledger.state() != ledger.state() {
            return Err(differs("the books in memory are not what its lines add up to".to_owned()));
        }
        if let Some(finding) = found.ledger.audit().first() {
            return Err(differs(finding.to_string()));
        }
        Ok(Verified { lines: self.place.lines, head: self.place.head })
    }

    /// Closes the store, with a snapshot if the next opening would be the faster for it. A store that is
    /// merely dropped, or killed, loses nothing but that.
    ///
    /// # Errors
    /// What the system said about the snapshot; [`StoreError::Poisoned`].
    pub fn close(mut self) -> Result<(), StoreError> {
        self.ledger()?;
        self.notes.sync(&self.files)?;
        let since = self.place.lines.saturating_sub(self.spared);
        if since >= WORTH_A_SNAPSHOT && self.snapshots == Snapshots::Keep {
            self.snapshot()?;
        }
        Ok(())
    }
}

fn lock(disk: &dyn Disk, files: &Files) -> Result<Box<dyn Lock>, StoreError> {
    let lock = disk.lock(&files.lock).map_err(at(&files.lock, Doing::Lock))?;
    lock.ok_or_else(|| StoreError::Locked { path: files.lock.clone() })
}

/// Makes the directory, and the ones above it, durably.
fn make_folder(disk: &dyn Disk, folder: &Path) -> Result<(), StoreError> {
    let is_missing = |path: &Path| {
        let there = disk.is_folder(path);
        there.is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
    };
    let above = folder.ancestors().filter(|path| !path.as_os_str().is_empty());
    let missing: Vec<&Path> = above.take_while(|path| is_missing(path)).collect();
    if missing.is_empty() {
        return match disk.is_folder(folder) {
            Ok(true) => Ok(()),
            Ok(false) => Err(StoreError::NotADirectory { path: folder.to_owned() }),
            Err(error) => Err(at(folder, Doing::Read)(error)),
        };
    }
    disk.create_folder(folder).map_err(at(folder, Doing::Create))?;
    for made in missing {
        let parent = made.parent().filter(|parent| !parent.as_os_str().is_empty());
        let parent = parent.unwrap_or(Path::new("."));
        disk.sync_folder(parent).map_err(at(parent, Doing::Sync))?;
    }
    Ok(())
}
