//! [`WalkBack`]: the booked records from the last one back, for whoever wants the newest only.

use super::walk::Booked;
use crate::books::{Change, Entry};
use crate::calendar::Day;
use crate::id::OrderId;
use crate::ledger::{Ledger, Outcome};
use crate::orders::{Ask, Order};

/// What [`walk::booked`](super::walk::booked) gives, in the other direction.
pub(crate) struct WalkBack<'l> {
    ledger: &'l Ledger,
    /// How many records are left.
    left: u64,
    /// The ledger's day after those.
    day: Day,
}

impl<'l> WalkBack<'l> {
    pub(crate) fn through(ledger: &'l Ledger) -> Self {
        Self { ledger, left: ledger.len(), day: ledger.day() }
    }

    fn booked(&mut self, number: u64, order: Order, entry: Entry) -> Booked {
        let closed = entry.changes.iter().find_map(|change| match change {
            Change::DayClosed { day, .. } => Some(*day),
            _ => None,
        });
        self.day = closed.unwrap_or(self.day);
        let day = self.day;
        match self.completed(number, &order, &entry) {
            Some(meant) => Booked { number, day, order: meant, completed_by: Some(order), entry },
            None => Booked { number, day, order, completed_by: None, entry },
        }
    }

    /// The order that waited, if this one completes it.
    fn completed(&self, number: u64, order: &Order, entry: &Entry) -> Option<Order> {
        let Ask::Complete(_) = order.ask else { return None };
        entry.changes.iter().find_map(|change| match change {
            Change::PendingEnded { order, asked, .. } => {
                let waited = || booked_before(self.ledger, number, *order).map(|(_, order, _)| order);
                asked.as_deref().cloned().or_else(waited)
            }
            _ => None,
        })
    }
}

/// The record before one in which an order was booked. Old ids are forgotten by the register, and records are not.
pub(crate) fn booked_before(ledger: &Ledger, number: u64, id: OrderId) -> Option<(u64, Order, Entry)> {
    let record = |number: u64| match ledger.get(number)?.outcome {
        Outcome::Booked(order, entry) if order.id == id => Some((number, order, entry)),
        _ => None,
    };
    (1..number).rev().find_map(record)
}

impl Iterator for WalkBack<'_> {
    type Item = Booked;

    fn next(&mut self) -> Option<Booked> {
        loop {
            self.left = self.left.checked_sub(1)?;
            let record = self.ledger.get(self.left)?;
            if let Outcome::Booked(order, entry) = record.outcome {
                return Some(self.booked(record.number, order, entry));
            }
        }
    }
}
