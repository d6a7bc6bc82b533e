//! What the books hold now: accounts and their lots, notes and euro by place, what waits and what is open.

use muntwerk::books::{Account as CoreAccount, CounterKey, EuroPlace};
use muntwerk::calendar::Day;
use muntwerk::dense::LotNo;
use muntwerk::id::{Code, Id};
use muntwerk::ledger::Ledger as Core;
use muntwerk::money::{Amount, Balance};
use muntwerk::office::Place;

use super::Ledger;
use crate::error::{MuntwerkError, unknown};
use crate::mirror::{FromCore, each};
use crate::types::{
    Acceptance, AccountKind, AccountState, Claim, Mandate, OfficeDay, OriginKind, Pending, Reservation,
    Sending,
};

/// Everything the books hold now.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct BooksNow {
    /// Every account in the order in which they were opened; those of the chart too.
    pub accounts: Vec<AccountNow>,
    /// Every lot that was ever issued, by number.
    pub lots: Vec<LotNow>,
    /// Where notes are.
    pub notes: Vec<NotesAt>,
    /// Where euro are; they sum to zero.
    pub euro: Vec<EuroAt>,
    /// How every office stands that ever opened.
    pub offices: Vec<OfficeNow>,
    /// Every sending of notes that has not arrived.
    pub sendings: Vec<Sending>,
    /// Every order that waits for somebody.
    pub pending: Vec<Pending>,
    /// Every open reservation.
    pub reservations: Vec<Reservation>,
    /// Everything that partners took in and have not claimed.
    pub acceptances: Vec<Acceptance>,
    /// Every claim of a partner.
    pub claims: Vec<Claim>,
    /// Every mandate that was ever given.
    pub mandates: Vec<Mandate>,
    /// Pieces of offers that partners have and nobody has reserved.
    pub stock: Vec<StockNow>,
}

/// An account as it stands.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct AccountNow {
    /// Its id.
    pub id: Id,
    /// What it is for.
    pub kind: AccountKind,
    /// Its state.
    pub state: AccountState,
    /// The day it was opened.
    pub opened_on: Day,
    /// What it holds less what it has drawn. In minor units.
    pub balance: Balance,
    /// What was paid beyond what it held and is not earned back. In minor units.
    pub drawn: Amount,
    /// The part of it that reversals caused. In minor units.
    pub technical_debt: Amount,
    /// Who holds it.
    pub holders: Vec<Id>,
    /// What it holds, in spending order.
    pub lots: Vec<HeldNow>,
}

/// Units of one lot on an account.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct HeldNow {
    /// Which lot.
    pub lot: u32,
    /// How much of it. In minor units.
    pub amount: Amount,
    /// The day on which the units were earned.
    pub earned_on: Day,
    /// The last day on which they can be spent, if they end.
    pub ends_on: Option<Day>,
}

/// Units of one origin and one life.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct LotNow {
    /// Its number.
    pub lot: u32,
    /// How the units came to be.
    pub kind: OriginKind,
    /// Through which account.
    pub through: Id,
    /// The day on which they were earned.
    pub earned_on: Day,
    /// The last day on which they can be spent, if they end.
    pub ends_on: Option<Day>,
    /// The lot they were before, of renewed units.
    pub parent: Option<u32>,
    /// How many were issued. In minor units.
    pub issued: Amount,
    /// How many of them somebody holds. In minor units.
    pub outstanding: Amount,
}

/// Pieces of paper in one place.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct NotesAt {
    /// Where.
    pub place: Place,
    /// Which series.
    pub series: Code,
    /// The face. In minor units.
    pub face: Amount,
    /// How many; what was printed is counted below zero.
    pub pieces: i64,
}

/// Euro in one place.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct EuroAt {
    /// Where.
    pub place: EuroPlace,
    /// How many cents.
    pub cents: i64,
}

/// How an office stands.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct OfficeNow {
    /// Which office.
    pub office: Id,
    /// How it stands.
    pub day: OfficeDay,
}

/// Pieces of an offer that a partner has and nobody has reserved.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct StockNow {
    /// Whose.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// How many.
    pub pieces: i64,
}

#[uniffi::export]
impl Ledger {
    /// Everything the books hold now.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn books(&self) -> Result<BooksNow, MuntwerkError> {
        Ok(BooksNow::from_core(&*self.lock()?))
    }

    /// An account as it stands.
    ///
    /// # Errors
    /// [`MuntwerkError::Unknown`] if there is none.
    pub fn account(&self, account: Id) -> Result<AccountNow, MuntwerkError> {
        let ledger = self.lock()?;
        let found = ledger.state().books().find(&account);
        found.map(|found| self::account(&ledger, found)).ok_or_else(|| unknown("account", account))
    }

    /// Whether somebody may see an account.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn may_see(&self, actor: Id, account: Id) -> Result<bool, MuntwerkError> {
        Ok(self.lock()?.may_see(&actor, &account))
    }
}

impl FromCore<Core> for BooksNow {
    fn from_core(core: &Core) -> Self {
        let (state, books) = (core.state(), core.state().books());
        let notes = books.paper().iter().map(|(note, place, pieces)| NotesAt {
            place,
            series: note.series,
            face: note.face,
            pieces,
        });
        let offices = state.offices().days();
        let stock = state.counters().iter().filter_map(|(key, pieces)| match key {
            CounterKey::Stock { partner, reward } => {
                Some(StockNow { partner: *partner, reward: *reward, pieces: pieces.minor() })
            }
            _ => None,
        });
        Self {
            accounts: books.accounts().map(|(_, one)| account(core, one)).collect(),
            lots: books.lots().map(lot).collect(),
            notes: notes.collect(),
            euro: books.euro().iter().map(|(place, cents)| EuroAt { place, cents }).collect(),
            offices: offices
                .map(|(office, day)| OfficeNow { office: *office, day: OfficeDay::from_core(day) })
                .collect(),
            sendings: each(state.offices().sendings()),
            pending: each(state.pendings().iter()),
            reservations: each(state.reservations().iter()),
            acceptances: each(state.settlements().open()),
            claims: each(state.settlements().claims()),
            mandates: each(state.people().mandates()),
            stock: stock.collect(),
        }
    }
}

fn account(ledger: &Core, one: &CoreAccount) -> AccountNow {
    let (people, books) = (ledger.state().people(), ledger.state().books());
    let holders = one.holders().iter().filter_map(|row| people.person(*row)).map(|person| person.id());
    let held = one.holdings().iter().filter_map(|(lot, amount)| {
        let facts = books.lot(lot)?.facts();
        Some(HeldNow { lot: lot.get(), amount, earned_on: facts.earned_on, ends_on: facts.ends_on })
    });
    AccountNow {
        id: one.id(),
        kind: AccountKind::from_core(&one.kind()),
        state: AccountState::from_core(&one.state()),
        opened_on: one.opened_on(),
        balance: one.balance(),
        drawn: one.drawn(),
        technical_debt: one.technical_debt(),
        holders: holders.collect(),
        lots: held.collect(),
    }
}

fn lot((number, lot): (LotNo, &muntwerk::books::Lot)) -> LotNow {
    let facts = lot.facts();
    LotNow {
        lot: number.get(),
        kind: OriginKind::from_core(&facts.origin.kind),
        through: facts.origin.account.id(),
        earned_on: facts.earned_on,
        ends_on: facts.ends_on,
        parent: facts.parent.map(LotNo::get),
        issued: lot.issued(),
        outstanding: lot.outstanding(),
    }
}
