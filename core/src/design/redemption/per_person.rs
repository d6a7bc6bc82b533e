//! `per_person`: how many pieces of an offer one person gets.

use serde::Deserialize;

use crate::calendar::Period;
use crate::design::problem::Problems;
use crate::design::resolved::{Writer, word_of};
use crate::design::scalars::word_or;
use crate::design::spanned::Spanned;

/// How many pieces of an offer one person gets in a period (R25, R51), over all their accounts and all
/// partners, by the day of the activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PerPerson {
    /// How many pieces.
    pub times: u32,
    /// In which period.
    pub per: Period,
    /// Whether the household counts as one person (R60): everybody who shares a household account.
    pub household: bool,
}

/// How many pieces one person gets in a period, over all their accounts and all partners.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawPerPerson {
    /// How many pieces, 1 to 1000000. Each counts, also if several are taken at once. Example: `2`. Source: R25.
    times: Spanned<i64>,
    /// In which period, by the day of the activity. Source: R25.
    per: Spanned<Period>,
    /// Whether everybody who shares a household account counts as one person.
    ///
    /// Default: `false`. Source: R51, R60.
    household: Option<Spanned<bool>>,
}

const HOUSEHOLD: bool = false;

impl RawPerPerson {
    pub(super) fn check(&self, key: &str, problems: &mut Problems) -> Option<PerPerson> {
        let times = problems.whole(&self.times, &format!("{key}.times"), 1..=1_000_000)?;
        let household = word_or(self.household.as_ref(), HOUSEHOLD);
        Some(PerPerson { times, per: *self.per.get_ref(), household })
    }
}

impl PerPerson {
    pub(super) fn write(self, out: &mut Writer) {
        let Self { times, per, household } = self;
        let per = word_of(per);
        out.pair("per_person", format_args!("{{ times = {times}, per = {per}, household = {household} }}"));
    }
}
