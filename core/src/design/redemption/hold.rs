//! `hold`: how long a reservation is kept.

use serde::Deserialize;

use crate::design::problem::Problems;
use crate::design::resolved::Writer;
use crate::design::spanned::Spanned;

/// How long a reservation is kept, by days, by minutes or by both; whichever ends first ends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Hold {
    /// How many days after the day of reserving is the last one to pick it up; 0 is that day itself.
    /// Closing that day releases what is left.
    pub days: Option<u16>,
    /// How many minutes after reserving, by the latest instant that the ledger has seen.
    pub minutes: Option<u16>,
}

/// How long a reservation is kept.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawHold {
    /// How many days after the day of reserving is the last one to pick it up, 0 to 366; 0 is that day itself.
    /// Closing that day releases what is left. Example: `3`. Source: R25.
    days: Option<Spanned<i64>>,
    /// How many minutes after reserving is the last moment to pick it up, 1 to 1440, by the latest instant that
    /// the ledger has seen. Example: `30`. Source: R25.
    minutes: Option<Spanned<i64>>,
}

impl RawHold {
    pub(super) fn check(raw: &Spanned<Self>, key: &str, problems: &mut Problems) -> Option<Hold> {
        let Self { days, minutes } = raw.get_ref();
        if days.is_none() && minutes.is_none() {
            problems.add(raw.span(), key, "it is kept for days, for minutes or for both: say which");
            return None;
        }
        let mut whole = |raw: &Option<Spanned<i64>>, field: &str, range| match raw {
            Some(raw) => problems.whole(raw, &format!("{key}.{field}"), range).map(Some),
            None => Some(None),
        };
        let (days, minutes) = (whole(days, "days", 0..=366), whole(minutes, "minutes", 1..=1_440));
        Some(Hold { days: days?, minutes: minutes? })
    }
}

impl Hold {
    pub(super) fn write(self, out: &mut Writer) {
        let part = |word: &str, number: Option<u16>| number.map(|number| format!("{word} = {number}"));
        let parts: Vec<String> =
            [part("days", self.days), part("minutes", self.minutes)].into_iter().flatten().collect();
        out.pair("hold", format_args!("{{ {} }}", parts.join(", ")));
    }
}
