//! [`PaymentRequest`]: what a payee shows, and what it asks under a design.

use muntwerk::orders::Ask;
use muntwerk::payment::{PaymentRequest as Core, ResolvedRequest};
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyType};

use crate::amount::{Amount, decimal_type, exact};
use crate::day::{day, maybe_day, to_date};
use crate::design::Design;
use crate::errors::{self, MoneyError};
use crate::text::{id, maybe_code, maybe_id};

/// Somebody asks to be paid: the text of a QR code or a link, `payto://muntwerk/...`.
///
/// Made without an amount it is open: the payer says how much. `asking` gives one with an amount, `parse` reads
/// one, `str(request)` is its text.
///
/// Args:
///     ledger: The ledger it is for.
///     payee: The account that is paid.
///     reference: The payee's reference, an opaque id.
///     until: The last day on which the payee wants to be paid so.
///     offer: The offer or need that is paid.
///     category: The category of the service that is paid.
///
/// Raises:
///     PaymentRequestError: If the payee is an account of the chart.
///     ValueError: If an id or a code is not written as one.
#[pyclass(frozen, eq, hash, module = "muntwerk")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct PaymentRequest {
    core: Core,
}

fn figure<'py>(value: &Bound<'py, PyAny>, design: &Design) -> PyResult<muntwerk::money::Amount> {
    let minor = exact(value, design.core.unit().scale)?.minor();
    muntwerk::money::Amount::from_minor(minor).map_err(|error| MoneyError::new_err(error.to_string()))
}

impl PaymentRequest {
    fn resolved(&self, ledger: &Bound<'_, PyAny>, design: &Design) -> PyResult<ResolvedRequest> {
        let ledger = id(ledger, "ledger")?;
        self.core.resolve(&ledger, &design.core).map_err(|error| errors::payment_request(&error))
    }
}

#[pymethods]
impl PaymentRequest {
    #[new]
    #[pyo3(signature = (ledger, payee, *, reference = None, until = None, offer = None, category = None))]
    fn new(
        ledger: &Bound<'_, PyAny>,
        payee: &Bound<'_, PyAny>,
        reference: Option<&Bound<'_, PyAny>>,
        until: Option<&Bound<'_, PyAny>>,
        offer: Option<&Bound<'_, PyAny>>,
        category: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let mut core = Core::new(id(ledger, "ledger")?, id(payee, "payee")?)
            .map_err(|error| errors::payment_request(&error))?;
        if let Some(reference) = maybe_id(reference, "reference")? {
            core = core.with_reference(reference);
        }
        if let Some(until) = maybe_day(until, "until")? {
            core = core.until(until);
        }
        if let Some(offer) = maybe_id(offer, "offer")? {
            core = core.for_offer(offer);
        }
        if let Some(category) = maybe_code(category, "category")? {
            core = core.of_category(category);
        }
        Ok(Self { core })
    }

    /// Reads a request, strictly: nothing is trimmed, decoded or guessed.
    ///
    /// Raises:
    ///     PaymentRequestError: With the code, the part and the byte. `not_a_request` is a text for another app,
    ///         `unknown_version` wants a newer library.
    #[classmethod]
    fn parse(_class: &Bound<'_, PyType>, text: &str) -> PyResult<Self> {
        let core = Core::parse(text).map_err(|error| errors::payment_request(&error))?;
        Ok(Self { core })
    }

    /// The same request, for an amount in the unit of the design.
    ///
    /// Raises:
    ///     TypeError: For a `float` or a `bool`.
    ///     MoneyError: If the amount is not exact, or does not fit.
    ///     PaymentRequestError: If it is not above zero.
    fn asking(&self, amount: &Bound<'_, PyAny>, design: &Design) -> PyResult<Self> {
        let amount = figure(amount, design)?;
        let core = self.core.clone().asking(amount, &design.core);
        Ok(Self { core: core.map_err(|error| errors::payment_request(&error))? })
    }

    /// The ledger it is for.
    #[getter]
    fn ledger(&self) -> String {
        self.core.ledger().to_string()
    }

    /// The account that is paid.
    #[getter]
    fn payee(&self) -> String {
        self.core.payee().to_string()
    }

    /// The unit of the amount, in capitals; `None` if the payer says how much.
    #[getter]
    fn unit(&self) -> Option<String> {
        self.core.amount().map(|amount| amount.unit().to_string())
    }

    /// The figure of the amount as a `decimal.Decimal`; `None` if the payer says how much.
    #[getter]
    fn figure<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let figure = self.core.amount().map(|amount| amount.figure().to_string());
        figure.map(|figure| decimal_type(py)?.call1((figure,))).transpose()
    }

    /// The payee's reference. An order that pays carries it as its `evidence`.
    #[getter]
    fn reference(&self) -> Option<String> {
        self.core.reference().map(|id| id.to_string())
    }

    /// The last day on which the payee wants to be paid so.
    #[getter]
    fn until<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDate>>> {
        self.core.last_day().map(|day| to_date(py, day)).transpose()
    }

    /// The offer or need that is paid.
    #[getter]
    fn offer(&self) -> Option<String> {
        self.core.offer().map(|id| id.to_string())
    }

    /// The category of the service that is paid.
    #[getter]
    fn category(&self) -> Option<String> {
        self.core.category().map(|code| code.to_string())
    }

    /// Whether its last day is over on this day.
    fn is_expired_on(&self, day: &Bound<'_, PyAny>) -> PyResult<bool> {
        Ok(self.core.is_expired_on(self::day(day, "day")?))
    }

    /// How much it asks in a ledger under its design; `None` if the payer says how much.
    ///
    /// Raises:
    ///     PaymentRequestError: If it is for another ledger or unit, or its figure does not fit the unit.
    fn resolve(&self, ledger: &Bound<'_, PyAny>, design: &Design) -> PyResult<Option<Amount>> {
        let amount = self.resolved(ledger, design)?.amount();
        Ok(amount.map(|amount| Amount { minor: amount.into(), scale: design.core.unit().scale }))
    }

    /// The `muntwerk.orders.Transfer` that pays it. For an open request `amount` is what the payer filled in;
    /// otherwise it may be left out, and can be no other than is asked.
    ///
    /// Raises:
    ///     TypeError: For a `float` or a `bool`.
    ///     PaymentRequestError: As `resolve`; and for no amount, another one, or nothing.
    #[pyo3(signature = (ledger, design, payer, amount = None))]
    fn to_transfer(
        &self,
        py: Python<'_>,
        ledger: &Bound<'_, PyAny>,
        design: &Design,
        payer: &Bound<'_, PyAny>,
        amount: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        let resolved = self.resolved(ledger, design)?;
        let filled_in = amount.map(|amount| figure(amount, design)).transpose()?;
        let transfer = resolved
            .to_transfer(id(payer, "payer")?, filled_in)
            .map_err(|error| errors::payment_request(&error))?;
        crate::typed::typed(py, "ask", &Ask::Transfer(transfer))
    }

    fn __str__(&self) -> String {
        self.core.to_string()
    }

    fn __repr__(&self) -> String {
        format!("PaymentRequest.parse(\"{}\")", self.core)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((py.get_type::<Self>().getattr("parse")?, (self.core.to_string(),)))
    }
}
