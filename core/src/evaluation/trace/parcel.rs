//! [`Parcel`]: units that are told apart, and so can be followed one by one.

use std::collections::VecDeque;

use super::Part;
use super::purse::Fresh;
use crate::calendar::Day;
use crate::evaluation::EvaluationError;

/// Takes up to so many units off a row of parcels, from its front, or from its end where `LAST`, and gives how many
/// it lacks.
pub(super) fn leave<const LAST: bool>(
    row: &mut VecDeque<Parcel>,
    mut wanted: i64,
    taken: &mut Vec<Parcel>,
) -> i64 {
    while wanted > 0 {
        let next = if LAST { row.back_mut() } else { row.front_mut() };
        let Some(next) = next else { break };
        let part = next.split(wanted);
        if next.units == 0 {
            if LAST {
                row.pop_back()
            } else {
                row.pop_front()
            };
        }
        wanted = wanted.saturating_sub(part.units);
        taken.push(part);
    }
    wanted
}

/// Minor units of one issue that came to an account on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parcel {
    pub(super) units: i64,
    pub(super) born: Day,
    pub(super) since: Day,
    pub(super) unseen: bool,
}

impl Parcel {
    pub(super) fn fresh(fresh: Fresh) -> Self {
        Self { units: fresh.minor, born: fresh.day, since: fresh.day, unseen: fresh.unseen }
    }

    /// So many units off this parcel, which keeps the rest.
    pub(super) fn split(&mut self, wanted: i64) -> Self {
        let units = wanted.min(self.units);
        self.units = self.units.saturating_sub(units);
        Self { units, ..*self }
    }

    pub(super) fn part(&self) -> Result<Part, EvaluationError> {
        let units = i128::from(self.units);
        let moments = |day: Day| units.checked_mul(day.since_epoch().into()).ok_or(EvaluationError::TooLarge);
        let (since, born) = (moments(self.since)?, moments(self.born)?);
        Ok(Part { cohort: self.born, unseen: self.unseen, units, since, born })
    }

    /// Whether another is the same but for how many there are.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        (self.born, self.since, self.unseen) == (other.born, other.since, other.unseen)
    }
}
