//! Tables in and out by the Arrow PyCapsule interface, without a library of Python.
//!
//! | file | what it does |
//! |---|---|
//! | `capsule` | the structures of the C interface; the only file with `unsafe` in it |
//! | `column` | a column that came in, as values of its own |
//! | `build` | columns that go out |
//! | `incoming` | rows as orders, by the columns of the day book |
//! | `known` | which columns rows can have, and what is wrong with those that came |
//! | `movements` | movements as a table |
//! | `observed` | rows of a list that others kept |
//! | `outgoing` | entries, postings, lots, balances, notices as tables |

mod build;
mod capsule;
mod column;
mod incoming;
mod known;
mod movements;
mod observed;
mod outgoing;

pub(crate) use observed::observed_rows;

use arrow_data::ArrayData;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

/// A table that any library takes that knows Arrow: `pyarrow.table(...)`, `polars.DataFrame(...)`,
/// `pandas.DataFrame.from_arrow(...)`.
///
/// Amounts are `decimal128(38, scale)`, days `date32`, ids and words dictionary-encoded. Nothing is copied.
#[pyclass(frozen, module = "muntwerk")]
pub(crate) struct ArrowTable {
    names: Vec<String>,
    rows: ArrayData,
}

#[pymethods]
impl ArrowTable {
    /// The names of the columns.
    #[getter]
    fn column_names(&self) -> Vec<String> {
        self.names.clone()
    }

    fn __len__(&self) -> usize {
        self.rows.len()
    }

    fn __repr__(&self) -> String {
        format!("ArrowTable({} rows: {})", self.rows.len(), self.names.join(", "))
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // What is asked for is a wish, by the protocol; there is one form.
        let _ = requested_schema;
        capsule::stream(py, self.rows.clone())
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        capsule::schema(py, self.rows.data_type())
    }
}
