//! [`Part`]: what is known about units that left an account, or stand there still.

use super::TracingRule;
use crate::calendar::{Day, Period};
use crate::evaluation::EvaluationError;

/// Units that were held together.
///
/// Amounts are in parts of a minor unit, as many to one as the rule says; moments are parts times days since
/// 1970-01-01, summed. So means of days are exact also where units of several days are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::evaluation) struct Part {
    /// A day of the cohort in which they were issued.
    pub(in crate::evaluation) cohort: Day,
    /// Whether they have been on notes, or are from before the list begins.
    pub(in crate::evaluation) unseen: bool,
    pub(in crate::evaluation) units: i128,
    /// The moments at which they came to the account.
    pub(in crate::evaluation) since: i128,
    /// The moments at which they were issued.
    pub(in crate::evaluation) born: i128,
}

impl Part {
    /// Whether a rule knows when they were issued: by the books, what has been on notes has no age.
    pub(in crate::evaluation) fn has_age(&self, rule: TracingRule) -> bool {
        !(self.unseen && rule == TracingRule::AsBooked)
    }

    /// The first day of the period in which they were issued, if the rule knows it.
    pub(in crate::evaluation) fn issued_in(&self, by: Period, rule: TracingRule) -> Option<Day> {
        self.has_age(rule).then(|| by.first_day(self.cohort))
    }

    /// Parts times days since they came to the account.
    pub(in crate::evaluation) fn held_until(&self, day: Day) -> Result<i128, EvaluationError> {
        self.passed(day, self.since).ok_or(EvaluationError::TooLarge)
    }

    /// Parts times days since they were issued.
    pub(in crate::evaluation) fn age_on(&self, day: Day) -> Result<i128, EvaluationError> {
        self.passed(day, self.born).ok_or(EvaluationError::TooLarge)
    }

    /// What has passed from moments until a day.
    pub(super) fn passed(&self, day: Day, moments: i128) -> Option<i128> {
        self.units.checked_mul(day.since_epoch().into())?.checked_sub(moments)
    }
}
