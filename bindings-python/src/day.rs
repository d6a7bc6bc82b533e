//! Days: `datetime.date`, never `datetime.datetime`, which is a date too in Python.

use muntwerk::calendar::{Day, Instant};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDate, PyDateAccess, PyDateTime, PyInt};

/// A day from a `datetime.date`.
pub(crate) fn day(value: &Bound<'_, PyAny>, what: &str) -> PyResult<Day> {
    let found = || value.get_type().name().map(|name| name.to_string());
    if value.is_instance_of::<PyDateTime>() {
        return Err(PyTypeError::new_err(format!(
            "{what}: expected a datetime.date, not datetime {value}; write .date() behind it, in the zone of the currency"
        )));
    }
    let Ok(date) = value.cast::<PyDate>() else {
        let hint = if value.is_instance_of::<pyo3::types::PyString>() {
            "; write datetime.date.fromisoformat(...)"
        } else {
            ""
        };
        return Err(PyTypeError::new_err(format!(
            "{what}: expected a datetime.date, not {}{hint}",
            found()?
        )));
    };
    let out_of_range = || PyValueError::new_err(format!("{what}: {date} is no day of the calendar"));
    let year = i16::try_from(date.get_year()).map_err(|_| out_of_range())?;
    let month = i8::try_from(date.get_month()).map_err(|_| out_of_range())?;
    let of_month = i8::try_from(date.get_day()).map_err(|_| out_of_range())?;
    Day::new(year, month, of_month).map_err(|error| PyValueError::new_err(format!("{what}: {error}")))
}

/// A day, if one is given.
pub(crate) fn maybe_day(value: Option<&Bound<'_, PyAny>>, what: &str) -> PyResult<Option<Day>> {
    value.map(|value| day(value, what)).transpose()
}

/// A day as a `datetime.date`.
pub(crate) fn to_date(py: Python<'_>, day: Day) -> PyResult<Bound<'_, PyDate>> {
    let part = |part: i8| u8::try_from(part).unwrap_or(1);
    PyDate::new(py, i32::from(day.year()), part(day.month()), part(day.day_of_month()))
}

/// An instant: whole milliseconds since 1970, or an aware `datetime.datetime`.
pub(crate) fn instant(value: &Bound<'_, PyAny>, what: &str) -> PyResult<Instant> {
    if value.is_instance_of::<PyInt>() && !value.is_instance_of::<PyBool>() {
        return Ok(Instant::new(value.extract()?));
    }
    if value.is_instance_of::<PyDateTime>() {
        if value.getattr("tzinfo")?.is_none() {
            return Err(PyValueError::new_err(format!(
                "{what}: a datetime without a zone is no instant; write .replace(tzinfo=...) behind it"
            )));
        }
        let datetime = value.py().import("datetime")?;
        let utc = datetime.getattr("timezone")?.getattr("utc")?;
        let epoch = datetime.getattr("datetime")?.call1((1970, 1, 1, 0, 0, 0, 0, utc))?;
        let milli = datetime.getattr("timedelta")?.call1((0, 0, 1000))?;
        let millis = value.sub(epoch)?.call_method1("__floordiv__", (milli,))?;
        return Ok(Instant::new(millis.extract()?));
    }
    let found = value.get_type().name()?.to_string();
    Err(PyTypeError::new_err(format!(
        "{what}: expected milliseconds since 1970 (int) or an aware datetime.datetime, not {found}"
    )))
}
