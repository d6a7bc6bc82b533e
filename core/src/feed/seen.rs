//! What the holders of an account may see of a record that concerns it.

use std::collections::BTreeSet;

use smallvec::SmallVec;

use super::touched::concerned;
use super::{public, standing};
use crate::books::{
    AccountKind, AccountRef, CapHolder, Change, Count, CounterKey, Entry, Issue, Leg, LotFacts, Origin,
    Piece, RESERVED, Reservation,
};
use crate::dense::LotNo;
use crate::id::{Id, OrderId};
use crate::ledger::State;
use crate::money::Balance;
use crate::orders::{Ask, Order, Pending, TakeOver};

/// Whose eyes, after the record: `state` is the one after it.
pub(super) struct Seer<'s> {
    pub(super) state: &'s State,
    pub(super) account: Id,
    /// The pending orders ended by it that concern the account.
    pub(super) ended: &'s [OrderId],
}

impl Seer<'_> {
    /// The record as the account may see it.
    pub(super) fn of(&self, order: &Order, entry: &Entry) -> Option<(Order, Entry)> {
        let reserved: Vec<&Reservation> = self.reservations(entry).collect();
        let legs: SmallVec<[Leg; 2]> = entry.legs.iter().map(|leg| self.leg(leg, &reserved)).collect();
        let mut changes = standing::of_new_holders(self.state, &self.account, entry);
        let moves = entry.leg(&self.account).is_some();
        changes.extend(entry.changes.iter().filter_map(|change| self.change(change, moves)));
        let seen = Entry {
            lots: self.lots(&legs),
            legs,
            notes: Vec::new(),
            euro: Vec::new(),
            counters: entry.counters.iter().filter(|count| self.counts(count)).copied().collect(),
            changes,
            concerns: None,
            ..entry.clone()
        };
        Some((self.order(order)?, seen))
    }

    fn holders(&self) -> impl Iterator<Item = Id> {
        let account = self.state.books().find(&self.account);
        let rows = account.map_or(&[][..], |account| account.holders());
        rows.iter().filter_map(|row| self.state.people().person(*row)).map(|person| person.id())
    }

    fn holds(&self, person: &Id) -> bool {
        self.holders().any(|holder| holder == *person)
    }

    /// The asker's evidence is for them alone, and of a list of balances everybody sees their own line.
    fn order(&self, order: &Order) -> Option<Order> {
        let asked_by_holder =
            self.holds(&order.actor) || order.on_behalf_of.is_some_and(|person| self.holds(&person));
        let evidence = order.evidence.filter(|_| asked_by_holder);
        let ask = match &order.ask {
            Ask::TakeOver(all) => {
                let lines = all.lines.iter().filter(|line| line.account == self.account).cloned();
                Ask::TakeOver(TakeOver { lines: lines.collect() })
            }
            other => public::ask(other),
        };
        Some(Order { evidence, ask, ..order.clone() })
    }

    fn pending(&self, pending: &Pending) -> Option<Change> {
        let order = Box::new(self.order(&pending.order)?);
        Some(Change::PendingOpened(Pending { order, ..pending.clone() }))
    }

    fn reservations<'e>(&self, entry: &'e Entry) -> impl Iterator<Item = &'e Reservation> {
        let account = self.account;
        entry.changes.iter().filter_map(move |change| match change {
            Change::Reserved(one) | Change::ReservationEnded { reservation: one, .. } => {
                Some(&**one).filter(|one| one.account.id() == account)
            }
            _ => None,
        })
    }

    /// The account's own leg whole; of the units set aside those that were set aside for it; of all
    /// others only that they were there.
    fn leg(&self, leg: &Leg, reserved: &[&Reservation]) -> Leg {
        if leg.account.id() == self.account {
            return leg.clone();
        }
        let mut seen = Leg {
            account: AccountRef::by_id(leg.account.id()),
            amount: Balance::ZERO,
            lots: SmallVec::new(),
            drawn: Balance::ZERO,
            technical: Balance::ZERO,
        };
        if leg.account.id().with_str(|id| id == RESERVED) {
            let mine = |lot: LotNo| reserved.iter().flat_map(|one| one.taken()).any(|(own, _)| own == lot);
            let sum = |lot: LotNo| {
                let taken = reserved.iter().flat_map(|one| one.taken());
                taken
                    .filter(|(own, _)| *own == lot)
                    .fold(0_i64, |sum, (_, amount)| sum.saturating_add(amount.minor()))
            };
            for Piece(lot, amount) in leg.lots.iter().filter(|Piece(lot, _)| mine(*lot)) {
                let most = sum(*lot);
                let amount = amount.minor().clamp(most.saturating_neg(), most);
                let amount = Balance::from_minor(amount).unwrap_or(Balance::ZERO);
                seen.amount = seen.amount.checked_add(amount).unwrap_or(seen.amount);
                seen.lots.push(Piece(*lot, amount));
            }
        }
        seen
    }

    /// The facts of every lot of which pieces come to the account.
    fn lots(&self, legs: &[Leg]) -> Vec<Issue> {
        let mut known = BTreeSet::new();
        let mut issues = Vec::new();
        for Piece(lot, amount) in legs.iter().flat_map(|leg| &leg.lots) {
            if amount.is_negative() || !known.insert(*lot) {
                continue;
            }
            let Some(facts) = self.state.books().lot(*lot).map(|lot| lot.facts()) else { continue };
            issues.push(Issue { lot: *lot, amount: amount.magnitude(), new: Some(self.facts(facts)) });
        }
        issues
    }

    /// Where units come from that another member once paid on credit is that member's business.
    fn facts(&self, facts: &LotFacts) -> LotFacts {
        let from = facts.origin.account.id();
        let of_another =
            self.state.books().find(&from).is_some_and(|account| account.kind().is_participant());
        let account = match public::withheld().filter(|_| of_another && from != self.account) {
            Some(withheld) => withheld,
            None => from,
        };
        let origin = Origin { kind: facts.origin.kind, account: AccountRef::by_id(account) };
        LotFacts { origin, parent: None, ..facts.clone() }
    }

    /// Counters of the account, of its holders, and of the mandates they gave or hold.
    fn counts(&self, count: &Count) -> bool {
        match &count.key {
            CounterKey::Mandate { mandate, .. } => {
                let mandate = self.state.people().mandate(mandate);
                mandate.is_some_and(|one| self.holds(&one.client) || self.holds(&one.holder))
            }
            CounterKey::Welcomed { person, .. }
            | CounterKey::TakenByPerson { person, .. }
            | CounterKey::NoShows { person, .. } => self.holds(person),
            CounterKey::AccountWelcomed { account, .. } => *account == self.account,
            CounterKey::TakenByHousehold { household, .. } => self.is_household(household),
            CounterKey::CapUnits { whose, .. } | CounterKey::CapTimes { whose, .. } => match whose {
                CapHolder::Person(person) => self.holds(person),
                CapHolder::Household(household) => self.is_household(household),
                CapHolder::Partner(_) | CapHolder::Currency => false,
            },
            CounterKey::PartnerBudget { .. }
            | CounterKey::Settled { .. }
            | CounterKey::PartnerSettled { .. }
            | CounterKey::Stock { .. } => false,
        }
    }

    fn is_household(&self, household: &Id) -> bool {
        let books = self.state.books();
        let account = books.find(household).filter(|account| account.kind() == AccountKind::Household);
        let holders = account.map_or(&[][..], |account| account.holders());
        *household == self.account
            || holders
                .iter()
                .filter_map(|row| self.state.people().person(*row))
                .any(|one| self.holds(&one.id()))
    }

    /// A change as the account may see it; `moves` says whether the record moves units on it.
    fn change(&self, change: &Change, moves: bool) -> Option<Change> {
        if let Change::PendingEnded { order, end, asked } = change {
            let mine = self.ended.contains(order) || (moves && asked.is_some());
            let asked = asked.as_deref().and_then(|asked| self.order(asked)).map(Box::new);
            return mine.then_some(Change::PendingEnded { order: *order, end: *end, asked });
        }
        // They tell what the record was.
        let of_record = matches!(change, Change::Reversed { .. } | Change::PaidInEuro { .. });
        if !of_record && !concerned(self.state, change).contains(&self.account) {
            return public::change(change);
        }
        match change {
            Change::PendingOpened(pending) => self.pending(pending),
            _ => Some(change.clone()),
        }
    }
}
