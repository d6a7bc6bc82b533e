//! [`Known`]: a batch whose columns are known, each by what it is of.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;

use super::capsule::Batch;
use super::column::Column;

/// A batch whose columns are known.
pub(super) struct Known<Of> {
    pub(super) columns: Vec<(Of, Column)>,
    pub(super) rows: usize,
}

/// The columns that rows can have.
pub(super) struct Columns<'c, Of> {
    /// Of what the rows are: `a day book`.
    pub(super) rows_of: &'c str,
    /// Each with its name.
    pub(super) all: &'c [(Of, &'static str)],
    /// Those that every table has.
    pub(super) needed: &'c [Of],
}

impl<Of: Copy + PartialEq> Columns<'_, Of> {
    /// A batch of such rows: every column is one of them, stands there once, has a type that it can have, and is as
    /// long as the others; none that is needed is missing.
    pub(super) fn know(&self, batch: Batch) -> PyResult<Known<Of>> {
        let mut columns: Vec<(Of, Column)> = Vec::new();
        let mut rows = None;
        for (name, column) in batch {
            // pandas names an index so that is no column of its own.
            if name.starts_with("__") {
                continue;
            }
            let Some((of, _)) = self.all.iter().find(|(_, one)| *one == name) else {
                return Err(PyValueError::new_err(format!(
                    "no column of {} is called {name:?}; there are {}",
                    self.rows_of,
                    self.names(|_| true)
                )));
            };
            if columns.iter().any(|(there, _)| there == of) {
                return Err(PyValueError::new_err(format!("two columns are called {name:?}")));
            }
            if let Some(unfit) = column.unfit() {
                return Err(PyTypeError::new_err(format!("column {name:?} is {unfit}")));
            }
            let length = column.len();
            if *rows.get_or_insert(length) != length {
                return Err(PyValueError::new_err(format!("column {name:?} is not as long as the others")));
            }
            columns.push((*of, column));
        }
        let missing =
            self.names(|of| self.needed.contains(of) && !columns.iter().any(|(there, _)| there == of));
        if missing.is_empty() {
            Ok(Known { columns, rows: rows.unwrap_or(0) })
        } else {
            Err(PyValueError::new_err(format!("there is no column {missing}")))
        }
    }

    fn names(&self, which: impl Fn(&Of) -> bool) -> String {
        let names: Vec<&str> = self.all.iter().filter(|(of, _)| which(of)).map(|(_, name)| *name).collect();
        names.join(", ")
    }
}
