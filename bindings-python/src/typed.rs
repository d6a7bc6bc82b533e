//! Values of the core as the Python classes that are written from its source.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use serde::Serialize;

use crate::errors::MuntwerkError;

static DECODE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

/// A value as an object of a class, named by its module and its name: `views.Statement`.
pub(crate) fn typed(py: Python<'_>, class: &str, value: &impl Serialize) -> PyResult<Py<PyAny>> {
    let text = serde_json::to_string(value).map_err(|error| MuntwerkError::new_err(error.to_string()))?;
    Ok(decoder(py)?.call_method1("decode", (class, text))?.unbind())
}

/// Several of them, as a tuple.
pub(crate) fn all_typed<T: Serialize>(
    py: Python<'_>,
    class: &str,
    values: impl IntoIterator<Item = T>,
) -> PyResult<Py<PyAny>> {
    let values: Vec<T> = values.into_iter().collect();
    typed(py, &format!("{class}[]"), &values)
}

/// The module that makes them.
pub(crate) fn decoder(py: Python<'_>) -> PyResult<&Bound<'_, PyAny>> {
    let import = || py.import("muntwerk._decode").map(|module| module.into_any().unbind());
    Ok(DECODE.get_or_try_init(py, import)?.bind(py))
}
