//! [`resume`]: going on with a day book that was broken off.

use std::collections::{BTreeMap, BTreeSet};

use super::{Column, DayBook, LineError, Row, order_id, read_order};
use crate::id::{Id, OrderId};
use crate::ledger::{Ledger, Outcome, Record};
use crate::orders::{Ask, Order};

/// A line that lies before the place where a run goes on.
#[derive(Clone, Debug, PartialEq)]
pub struct DoneLine {
    /// The line in the file, counted from 1.
    pub line: u64,
    /// The office's own reference, if it can be read.
    pub reference: Option<Id>,
    /// What became of it.
    pub done: Done,
}

/// See [`DoneLine`].
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::exhaustive_enums)]
pub enum Done {
    /// The ledger has its answer.
    Answered,
    /// It cannot be read: everything wrong in it.
    Bad(Vec<LineError>),
    /// It can be read and the ledger has no record of it: it was turned away without one, or it was put
    /// into the file since. It is not asked now, days later than it would have been.
    NoRecord,
}

/// Finds the place in a day book up to which a ledger has answered it, and moves the book there; the
/// lines passed are told. A closing of days that was broken off is finished first, as it was asked.
///
/// A [`Run`](super::Run) over what is left then ends in the journal in which a run would have ended that
/// was never broken off. The answer to a line is found by the id of its order; records that come from
/// elsewhere do not matter.
pub fn resume(ledger: &mut Ledger, book: &mut DayBook<'_>) -> Vec<DoneLine> {
    if let Some(order) = unfinished_closing(ledger) {
        // Refused, it would be refused again by whoever asks next.
        let _ = ledger.execute(&order);
    }
    let rows: Vec<Result<Row<'_>, LineError>> = book.clone().collect();
    let reference = |row: &Row<'_>| Id::parse(row.get(Column::Line)).ok();
    let id_of = |row: &Result<Row<'_>, LineError>| {
        row.as_ref().ok().and_then(reference).map(|line| order_id(&ledger.id(), &line))
    };
    let mut places: BTreeMap<OrderId, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        if let Some(id) = id_of(row) {
            places.entry(id).or_default().push(at);
        }
    }
    // Lines were answered in their order, so records of lines follow one another as the lines do.
    let mut next = 0_usize;
    let mut answered = BTreeSet::new();
    for record in ledger.records_from(1) {
        let Some(id) = record.order().map(|order| order.id) else { continue };
        let found = places.get(&id).and_then(|places| places.iter().find(|at| **at >= next));
        answered.extend(places.contains_key(&id).then_some(id));
        next = found.map_or(next, |at| at.saturating_add(1));
    }
    let passed = rows.into_iter().zip(book.by_ref().take(next));
    let told = passed.map(|(row, _)| match row {
        Err(error) => DoneLine { line: error.line, reference: None, done: Done::Bad(vec![error]) },
        Ok(row) => {
            let reference = reference(&row);
            let is_answered = reference.is_some_and(|line| answered.contains(&order_id(&ledger.id(), &line)));
            let done = match read_order(&row, ledger) {
                _ if is_answered => Done::Answered,
                Ok(_) => Done::NoRecord,
                Err(errors) => Done::Bad(errors),
            };
            DoneLine { line: row.line(), reference, done }
        }
    });
    told.collect()
}

/// The order of a closing that has begun and has not come to the end of its days.
fn unfinished_closing(ledger: &Ledger) -> Option<Order> {
    let Record { outcome: Outcome::Booked(order, _), .. } = ledger.get(ledger.len().checked_sub(1)?)? else {
        return None;
    };
    matches!(&order.ask, Ask::CloseDay(close) if close.through >= ledger.day()).then_some(order)
}
