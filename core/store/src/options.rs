//! [`Options`]: how a store is opened.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::Path;

use muntwerk::dense::Secret;
use muntwerk::ledger::Opening;

use crate::disk::{Disk, System};
use crate::error::StoreError;
use crate::store::Store;

/// Whether a store keeps snapshots.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums)]
pub enum Snapshots {
    /// They are read at opening, and written when one would have saved time or does not match.
    #[default]
    Keep,
    /// They are neither read nor written: the journal is read from its first line, every time.
    Ignore,
}

/// How a store is opened. [`Store::open`] and its like are these with nothing said.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    secret: Option<Secret>,
    pub(crate) snapshots: Snapshots,
}

impl Options {
    /// A secret of the store's own, and snapshots.
    pub fn new() -> Self {
        Self::default()
    }

    /// The secret under which ids are looked up. Unless one is given, the store draws one from the
    /// system's randomness at each opening and keeps it in memory only: nothing that is written or
    /// answered depends on it, and what is not on the disk cannot be read from it.
    #[must_use]
    pub fn secret(mut self, secret: Secret) -> Self {
        self.secret = Some(secret);
        self
    }

    /// Whether snapshots are kept.
    #[must_use]
    pub fn snapshots(mut self, snapshots: Snapshots) -> Self {
        self.snapshots = snapshots;
        self
    }

    /// See [`Store::create`].
    ///
    /// # Errors
    /// As there.
    pub fn create(self, path: impl AsRef<Path>, opening: Opening) -> Result<Store, StoreError> {
        self.create_on(Box::new(System), path.as_ref(), opening)
    }

    /// See [`Store::open`].
    ///
    /// # Errors
    /// As there.
    pub fn open(self, path: impl AsRef<Path>) -> Result<Store, StoreError> {
        self.open_on(Box::new(System), path.as_ref())
    }

    /// See [`Store::open_or_create`].
    ///
    /// # Errors
    /// As there.
    pub fn open_or_create(self, path: impl AsRef<Path>, opening: Opening) -> Result<Store, StoreError> {
        self.open_or_create_on(Box::new(System), path.as_ref(), opening)
    }

    pub(crate) fn create_on(
        self,
        disk: Box<dyn Disk>,
        path: &Path,
        opening: Opening,
    ) -> Result<Store, StoreError> {
        Store::creating(self, disk, path, opening, false)
    }

    pub(crate) fn open_on(self, disk: Box<dyn Disk>, path: &Path) -> Result<Store, StoreError> {
        Store::opening(self, disk, path)
    }

    pub(crate) fn open_or_create_on(
        self,
        disk: Box<dyn Disk>,
        path: &Path,
        opening: Opening,
    ) -> Result<Store, StoreError> {
        Store::creating(self, disk, path, opening, true)
    }

    pub(crate) fn secret_or_drawn(&self) -> Secret {
        self.secret.unwrap_or_else(drawn)
    }
}

/// A secret from the randomness with which the standard library keys its tables.
fn drawn() -> Secret {
    let half = || RandomState::new().build_hasher().finish();
    let (low, high) = (u128::from(half()), u128::from(half()));
    Secret::new((low | (high << 64)).to_le_bytes())
}
