//! [`Overview`]: a currency on one page.

mod text;

use std::collections::{BTreeMap, BTreeSet};

use crate::books::{AccountKind, AccountState};
use crate::calendar::{Day, Period};
use crate::design::Names;
use crate::id::Id;
use crate::ledger::{Ledger, State};

use super::euro::{EuroUnits, Valued};
use super::walk::{Booked, Step, Walk};
use super::{Budgets, Ending, PartnerTotals};

/// A currency on one page, for a steering group: how many units were issued, redeemed and lapsed, who holds
/// what is left, what that may come to cost, what partners did and may still do, and what asks for attention.
///
/// The figures of the period are those of its booking days, the last of which is the ledger's current day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct Overview {
    /// What the currency is called.
    pub names: Names,
    /// First booking day of the period.
    pub from: Day,
    /// The ledger's day, the last of the period.
    pub day: Day,
    /// How many records there are.
    pub records: u64,
    /// What came about and where it went, by kind of account, in the order of [`AccountKind`]. Balances
    /// sum to zero before the period, in it and after it.
    pub kinds: Vec<KindFlow>,
    /// What participants hold, before what others owe is taken off.
    pub held: i128,
    /// What participants paid beyond what they held, and have yet to earn.
    pub owed: i128,
    /// The units that may still be redeemed, and what the issuer would pay partners for them at the unit's
    /// value of today: what participants hold, what is reserved, what is in the pot, and what is on notes.
    /// Participants never get euro. `None` where nothing can be redeemed.
    pub liability: Option<EuroUnits>,
    /// What each partner issued and took in during the period.
    pub partners: PartnerTotals,
    /// What each partner, and everybody together, may still issue.
    pub budgets: Budgets,
    /// What ends up to the last day of next month, by day.
    pub ending: Vec<EndingOn>,
    /// The accounts of participants by their state; none are zero.
    pub accounts: Vec<(AccountState, u64)>,
    /// The accounts of participants that did something in the period: paid or were paid for something,
    /// earned, gave, redeemed, reserved, went for notes or brought them. Being given something is none.
    pub active: u64,
    /// The entries of the period that moved units.
    pub entries: u64,
    /// The orders that were refused in the period, of those refusals that are recorded.
    pub refused: u64,
    /// The orders that wait for somebody.
    pub waiting: u64,
}

/// What happened on all accounts of one kind together, in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct KindFlow {
    /// The kind.
    pub kind: AccountKind,
    /// The balance before the period.
    pub before: i128,
    /// What the period added.
    pub during: i128,
}

/// What ends on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct EndingOn {
    /// The day.
    pub end: Day,
    /// On how many accounts.
    pub accounts: u64,
    /// How many minor units.
    pub units: i128,
}

impl KindFlow {
    /// The balance now.
    pub fn now(&self) -> i128 {
        self.before.saturating_add(self.during)
    }
}

/// What the records add up to.
#[derive(Default)]
struct Seen {
    flows: BTreeMap<AccountKind, (i128, i128)>,
    active: BTreeSet<Id>,
    entries: u64,
    refused: u64,
}

impl Seen {
    fn take(&mut self, state: &State, booked: &Booked, in_period: bool) {
        let mut moved = false;
        for leg in booked.entry.legs.iter().filter(|leg| leg.amount.minor() != 0) {
            let id = leg.account.id();
            let Some(kind) = state.books().find(&id).map(|account| account.kind()) else { continue };
            moved = true;
            let (before, during) = self.flows.entry(kind).or_default();
            let side = if in_period { during } else { before };
            *side = side.saturating_add(leg.amount.minor().into());
        }
        if in_period {
            self.active.extend(
                booked.acted().filter(|id| {
                    state.books().find(id).is_some_and(|account| account.kind().is_participant())
                }),
            );
        }
        self.entries = self.entries.saturating_add(u64::from(moved && in_period));
    }
}

impl Overview {
    /// The page from a booking day on, through the ledger's current day. Walks all records.
    pub fn of(ledger: &Ledger, from: Day) -> Self {
        let state = ledger.state();
        let mut seen = Seen::default();
        for step in Walk::through(ledger) {
            match step {
                Step::Booked(booked) => seen.take(state, &booked, booked.day >= from),
                Step::Refused { day, .. } if day >= from => seen.refused = seen.refused.saturating_add(1),
                Step::Refused { .. } => {}
            }
        }
        let flow = |(kind, (before, during))| KindFlow { kind, before, during };
        let (held, owed) = held_and_owed(state);
        let waiting = u64::try_from(state.pendings().iter().count()).unwrap_or(u64::MAX);
        Self {
            names: ledger.design().currency().names.clone(),
            from,
            day: ledger.day(),
            records: ledger.len(),
            kinds: seen.flows.into_iter().map(flow).collect(),
            held,
            owed,
            liability: liability(ledger, held),
            partners: PartnerTotals::of(ledger, from, ledger.day()),
            budgets: Budgets::of(ledger),
            ending: ending(ledger),
            accounts: by_state(state),
            active: u64::try_from(seen.active.len()).unwrap_or(u64::MAX),
            entries: seen.entries,
            refused: seen.refused,
            waiting,
        }
    }

    /// The flow of one kind; zero if nothing ever moved there.
    pub fn kind(&self, kind: AccountKind) -> KindFlow {
        let found = self.kinds.iter().find(|flow| flow.kind == kind).copied();
        found.unwrap_or(KindFlow { kind, before: 0, during: 0 })
    }
}

/// What participants hold, and what they owe.
fn held_and_owed(state: &State) -> (i128, i128) {
    let participants = state.books().accounts().filter(|(_, account)| account.kind().is_participant());
    participants.fold((0, 0), |(held, owed): (i128, i128), (_, account)| {
        let drawn = i128::from(account.drawn().minor());
        let balance = i128::from(account.balance().minor());
        (held.saturating_add(balance.saturating_add(drawn)), owed.saturating_add(drawn))
    })
}

fn liability(ledger: &Ledger, held: i128) -> Option<EuroUnits> {
    if ledger.design().redemption().offers().is_empty() {
        return None;
    }
    let others = ledger.state().books().accounts().map(|(_, account)| match account.kind() {
        AccountKind::Pot | AccountKind::Reserved | AccountKind::Paper => {
            i128::from(account.balance().minor())
        }
        _ => 0,
    });
    let mut valued = Valued::none_of(ledger);
    valued.add_on(ledger, others.sum::<i128>().saturating_add(held), ledger.day());
    Some(valued.total())
}

fn ending(ledger: &Ledger) -> Vec<EndingOn> {
    let last = Period::Month.last_day(ledger.day());
    let through = last.next().map_or(last, |first| Period::Month.last_day(first));
    let mut by_end: BTreeMap<Day, (u64, i128)> = BTreeMap::new();
    for line in Ending::of(ledger, through).lines {
        let (accounts, units) = by_end.entry(line.end).or_default();
        *accounts = accounts.saturating_add(1);
        *units = units.saturating_add(line.amount.minor().into());
    }
    by_end.into_iter().map(|(end, (accounts, units))| EndingOn { end, accounts, units }).collect()
}

fn by_state(state: &State) -> Vec<(AccountState, u64)> {
    let mut counts: BTreeMap<AccountState, u64> = BTreeMap::new();
    for (_, account) in state.books().accounts().filter(|(_, account)| account.kind().is_participant()) {
        let count = counts.entry(account.state()).or_default();
        *count = count.saturating_add(1);
    }
    counts.into_iter().collect()
}
