//! [`Files`]: what the files of a store are called.

use std::path::{Path, PathBuf};

/// The files of one store.
#[derive(Clone, Debug)]
pub(crate) struct Files {
    pub(crate) folder: PathBuf,
    pub(crate) journal: PathBuf,
    pub(crate) answered: PathBuf,
    pub(crate) snapshot: PathBuf,
    pub(crate) batch: PathBuf,
    pub(crate) lock: PathBuf,
}

impl Files {
    pub(crate) fn of(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            journal: folder.join("journal.jsonl"),
            answered: folder.join("answered"),
            snapshot: folder.join("snapshot"),
            batch: folder.join("batch"),
            lock: folder.join("lock"),
        }
    }

    /// Where what was cut off at a place of the journal is kept; several cuts may fall on one place.
    pub(crate) fn torn(&self, from: u64, nth: u32) -> PathBuf {
        self.folder.join(format!("journal-{from}-{nth}.torn"))
    }

    /// The name under which a file is written until it is whole.
    pub(crate) fn unfinished(path: &Path) -> PathBuf {
        path.with_extension("new")
    }
}
