//! What became of the orders of the outbox.

use serde::Serialize;

use super::Wallet;
use crate::feed::read_slice;
use crate::id::OrderId;
use crate::ledger;
use crate::orders::Refusal;

/// An order of the outbox that was answered.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Answered {
    /// Which order.
    pub order: OrderId,
    /// What it came to.
    pub outcome: OrderOutcome,
}

/// What an order came to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum OrderOutcome {
    /// It was booked; one that waits for somebody else is booked as waiting.
    Booked {
        /// The number of the record.
        record: u64,
    },
    /// It was refused, which is final for its id.
    Refused {
        /// The number of the record; none if it left no trace.
        record: Option<u64>,
        /// Why.
        refusal: Box<Refusal>,
    },
}

impl Wallet {
    /// Takes the orders out of the outbox that these slices answer.
    pub(super) fn answered_in(&mut self, slices: &[Box<[u8]>]) -> Vec<Answered> {
        if self.outbox.is_empty() {
            return Vec::new();
        }
        let mut answered = Vec::new();
        for slice in slices {
            let Ok(record) = read_slice(slice) else { continue };
            let number = record.number;
            let (id, outcome) = match record.outcome {
                ledger::Outcome::Opened(_) => continue,
                ledger::Outcome::Booked(order, _) => (order.id, OrderOutcome::Booked { record: number }),
                ledger::Outcome::Refused(order, refusal) => {
                    let refusal = Box::new(refusal);
                    (order.id, OrderOutcome::Refused { record: Some(number), refusal })
                }
            };
            if self.outbox.take(id).is_some() {
                answered.push(Answered { order: id, outcome });
            }
        }
        answered
    }

    /// Takes note that the server turned an order away without a trace ([`RefusalCode::is_recorded`] is
    /// false), which no feed can tell. Other refusals come with the feed.
    ///
    /// [`RefusalCode::is_recorded`]: crate::orders::RefusalCode::is_recorded
    pub fn turned_away(&mut self, order: OrderId, refusal: Refusal) -> Option<Answered> {
        if refusal.code.is_recorded() {
            return None;
        }
        self.outbox.take(order)?;
        let outcome = OrderOutcome::Refused { record: None, refusal: Box::new(refusal) };
        Some(Answered { order, outcome })
    }

    /// What became of an order by what the feeds told so far; none if they told nothing.
    pub fn answer_to(&self, order: OrderId) -> Option<OrderOutcome> {
        let mut records = self.chain.slices().iter().rev().filter_map(|slice| read_slice(slice).ok());
        records.find_map(|record| match record.outcome {
            ledger::Outcome::Booked(booked, _) if booked.id == order => {
                Some(OrderOutcome::Booked { record: record.number })
            }
            ledger::Outcome::Refused(refused, refusal) if refused.id == order => {
                Some(OrderOutcome::Refused { record: Some(record.number), refusal: Box::new(refusal) })
            }
            _ => None,
        })
    }
}
