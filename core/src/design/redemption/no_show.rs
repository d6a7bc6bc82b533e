//! `no_show`: what it costs to reserve and not come.

use serde::Deserialize;

use crate::calendar::Period;
use crate::design::problem::Problems;
use crate::design::resolved::{Writer, word_of};
use crate::design::spanned::Spanned;

/// What becomes of a reservation that nobody picks up in time (R25). Without it its units come back and
/// nothing is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct NoShow {
    /// How many percent of the units the partner takes in all the same; 0 if they all come back.
    pub keeps_percent: u8,
    /// After how many times somebody can no longer reserve; `None` if one always can.
    pub limit: Option<NoShowLimit>,
}

/// After how many reservations that were not picked up one can no longer reserve the offer, nor wait for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct NoShowLimit {
    /// How many times.
    pub times: u32,
    /// In which period, by the day on which the reservation ran out.
    pub per: Period,
}

/// What becomes of a reservation that nobody picks up in time.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawNoShow {
    /// How many percent of its units the partner takes in all the same, 1 to 100, rounded down; the rest comes
    /// back. Left out: all of them come back. Example: `50`. Source: R25 (no-show).
    keeps_percent: Option<Spanned<i64>>,
    /// After how many times somebody can no longer reserve it. Left out: one always can. Source: R25 (no-show).
    limit: Option<RawNoShowLimit>,
}

/// After how many reservations that were not picked up one can no longer reserve.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawNoShowLimit {
    /// How many times, 1 to 1000. Example: `2`. Source: R25 (no-show).
    times: Spanned<i64>,
    /// In which period, by the day on which the reservation ran out. Source: R25 (no-show).
    per: Spanned<Period>,
}

impl RawNoShow {
    pub(super) fn check(
        raw: &Spanned<Self>,
        reserved: bool,
        key: &str,
        problems: &mut Problems,
    ) -> Option<NoShow> {
        let Self { keeps_percent, limit } = raw.get_ref();
        if !reserved {
            problems.add(raw.span(), key, "nobody can reserve it: it has no hold");
            return None;
        }
        if keeps_percent.is_none() && limit.is_none() {
            problems.add(
                raw.span(),
                key,
                "say how many percent is kept, after how many times it ends, or both",
            );
            return None;
        }
        let keeps_percent = match keeps_percent {
            Some(raw) => problems.whole(raw, &format!("{key}.keeps_percent"), 1..=100),
            None => Some(0),
        };
        let limit = match limit {
            Some(raw) => problems
                .whole(&raw.times, &format!("{key}.limit.times"), 1..=1_000)
                .map(|times| Some(NoShowLimit { times, per: *raw.per.get_ref() })),
            None => Some(None),
        };
        Some(NoShow { keeps_percent: keeps_percent?, limit: limit? })
    }
}

impl NoShow {
    pub(super) fn write(self, out: &mut Writer) {
        let keeps = (self.keeps_percent > 0).then(|| format!("keeps_percent = {}", self.keeps_percent));
        let limit = self.limit.map(|NoShowLimit { times, per }| {
            format!("limit = {{ times = {times}, per = {} }}", word_of(per))
        });
        let parts: Vec<String> = [keeps, limit].into_iter().flatten().collect();
        out.pair("no_show", format_args!("{{ {} }}", parts.join(", ")));
    }
}
