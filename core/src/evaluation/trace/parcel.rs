//! [`Parcel`]: units that are told apart, and so can be followed one by one.

use super::Part;
use super::purse::Fresh;
use crate::calendar::Day;
use crate::evaluation::EvaluationError;

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
