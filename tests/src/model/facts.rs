//! What happened, as a list, and what it adds up to. Nothing is kept up to date: every figure is
//! counted anew from the first entry on.

use std::collections::BTreeMap;

use muntwerk::books::{AccountKind, AccountState};
use muntwerk::calendar::Day;
use muntwerk::id::{Id, OrderId};
use muntwerk::orders::{Ask, Order, RefusalCode};

use super::{Model, Own};

/// The largest figure the books carry: 2^53 - 1.
pub const MOST: i64 = 9_007_199_254_740_991;

/// Units of one origin and one life.
#[derive(Clone, Debug, PartialEq)]
pub struct Lot {
    /// The day they were earned, or the first of that month.
    pub earned: Day,
    /// Their last day.
    pub end: Option<Day>,
    /// What made them.
    pub kind: LotKind,
    /// The account they came from.
    pub from: Id,
    /// The lot they were before.
    pub parent: Option<usize>,
}

/// What made a lot.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum LotKind {
    Award,
    Credit,
    Renewed,
}

/// What an entry does to one account.
#[derive(Clone, Debug)]
pub struct Leg {
    /// Which account.
    pub account: Id,
    /// Added to the balance.
    pub amount: i64,
    /// Lots and how much comes, or goes when below zero.
    pub pieces: Vec<(usize, i64)>,
    /// Added to what is drawn.
    pub drawn: i64,
    /// Added to the technical part of it.
    pub technical: i64,
}

/// One entry.
#[derive(Clone, Debug)]
pub struct Booked {
    /// The order behind it; a step of a closing has the closing's.
    pub order: Order,
    /// What was asked; in a completed order, the order inside.
    pub asked: Ask,
    /// The ledger's day.
    pub day: Day,
    /// What moved.
    pub legs: Vec<Leg>,
    /// How much was issued of which lot.
    pub issues: Vec<(usize, i64)>,
    /// The order it takes back.
    pub takes_back: Option<OrderId>,
}

/// An account.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its id.
    pub id: Id,
    /// What it is for; `None` for the chart.
    pub kind: Option<AccountKind>,
    /// Who holds it.
    pub holders: Vec<Id>,
    /// Its state.
    pub state: AccountState,
    /// Since when it has been in that state.
    pub since: Day,
    /// When a holder last did something.
    pub acted: Day,
    /// When they were warned of being quiet.
    pub warned: Option<Day>,
    /// When it was opened.
    pub opened: Day,
    /// What was decided about its limits.
    pub own: Own,
}

impl Account {
    /// An account that was opened on a day.
    pub fn new(id: Id, kind: Option<AccountKind>, holders: Vec<Id>, on: Day) -> Self {
        let own = Own::default();
        Self {
            id,
            kind,
            holders,
            state: AccountState::Active,
            since: on,
            acted: on,
            warned: None,
            opened: on,
            own,
        }
    }

    /// Since when nobody did anything with it.
    pub fn quiet_since(&self) -> Day {
        self.acted.max(self.since)
    }
}

/// A notice.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Whose.
    pub account: Id,
    /// About which end.
    pub end: Day,
    /// When it was given.
    pub given: Day,
    /// Whether it arrived, and the day that was recorded.
    pub outcome: Option<(bool, Day)>,
}

/// The figure, or an overflow.
pub(super) fn in_range(figure: i128) -> Result<i64, RefusalCode> {
    let fits = figure.abs() <= i128::from(MOST);
    if fits { Ok(i64::try_from(figure).unwrap()) } else { Err(RefusalCode::Overflow) }
}

impl Model {
    fn legs_of(&self, account: Id) -> impl Iterator<Item = &Leg> {
        self.booked.iter().flat_map(|booked| &booked.legs).filter(move |leg| leg.account == account)
    }

    /// An account's balance.
    pub fn balance(&self, account: Id) -> i64 {
        self.legs_of(account).map(|leg| leg.amount).sum()
    }

    /// What it has drawn.
    pub fn drawn(&self, account: Id) -> i64 {
        self.legs_of(account).map(|leg| leg.drawn).sum()
    }

    /// The technical part of it.
    pub fn technical(&self, account: Id) -> i64 {
        self.legs_of(account).map(|leg| leg.technical).sum()
    }

    /// The lots it holds, in the order in which they are spent.
    pub fn held(&self, account: Id) -> Vec<(usize, i64)> {
        let mut held: BTreeMap<usize, i64> = BTreeMap::new();
        for (lot, amount) in self.legs_of(account).flat_map(|leg| &leg.pieces) {
            *held.entry(*lot).or_default() += amount;
        }
        let mut held: Vec<_> = held.into_iter().filter(|(_, amount)| *amount != 0).collect();
        held.sort_by_key(|(lot, _)| {
            let facts = &self.lots[*lot];
            let first = if self.rules.oldest_first { Some(facts.earned) } else { facts.end };
            (first.is_none(), first, *lot)
        });
        held
    }

    /// How much it holds of each end.
    pub fn held_by_end(&self, account: Id) -> BTreeMap<Option<Day>, i64> {
        let mut by_end = BTreeMap::new();
        for (lot, amount) in self.held(account) {
            *by_end.entry(self.lots[lot].end).or_default() += amount;
        }
        by_end
    }

    /// How much of a lot was ever issued.
    pub fn issued(&self, lot: usize) -> i64 {
        self.booked
            .iter()
            .flat_map(|booked| &booked.issues)
            .filter(|(of, _)| *of == lot)
            .map(|(_, much)| much)
            .sum()
    }

    /// Whether a cohort can still grow: its day can still be named, or it was opened today.
    pub fn takes_more(&self, lot: usize) -> bool {
        let first = self.booked.iter().find(|booked| booked.issues.iter().any(|(of, _)| *of == lot));
        self.lots[lot].earned >= self.closed_before || first.is_some_and(|booked| booked.day == self.day)
    }

    /// An account.
    pub fn account(&self, id: Id) -> Result<&Account, RefusalCode> {
        self.accounts.iter().find(|account| account.id == id).ok_or(RefusalCode::AccountUnknown)
    }

    /// A participant's account.
    pub fn participant(&self, id: Id) -> Result<&Account, RefusalCode> {
        let account = self.account(id)?;
        if account.kind.is_some() { Ok(account) } else { Err(RefusalCode::NotAParticipant) }
    }
}
