//! The views of the core: each is one call and one screen.

use muntwerk::calendar::Day;
use muntwerk::dense::LotNo;
use muntwerk::id::{Code, Id};
use muntwerk::views as core;

use super::{Ledger, span};
use crate::error::{MuntwerkError, unknown};
use crate::types::{
    Allowances, Budgets, Consignments, Ending, EuroReserve, OfficeSheet, Overview, PartnerTotals, Quiet,
    RedemptionSlip, Refusals, SeriesReport, SettlementList, Statement, ToDo, TrialBalance, WaitingLines,
    WhyBalance, WhyCap, WhyDate, WhyLimit,
};

#[uniffi::export]
impl Ledger {
    /// Every account with its balance, and totals by kind. They sum to zero.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault, as for every view.
    pub fn trial_balance(&self) -> Result<TrialBalance, MuntwerkError> {
        self.view(core::TrialBalance::of)
    }

    /// What came and went on an account between two days, and what is on it now: all days unless they are
    /// given.
    ///
    /// # Errors
    /// [`MuntwerkError::Unknown`] if there is no such account.
    #[uniffi::method(default(start = None, through = None))]
    pub fn statement(
        &self,
        account: Id,
        start: Option<Day>,
        through: Option<Day>,
    ) -> Result<Statement, MuntwerkError> {
        let found: Option<Statement> = self.view(|ledger| {
            let (start, through) = span(ledger, start, through);
            core::Statement::of(ledger, &account, start, through)
        })?;
        found.ok_or_else(|| unknown("account", account))
    }

    /// The currency at a glance: what came in, what is out, what ends, who takes part. `start` is the first day
    /// of what is called recent.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    #[uniffi::method(default(start = None))]
    pub fn overview(&self, start: Option<Day>) -> Result<Overview, MuntwerkError> {
        self.view(|ledger| core::Overview::of(ledger, span(ledger, start, None).0))
    }

    /// Units that end up to a day: when, whose, how many, and whether their notice was given.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn ending(&self, through: Day) -> Result<Ending, MuntwerkError> {
        self.view(|ledger| core::Ending::of(ledger, through))
    }

    /// Accounts on which nothing was done for so many days.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn quiet(&self, days: u16) -> Result<Quiet, MuntwerkError> {
        self.view(|ledger| core::Quiet::of(ledger, days))
    }

    /// What partners issued and took in between two days, in units and at the value of the day in euro.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    #[uniffi::method(default(start = None, through = None))]
    pub fn partner_totals(
        &self,
        start: Option<Day>,
        through: Option<Day>,
    ) -> Result<PartnerTotals, MuntwerkError> {
        self.view(|ledger| {
            let (start, through) = span(ledger, start, through);
            core::PartnerTotals::of(ledger, start, through)
        })
    }

    /// What partners may still issue, and what all can still earn together.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn budgets(&self) -> Result<Budgets, MuntwerkError> {
        self.view(core::Budgets::of)
    }

    /// What every partner is still to be paid, and what the units that are out may come to cost.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn settlement_list(&self) -> Result<SettlementList, MuntwerkError> {
        self.view(core::SettlementList::of)
    }

    /// Whether the euro that back the units are there.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn reserve(&self) -> Result<EuroReserve, MuntwerkError> {
        self.view(core::Reserve::of)
    }

    /// Notes of every series by where they are.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn series_report(&self) -> Result<SeriesReport, MuntwerkError> {
        self.view(core::SeriesReport::of)
    }

    /// Refusals by code and month.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn refusals(&self) -> Result<Refusals, MuntwerkError> {
        self.view(core::Refusals::of)
    }

    /// Notes under way, of one carrier or of all.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    #[uniffi::method(default(carrier = None))]
    pub fn consignments(&self, carrier: Option<Id>) -> Result<Consignments, MuntwerkError> {
        self.view(|ledger| core::Consignments::of(ledger, carrier.as_ref()))
    }

    /// What waits for somebody at the offices and at the bank.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn to_do(&self) -> Result<ToDo, MuntwerkError> {
        self.view(core::ToDo::of)
    }

    /// Who waits for pieces of an offer, line by line, the first first; whoever is called is to be told.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn waiting_lines(&self) -> Result<WaitingLines, MuntwerkError> {
        self.view(core::WaitingLines::of)
    }

    /// An office's day: what it did, what should lie in its drawers, what was counted. Nothing if it did not
    /// count on that day.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn office_sheet(&self, office: Id, on: Day) -> Result<Option<OfficeSheet>, MuntwerkError> {
        self.view(|ledger| core::OfficeSheet::of(ledger, &office, on))
    }

    /// What a redemption came to, by the number of its record; nothing if that record is no redemption.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn redemption_slip(&self, record: u64) -> Result<Option<RedemptionSlip>, MuntwerkError> {
        self.view(|ledger| core::RedemptionSlip::of(ledger, record))
    }

    /// What was granted in a year by earner and day, at the value of the day in euro.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    #[uniffi::method(default(partner = None, activities = []))]
    pub fn allowances(
        &self,
        year: i16,
        partner: Option<Id>,
        activities: Vec<Code>,
    ) -> Result<Allowances, MuntwerkError> {
        self.view(|ledger| core::Allowances::of(ledger, year, partner, &activities))
    }

    /// Why a balance is what it is: what came and went, by kind and partner.
    ///
    /// # Errors
    /// [`MuntwerkError::Unknown`] if there is no such account.
    pub fn why_balance(&self, account: Id) -> Result<WhyBalance, MuntwerkError> {
        let found: Option<WhyBalance> = self.view(|ledger| core::WhyBalance::of(ledger, &account))?;
        found.ok_or_else(|| unknown("account", account))
    }

    /// Why an account may pay and receive what it may.
    ///
    /// # Errors
    /// [`MuntwerkError::Unknown`] if there is no such account of a participant.
    pub fn why_limit(&self, account: Id) -> Result<WhyLimit, MuntwerkError> {
        let found: Option<WhyLimit> = self.view(|ledger| core::WhyLimit::of(ledger, &account))?;
        found.ok_or_else(|| unknown("account of a participant", account))
    }

    /// Why a piece of a lot on an account ends when it does.
    ///
    /// # Errors
    /// [`MuntwerkError::Unknown`] if nothing of that lot is on the account.
    pub fn why_date(&self, account: Id, lot: u32) -> Result<WhyDate, MuntwerkError> {
        let found: Option<WhyDate> = self.view(|ledger| {
            let mut lots = ledger.state().books().lots().map(|(number, _)| number);
            let number: Option<LotNo> = lots.find(|number| number.get() == lot);
            number.and_then(|number| core::WhyDate::of(ledger, &account, number))
        })?;
        found.ok_or_else(|| unknown("lot", format!("{lot} on {account}")))
    }

    /// What can still be earned today: on an account, at a partner, or by all together if neither is given.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    #[uniffi::method(default(account = None, partner = None))]
    pub fn why_caps(&self, account: Option<Id>, partner: Option<Id>) -> Result<Vec<WhyCap>, MuntwerkError> {
        self.view(|ledger| match (account, partner) {
            (Some(account), _) => core::WhyCap::of_account(ledger, &account),
            (None, Some(partner)) => core::WhyCap::of_partner(ledger, &partner),
            (None, None) => core::WhyCap::of_currency(ledger),
        })
    }
}
