//! What the books hold now: accounts and their lots, notes and euro by place, what waits and what is open.

use muntwerk::books::{
    Account as CoreAccount, AccountState, Books as CoreBooks, CounterKey, Lot as CoreLot, OriginKind,
};
use muntwerk::calendar::Day;
use muntwerk::dense::LotNo;
use muntwerk::id::Id;
use muntwerk::ledger::Ledger as Core;
use muntwerk::money::{Amount as CoreAmount, Balance};
use muntwerk::people::AccountKind;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use serde::Serialize;

use super::Ledger;
use crate::amount::Amount;
use crate::errors::unknown;
use crate::text;
use crate::typed::{all_typed, typed};

/// An account as it stands, as `muntwerk.records.Account` has it.
#[derive(Serialize)]
struct Account {
    id: Id,
    kind: AccountKind,
    state: AccountState,
    opened_on: Day,
    balance: Balance,
    drawn: CoreAmount,
    technical_debt: CoreAmount,
    holders: Vec<Id>,
    lots: Vec<Held>,
}

/// Units of one lot on an account.
#[derive(Serialize)]
struct Held {
    lot: u32,
    amount: CoreAmount,
    earned_on: Day,
    ends_on: Option<Day>,
}

/// A lot: units of one origin and one life.
#[derive(Serialize)]
struct Lot {
    lot: u32,
    kind: OriginKind,
    through: Id,
    earned_on: Day,
    ends_on: Option<Day>,
    parent: Option<u32>,
    issued: CoreAmount,
    outstanding: CoreAmount,
}

fn lot((number, lot): (LotNo, &CoreLot)) -> Lot {
    let facts = lot.facts();
    Lot {
        lot: number.get(),
        kind: facts.origin.kind,
        through: facts.origin.account.id(),
        earned_on: facts.earned_on,
        ends_on: facts.ends_on,
        parent: facts.parent.map(LotNo::get),
        issued: lot.issued(),
        outstanding: lot.outstanding(),
    }
}

/// Pieces of paper in one place.
#[derive(Serialize)]
struct NotesAt {
    place: String,
    series: String,
    face: CoreAmount,
    pieces: i64,
}

/// Pieces of an offer that a partner has and nobody has reserved.
#[derive(Serialize)]
struct InStock {
    partner: Id,
    reward: String,
    pieces: CoreAmount,
}

fn account(ledger: &Core, books: &CoreBooks, one: &CoreAccount) -> Account {
    let people = ledger.state().people();
    let holders = one.holders().iter().filter_map(|row| people.person(*row)).map(|person| person.id());
    let held = one.holdings().iter().filter_map(|(lot, amount)| {
        let facts = books.lot(lot)?.facts();
        Some(Held { lot: lot.get(), amount, earned_on: facts.earned_on, ends_on: facts.ends_on })
    });
    Account {
        id: one.id(),
        kind: one.kind(),
        state: one.state(),
        opened_on: one.opened_on(),
        balance: one.balance(),
        drawn: one.drawn(),
        technical_debt: one.technical_debt(),
        holders: holders.collect(),
        lots: held.collect(),
    }
}

#[pymethods]
impl Ledger {
    /// The balance of an account; below zero it is a debt.
    ///
    /// Raises:
    ///     UnknownError: If there is no such account.
    fn balance(&self, py: Python<'_>, account: &Bound<'_, PyAny>) -> PyResult<Amount> {
        let id = text::id(account, "account")?;
        let found = self.look(py, |ledger| {
            let minor = ledger.state().books().find(&id)?.balance();
            Some(Amount { minor, scale: ledger.design().unit().scale })
        })?;
        found.ok_or_else(|| unknown("account", id))
    }

    /// An account as it stands: state, balance, holders, and the lots on it in spending order.
    ///
    /// Raises:
    ///     UnknownError: If there is no such account.
    fn account(&self, py: Python<'_>, account: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        let id = text::id(account, "account")?;
        let found = self.look(py, |ledger| {
            let books = ledger.state().books();
            books.find(&id).map(|one| self::account(ledger, books, one))
        })?;
        typed(py, "records.Account", &found.ok_or_else(|| unknown("account", id))?)
    }

    /// Every account as it stands, in the order in which they were opened; those of the chart too.
    fn accounts(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let found: Vec<Account> = self.look_long(py, |ledger| {
            let books = ledger.state().books();
            books.accounts().map(|(_, one)| account(ledger, books, one)).collect()
        })?;
        all_typed(py, "records.Account", found)
    }

    /// Every lot that was ever issued, by number.
    fn lots(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let found: Vec<Lot> =
            self.look_long(py, |ledger| ledger.state().books().lots().map(lot).collect())?;
        all_typed(py, "records.Lot", found)
    }

    /// Where notes are: pieces by place, series and face.
    fn notes(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let found: Vec<NotesAt> = self.look(py, |ledger| {
            let paper = ledger.state().books().paper();
            paper
                .iter()
                .map(|(note, place, pieces)| NotesAt {
                    place: place.to_string(),
                    series: note.series.to_string(),
                    face: note.face,
                    pieces,
                })
                .collect()
        })?;
        all_typed(py, "records.NotesAt", found)
    }

    /// Euro by place, in cents. They sum to zero.
    #[pyo3(signature = () -> "dict[str, int]")]
    fn euro<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let found: Vec<(String, i64)> = self.look(py, |ledger| {
            ledger.state().books().euro().iter().map(|(place, cents)| (place.to_string(), cents)).collect()
        })?;
        let euro = PyDict::new(py);
        found.into_iter().try_for_each(|(place, cents)| euro.set_item(place, cents))?;
        Ok(euro)
    }

    /// How every office stands that ever opened.
    fn offices<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let found: Vec<_> = self.look(py, |ledger| {
            ledger.state().offices().days().map(|(office, day)| (office.to_string(), day.clone())).collect()
        })?;
        let offices = PyDict::new(py);
        for (office, day) in found {
            offices.set_item(office, typed(py, "books.OfficeDay", &day)?)?;
        }
        Ok(offices)
    }

    /// Every sending of notes that has not arrived.
    fn sendings(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let found: Vec<_> = self.look(py, |ledger| ledger.state().offices().sendings().cloned().collect())?;
        all_typed(py, "books.Sending", found)
    }

    /// Every order that waits for somebody.
    fn pending(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let found: Vec<_> = self.look(py, |ledger| ledger.state().pendings().iter().cloned().collect())?;
        all_typed(py, "books.Pending", found)
    }

    /// Every open reservation.
    fn reservations(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let found: Vec<_> =
            self.look(py, |ledger| ledger.state().reservations().iter().cloned().collect())?;
        all_typed(py, "books.Reservation", found)
    }

    /// Everything that partners took in and have not claimed.
    fn acceptances(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let found: Vec<_> = self.look(py, |ledger| ledger.state().settlements().open().cloned().collect())?;
        all_typed(py, "books.Acceptance", found)
    }

    /// Every claim of a partner.
    fn claims(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let found: Vec<_> =
            self.look(py, |ledger| ledger.state().settlements().claims().cloned().collect())?;
        all_typed(py, "books.Claim", found)
    }

    /// Every mandate that was ever given.
    fn mandates(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let found: Vec<_> = self.look(py, |ledger| ledger.state().people().mandates().cloned().collect())?;
        all_typed(py, "books.Mandate", found)
    }

    /// Pieces of offers that partners have and nobody has reserved.
    fn stock(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let found: Vec<InStock> = self.look(py, |ledger| {
            let in_stock = |(key, pieces): (&CounterKey, CoreAmount)| match key {
                CounterKey::Stock { partner, reward } => {
                    Some(InStock { partner: *partner, reward: reward.to_string(), pieces })
                }
                _ => None,
            };
            ledger.state().counters().iter().filter_map(in_stock).collect()
        })?;
        all_typed(py, "records.InStock", found)
    }

    /// Whether somebody may see an account.
    fn may_see(
        &self,
        py: Python<'_>,
        actor: &Bound<'_, PyAny>,
        account: &Bound<'_, PyAny>,
    ) -> PyResult<bool> {
        let (actor, account) = (text::id(actor, "actor")?, text::id(account, "account")?);
        self.look(py, |ledger| ledger.may_see(&actor, &account))
    }
}
