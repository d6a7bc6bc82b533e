//! Executing: deciding, applying and recording in one go, once per order id.

use super::record::BodyRef;
use super::{Ledger, Outcome, Record};
use crate::books::{Change, Entry};
use crate::calendar::Day;
use crate::orders::{Ask, Order, Refusal, RefusalCode};

/// The order was booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The number of its record; a closing's last one.
    pub number: u64,
    /// Whether this answer was given before: the same order came again.
    pub repeated: bool,
}

/// The order was not booked.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("refused: {}", refusal.code)]
pub struct Refused {
    /// The number of its record; `None` if it was turned away without a trace.
    pub number: Option<u64>,
    /// Whether this answer was given before.
    pub repeated: bool,
    /// Why.
    pub refusal: Refusal,
}

/// What executing an order answers.
pub type Answer = Result<Receipt, Refused>;

fn turned_away(refusal: Refusal) -> Refused {
    Refused { number: None, repeated: false, refusal }
}

impl Ledger {
    /// Decides an order, applies what it brings about and records it; records a refusal too, which is
    /// then final for its id. The same order again gets the first answer and books nothing.
    ///
    /// # Errors
    /// [`Refused`], with the number of the record unless the code is one of those that leave no trace.
    pub fn execute(&mut self, order: &Order) -> Answer {
        if let Some(number) = self.register.find(self.register.hashed(order.id)) {
            return self.answer_again(order, number);
        }
        match self.decide(order) {
            Ok(entry) => {
                if let Ask::CloseDay(close) = &order.ask {
                    return self.close_through(order, entry, close.through);
                }
                Ok(self.record(order, &entry))
            }
            Err(refusal) => Err(self.refuse(order, refusal)),
        }
    }

    /// Books an order as it was decided earlier, or not at all: for whoever shows what an order brings
    /// about ([`Ledger::decide`]) and books exactly that once it is confirmed.
    ///
    /// Of the closing of a day this is the first entry; [`Ledger::execute`] does the rest, and until then
    /// nothing else is booked.
    ///
    /// # Errors
    /// `stale` if the order no longer comes to this entry, `id_conflict` if the order's id was used
    /// meanwhile. Nothing is recorded then; decide again.
    pub fn apply(&mut self, order: &Order, entry: &Entry) -> Answer {
        let stale = |count: u64| {
            let count = i64::try_from(count).ok();
            turned_away(Refusal::new(RefusalCode::Stale).with(|figures| figures.count = count))
        };
        if let Some(number) = self.register.find(self.register.hashed(order.id)) {
            return self.answer_again(order, number);
        }
        // What fits the books may still be what another order comes to.
        if entry.number != self.state.number || self.decide(order).as_ref() != Ok(entry) {
            return Err(stale(entry.number));
        }
        Ok(self.record(order, entry))
    }

    fn close_through(&mut self, order: &Order, first: Entry, through: Day) -> Answer {
        let mut entry = first;
        loop {
            let closed = self.record(order, &entry);
            let is_marker =
                |change: &Change| matches!(change, Change::DayClosed { day, .. } if *day >= through);
            if entry.changes.iter().any(is_marker) {
                return Ok(closed);
            }
            entry = self.decide(order).map_err(turned_away)?;
        }
    }

    pub(super) fn record(&mut self, order: &Order, entry: &Entry) -> Receipt {
        let number = self.state.number;
        let (value_day, today) = (order.value_day, self.state.day);
        self.state.apply(order, entry);
        self.history.push(&BodyRef::Booked { order, entry });
        self.remember(order, entry, value_day, today, number);
        Receipt { number, repeated: false }
    }

    /// A closing answers for its id only when its last day is closed, so that it can be resumed.
    pub(super) fn remember(&mut self, order: &Order, entry: &Entry, value_day: Day, today: Day, number: u64) {
        let mut closed = None;
        for change in &entry.changes {
            if let Change::DayClosed { day, forget_before, .. } = change {
                self.register.forget_before(*forget_before);
                closed = Some(*day);
            }
        }
        match &order.ask {
            Ask::CloseDay(close) if closed.is_none_or(|day| day < close.through) => {}
            // A closing may carry an old value day; it is known from the day it closed last.
            Ask::CloseDay(_) => self.register.learn(self.register.hashed(order.id), today, number),
            _ => self.register.learn(self.register.hashed(order.id), value_day, number),
        }
    }

    fn refuse(&mut self, order: &Order, refusal: Refusal) -> Refused {
        if !refusal.code.is_recorded() {
            return turned_away(refusal);
        }
        let number = self.record_refusal(order, &refusal);
        Refused { number: Some(number), repeated: false, refusal }
    }

    pub(super) fn record_refusal(&mut self, order: &Order, refusal: &Refusal) -> u64 {
        let number = self.state.number;
        self.history.push(&BodyRef::Refused { order, refusal });
        self.register.learn(self.register.hashed(order.id), order.value_day, number);
        self.state.number = number.saturating_add(1);
        self.state.latest = self.state.latest.max(order.instant);
        number
    }

    fn answer_again(&self, order: &Order, number: u64) -> Answer {
        let conflict = || {
            let count = i64::try_from(number).ok();
            turned_away(Refusal::new(RefusalCode::IdConflict).with(|figures| figures.count = count))
        };
        let Some(Record { outcome, .. }) = self.history.get(number) else { return Err(conflict()) };
        match outcome {
            Outcome::Booked(first, _) if first.asks_the_same_as(order) => {
                Ok(Receipt { number, repeated: true })
            }
            Outcome::Refused(first, refusal) if first.asks_the_same_as(order) => {
                Err(Refused { number: Some(number), repeated: true, refusal })
            }
            _ => Err(conflict()),
        }
    }

    /// A record by number.
    pub fn get(&self, number: u64) -> Option<Record> {
        self.history.get(number)
    }

    /// How many records there are.
    pub fn len(&self) -> u64 {
        u64::try_from(self.history.len()).unwrap_or(u64::MAX)
    }

    /// Never: a ledger has its opening.
    pub fn is_empty(&self) -> bool {
        self.history.len() == 0
    }

    /// Every record from a number on.
    pub fn records_from(&self, number: u64) -> impl Iterator<Item = Record> {
        (number..self.len()).filter_map(|number| self.history.get(number))
    }
}
