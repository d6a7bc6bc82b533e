//! `[inactivity]`: when somebody who does nothing is called inactive.

use serde::Deserialize;

use super::problem::Problems;
use super::resolved::Writer;
use super::spanned::Spanned;

/// When somebody who does nothing is called inactive: they go on taking part, and whoever does
/// something again is active again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Inactivity {
    /// How many months without paying, earning or being paid for a service.
    pub months: u16,
    /// How many days before that a warning is given; none if no warning is.
    pub notice_days: Option<u16>,
}

/// When somebody who does nothing is called inactive (R62).
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawInactivity {
    /// After how many months without paying, earning or being paid for a service, 1 to 600.
    ///
    /// Example: `24`. Source: R62; time banks, domain.md 3.3.
    months: Spanned<i64>,
    /// How many days before that a warning is given, 1 to 366; given late, the account waits for so many
    /// days. Left out: no warning.
    notice_days: Option<Spanned<i64>>,
}

/// No month is shorter.
const SHORTEST_MONTH: u16 = 28;

impl RawInactivity {
    pub(super) fn check(&self, problems: &mut Problems) -> Option<Inactivity> {
        let months: u16 = problems.whole(&self.months, "inactivity.months", 1..=600)?;
        let key = "inactivity.notice_days";
        let notice_days = match &self.notice_days {
            None => None,
            Some(raw) => {
                let days: u16 = problems.whole(raw, key, 1..=366)?;
                if days >= months.saturating_mul(SHORTEST_MONTH) {
                    problems.add(raw.span(), key, "the warning would come before anybody has been quiet");
                }
                Some(days)
            }
        };
        Some(Inactivity { months, notice_days })
    }
}

impl Inactivity {
    pub(super) fn write(self, out: &mut Writer) {
        out.table("inactivity");
        out.pair("months", self.months);
        if let Some(days) = self.notice_days {
            out.pair("notice_days", days);
        }
    }
}
