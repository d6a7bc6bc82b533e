//! [`Disk`]: the few things a store asks of the operating system. The tests have another one that loses
//! power.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// What a store asks of a file system.
///
/// A name and the contents behind it are made durable apart: [`DiskFile::sync`] for the contents,
/// [`Disk::sync_folder`] for the names in a directory.
pub(crate) trait Disk: Send {
    /// Whether the path is a directory; an error of the kind `NotFound` if there is nothing.
    fn is_folder(&self, path: &Path) -> io::Result<bool>;
    /// How long a file is; `None` if there is none.
    fn length(&self, path: &Path) -> io::Result<Option<u64>>;
    /// The contents of a file from a place on.
    fn reader(&self, path: &Path, from: u64) -> io::Result<Box<dyn Read>>;
    /// Makes a directory.
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// Opens a file for writing, as it is.
    fn open(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;
    /// Makes an empty file for writing, in place of one that is there.
    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;
    /// Gives a file another name, in place of one that has it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Makes durable which names are in a directory.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;
    /// Locks a file, which is made if it is missing; `None` if somebody else has the lock. It is held
    /// until what is returned is dropped.
    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Lock>>>;
}

/// A lock that ends when it is dropped.
pub(crate) trait Lock: Send {}

/// A file that is open for writing.
pub(crate) trait DiskFile: Send {
    /// Writes all of the bytes at a place.
    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<()>;
    /// Makes durable what was written, and how long the file is.
    fn sync(&mut self) -> io::Result<()>;
    /// Cuts the file off, durably.
    fn cut(&mut self, length: u64) -> io::Result<()>;
}

/// The operating system's own.
pub(crate) struct System;

struct SystemFile(File);

struct SystemLock(#[allow(dead_code, reason = "it is there to be dropped")] File);

impl Lock for SystemLock {}

impl Disk for System {
    fn is_folder(&self, path: &Path) -> io::Result<bool> {
        Ok(path.metadata()?.is_dir())
    }

    fn length(&self, path: &Path) -> io::Result<Option<u64>> {
        match path.metadata() {
            Ok(file) => Ok(Some(file.len())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn reader(&self, path: &Path, from: u64) -> io::Result<Box<dyn Read>> {
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(from))?;
        Ok(Box::new(file))
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        std::fs::create_dir_all(path)
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        Ok(Box::new(SystemFile(OpenOptions::new().write(true).open(path)?)))
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        Ok(Box::new(SystemFile(File::create(path)?)))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        std::fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_file(path)
    }

    #[cfg(unix)]
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        File::open(path)?.sync_all()
    }

    /// Elsewhere a directory cannot be opened as a file; its names are the file system's own care.
    #[cfg(not(unix))]
    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Lock>>> {
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Box::new(SystemLock(file)))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

impl DiskFile for SystemFile {
    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        self.0.seek(SeekFrom::Start(offset))?;
        self.0.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.0.set_len(length)?;
        // Not the data alone: a length that shrinks is no part of it on every file system.
        self.0.sync_all()
    }
}
