//! An entry has one leg per account; a movement has two ends. Here legs are paired.

use std::collections::BTreeMap;

use super::movement::LotPiece;
use crate::books::{Leg, Piece};
use crate::dense::LotNo;
use crate::money::Amount;

/// So many units from one leg to another, both by their place in the entry.
#[derive(Debug, PartialEq)]
pub(super) struct Pair {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) amount: i64,
    pub(super) left: Vec<LotPiece>,
    pub(super) came: Vec<LotPiece>,
}

/// What of a leg is not paired yet.
struct Side {
    leg: usize,
    rest: i64,
    pieces: Vec<(LotNo, i64)>,
}

impl Side {
    /// Takes pieces up to an amount, in order, and what they do not make up without pieces.
    fn take(&mut self, amount: i64) -> Vec<LotPiece> {
        self.rest = self.rest.saturating_sub(amount);
        let mut wanted = amount;
        let mut taken = Vec::new();
        for (lot, there) in &mut self.pieces {
            let part = wanted.min(*there);
            if part > 0 {
                *there = there.saturating_sub(part);
                wanted = wanted.saturating_sub(part);
                taken.extend(piece(*lot, part));
            }
        }
        self.pieces.retain(|(_, there)| *there > 0);
        taken
    }

    fn take_lot(&mut self, lot: LotNo, amount: i64) -> Vec<LotPiece> {
        self.rest = self.rest.saturating_sub(amount);
        for (own, there) in &mut self.pieces {
            if *own == lot {
                *there = there.saturating_sub(amount);
            }
        }
        piece(lot, amount).into_iter().collect()
    }

    fn has(&self, lot: LotNo) -> i64 {
        let there = self.pieces.iter().filter(|(own, _)| *own == lot).map(|(_, there)| *there);
        there.fold(0, i64::saturating_add).min(self.rest)
    }
}

fn piece(lot: LotNo, minor: i64) -> Option<LotPiece> {
    Some(LotPiece { lot, amount: Amount::from_minor(minor).ok()? })
}

/// The sides on which units leave, or come, with the pieces that go that way.
fn sides(legs: &[Leg], leaving: bool) -> Vec<Side> {
    let sign = if leaving { -1 } else { 1 };
    let towards = |minor: i64| minor.saturating_mul(sign);
    let side = |(leg, of): (usize, &Leg)| {
        let pieces = of.lots.iter().map(|Piece(lot, by)| (*lot, towards(by.minor())));
        let pieces = pieces.filter(|(_, by)| *by > 0).collect();
        Side { leg, rest: towards(of.amount.minor()), pieces }
    };
    legs.iter().enumerate().map(side).filter(|side| side.rest > 0).collect()
}

/// The movements between the legs of an entry, which sum to zero: units of a lot go where units of that lot
/// came; what is left goes in the order of the legs.
pub(super) fn pairs(legs: &[Leg]) -> Vec<Pair> {
    let (mut leaving, mut coming) = (sides(legs, true), sides(legs, false));
    let mut pairs = if leaving.len() > 1 && coming.len() > 1 {
        by_lot(&mut leaving, &mut coming)
    } else {
        BTreeMap::new()
    };
    let mut receivers = coming.iter_mut().filter(|side| side.rest > 0).peekable();
    for payer in &mut leaving {
        while payer.rest > 0 {
            let Some(receiver) = receivers.peek_mut() else { break };
            let amount = payer.rest.min(receiver.rest);
            let (left, came) = (payer.take(amount), receiver.take(amount));
            add(&mut pairs, (payer.leg, receiver.leg), amount, left, came);
            if receiver.rest == 0 {
                receivers.next();
            }
        }
    }
    pairs.into_values().collect()
}

type Pairs = BTreeMap<(usize, usize), Pair>;

fn by_lot(leaving: &mut [Side], coming: &mut [Side]) -> Pairs {
    let mut pairs = Pairs::new();
    let mut takers: BTreeMap<LotNo, Vec<usize>> = BTreeMap::new();
    for (at, side) in coming.iter().enumerate() {
        side.pieces.iter().for_each(|(lot, _)| takers.entry(*lot).or_default().push(at));
    }
    for payer in leaving {
        for (lot, _) in payer.pieces.clone() {
            for at in takers.get(&lot).into_iter().flatten() {
                let Some(receiver) = coming.get_mut(*at) else { continue };
                let amount = payer.has(lot).min(receiver.has(lot));
                if amount > 0 {
                    let (left, came) = (payer.take_lot(lot, amount), receiver.take_lot(lot, amount));
                    add(&mut pairs, (payer.leg, receiver.leg), amount, left, came);
                }
            }
        }
    }
    pairs
}

fn add(pairs: &mut Pairs, (from, to): (usize, usize), amount: i64, left: Vec<LotPiece>, came: Vec<LotPiece>) {
    let none = Pair { from, to, amount: 0, left: Vec::new(), came: Vec::new() };
    let pair = pairs.entry((from, to)).or_insert(none);
    pair.amount = pair.amount.saturating_add(amount);
    pair.left.extend(left);
    pair.came.extend(came);
}
