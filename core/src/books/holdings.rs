//! [`Holdings`]: the pieces of lots on one account, in the order in which they will be spent.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use crate::dense::LotNo;
use crate::money::Amount;

/// A piece of a lot on an account. The rank puts pieces in spending order: the end date, or the day of
/// earning, in days since the epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Held {
    pub(crate) rank: i32,
    pub(crate) lot: LotNo,
    pub(crate) amount: Amount,
}

impl Held {
    fn key(&self) -> (i32, LotNo) {
        (self.rank, self.lot)
    }
}

/// The pieces on an account, sorted by rank, then lot. Pieces of one lot are one.
///
/// Spending takes from the front and is linear in the lots moved; coming in at the end, which is what
/// fresh units do, is too.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Holdings {
    pieces: VecDeque<Held>,
}

impl Holdings {
    /// How many lots there are pieces of.
    pub fn len(&self) -> usize {
        self.pieces.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Lots and how much of each, in spending order.
    pub fn iter(&self) -> impl Iterator<Item = (LotNo, Amount)> {
        self.pieces.iter().map(|held| (held.lot, held.amount))
    }

    pub(crate) fn held(&self) -> impl Iterator<Item = &Held> {
        self.pieces.iter()
    }

    fn find(&self, rank: i32, lot: LotNo) -> Result<usize, usize> {
        // Almost every piece taken is the first one.
        if self.pieces.front().is_some_and(|held| held.key() == (rank, lot)) {
            return Ok(0);
        }
        if self.pieces.back().is_none_or(|held| held.key() < (rank, lot)) {
            return Err(self.pieces.len());
        }
        self.pieces.binary_search_by_key(&(rank, lot), Held::key)
    }

    /// How much of a lot is held.
    pub(crate) fn amount_of(&self, rank: i32, lot: LotNo) -> Amount {
        let held = self.find(rank, lot).ok().and_then(|at| self.pieces.get(at));
        held.map_or(Amount::ZERO, |held| held.amount)
    }

    /// Adds to a piece; true if the lot was not held before.
    pub(crate) fn add(&mut self, rank: i32, lot: LotNo, amount: Amount) -> bool {
        match self.find(rank, lot) {
            Ok(at) => {
                if let Some(held) = self.pieces.get_mut(at) {
                    held.amount = held.amount.checked_add(amount).unwrap_or(Amount::MAX);
                }
                false
            }
            Err(at) => {
                self.pieces.insert(at, Held { rank, lot, amount });
                true
            }
        }
    }

    /// Puts the pieces in order anew, after some lots got other ranks.
    pub(crate) fn rank_anew(&mut self, rank: impl Fn(LotNo) -> Option<i32>) {
        for held in &mut self.pieces {
            held.rank = rank(held.lot).unwrap_or(held.rank);
        }
        self.pieces.make_contiguous().sort_unstable_by_key(Held::key);
    }

    /// Takes from a piece.
    pub(crate) fn remove(&mut self, rank: i32, lot: LotNo, amount: Amount) {
        let Ok(at) = self.find(rank, lot) else { return };
        let Some(held) = self.pieces.get_mut(at) else { return };
        match held.amount.checked_sub(amount) {
            Some(rest) if !rest.is_zero() => held.amount = rest,
            _ if at == 0 => drop(self.pieces.pop_front()),
            _ => drop(self.pieces.remove(at)),
        }
    }
}
