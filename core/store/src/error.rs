//! [`StoreError`]: why a store cannot be opened, or cannot go on.

use std::io;
use std::path::{Path, PathBuf};

use muntwerk::id::Id;
use muntwerk::ledger::{OpenError, ReplayReason};

/// Why a store cannot be opened, or cannot go on. Every one names the path it is about.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The operating system said no: a full disk, a missing right, a fault.
    #[error("{}: cannot {doing}: {source}", path.display())]
    Io {
        /// Which file or directory.
        path: PathBuf,
        /// What was being done.
        doing: Doing,
        /// What the system said.
        source: io::Error,
    },
    /// There is no journal here. [`Store::create`](crate::Store::create) makes one.
    #[error("{}: there is no journal here", path.display())]
    NoStore {
        /// The journal that is not there.
        path: PathBuf,
    },
    /// There is a journal already.
    #[error("{}: there is a journal already", path.display())]
    Exists {
        /// The journal.
        path: PathBuf,
    },
    /// A store is a directory, and this is something else.
    #[error("{}: a store is a directory, and this is none", path.display())]
    NotADirectory {
        /// What it is.
        path: PathBuf,
    },
    /// Somebody else has the store open for writing.
    #[error("{}: somebody else has this store open", path.display())]
    Locked {
        /// The file that is locked.
        path: PathBuf,
    },
    /// The journal has no line at all. A store never leaves one like that.
    #[error("{}: the journal is empty", path.display())]
    Empty {
        /// The journal.
        path: PathBuf,
    },
    /// The file begins otherwise than a journal does.
    #[error("{}: not a journal of Muntwerk", path.display())]
    NotAJournal {
        /// The file.
        path: PathBuf,
    },
    /// A line that was answered, or one that others follow, cannot be accepted: the file was damaged or
    /// changed, or another version of the library wrote it.
    #[error("{}:{line}: {reason}", path.display())]
    Line {
        /// The journal.
        path: PathBuf,
        /// Which line, counted from 1.
        line: u64,
        /// What is wrong with it.
        reason: ReplayReason,
    },
    /// The journal is shorter than what was answered: an old copy, or one that lost its end.
    #[error(
        "{}: {length} bytes of a journal of which {answered} were answered: lines are missing at its end",
        path.display()
    )]
    Shortened {
        /// The journal.
        path: PathBuf,
        /// How many bytes it has, or up to where its lines hold.
        length: u64,
        /// How many had been synced.
        answered: u64,
    },
    /// The journal is not the one that was answered from: at the length noted then it has another head.
    #[error("{}: another journal than the one that was answered from, {answered} bytes long then", path.display())]
    OtherPast {
        /// The journal.
        path: PathBuf,
        /// The length at which the heads differ.
        answered: u64,
    },
    /// The journal is another ledger's.
    #[error("{}: the journal of ledger {found}, not of {expected}", path.display())]
    OtherLedger {
        /// The journal.
        path: PathBuf,
        /// Whose it is.
        found: Id,
        /// Whose it should be.
        expected: Id,
    },
    /// The ledger cannot be opened.
    #[error("{}: {reason}", path.display())]
    Opening {
        /// The store.
        path: PathBuf,
        /// Why.
        reason: OpenError,
    },
    /// Something could not be written earlier, or a panic came between: what is in memory may not be on
    /// the disk. Open the store anew.
    #[error("{}: an earlier write did not succeed; open the store anew", path.display())]
    Poisoned {
        /// The store.
        path: PathBuf,
    },
    /// The ledger that was lent out came back sealed, or is another: its journal would have a hole.
    #[error("{}: the ledger was sealed or replaced outside the store", path.display())]
    Bypassed {
        /// The store.
        path: PathBuf,
    },
    /// Replayed from its first line, the journal gives other books than those in memory, or books that
    /// are not sound.
    #[error("{}: the journal and the books differ: {what}", path.display())]
    Differs {
        /// The journal.
        path: PathBuf,
        /// In what.
        what: String,
    },
}

/// What was being done when the operating system said no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Doing {
    /// Looking at a file or directory, or reading it.
    Read,
    /// Making a file or directory.
    Create,
    /// Writing to a file.
    Write,
    /// Waiting for what was written to be on the disk.
    Sync,
    /// Cutting the end off a file.
    Cut,
    /// Giving a file its name.
    Rename,
    /// Removing a file that is no longer needed.
    Remove,
    /// Locking.
    Lock,
}

impl std::fmt::Display for Doing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Read => "read",
            Self::Create => "create",
            Self::Write => "write",
            Self::Sync => "sync",
            Self::Cut => "cut off its end",
            Self::Rename => "rename",
            Self::Remove => "remove",
            Self::Lock => "lock",
        })
    }
}

/// Turns what the system said into an error about a path.
pub(crate) fn at(path: &Path, doing: Doing) -> impl FnOnce(io::Error) -> StoreError {
    let path = path.to_owned();
    move |source| StoreError::Io { path, doing, source }
}
