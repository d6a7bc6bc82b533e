//! The journal: records, the lines as they are stored, replaying and verifying them.

use std::path::PathBuf;

use muntwerk::ledger::{Ledger as Core, Outcome, Record, Verified, verify_journal};
use pyo3::exceptions::{PyIndexError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList};

use super::opening::secret;
use super::{Books, Ledger, closed};
use crate::answer::Refusal;
use crate::errors::{self, JournalError};
use crate::order::Order;
use crate::typed::typed;

/// The lines of a journal: its bytes, or the file at a path.
fn stored(source: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    if let Ok(bytes) = source.cast::<PyBytes>() {
        return Ok(bytes.as_bytes().to_vec());
    }
    let wrong = || PyTypeError::new_err("expected the path of a journal, or its bytes");
    let path: PathBuf = source.extract().map_err(|_| wrong())?;
    Ok(std::fs::read(path)?)
}

fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.strip_suffix(b"\n").unwrap_or(bytes).split(|byte| *byte == b'\n')
}

fn told(py: Python<'_>, verified: &Verified) -> PyResult<Py<PyAny>> {
    let class = py.import("muntwerk.records")?.getattr("Verified")?;
    Ok(class.call1((verified.lines, verified.head.to_string()))?.unbind())
}

#[pymethods]
impl Ledger {
    /// Rebuilds a ledger in memory from its journal, checking every line.
    ///
    /// Args:
    ///     source: The path of a journal, or its bytes.
    ///
    /// Raises:
    ///     JournalError: For the first line that cannot be accepted; it names the line and says why.
    #[staticmethod]
    fn replay(py: Python<'_>, source: &Bound<'_, PyAny>) -> PyResult<Self> {
        let (bytes, secret) = (stored(source)?, secret(py)?);
        let core =
            py.detach(|| Core::replay(lines(&bytes), secret)).map_err(|error| errors::replay(&error))?;
        Ok(Self::new(Books::Memory(Box::new(core))))
    }

    /// Checks the chain of a journal and nothing else. Any version can be checked so, for ever.
    ///
    /// Raises:
    ///     JournalError: For the first line that does not follow from those before it.
    #[staticmethod]
    fn verify_journal(py: Python<'_>, source: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        let bytes = stored(source)?;
        let verified = py.detach(|| verify_journal(lines(&bytes))).map_err(|error| errors::replay(&error))?;
        told(py, &verified)
    }

    /// Replays the journal from its first line and compares what it comes to with the books: every head,
    /// every entry against the books before it, the audit, the state.
    ///
    /// Raises:
    ///     JournalError: If a line does not hold, or the books are not what the lines add up to.
    fn verify(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let secret = secret(py)?;
        let verified = self.detached(py, move |books| match books {
            Books::Stored(store) => store.verify().map_err(errors::store),
            Books::Memory(ledger) | Books::Reading(ledger) => {
                let replayed =
                    Core::replay(ledger.journal(), secret).map_err(|error| errors::replay(&error))?;
                let differs = |what: String| JournalError::new_err((what, None::<u64>));
                if replayed.state() != ledger.state() {
                    return Err(differs("the books are not what the journal adds up to".to_owned()));
                }
                if let Some(finding) = replayed.audit().first() {
                    return Err(differs(finding.to_string()));
                }
                Ok(Verified { lines: replayed.len(), head: replayed.head() })
            }
            Books::Closed => Err(closed()),
        })?;
        told(py, &verified)
    }

    /// What the audit of the invariants finds; nothing, unless the library has a fault.
    fn audit(&self, py: Python<'_>) -> PyResult<Vec<String>> {
        self.look_long(py, |ledger| ledger.audit().iter().map(ToString::to_string).collect())
    }

    /// The journal as it is stored: a line for each record, with its head.
    fn journal<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let bytes = self.look_long(py, |ledger| {
            let mut bytes = Vec::new();
            for line in ledger.journal() {
                bytes.extend_from_slice(&line);
                bytes.push(b'\n');
            }
            bytes
        })?;
        Ok(PyBytes::new(py, &bytes))
    }

    /// A record by its number: the order, and the entry or the refusal it came to.
    ///
    /// Raises:
    ///     IndexError: If there is none.
    fn record(&self, py: Python<'_>, number: u64) -> PyResult<Py<PyAny>> {
        let (found, design) = self.look(py, |ledger| (ledger.get(number), ledger.design().clone()))?;
        let record = found.ok_or_else(|| PyIndexError::new_err(format!("there is no record {number}")))?;
        one(py, &record, &design)
    }

    /// Every record from a number on.
    #[pyo3(signature = (start = 0))]
    fn records<'py>(&self, py: Python<'py>, start: u64) -> PyResult<Bound<'py, PyList>> {
        let (found, design) = self.look_long(py, |ledger| {
            (ledger.records_from(start).collect::<Vec<Record>>(), ledger.design().clone())
        })?;
        let list = PyList::empty(py);
        for record in &found {
            list.append(one(py, record, &design)?)?;
        }
        Ok(list)
    }
}

fn one(py: Python<'_>, record: &Record, design: &muntwerk::design::Design) -> PyResult<Py<PyAny>> {
    let none = || py.None();
    let order = |order: &muntwerk::orders::Order| -> PyResult<Py<PyAny>> {
        Ok(Py::new(py, Order { core: order.clone() })?.into_any())
    };
    let (order, entry, refusal, opening) = match &record.outcome {
        Outcome::Opened(opening) => (none(), none(), none(), typed(py, "books.Opening", opening)?),
        Outcome::Booked(asked, entry) => (order(asked)?, typed(py, "books.Entry", entry)?, none(), none()),
        Outcome::Refused(asked, refusal) => {
            let refusal = Py::new(py, Refusal::plain(refusal.clone(), design))?.into_any();
            (order(asked)?, none(), refusal, none())
        }
    };
    let class = py.import("muntwerk.records")?.getattr("Record")?;
    Ok(class.call1((record.number, order, entry, refusal, opening))?.unbind())
}
