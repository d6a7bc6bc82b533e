//! Opening and closing a ledger.

use std::path::PathBuf;

use muntwerk::dense::Secret;
use muntwerk::id::Id;
use muntwerk::ledger::{Ledger as Core, Opening};
use muntwerk_store::{Store, read};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDate;

use super::{Books, Ledger, closed};
use crate::day::{day, to_date};
use crate::design::Design;
use crate::{errors, text};

/// A secret of the system's randomness: under it ids are looked up, and nothing else depends on it.
pub(super) fn secret(py: Python<'_>) -> PyResult<Secret> {
    let bytes: [u8; 16] = py.import("secrets")?.call_method1("token_bytes", (16,))?.extract()?;
    Ok(Secret::new(bytes))
}

/// The id of a ledger: the one given, or the currency's with `-1` behind it, as the command has it.
fn ledger_id(given: Option<&Bound<'_, PyAny>>, design: &Design) -> PyResult<Id> {
    match given {
        Some(given) => text::id(given, "ledger_id"),
        None => Id::parse(&format!("{}-1", design.core.currency().id))
            .map_err(|error| PyValueError::new_err(format!("ledger_id: {error}"))),
    }
}

#[pymethods]
impl Ledger {
    /// Opens an empty ledger in memory.
    ///
    /// Args:
    ///     design: The currency.
    ///     day: The first day.
    ///     ledger_id: The id of the ledger; the currency's with `-1` behind it unless one is given.
    #[staticmethod]
    #[pyo3(signature = (design, *, day, ledger_id = None))]
    fn in_memory(
        py: Python<'_>,
        design: &Design,
        day: &Bound<'_, PyAny>,
        ledger_id: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let (first, id) = (self::day(day, "day")?, self::ledger_id(ledger_id, design)?);
        let core = Core::open(id, (*design.core).clone(), first, secret(py)?);
        Ok(Self::new(Books::Memory(Box::new(core.map_err(|error| errors::open(&error))?))))
    }

    /// Opens the ledger in a directory, and makes it first if there is none and a design is given.
    ///
    /// Every answer is on the disk before it is given. One process at a time can have it open.
    ///
    /// Args:
    ///     path: The directory.
    ///     design: The currency, for a ledger that is not there yet.
    ///     day: The first day, for a ledger that is not there yet.
    ///     ledger_id: The id of the ledger; the currency's with `-1` behind it unless one is given.
    ///
    /// Raises:
    ///     StoreError: If there is none and no design is given, if somebody else has it open, or if the system
    ///         says no.
    ///     JournalError: If a line of the journal does not hold; it names the line.
    #[staticmethod]
    #[pyo3(signature = (path, design = None, *, day = None, ledger_id = None))]
    fn open(
        py: Python<'_>,
        path: PathBuf,
        design: Option<&Design>,
        day: Option<&Bound<'_, PyAny>>,
        ledger_id: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let opening = match (design, day) {
            (Some(design), Some(given)) => Some(Opening {
                ledger: self::ledger_id(ledger_id, design)?,
                day: self::day(given, "day")?,
                design: Box::new((*design.core).clone()),
            }),
            (None, None) => None,
            _ => return Err(PyValueError::new_err("a new ledger needs both a design and its first day")),
        };
        let store = py.detach(|| match opening {
            Some(opening) => Store::open_or_create(&path, opening),
            None => Store::open(&path),
        });
        Ok(Self::new(Books::Stored(Box::new(store.map_err(errors::store)?))))
    }

    /// Reads the ledger in a directory, to look at it while somebody else may be writing to it.
    ///
    /// Raises:
    ///     StoreError: If there is none.
    ///     JournalError: If a line of the journal does not hold; it names the line.
    #[staticmethod]
    fn read(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        let reading = py.detach(|| read(&path)).map_err(errors::store)?;
        Ok(Self::new(Books::Reading(Box::new(reading.ledger))))
    }

    /// Closes the ledger: a directory can then be opened by somebody else. Nothing is lost without it.
    fn close(&self, py: Python<'_>) -> PyResult<()> {
        self.detached(py, |books| match std::mem::replace(books, Books::Closed) {
            Books::Stored(store) => store.close().map_err(errors::store),
            _ => Ok(()),
        })
    }

    fn __enter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    #[pyo3(signature = (*_error))]
    fn __exit__(&self, py: Python<'_>, _error: &Bound<'_, pyo3::types::PyTuple>) -> PyResult<()> {
        self.close(py)
    }

    /// The id of the ledger.
    #[getter]
    fn id(&self, py: Python<'_>) -> PyResult<String> {
        self.look(py, |ledger| ledger.id().to_string())
    }

    /// The current day.
    #[getter]
    fn day<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDate>> {
        let today = self.look(py, Core::day)?;
        to_date(py, today)
    }

    /// The design in force on the current day.
    #[getter]
    fn design(&self, py: Python<'_>) -> PyResult<Design> {
        self.look(py, |ledger| Design::of(ledger.design()))
    }

    /// The directory, of a ledger on a disk.
    #[getter]
    fn path(&self, py: Python<'_>) -> PyResult<Option<PathBuf>> {
        match &*self.lock(py)? {
            Books::Stored(store) => Ok(Some(store.path().to_owned())),
            Books::Memory(_) | Books::Reading(_) => Ok(None),
            Books::Closed => Err(closed()),
        }
    }

    /// How many records there are.
    fn __len__(&self, py: Python<'_>) -> PyResult<usize> {
        self.look(py, |ledger| usize::try_from(ledger.len()).unwrap_or(usize::MAX))
    }

    fn __bool__(&self) -> bool {
        true
    }

    fn __repr__(&self, py: Python<'_>) -> String {
        let told =
            self.look(py, |ledger| format!("{}, {}, {} records", ledger.id(), ledger.day(), ledger.len()));
        told.map_or_else(|_| "Ledger(closed)".to_owned(), |told| format!("Ledger({told})"))
    }
}
