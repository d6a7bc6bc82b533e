//! Deciding again: the records of a ledger, one after the other, under another design.

use std::collections::BTreeSet;

use super::named::named;
use super::tally::Tally;
use super::tried::{Answered, Tried};
use super::{LeftOut, WhatIfError, WhyLeftOut};
use crate::books::{Change, Entry};
use crate::design::Design;
use crate::id::{Id, OrderId};
use crate::ledger::{Ledger, Outcome};
use crate::orders::{Ask, Order, Refusal};

/// What the ledger is called that comes of it.
const NAME: &str = "what-if-1";

/// The ledger as it would be, and what became of each order.
pub(super) fn run(ledger: &Ledger, design: Design) -> Result<(Ledger, Tally), WhatIfError> {
    let id = Id::parse(NAME).unwrap_or(ledger.id());
    let other = ledger.open_beside(id, design)?;
    let mut again = Again { other, tally: Tally::default(), left_out: BTreeSet::new() };
    for record in ledger.records_from(0) {
        match record.outcome {
            Outcome::Opened(_) => {}
            Outcome::Booked(order, entry) => again.booked(record.number, &order, &entry)?,
            Outcome::Refused(order, refusal) => again.refused(record.number, &order, &refusal),
        }
    }
    Ok((again.other, again.tally))
}

struct Again {
    other: Ledger,
    tally: Tally,
    left_out: BTreeSet<OrderId>,
}

fn closes_day(entry: &Entry) -> bool {
    entry.changes.iter().any(|change| matches!(change, Change::DayClosed { .. }))
}

impl Again {
    fn booked(&mut self, number: u64, order: &Order, entry: &Entry) -> Result<(), WhatIfError> {
        match &order.ask {
            Ask::CloseDay(_) => return self.close(number, order, closes_day(entry)),
            Ask::AmendDesign(_) => self.leave_out(number, order, WhyLeftOut::OneDesign),
            _ => self.try_again(number, order, Answered::Booked(entry)),
        }
        Ok(())
    }

    fn refused(&mut self, number: u64, order: &Order, refusal: &Refusal) {
        // Days close where they closed, and the design stays: where such an order would be booked it is not.
        let why = match &order.ask {
            Ask::CloseDay(_) => Some(WhyLeftOut::DayWentOn),
            Ask::AmendDesign(_) => Some(WhyLeftOut::OneDesign),
            _ => None,
        };
        match why {
            Some(why) if self.other.decide(order).is_ok() => self.leave_out(number, order, why),
            _ => self.try_again(number, order, Answered::Refused(refusal)),
        }
    }

    /// Closes a day step by step: the last step of the day, and all before it that are left, where the ledger
    /// has its last step; one step, unless it is the last, where it has another. So a closing that was
    /// interrupted goes on where it went on, and days close in the same places.
    fn close(&mut self, record: u64, order: &Order, last: bool) -> Result<(), WhatIfError> {
        let day = self.other.day();
        let refused = |refusal: Refusal| WhatIfError::DayNotClosed { record, day, code: refusal.code };
        loop {
            let step = self.other.decide(order).map_err(refused)?;
            let closes = closes_day(&step);
            if closes && !last {
                return Ok(());
            }
            self.other.apply(order, &step).map_err(|not| refused(not.refusal))?;
            if closes || !last {
                return Ok(());
            }
        }
    }

    fn try_again(&mut self, number: u64, order: &Order, was: Answered<'_>) {
        if let Some(left_out) = named(&order.ask).filter(|named| self.left_out.contains(named)) {
            return self.leave_out(number, order, WhyLeftOut::Names(left_out));
        }
        let day = self.other.day();
        match self.other.execute(order) {
            Ok(receipt) => {
                let record = self.other.get(receipt.number);
                if let Some(entry) = record.as_ref().and_then(|record| record.entry()) {
                    self.tally.take(&Tried { number, day, order, was, is: Answered::Booked(entry) });
                }
            }
            Err(refused) => {
                self.tally.take(&Tried { number, day, order, was, is: Answered::Refused(&refused.refusal) });
            }
        }
    }

    fn leave_out(&mut self, number: u64, order: &Order, why: WhyLeftOut) {
        self.left_out.insert(order.id);
        self.tally.left_out.push(LeftOut { number, order: order.id, ask: order.ask.kind(), why });
    }
}
