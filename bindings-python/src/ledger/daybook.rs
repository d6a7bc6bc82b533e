//! Day books: CSV as an office keeps it, into orders or through the ledger.

use std::collections::BTreeMap;

use muntwerk::daybook::{DayBook, LineError, LineOutcome, Run, RunLine, read_order};
use muntwerk::design::Design as CoreDesign;
use muntwerk::id::Code;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyString};

use super::Ledger;
use super::batches::bar;
use crate::answer::{Receipt, Refusal};
use crate::design::Design;
use crate::errors;
use crate::order::OrderBatch;

/// So many lines are run between two looks at Python.
const CHUNK: usize = 1_000;

/// The bytes of a day book: its text, or the file at a path.
fn bytes(source: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    if let Ok(bytes) = source.cast::<PyBytes>() {
        return Ok(bytes.as_bytes().to_vec());
    }
    if let Ok(text) = source.cast::<PyString>() {
        let text = text.to_cow()?;
        if text.contains('\n') {
            return Ok(text.as_bytes().to_vec());
        }
    }
    let path: std::path::PathBuf = source
        .extract()
        .map_err(|_| PyTypeError::new_err("expected a path, or the day book itself as text or bytes"))?;
    Ok(std::fs::read(path)?)
}

#[pymethods]
impl Ledger {
    /// Reads the lines of a day book as orders, and executes none of them.
    ///
    /// Args:
    ///     source: A path, or the day book itself as text or bytes.
    ///     skip_bad_rows: Leaves out lines that cannot be read; they are in `errors` of the batch.
    ///
    /// Raises:
    ///     RowsError: With every line that cannot be read: line, column, reason.
    #[pyo3(signature = (source, *, skip_bad_rows = false))]
    fn orders_from_csv(
        &self,
        py: Python<'_>,
        source: &Bound<'_, PyAny>,
        skip_bad_rows: bool,
    ) -> PyResult<OrderBatch> {
        let text = bytes(source)?;
        let read = self.look_long(py, |ledger| {
            let book = DayBook::read(&text)?;
            let (mut orders, mut errors) = (Vec::new(), Vec::new());
            for row in book {
                match row.map_err(|error| vec![error]).and_then(|row| read_order(&row, ledger)) {
                    Ok(order) => orders.push(order),
                    Err(wrong) => errors.extend(wrong),
                }
            }
            Ok((orders, errors))
        })?;
        let (orders, wrong) = read.map_err(|error| errors::not_a_day_book(&error))?;
        OrderBatch::read(orders, wrong, skip_bad_rows)
    }

    /// Runs a day book through the ledger, line by line. When a line is of a later day, the days before it
    /// are closed first. A line that cannot be read is told with everything wrong in it; the others go on.
    ///
    /// Args:
    ///     source: A path, or the day book itself as text or bytes.
    ///     amendments: The designs that its lines adopt, by the name by which they call them.
    ///     progress: Called with how many bytes are read and how many there are; `True` shows a bar.
    ///
    /// Returns:
    ///     What came of each line: its number, the office's reference, the answer (`Receipt` or `Refusal`, or
    ///     `None`), and what is wrong with it.
    ///
    /// Raises:
    ///     RowsError: If the first two lines are not those of a day book; nothing is booked then.
    #[pyo3(signature = (source, *, amendments = None, progress = None))]
    fn run_daybook(
        &self,
        py: Python<'_>,
        source: &Bound<'_, PyAny>,
        amendments: Option<&Bound<'_, PyDict>>,
        progress: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        let text = bytes(source)?;
        let amendments = designs(amendments)?;
        let book = DayBook::read(&text).map_err(|error| errors::not_a_day_book(&error))?;
        let mut book = book.with_amendments(&amendments);
        let all = book.bytes_left();
        let progress = bar(py, progress, all)?;
        let mut lines = Vec::new();
        while book.bytes_left() > 0 {
            py.check_signals()?;
            let rest = book.clone();
            let (done, left) = self.detached(py, |books| {
                books.change(|ledger| {
                    let mut run = Run::new(ledger, rest);
                    let done: Vec<RunLine> = run.by_ref().take(CHUNK).collect();
                    (done, run.into_book())
                })
            })?;
            book = left;
            lines.extend(done);
            if let Some(progress) = &progress {
                progress.call1((all.saturating_sub(book.bytes_left()), all))?;
            }
        }
        let design = self.design_now(py)?;
        let told = pyo3::types::PyList::empty(py);
        let class = py.import("muntwerk.records")?.getattr("DaybookLine")?;
        for line in lines {
            told.append(class.call1(self::line(py, line, &design)?)?)?;
        }
        Ok(told.into_any().unbind())
    }
}

type Told = (u64, Option<String>, Option<Py<PyAny>>, Vec<(u64, Option<String>, String)>, Option<Py<PyAny>>);

fn line(py: Python<'_>, line: RunLine, design: &CoreDesign) -> PyResult<Told> {
    let refusal = |no| -> PyResult<Py<PyAny>> { Ok(Py::new(py, Refusal::of(no, design))?.into_any()) };
    let receipt = |yes| -> PyResult<Py<PyAny>> { Ok(Py::new(py, Receipt::from(yes))?.into_any()) };
    let (answer, wrong) = match line.outcome {
        LineOutcome::Booked(yes) => (Some(receipt(yes)?), Vec::new()),
        LineOutcome::Refused(no) => (Some(refusal(no)?), Vec::new()),
        LineOutcome::Bad(errors) => (None, errors),
    };
    let not_closed = match line.closed {
        Some(Err(no)) => Some(refusal(no)?),
        Some(Ok(_)) | None => None,
    };
    let wrong =
        wrong.iter().map(|error: &LineError| (error.line, error.column.clone(), error.reason.to_string()));
    Ok((line.line, line.reference.map(|id| id.to_string()), answer, wrong.collect(), not_closed))
}

fn designs(given: Option<&Bound<'_, PyDict>>) -> PyResult<BTreeMap<Code, CoreDesign>> {
    let mut designs = BTreeMap::new();
    for (name, design) in given.into_iter().flatten() {
        let name: String = name.extract()?;
        let code = Code::parse(&name).map_err(|error| PyValueError::new_err(format!("{name}: {error}")))?;
        let design = design
            .cast::<Design>()
            .map_err(|_| PyTypeError::new_err(format!("{name}: expected a Design")))?;
        designs.insert(code, (*design.get().core).clone());
    }
    Ok(designs)
}
