//! Well mixed: every payment is a share of everything there is.
//!
//! Paths are not enumerated: they multiply without end, and a cut-off biases ages (`evaluation.md` 4.2). What is
//! kept is a vector for each account: how many units of each cohort, and the moments at which they came and were
//! issued. That costs as much as there are cohorts for each movement, and means follow exactly.
//!
//! A share is no whole number of minor units, and exact shares of shares grow without end. So amounts are kept
//! in parts, a milliard to a minor unit. Shares are rounded down to a part along the running sum of the cohorts:
//! they always add up to the whole amount, no cohort is off by more than one part in a movement, and no unit and
//! no time is ever lost.

use std::collections::BTreeMap;

use super::Part;
use super::purse::{Came, Fresh, Purse};
use crate::calendar::Day;
use crate::evaluation::{EvaluationError, Movement};

/// Parts of a minor unit.
const PARTS: i128 = 1_000_000_000;

/// What is there, by cohort and whether it is unseen.
#[derive(Default)]
pub(super) struct Mixed {
    cohorts: BTreeMap<(Day, bool), Part>,
    minor: i128,
}

/// `of * share / whole`, rounded towards zero, for `0 <= share <= whole`. What is multiplied is a rest below
/// `whole`, and a sum of amounts below 2^63 is, so it fits.
fn proportion(of: i128, share: i128, whole: i128) -> Option<i128> {
    let full = of.checked_div(whole)?.checked_mul(share)?;
    full.checked_add(of.checked_rem(whole)?.checked_mul(share)?.checked_div(whole)?)
}

impl Mixed {
    /// So many minor units of all there are, of every cohort in proportion, on a day. Times are shared as what
    /// has passed since, so that units of today have waited for exactly nothing.
    fn share(&mut self, share: i128, on: Day) -> Option<Vec<Part>> {
        let (whole, day) = (self.minor, i128::from(on.since_epoch()));
        let mut taken = Vec::new();
        let (mut before, mut given) = (0_i128, 0_i128);
        for part in self.cohorts.values_mut().filter(|_| whole > 0) {
            before = before.checked_add(part.units)?;
            let so_far = proportion(before, share, whole)?;
            let units = so_far.checked_sub(given)?;
            given = so_far;
            if units == 0 {
                continue;
            }
            let moments = |of: i128| {
                let passed = proportion(part.passed(on, of)?, share, whole)?;
                units.checked_mul(day)?.checked_sub(passed)
            };
            // The last part of a cohort takes its moments along.
            let off = if units == part.units {
                *part
            } else {
                Part { units, since: moments(part.since)?, born: moments(part.born)?, ..*part }
            };
            part.units = part.units.checked_sub(off.units)?;
            part.since = part.since.checked_sub(off.since)?;
            part.born = part.born.checked_sub(off.born)?;
            taken.push(off);
        }
        Some(taken)
    }
}

impl Purse for Mixed {
    type Piece = Part;
    const PARTS: i128 = PARTS;

    fn fresh(fresh: Fresh) -> Result<Part, EvaluationError> {
        let moments = |units: i128| units.checked_mul(fresh.day.since_epoch().into());
        let units = i128::from(fresh.minor).checked_mul(PARTS).ok_or(EvaluationError::TooLarge)?;
        let born = moments(units).ok_or(EvaluationError::TooLarge)?;
        Ok(Part { cohort: fresh.cohort, unseen: fresh.unseen, units, since: born, born })
    }

    fn take(&mut self, row: &Movement) -> Result<Vec<Part>, EvaluationError> {
        let share = i128::from(row.amount.minor()).min(self.minor);
        let taken = self.share(share, row.day).ok_or(EvaluationError::TooLarge)?;
        self.minor = self.minor.saturating_sub(share);
        self.cohorts.retain(|_, part| part.units > 0);
        Ok(taken)
    }

    fn put(&mut self, pieces: Vec<Part>, came: &Came<'_>) -> Result<(), EvaluationError> {
        for piece in pieces {
            let unseen = piece.unseen || came.onto_paper;
            let none = Part { cohort: piece.cohort, unseen, units: 0, since: 0, born: 0 };
            let there = self.cohorts.entry((piece.cohort, unseen)).or_insert(none);
            let now = piece.units.checked_mul(came.row.day.since_epoch().into());
            let sums = now.and_then(|now| {
                let units = there.units.checked_add(piece.units)?;
                Some((units, there.since.checked_add(now)?, there.born.checked_add(piece.born)?))
            });
            (there.units, there.since, there.born) = sums.ok_or(EvaluationError::TooLarge)?;
        }
        self.minor = self.minor.saturating_add(came.row.amount.minor().into());
        Ok(())
    }

    fn part(piece: &Part) -> Result<Part, EvaluationError> {
        Ok(*piece)
    }

    fn rest(&self) -> Result<Vec<Part>, EvaluationError> {
        Ok(self.cohorts.values().copied().collect())
    }
}
