//! As booked: the lots that the books took.

use std::collections::{BTreeMap, VecDeque};

use super::parcel::leave;
use super::purse::{Came, Fresh, Purse};
use super::{Parcel, Part};
use crate::dense::LotNo;
use crate::evaluation::{EvaluationError, LotPiece, Movement};

/// Parcels by lot, in the order in which they came. Units without a lot are those on notes, and credit that is
/// drawn or repaid within one entry; they are what a movement moves beyond its pieces.
#[derive(Default)]
pub(super) struct Booked(BTreeMap<Option<LotNo>, VecDeque<Parcel>>);

impl Booked {
    /// Takes up to so many units of a lot, and gives how many it lacks.
    fn take_of(&mut self, lot: Option<LotNo>, wanted: i64, taken: &mut Vec<Parcel>) -> i64 {
        let Some(queue) = self.0.get_mut(&lot) else { return wanted };
        let lacks = leave::<false>(queue, wanted, taken);
        if queue.is_empty() {
            self.0.remove(&lot);
        }
        lacks
    }

    fn put_in(&mut self, lot: Option<LotNo>, parcel: Parcel) {
        let queue = self.0.entry(lot).or_default();
        match queue.back_mut() {
            Some(last) if last.is_like(&parcel) => last.units = last.units.saturating_add(parcel.units),
            _ => queue.push_back(parcel),
        }
    }
}

impl Purse for Booked {
    type Piece = Parcel;
    const PARTS: i128 = 1;

    fn fresh(fresh: Fresh) -> Result<Parcel, EvaluationError> {
        Ok(Parcel::fresh(fresh))
    }

    fn take(&mut self, row: &Movement) -> Result<Vec<Parcel>, EvaluationError> {
        let mut wanted = row.amount.minor();
        let mut taken = Vec::new();
        for LotPiece { lot, amount } in &row.left {
            let of_lot = wanted.min(amount.minor());
            let short = self.take_of(Some(*lot), of_lot, &mut taken);
            wanted = wanted.saturating_sub(of_lot).saturating_add(short);
        }
        // Units without a lot come first.
        while wanted > 0 {
            let Some(lot) = self.0.keys().next().copied() else { break };
            wanted = self.take_of(lot, wanted, &mut taken);
        }
        Ok(taken)
    }

    fn put(&mut self, pieces: Vec<Parcel>, came: &Came<'_>) -> Result<(), EvaluationError> {
        let mut lots = came.row.came.iter().map(|piece| (piece.lot, piece.amount.minor())).peekable();
        for mut parcel in pieces {
            parcel.since = came.row.day;
            parcel.unseen |= came.onto_paper;
            while parcel.units > 0 {
                let Some((lot, room)) = lots.peek_mut() else { break };
                let mut part = parcel.split(*room);
                *room = room.saturating_sub(part.units);
                let birth = usize::try_from(lot.get()).ok().and_then(|lot| came.lots.get(lot));
                if let Some(birth) = birth {
                    (part.born, part.unseen) = (birth.day, birth.off_paper);
                }
                let (lot, full) = (*lot, *room <= 0);
                self.put_in(Some(lot), part);
                if full {
                    lots.next();
                }
            }
            if parcel.units > 0 {
                self.put_in(None, parcel);
            }
        }
        Ok(())
    }

    fn part(piece: &Parcel) -> Result<Part, EvaluationError> {
        piece.part()
    }

    fn rest(&self) -> Result<Vec<Part>, EvaluationError> {
        self.0.values().flatten().map(Parcel::part).collect()
    }
}
