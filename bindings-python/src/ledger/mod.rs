//! [`Ledger`]: the class, and how it is shared between threads.
//!
//! One lock guards the books. Nothing of Python is touched while it is held, and whoever waits for it lets go
//! of the interpreter first, so that two threads can never wait for each other.

mod asking;
mod batches;
mod daybook;
mod journal;
mod now;
mod opening;
mod pay_list;
mod texts;
mod views;
mod what_if;

use std::sync::{Arc, Mutex, MutexGuard};

use muntwerk::design::Design as CoreDesign;
use muntwerk::ledger::Ledger as Core;
use muntwerk_store::Store;
use pyo3::prelude::*;
use pyo3::sync::MutexExt;

use crate::errors::{self, MuntwerkError};

/// A ledger: the books of one currency, in memory or in a directory on a disk.
///
/// Make one with `Ledger.in_memory(design, day=...)`, `Ledger.open(path, design=..., day=...)`, or, to look at
/// one that somebody else has open, `Ledger.read(path)`. It can be used from several threads at once.
#[pyclass(frozen, weakref, module = "muntwerk")]
pub(crate) struct Ledger {
    books: Mutex<Books>,
}

/// Where the books are.
pub(crate) enum Books {
    /// In memory alone.
    Memory(Box<Core>),
    /// On a disk: every answer is durable before it is given.
    Stored(Box<Store>),
    /// As somebody else keeps them; to look at.
    Reading(Box<Core>),
    /// Nowhere any more.
    Closed,
}

impl Books {
    /// The ledger, to look at.
    pub(crate) fn ledger(&self) -> PyResult<&Core> {
        match self {
            Self::Memory(ledger) | Self::Reading(ledger) => Ok(ledger),
            Self::Stored(store) => store.ledger().map_err(errors::store),
            Self::Closed => Err(closed()),
        }
    }

    /// Does something with the ledger that may change it. What was recorded is durable when this returns.
    pub(crate) fn change<R>(&mut self, work: impl FnOnce(&mut Core) -> R) -> PyResult<R> {
        match self {
            Self::Memory(ledger) => Ok(work(ledger)),
            Self::Stored(store) => store.commit(work).map_err(errors::store),
            Self::Reading(_) => Err(reading()),
            Self::Closed => Err(closed()),
        }
    }
}

pub(crate) fn reading() -> PyErr {
    errors::StoreError::new_err("the ledger was opened with Ledger.read, to look at; Ledger.open it to book")
}

pub(crate) fn closed() -> PyErr {
    errors::StoreError::new_err("the ledger is closed")
}

fn broken() -> PyErr {
    MuntwerkError::new_err("an earlier call broke off in the middle; open the ledger anew")
}

impl Ledger {
    pub(crate) fn new(books: Books) -> Self {
        Self { books: Mutex::new(books) }
    }

    /// The books, for something short.
    pub(crate) fn lock(&self, py: Python<'_>) -> PyResult<MutexGuard<'_, Books>> {
        self.books.lock_py_attached(py).map_err(|_| broken())
    }

    /// Looks at the ledger with the interpreter held: for what is short.
    pub(crate) fn look<R>(&self, py: Python<'_>, work: impl FnOnce(&Core) -> R) -> PyResult<R> {
        Ok(work(self.lock(py)?.ledger()?))
    }

    /// Does something long with the books, the interpreter let go.
    pub(crate) fn detached<R: Send>(
        &self,
        py: Python<'_>,
        work: impl FnOnce(&mut Books) -> PyResult<R> + Send,
    ) -> PyResult<R> {
        py.detach(|| work(&mut *self.books.lock().map_err(|_| broken())?))
    }

    /// Looks at the ledger with the interpreter let go: for what is long.
    pub(crate) fn look_long<R: Send>(
        &self,
        py: Python<'_>,
        work: impl FnOnce(&Core) -> R + Send,
    ) -> PyResult<R> {
        self.detached(py, |books| Ok(work(books.ledger()?)))
    }

    /// The design in force.
    pub(crate) fn design_now(&self, py: Python<'_>) -> PyResult<Arc<CoreDesign>> {
        self.look(py, |ledger| Arc::new(ledger.design().clone()))
    }
}
