//! Whole numbers that are no amounts: how many, and up to which.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyInt};

/// A whole number that is not below zero. A `bool` is an int too in Python, and is none here.
pub(crate) fn whole(value: &Bound<'_, PyAny>, what: &str) -> PyResult<u64> {
    if value.is_instance_of::<PyBool>() || !value.is_instance_of::<PyInt>() {
        let found = value.get_type().name()?.to_string();
        return Err(PyTypeError::new_err(format!("{what}: expected a whole number (int), not {found}")));
    }
    value
        .extract()
        .map_err(|_| PyValueError::new_err(format!("{what}: {value} is not between 0 and {}", u64::MAX)))
}
