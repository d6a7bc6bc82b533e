//! `[days]`: how late an act may be booked, and how long a pending order waits.

use serde::Deserialize;

use super::problem::Problems;
use super::resolved::Writer;
use super::spanned::Spanned;

/// How late an act may be booked, and how long a pending order waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Days {
    /// How many days the value day may lie before the booking day, at most 366.
    pub late_window: u16,
    /// How many days a pending order can be completed, at most 366.
    pub pending: u16,
}

/// How late an act may be booked, and how long a pending order waits.
#[derive(Deserialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawDays {
    /// How many days the day of the activity may lie before the day of booking, 0 to 366.
    ///
    /// Default: `7`. Source: R58; time banks record within a week (ferndaletimebank.org).
    late_window: Option<Spanned<i64>>,
    /// How many days a claim or a proposal can be completed, 0 to 366.
    ///
    /// Default: `30`.
    pending: Option<Spanned<i64>>,
}

const LATE_WINDOW: u16 = 7;
const PENDING: u16 = 30;

impl RawDays {
    pub(super) fn check(&self, problems: &mut Problems) -> Option<Days> {
        let late_window =
            problems.whole_or(self.late_window.as_ref(), "days.late_window", 0..=366, LATE_WINDOW);
        let pending = problems.whole_or(self.pending.as_ref(), "days.pending", 0..=366, PENDING);
        Some(Days { late_window: late_window?, pending: pending? })
    }
}

impl Days {
    pub(super) fn write(self, out: &mut Writer) {
        out.table("days");
        out.pair("late_window", self.late_window);
        out.pair("pending", self.pending);
    }
}
