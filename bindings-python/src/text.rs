//! Ids and codes: strings of Python that the core reads, or says why not.

use std::str::FromStr;

use muntwerk::id::{Code, Id, OrderId};
use muntwerk::orders::Lang;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;

/// Reads a text, and names the argument in the error.
fn parsed<T: FromStr<Err: std::fmt::Display>>(value: &Bound<'_, PyAny>, what: &str) -> PyResult<T> {
    let Ok(text) = value.extract::<String>() else {
        let found = value.get_type().name()?.to_string();
        return Err(PyTypeError::new_err(format!("{what}: expected a string, not {found}")));
    };
    text.parse().map_err(|error| PyValueError::new_err(format!("{what}: {error}")))
}

/// An id.
pub(crate) fn id(value: &Bound<'_, PyAny>, what: &str) -> PyResult<Id> {
    parsed(value, what)
}

/// An id, if one is given.
pub(crate) fn maybe_id(value: Option<&Bound<'_, PyAny>>, what: &str) -> PyResult<Option<Id>> {
    value.map(|value| id(value, what)).transpose()
}

/// A code.
pub(crate) fn code(value: &Bound<'_, PyAny>, what: &str) -> PyResult<Code> {
    parsed(value, what)
}

/// A code, if one is given.
pub(crate) fn maybe_code(value: Option<&Bound<'_, PyAny>>, what: &str) -> PyResult<Option<Code>> {
    value.map(|value| code(value, what)).transpose()
}

/// The id of an order: 32 hexadecimal digits, or a `uuid.UUID`.
pub(crate) fn order_id(value: &Bound<'_, PyAny>, what: &str) -> PyResult<OrderId> {
    match value.getattr_opt("hex")? {
        Some(hex) if !hex.is_callable() => parsed(&hex, what),
        _ => parsed(value, what),
    }
}

/// A language: `nl`, `fr` or `en`.
pub(crate) fn lang(text: &str) -> PyResult<Lang> {
    match text {
        "nl" => Ok(Lang::Nl),
        "fr" => Ok(Lang::Fr),
        "en" => Ok(Lang::En),
        other => {
            Err(PyValueError::new_err(format!("there are sentences in nl, fr and en, not in {other:?}")))
        }
    }
}
