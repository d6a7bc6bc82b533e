//! The views of the core, each as its Python class.

use muntwerk::calendar::Day;
use muntwerk::dense::LotNo;
use muntwerk::ledger::Ledger as Core;
use muntwerk::views::{
    Allowances, Budgets, Consignments, Ending, OfficeSheet, Overview, PartnerTotals, Quiet, RedemptionSlip,
    Refusals, Reserve, SeriesReport, SettlementList, Statement, ToDo, TrialBalance, WaitingLines, WhyBalance,
    WhyCap, WhyDate, WhyLimit,
};
use pyo3::prelude::*;
use serde::Serialize;

use super::Ledger;
use crate::day::{day, maybe_day};
use crate::errors::{UnknownError, unknown};
use crate::text;
use crate::typed::{all_typed, typed};

impl Ledger {
    fn view<V: Serialize + Send>(
        &self,
        py: Python<'_>,
        class: &str,
        of: impl FnOnce(&Core) -> V + Send,
    ) -> PyResult<Py<PyAny>> {
        let view = self.look_long(py, of)?;
        typed(py, &format!("views.{class}"), &view)
    }
}

/// The first and the last day of a question: all of the ledger's, unless they are given.
pub(super) fn span(ledger: &Core, start: Option<Day>, through: Option<Day>) -> (Day, Day) {
    let first = ledger.state().designs().first_day();
    (start.unwrap_or(first), through.unwrap_or(ledger.day()))
}

#[pymethods]
impl Ledger {
    /// Every account with its balance, and totals by kind. They sum to zero.
    fn trial_balance(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.view(py, "TrialBalance", TrialBalance::of)
    }

    /// What came and went on an account between two days, and what is on it now.
    ///
    /// Args:
    ///     account: Whose.
    ///     start: The first day; the ledger's first unless it is given.
    ///     through: The last day; the current one unless it is given.
    ///
    /// Raises:
    ///     UnknownError: If there is no such account.
    #[pyo3(signature = (account, start = None, through = None))]
    fn statement(
        &self,
        py: Python<'_>,
        account: &Bound<'_, PyAny>,
        start: Option<&Bound<'_, PyAny>>,
        through: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        let id = text::id(account, "account")?;
        let (start, through) = (maybe_day(start, "start")?, maybe_day(through, "through")?);
        let found = self.look_long(py, |ledger| {
            let (start, through) = span(ledger, start, through);
            Statement::of(ledger, &id, start, through)
        })?;
        typed(py, "views.Statement", &found.ok_or_else(|| unknown("account", id))?)
    }

    /// The currency at a glance: what came in, what is out, what ends, who takes part.
    ///
    /// Args:
    ///     start: The first day of what is called recent; the ledger's first unless it is given.
    #[pyo3(signature = (start = None))]
    fn overview(&self, py: Python<'_>, start: Option<&Bound<'_, PyAny>>) -> PyResult<Py<PyAny>> {
        let start = maybe_day(start, "start")?;
        self.view(py, "Overview", move |ledger| Overview::of(ledger, span(ledger, start, None).0))
    }

    /// Units that end up to a day: when, whose, how many, and whether their notice was given.
    fn ending(&self, py: Python<'_>, through: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        let through = day(through, "through")?;
        self.view(py, "Ending", move |ledger| Ending::of(ledger, through))
    }

    /// Accounts on which nothing was done for so many days.
    fn quiet(&self, py: Python<'_>, days: u16) -> PyResult<Py<PyAny>> {
        self.view(py, "Quiet", move |ledger| Quiet::of(ledger, days))
    }

    /// What partners issued and took in between two days, in units and at the value of the day in euro.
    #[pyo3(signature = (start = None, through = None))]
    fn partner_totals(
        &self,
        py: Python<'_>,
        start: Option<&Bound<'_, PyAny>>,
        through: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        let (start, through) = (maybe_day(start, "start")?, maybe_day(through, "through")?);
        self.view(py, "PartnerTotals", move |ledger| {
            let (start, through) = span(ledger, start, through);
            PartnerTotals::of(ledger, start, through)
        })
    }

    /// What partners may still issue, and what all can still earn together.
    fn budgets(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.view(py, "Budgets", Budgets::of)
    }

    /// What every partner is still to be paid, and what the units that are out may come to cost.
    fn settlement_list(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.view(py, "SettlementList", SettlementList::of)
    }

    /// Whether the euro that back the units are there.
    fn reserve(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.view(py, "EuroReserve", Reserve::of)
    }

    /// Notes of every series by where they are.
    fn series_report(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.view(py, "SeriesReport", SeriesReport::of)
    }

    /// Refusals by code and month.
    fn refusals(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.view(py, "Refusals", Refusals::of)
    }

    /// Notes under way, of one carrier or of all.
    #[pyo3(signature = (carrier = None))]
    fn consignments(&self, py: Python<'_>, carrier: Option<&Bound<'_, PyAny>>) -> PyResult<Py<PyAny>> {
        let carrier = text::maybe_id(carrier, "carrier")?;
        self.view(py, "Consignments", move |ledger| Consignments::of(ledger, carrier.as_ref()))
    }

    /// What waits for somebody at the offices and at the bank.
    fn to_do(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.view(py, "ToDo", ToDo::of)
    }

    /// Who waits for pieces of an offer, line by line, the first first; whoever is called is to be told.
    fn waiting_lines(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.view(py, "WaitingLines", WaitingLines::of)
    }

    /// An office's day: what it did, what should lie in its drawers, what was counted. `None` if it did not
    /// count on that day.
    #[pyo3(signature = (office, on))]
    fn office_sheet(
        &self,
        py: Python<'_>,
        office: &Bound<'_, PyAny>,
        on: &Bound<'_, PyAny>,
    ) -> PyResult<Option<Py<PyAny>>> {
        let (office, on) = (text::id(office, "office")?, day(on, "on")?);
        let found = self.look_long(py, |ledger| OfficeSheet::of(ledger, &office, on))?;
        found.map(|sheet| typed(py, "views.OfficeSheet", &sheet)).transpose()
    }

    /// What a redemption came to, by the number of its record; `None` if that record is no redemption.
    fn redemption_slip(&self, py: Python<'_>, record: u64) -> PyResult<Option<Py<PyAny>>> {
        let found = self.look(py, |ledger| RedemptionSlip::of(ledger, record))?;
        found.map(|slip| typed(py, "views.RedemptionSlip", &slip)).transpose()
    }

    /// What was granted in a year by earner and day, at the value of the day in euro.
    #[pyo3(signature = (year, *, partner = None, activities = None))]
    fn allowances(
        &self,
        py: Python<'_>,
        year: i16,
        partner: Option<&Bound<'_, PyAny>>,
        activities: Option<Vec<Bound<'_, PyAny>>>,
    ) -> PyResult<Py<PyAny>> {
        let partner = text::maybe_id(partner, "partner")?;
        let activities: PyResult<Vec<_>> =
            activities.iter().flatten().map(|one| text::code(one, "activities")).collect();
        let activities = activities?;
        self.view(py, "Allowances", move |ledger| Allowances::of(ledger, year, partner, &activities))
    }

    /// Why a balance is what it is: what came and went, by kind and partner.
    ///
    /// Raises:
    ///     UnknownError: If there is no such account.
    fn why_balance(&self, py: Python<'_>, account: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        let id = text::id(account, "account")?;
        let found = self.look_long(py, |ledger| WhyBalance::of(ledger, &id))?;
        typed(py, "views.WhyBalance", &found.ok_or_else(|| unknown("account", id))?)
    }

    /// Why an account may pay and receive what it may.
    ///
    /// Raises:
    ///     UnknownError: If there is no such account of a participant.
    fn why_limit(&self, py: Python<'_>, account: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        let id = text::id(account, "account")?;
        let found = self.look(py, |ledger| WhyLimit::of(ledger, &id))?;
        typed(py, "views.WhyLimit", &found.ok_or_else(|| unknown("account of a participant", id))?)
    }

    /// Why a piece of a lot on an account ends when it does.
    ///
    /// Raises:
    ///     UnknownError: If nothing of that lot is on the account.
    fn why_date(&self, py: Python<'_>, account: &Bound<'_, PyAny>, lot: u32) -> PyResult<Py<PyAny>> {
        let id = text::id(account, "account")?;
        let found = self.look(py, |ledger| {
            let lots = ledger.state().books().lots();
            let number: Option<LotNo> = lots.map(|(number, _)| number).find(|number| number.get() == lot);
            number.and_then(|number| WhyDate::of(ledger, &id, number))
        })?;
        let missing = || UnknownError::new_err(format!("nothing of lot {lot} is on {id}"));
        typed(py, "views.WhyDate", &found.ok_or_else(missing)?)
    }

    /// What can still be earned today: on an account, at a partner, or by all together if neither is given.
    #[pyo3(signature = (*, account = None, partner = None))]
    fn why_caps(
        &self,
        py: Python<'_>,
        account: Option<&Bound<'_, PyAny>>,
        partner: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        let account = text::maybe_id(account, "account")?;
        let partner = text::maybe_id(partner, "partner")?;
        let found = self.look(py, |ledger| match (account, partner) {
            (Some(account), _) => WhyCap::of_account(ledger, &account),
            (None, Some(partner)) => WhyCap::of_partner(ledger, &partner),
            (None, None) => WhyCap::of_currency(ledger),
        })?;
        all_typed(py, "views.WhyCap", found)
    }
}
