//! `[lots]`: how finely units are told apart, and which are spent first.

use serde::{Deserialize, Serialize};

use super::ExpiryRule;
use super::problem::Problems;
use super::resolved::Writer;
use super::scalars::word_or;
use super::spanned::Spanned;

/// How finely units are told apart, and which are spent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LotPolicy {
    /// What makes a lot of its own.
    pub grain: Grain,
    /// Which lots are spent first.
    pub spend: SpendOrder,
}

/// What makes a lot of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Grain {
    /// Every issue.
    Issue,
    /// Every day: issues of one day with equal origin, end and restrictions are one lot.
    Day,
    /// Every month: issues of one month with equal origin, end and restrictions are one lot.
    Month,
}

/// Which lots are spent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SpendOrder {
    /// Those that lapse soonest; those that never do come last.
    SoonestToExpire,
    /// Those that were earned first.
    OldestFirst,
}

/// How finely units are told apart, and which are spent first (R17).
#[derive(Deserialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawLots {
    /// What makes a lot of its own. By the month needs ends that are the same for a month.
    ///
    /// Default: `"issue"`.
    grain: Option<Spanned<Grain>>,
    /// Which units are spent first.
    ///
    /// Default: `"soonest_to_expire"`. Example: `"oldest_first"`. Source: R17 (earliest expiry first).
    spend: Option<Spanned<SpendOrder>>,
}

const GRAIN: Grain = Grain::Issue;
const SPEND: SpendOrder = SpendOrder::SoonestToExpire;

impl RawLots {
    pub(super) fn check(&self, rule: ExpiryRule, problems: &mut Problems) -> LotPolicy {
        let grain = word_or(self.grain.as_ref(), GRAIN);
        let ends_differ = matches!(rule, ExpiryRule::Months { to_month_end: false, .. });
        if grain == Grain::Month && ends_differ {
            let reason = "units of one month end on different days: say expiry.to_month_end = true";
            problems.refuse(self.grain.as_ref(), "lots.grain", reason);
        }
        LotPolicy { grain, spend: word_or(self.spend.as_ref(), SPEND) }
    }
}

impl LotPolicy {
    pub(super) fn write(self, out: &mut Writer) {
        out.table("lots");
        out.word("grain", self.grain);
        out.word("spend", self.spend);
    }
}
