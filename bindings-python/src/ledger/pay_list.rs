//! The pay list, with the names and accounts that only the host knows.

use muntwerk::calendar::Instant;
use muntwerk::views::{Iban, PayList, Payees, Payer};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::Ledger;
use crate::day::{day, instant};
use crate::errors::MuntwerkError;
use crate::text;
use crate::typed::typed;

fn payees(table: &str) -> PyResult<Payees> {
    Payees::parse(table).map_err(|error| PyValueError::new_err(format!("payees: {error}")))
}

#[pymethods]
impl Ledger {
    /// The claims that are approved and not paid, those to be paid soonest first.
    fn pay_list(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let list = self.look_long(py, PayList::of)?;
        typed(py, "views.PayList", &list)
    }

    /// The pay list as CSV, with names and accounts.
    ///
    /// Args:
    ///     payees: A table `partner;name;iban` as text; it is kept by the host and stands in no journal.
    ///
    /// Raises:
    ///     ValueError: If the table cannot be read; it names the line.
    ///     MuntwerkError: If somebody who is to be paid does not stand in it.
    fn pay_list_csv(&self, py: Python<'_>, payees: &str) -> PyResult<String> {
        let payees = self::payees(payees)?;
        let written = self.look_long(py, |ledger| PayList::of(ledger).csv(&payees))?;
        written.map_err(|error| MuntwerkError::new_err(error.to_string()))
    }

    /// The pay list as a message for the bank: pain.001.
    ///
    /// Args:
    ///     payees: A table `partner;name;iban` as text.
    ///     name: The name on the account that pays.
    ///     iban: That account.
    ///     message: The id of the message: the bank takes each once.
    ///     on: The day on which the bank is to pay.
    ///     created: When the file is made: milliseconds since 1970, or an aware `datetime.datetime`.
    ///
    /// Raises:
    ///     ValueError: If the table or the account cannot be read.
    ///     MuntwerkError: If somebody is missing in the table, or there is nothing to pay.
    #[pyo3(signature = (payees, *, name, iban, message, on, created))]
    #[allow(clippy::too_many_arguments, reason = "what a bank wants to know")]
    fn pain_001(
        &self,
        py: Python<'_>,
        payees: &str,
        name: String,
        iban: &str,
        message: &Bound<'_, PyAny>,
        on: &Bound<'_, PyAny>,
        created: &Bound<'_, PyAny>,
    ) -> PyResult<String> {
        let payees = self::payees(payees)?;
        let iban: Iban = iban.parse().map_err(|error| PyValueError::new_err(format!("iban: {error}")))?;
        let created: Instant = instant(created, "created")?;
        let payer = Payer { name, iban, message: text::id(message, "message")?, created, on: day(on, "on")? };
        let written = self.look_long(py, |ledger| PayList::of(ledger).pain_001(&payer, &payees))?;
        written.map_err(|error| MuntwerkError::new_err(error.to_string()))
    }
}
