//! First in, first out, and last in, first out.

use std::collections::{BTreeMap, VecDeque};

use super::parcel::leave;
use super::purse::{Came, Fresh, Purse};
use super::{Parcel, Part};
use crate::calendar::Day;
use crate::evaluation::{EvaluationError, Movement};

/// Parcels in the order in which they came; of what came together, the units issued first stand in front. It is
/// paid from the front, or from the end where `LAST`. What comes by one movement is one parcel for each day of
/// issue, so that it is never more parcels than there are days, however often units change hands.
#[derive(Default)]
pub(super) struct Queue<const LAST: bool>(VecDeque<Parcel>);

impl<const LAST: bool> Purse for Queue<LAST> {
    type Piece = Parcel;
    const PARTS: i128 = 1;

    fn fresh(fresh: Fresh) -> Result<Parcel, EvaluationError> {
        Ok(Parcel::fresh(fresh))
    }

    fn take(&mut self, row: &Movement) -> Result<Vec<Parcel>, EvaluationError> {
        let mut taken = Vec::new();
        // Callers see to it that nothing lacks.
        let _ = leave::<LAST>(&mut self.0, row.amount.minor(), &mut taken);
        Ok(taken)
    }

    fn put(&mut self, pieces: Vec<Parcel>, came: &Came<'_>) -> Result<(), EvaluationError> {
        let mut by_issue: BTreeMap<(Day, bool), i64> = BTreeMap::new();
        for piece in pieces {
            let units = by_issue.entry((piece.born, piece.unseen || came.onto_paper)).or_default();
            *units = units.saturating_add(piece.units);
        }
        let parcel = |((born, unseen), units)| Parcel { units, born, since: came.row.day, unseen };
        self.0.extend(by_issue.into_iter().map(parcel));
        Ok(())
    }

    fn part(piece: &Parcel) -> Result<Part, EvaluationError> {
        piece.part()
    }

    fn rest(&self) -> Result<Vec<Part>, EvaluationError> {
        self.0.iter().map(Parcel::part).collect()
    }
}
