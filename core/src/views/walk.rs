//! [`Walk`]: the records in order, each with the day it was booked on and the order that was meant.

use std::collections::BTreeMap;

use crate::books::{AccountKind, Change, Entry, Leg};
use crate::calendar::Day;
use crate::dense::AccountNo;
use crate::id::{Id, OrderId};
use crate::ledger::{Ledger, Outcome, State};
use crate::orders::{Ask, Order, Refusal};

/// A booked record. Completing a pending order books what that one asked, so that is the order here.
pub(crate) struct Booked {
    pub(crate) number: u64,
    /// The ledger's day at that record.
    pub(crate) day: Day,
    pub(crate) order: Order,
    /// Who completed it, if it waited.
    pub(crate) completed_by: Option<Order>,
    pub(crate) entry: Entry,
}

impl Booked {
    /// The id under which it was booked, to which a reversal refers.
    pub(crate) fn id(&self) -> OrderId {
        self.completed_by.as_ref().map_or(self.order.id, |order| order.id)
    }

    /// The day of the activity. What a closing brings about happens on the day that is closed.
    pub(crate) fn value_day(&self) -> Day {
        match self.order.ask {
            Ask::CloseDay(_) => self.day,
            _ => self.order.value_day,
        }
    }
}

/// The order that an ask takes back, if it takes one back.
pub(crate) fn taken_back(ask: &Ask) -> Option<OrderId> {
    match ask {
        Ask::Reverse(reverse) => Some(reverse.original),
        Ask::Chargeback(chargeback) => Some(chargeback.original),
        Ask::ClawBack(claw_back) => Some(claw_back.original),
        _ => None,
    }
}

impl Booked {
    /// The accounts whose holders did something, by what the ledger counts as an act of theirs; among them
    /// are accounts of the chart.
    pub(crate) fn acted(&self) -> impl Iterator<Item = Id> {
        let acts = |leg: &&Leg| self.order.ask.is_act_of(leg.amount.is_negative());
        self.entry.legs.iter().filter(acts).map(|leg| leg.account.id())
    }
}

pub(crate) enum Step {
    Booked(Box<Booked>),
    Refused { day: Day, refusal: Refusal },
}

/// Walks the records from the first one.
pub(crate) struct Walk<'l> {
    ledger: &'l Ledger,
    next: u64,
    day: Day,
    waiting: BTreeMap<OrderId, Order>,
}

impl<'l> Walk<'l> {
    pub(crate) fn through(ledger: &'l Ledger) -> Self {
        // The opening is not an order, and reading it means reading the design anew.
        let day = ledger.state().designs().first_day();
        Self { ledger, next: 1, day, waiting: BTreeMap::new() }
    }

    fn booked(&mut self, number: u64, order: Order, entry: Entry) -> Booked {
        let day = self.day;
        let mut completed = None;
        for change in &entry.changes {
            match change {
                Change::PendingOpened(pending) => {
                    self.waiting.insert(pending.order.id, (*pending.order).clone());
                }
                // Who was shown only a part of the records may not have seen it waiting.
                Change::PendingEnded { order, asked, .. } => {
                    let waited = self.waiting.remove(order);
                    completed = asked.as_deref().cloned().or(waited);
                }
                Change::DayClosed { day, .. } => self.day = day.next().unwrap_or(*day),
                _ => {}
            }
        }
        match (&order.ask, completed) {
            (Ask::Complete(_), Some(meant)) => {
                Booked { number, day, order: meant, completed_by: Some(order), entry }
            }
            _ => Booked { number, day, order, completed_by: None, entry },
        }
    }
}

impl Iterator for Walk<'_> {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        loop {
            let record = self.ledger.get(self.next)?;
            self.next = self.next.saturating_add(1);
            match record.outcome {
                Outcome::Opened(_) => {}
                Outcome::Refused(_, refusal) => return Some(Step::Refused { day: self.day, refusal }),
                Outcome::Booked(order, entry) => {
                    return Some(Step::Booked(Box::new(self.booked(record.number, order, entry))));
                }
            }
        }
    }
}

/// The booked records only.
pub(crate) fn booked(ledger: &Ledger) -> impl Iterator<Item = Booked> {
    Walk::through(ledger).filter_map(|step| match step {
        Step::Booked(booked) => Some(*booked),
        Step::Refused { .. } => None,
    })
}

/// The value days of what can be taken back: a reversal is worth what it takes back was worth.
#[derive(Default)]
pub(crate) struct ValueDays(BTreeMap<OrderId, Day>);

impl ValueDays {
    /// The day by whose value an entry counts, kept for the reversals of it.
    pub(crate) fn note(&mut self, booked: &Booked) -> Day {
        let original = taken_back(&booked.order.ask).and_then(|original| self.0.get(&original).copied());
        let day = original.unwrap_or(booked.value_day());
        self.0.insert(booked.id(), day);
        day
    }
}

/// The partners by the rows of their accounts of the chart, with what each account is for.
pub(crate) fn partner_accounts(state: &State) -> BTreeMap<AccountNo, (Id, AccountKind)> {
    let both = |partner: &crate::people::Partner| {
        [
            (partner.issued, (partner.id, AccountKind::Issued)),
            (partner.redeemed, (partner.id, AccountKind::Redeemed)),
        ]
    };
    state.people().partners().flat_map(both).collect()
}
