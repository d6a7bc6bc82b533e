//! What a count differs from the books.

use super::{compared, expected};
use crate::books::Books;
use crate::calendar::Day;
use crate::id::{Code, Id};
use crate::money::Amount;
use crate::office::{CashCount, Notes, OfficeDay, Place};
use crate::orders::{Refusal, RefusalCode};
use crate::rules::Scene;

/// A count that waits to be settled.
pub(super) struct Counted<'s> {
    pub(super) on: Day,
    pub(super) by: Id,
    pub(super) count: &'s CashCount,
}

/// The count of an office that waits to be settled.
pub(super) fn counted<'s>(scene: &Scene<'s>, office: Id) -> Result<Counted<'s>, Refusal> {
    match scene.offices.day(&office) {
        Some(OfficeDay::Counted { on, by, count }) => Ok(Counted { on: *on, by: *by, count }),
        _ => Err(Refusal::about(RefusalCode::NotCounted, office)),
    }
}

/// What is short and what is over: by series and drawer, and in euro cents.
#[derive(Debug, Default)]
pub(crate) struct Difference {
    pub(crate) notes: Vec<(Code, Place, Notes, Notes)>,
    pub(crate) euro_short: Amount,
    pub(crate) euro_over: Amount,
}

impl Difference {
    pub(crate) fn is_nothing(&self) -> bool {
        self.notes.is_empty() && self.euro_short.is_zero() && self.euro_over.is_zero()
    }

    /// Compares a count with what the books say of an office's drawers.
    pub(crate) fn between(books: &Books, office: Id, count: &CashCount) -> Result<Self, Refusal> {
        let there = expected(books, office);
        let mut series: Vec<Code> = there.series.iter().chain(&count.series).map(|one| one.series).collect();
        series.sort_unstable();
        series.dedup();
        let mut notes = Vec::new();
        for code in series {
            let empty = || (Notes::default(), Notes::default(), Notes::default());
            let of = |count: &CashCount| {
                let one = count.series.iter().find(|one| one.series == code);
                one.map_or_else(empty, |one| (one.stock.clone(), one.till.clone(), one.returned.clone()))
            };
            let (books, hand) = (of(&there), of(count));
            let drawers = [
                (Place::Stock(office), books.0, hand.0),
                (Place::Till(office), books.1, hand.1),
                (Place::Returned(office), books.2, hand.2),
            ];
            for (place, expected, counted) in drawers {
                let (short, over) = compared(&expected, &counted)?;
                if !short.is_empty() || !over.is_empty() {
                    notes.push((code, place, short, over));
                }
            }
        }
        Ok(Self {
            notes,
            euro_short: there.euro.checked_sub(count.euro).unwrap_or(Amount::ZERO),
            euro_over: count.euro.checked_sub(there.euro).unwrap_or(Amount::ZERO),
        })
    }
}

pub(super) fn difference(scene: &Scene<'_>, office: Id, count: &CashCount) -> Result<Difference, Refusal> {
    Difference::between(scene.books, office, count)
}
