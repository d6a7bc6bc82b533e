//! An entry in the making: taking units off accounts, putting them on, issuing lots.

use muntwerk::calendar::Day;
use muntwerk::id::Id;
use muntwerk::orders::{Order, RefusalCode};

use super::facts::{Booked, Leg, Lot, LotKind, in_range};
use super::{Earned, Grain, Model};

/// Pieces of lots on their way.
pub(super) type Pieces = Vec<(usize, i64)>;

/// An entry in the making.
pub(super) struct Sketch<'m> {
    model: &'m Model,
    /// Lots that are new in it.
    pub(super) new_lots: Vec<Lot>,
    /// The entry so far.
    pub(super) booked: Booked,
    /// The units of an award that are credited.
    pub(super) granted: i64,
    /// What it counts for caps.
    pub(super) earned: Vec<Earned>,
}

/// The sum of pieces.
pub(super) fn total(pieces: &[(usize, i64)]) -> i64 {
    pieces.iter().map(|(_, amount)| amount).sum()
}

/// The first so many units of the pieces, and how many are missing.
pub(super) fn first(pieces: &[(usize, i64)], amount: i64) -> (Pieces, i64) {
    let mut missing = amount;
    let mut taken = Vec::new();
    for (lot, held) in pieces {
        let part = missing.min(*held);
        if part > 0 {
            taken.push((*lot, part));
        }
        missing -= part;
    }
    (taken, missing)
}

impl<'m> Sketch<'m> {
    /// Nothing yet.
    pub(super) fn new(model: &'m Model, order: &Order) -> Self {
        let booked = Booked {
            order: order.clone(),
            asked: order.ask.clone(),
            day: model.day,
            legs: Vec::new(),
            issues: Vec::new(),
            takes_back: None,
        };
        Self { model, new_lots: Vec::new(), booked, granted: 0, earned: Vec::new() }
    }

    /// Adds to an account.
    pub(super) fn leg(&mut self, mut leg: Leg) -> Result<(), RefusalCode> {
        in_range(i128::from(self.model.balance(leg.account)) + i128::from(leg.amount))?;
        // Pieces of one lot are one.
        let pieces = std::mem::take(&mut leg.pieces);
        for (lot, amount) in pieces {
            match leg.pieces.iter_mut().find(|(one, _)| *one == lot) {
                Some((_, much)) => *much += amount,
                None => leg.pieces.push((lot, amount)),
            }
        }
        self.booked.legs.push(leg);
        Ok(())
    }

    /// Adds to an account of the chart.
    pub(super) fn counter(&mut self, account: Id, amount: i64) -> Result<(), RefusalCode> {
        self.leg(Leg { account, amount, pieces: Vec::new(), drawn: 0, technical: 0 })
    }

    /// Issues units: as a lot of their own, or together with others of their kind.
    pub(super) fn issue(&mut self, mut facts: Lot, amount: i64) -> Result<usize, RefusalCode> {
        if self.model.rules.grain == Grain::Month {
            facts.earned = facts.earned.first_of_month();
        }
        if self.model.rules.grain != Grain::Issue {
            let older = self.model.lots.iter().rposition(|lot| *lot == facts);
            let older = older.filter(|lot| self.model.takes_more(*lot));
            let newer =
                self.new_lots.iter().position(|lot| *lot == facts).map(|at| at + self.model.lots.len());
            if let Some(lot) = older.or(newer) {
                let here: i64 =
                    self.booked.issues.iter().filter(|(of, _)| *of == lot).map(|(_, much)| much).sum();
                in_range(i128::from(self.model.issued(lot)) + i128::from(here) + i128::from(amount))?;
                self.booked.issues.push((lot, amount));
                return Ok(lot);
            }
        }
        self.new_lots.push(facts);
        let lot = self.model.lots.len() + self.new_lots.len() - 1;
        self.booked.issues.push((lot, amount));
        Ok(lot)
    }

    /// Takes units off an account; what it does not hold it draws.
    pub(super) fn pay(
        &mut self,
        from: Id,
        amount: i64,
        dates: (Day, Option<Day>),
    ) -> Result<Pieces, RefusalCode> {
        let (mut taken, missing) = first(&self.model.held(from), amount);
        let pieces = taken.iter().map(|(lot, part)| (*lot, -part)).collect();
        if missing > 0 {
            in_range(i128::from(self.model.drawn(from)) + i128::from(missing))?;
            let facts = Lot { earned: dates.0, end: dates.1, kind: LotKind::Credit, from, parent: None };
            taken.push((self.issue(facts, missing)?, missing));
        }
        self.leg(Leg { account: from, amount: -amount, pieces, drawn: missing, technical: 0 })?;
        Ok(taken)
    }

    /// Puts units on an account; what it has drawn is repaid first.
    pub(super) fn receive(&mut self, to: Id, pieces: &[(usize, i64)]) -> Result<(), RefusalCode> {
        let amount = in_range(pieces.iter().map(|(_, part)| i128::from(*part)).sum())?;
        let repaid = amount.min(self.model.drawn(to));
        let technical = repaid.min(self.model.technical(to));
        let mut retire = repaid;
        let mut kept = Vec::new();
        for (lot, part) in pieces {
            let gone = retire.min(*part);
            retire -= gone;
            if part - gone > 0 {
                kept.push((*lot, part - gone));
            }
        }
        self.leg(Leg { account: to, amount, pieces: kept, drawn: -repaid, technical: -technical })
    }

    /// Makes pieces new, unless they came into being just now.
    pub(super) fn renew(
        &mut self,
        pieces: &[(usize, i64)],
        from: Id,
        dates: (Day, Option<Day>),
    ) -> Result<Pieces, RefusalCode> {
        let mut renewed = Vec::new();
        for (lot, amount) in pieces {
            let lot = if *lot < self.model.lots.len() {
                let parent = Some(*lot);
                let facts = Lot { earned: dates.0, end: dates.1, kind: LotKind::Renewed, from, parent };
                self.issue(facts, *amount)?
            } else {
                *lot
            };
            renewed.push((lot, *amount));
        }
        Ok(renewed)
    }
}
