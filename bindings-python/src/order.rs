//! [`Order`]: an ask in its envelope, read once and ready to be executed; and a batch of them.

use std::sync::Arc;

use muntwerk::orders::Order as Core;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDict, PyType};

use crate::day::{day, instant, maybe_day, to_date};
use crate::errors::{OrderError, rows};
use crate::text::{code, id, maybe_code, maybe_id, order_id};

/// What somebody asks of the ledger, with who, when and why.
///
/// An order is read when it is made, so that executing it costs no more than it does in the engine.
///
/// Args:
///     id: Chosen and kept by whoever sends it: 32 hexadecimal digits, or a `uuid.UUID`. The same id again is
///         a resend and gets the first answer.
///     ask: What is asked: an object of `muntwerk.orders`.
///     actor: The person who asks; the host has authenticated them.
///     role: The role in which they ask.
///     booking_day: The ledger's current day, as the host believes it to be.
///     value_day: The day of the activity, if it was another.
///     instant: When the host received it: milliseconds since 1970, or an aware `datetime.datetime`. Evidence;
///         it orders nothing.
///     contact_point: Where it is asked.
///     on_behalf_of: The participant for whom the actor acts.
///     reason: Why, as a code of the host's list.
///     evidence: An opaque reference to the evidence that the host keeps.
///
/// Raises:
///     TypeError: For a value of the wrong type; it says what to write instead.
///     OrderError: If the engine cannot read what is asked; it names the field.
///     ValueError: If an id or a code is not written as one.
#[pyclass(frozen, eq, module = "muntwerk")]
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Order {
    pub(crate) core: Core,
}

/// Many orders, read and ready: what a table or a list becomes before it is executed.
#[pyclass(frozen, module = "muntwerk")]
#[derive(Clone, Debug)]
pub(crate) struct OrderBatch {
    pub(crate) orders: Arc<Vec<Core>>,
    pub(crate) errors: Arc<Vec<muntwerk::daybook::LineError>>,
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> PyResult<T> {
    serde_json::from_str(text).map_err(|error| OrderError::new_err(error.to_string()))
}

fn to_json(py: Python<'_>, value: &Bound<'_, PyAny>) -> PyResult<String> {
    py.import("json")?.call_method1("dumps", (value,))?.extract()
}

impl Order {
    fn json(&self) -> PyResult<String> {
        serde_json::to_string(&self.core).map_err(|error| OrderError::new_err(error.to_string()))
    }
}

#[pymethods]
impl Order {
    #[new]
    #[pyo3(signature = (id, ask, *, actor, role, booking_day, value_day = None, instant = None,
        contact_point = None, on_behalf_of = None, reason = None, evidence = None))]
    #[allow(clippy::too_many_arguments, reason = "the envelope has so many parts")]
    fn new(
        py: Python<'_>,
        id: &Bound<'_, PyAny>,
        ask: &Bound<'_, PyAny>,
        actor: &Bound<'_, PyAny>,
        role: &Bound<'_, PyAny>,
        booking_day: &Bound<'_, PyAny>,
        value_day: Option<&Bound<'_, PyAny>>,
        instant: Option<&Bound<'_, PyAny>>,
        contact_point: Option<&Bound<'_, PyAny>>,
        on_behalf_of: Option<&Bound<'_, PyAny>>,
        reason: Option<&Bound<'_, PyAny>>,
        evidence: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let booking_day = day(booking_day, "booking_day")?;
        let asked = py.import("muntwerk._decode")?.call_method1("ask_to_dict", (ask,))?;
        let core = Core {
            id: order_id(id, "id")?,
            actor: self::id(actor, "actor")?,
            role: code(role, "role")?,
            instant: match instant {
                Some(given) => self::instant(given, "instant")?,
                None => muntwerk::calendar::Instant::new(0),
            },
            booking_day,
            value_day: maybe_day(value_day, "value_day")?.unwrap_or(booking_day),
            ask: read(&to_json(py, &asked)?)?,
            contact_point: maybe_id(contact_point, "contact_point")?,
            on_behalf_of: maybe_id(on_behalf_of, "on_behalf_of")?,
            reason: maybe_code(reason, "reason")?,
            evidence: maybe_id(evidence, "evidence")?,
        };
        Ok(Self { core })
    }

    /// Reads an order from what `to_dict` gives: the JSON of the journal.
    ///
    /// Raises:
    ///     OrderError: If it is no order; it names the field.
    #[classmethod]
    fn from_dict(_class: &Bound<'_, PyType>, values: &Bound<'_, PyDict>) -> PyResult<Self> {
        Ok(Self { core: read(&to_json(values.py(), values)?)? })
    }

    /// Reads an order from JSON.
    ///
    /// Raises:
    ///     OrderError: If it is no order; it names the field.
    #[classmethod]
    fn from_json(_class: &Bound<'_, PyType>, text: &str) -> PyResult<Self> {
        Ok(Self { core: read(text)? })
    }

    /// The order as it arrives at a server: on the server's day and at its instant, whatever the sender's clock
    /// said. It is the same order, so that a resend gets the first answer.
    ///
    /// Args:
    ///     day: The ledger's current day.
    ///     instant: The server's clock: milliseconds since 1970, or an aware `datetime.datetime`.
    fn received(&self, day: &Bound<'_, PyAny>, instant: &Bound<'_, PyAny>) -> PyResult<Self> {
        let (day, instant) = (self::day(day, "day")?, self::instant(instant, "instant")?);
        Ok(Self { core: self.core.clone().received(day, instant) })
    }

    /// The order as JSON, as it stands in the journal.
    fn to_json(&self) -> PyResult<String> {
        self.json()
    }

    /// The order as a dictionary of strings, whole numbers, lists and dictionaries.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        py.import("json")?.call_method1("loads", (self.json()?,))
    }

    /// 32 hexadecimal digits.
    #[getter]
    fn id(&self) -> String {
        self.core.id.to_string()
    }

    /// What is asked: an object of `muntwerk.orders`.
    #[getter]
    fn ask(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        crate::typed::typed(py, "ask", &self.core.ask)
    }

    /// The word of what is asked, such as `transfer`.
    #[getter]
    fn kind(&self) -> PyResult<String> {
        word(&self.core.ask.kind())
    }

    /// The person who asks.
    #[getter]
    fn actor(&self) -> String {
        self.core.actor.to_string()
    }

    /// The role in which they ask.
    #[getter]
    fn role(&self) -> String {
        self.core.role.to_string()
    }

    /// When the host received it, in milliseconds since 1970.
    #[getter]
    fn instant(&self) -> i64 {
        self.core.instant.millis()
    }

    /// The day on which it is booked.
    #[getter]
    fn booking_day<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDate>> {
        to_date(py, self.core.booking_day)
    }

    /// The day of the activity.
    #[getter]
    fn value_day<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDate>> {
        to_date(py, self.core.value_day)
    }

    /// Where it is asked.
    #[getter]
    fn contact_point(&self) -> Option<String> {
        self.core.contact_point.map(|id| id.to_string())
    }

    /// The participant for whom the actor acts.
    #[getter]
    fn on_behalf_of(&self) -> Option<String> {
        self.core.on_behalf_of.map(|id| id.to_string())
    }

    /// Why, as a code.
    #[getter]
    fn reason(&self) -> Option<String> {
        self.core.reason.map(|code| code.to_string())
    }

    /// A reference to the evidence that the host keeps.
    #[getter]
    fn evidence(&self) -> Option<String> {
        self.core.evidence.map(|id| id.to_string())
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let ask = self.ask(py)?.bind(py).repr()?.to_string();
        let core = &self.core;
        let mut told = format!(
            "Order(\"{}\", {ask}, actor=\"{}\", role=\"{}\", booking_day={}",
            core.id, core.actor, core.role, core.booking_day
        );
        if core.value_day != core.booking_day {
            told.push_str(&format!(", value_day={}", core.value_day));
        }
        if let Some(place) = core.contact_point {
            told.push_str(&format!(", contact_point=\"{place}\""));
        }
        if let Some(client) = core.on_behalf_of {
            told.push_str(&format!(", on_behalf_of=\"{client}\""));
        }
        told.push(')');
        Ok(told)
    }

    fn __hash__(&self) -> u64 {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        self.core.id.to_string().hash(&mut hasher);
        hasher.finish()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((py.get_type::<Self>().getattr("from_json")?, (self.json()?,)))
    }
}

/// The word of a value that is written as one.
pub(crate) fn word(value: &impl serde::Serialize) -> PyResult<String> {
    let json = serde_json::to_value(value).map_err(|error| OrderError::new_err(error.to_string()))?;
    Ok(json.as_str().unwrap_or_default().to_owned())
}

/// An order from the JSON of the engine, taken apart already.
#[pyfunction]
pub(crate) fn _decode_order(py: Python<'_>, values: &Bound<'_, PyAny>) -> PyResult<Order> {
    Ok(Order { core: read(&to_json(py, values)?)? })
}

#[pymethods]
impl OrderBatch {
    /// Args:
    ///     orders: Any number of orders.
    #[new]
    fn new(orders: &Bound<'_, PyAny>) -> PyResult<Self> {
        Ok(Self { orders: Arc::new(orders_of(orders)?), errors: Arc::default() })
    }

    fn __len__(&self) -> usize {
        self.orders.len()
    }

    fn __getitem__(&self, index: isize) -> PyResult<Order> {
        let at = at(index, self.orders.len());
        let found = at.and_then(|at| self.orders.get(at));
        let core = found.ok_or_else(|| pyo3::exceptions::PyIndexError::new_err(index))?;
        Ok(Order { core: core.clone() })
    }

    fn __iter__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("muntwerk._decode")?.call_method1("each", (slf,))
    }

    /// What could not be read: row, column, reason. Empty unless the table was read with `skip_bad_rows`.
    #[getter]
    fn errors(&self) -> Vec<(u64, Option<String>, String)> {
        let one = |error: &muntwerk::daybook::LineError| {
            (error.line, error.column.clone(), error.reason.to_string())
        };
        self.errors.iter().map(one).collect()
    }

    fn __repr__(&self) -> String {
        match self.errors.len() {
            0 => format!("OrderBatch({} orders)", self.orders.len()),
            bad => format!("OrderBatch({} orders, {bad} errors)", self.orders.len()),
        }
    }
}

impl OrderBatch {
    /// Orders that were read, unless something was wrong and nobody asked to leave that out.
    pub(crate) fn read(
        orders: Vec<Core>,
        errors: Vec<muntwerk::daybook::LineError>,
        skip_bad_rows: bool,
    ) -> PyResult<Self> {
        if !errors.is_empty() && !skip_bad_rows {
            return Err(rows(&errors));
        }
        Ok(Self { orders: Arc::new(orders), errors: Arc::new(errors) })
    }
}

/// A place counted from the front, or from the back if it is below zero.
pub(crate) fn at(index: isize, length: usize) -> Option<usize> {
    if index < 0 { length.checked_sub(index.unsigned_abs()) } else { usize::try_from(index).ok() }
}

/// The orders of a list or any other iterable.
pub(crate) fn orders_of(orders: &Bound<'_, PyAny>) -> PyResult<Vec<Core>> {
    let mut read = Vec::with_capacity(orders.len().unwrap_or(0));
    for (at, order) in orders.try_iter()?.enumerate() {
        let order = order?;
        let order = order.cast::<Order>().map_err(|_| {
            let found =
                order.get_type().name().map_or_else(|_| String::from("that"), |name| name.to_string());
            pyo3::exceptions::PyTypeError::new_err(format!("orders[{at}]: expected an Order, not {found}"))
        })?;
        read.push(order.get().core.clone());
    }
    Ok(read)
}
