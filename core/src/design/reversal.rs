//! `[reversal]`: how entries are taken back.

use serde::{Deserialize, Serialize};

use super::load::Facts;
use super::problem::Problems;
use super::resolved::Writer;
use super::scalars::word_or;
use super::spanned::Spanned;

/// How entries are taken back, by a linked counter-entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ReversalPolicy {
    /// How many days after the booking day, at most 3660.
    pub window_days: u16,
    /// What happens if the receiver no longer holds all of the units.
    pub when_spent: WhenSpent,
    /// What happens to units that would have lapsed in the meantime.
    pub when_lapsed: WhenLapsed,
}

/// What happens if the receiver no longer holds all of the units that are to be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WhenSpent {
    /// The reversal is refused.
    Refuse,
    /// Only what is still there is taken back.
    Partial,
    /// The rest is taken from the receiver's other lots.
    OtherLots,
    /// The rest is taken from the common pot.
    Pot,
    /// The receiver owes the rest: the balance goes below zero, marked as such.
    TechnicalDebt,
}

/// What happens to units that come back after their end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WhenLapsed {
    /// They lapse at once.
    Lapse,
    /// They can be spent for so many days more.
    Grant {
        /// How many days after the booking day.
        days: u16,
    },
}

/// How a wrong entry is taken back, by a linked counter-entry (R44).
#[derive(Deserialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawReversal {
    /// How many days after its booking day an entry can be taken back, 0 to 3660.
    ///
    /// Default: `60`. Source: R44 (two months).
    window_days: Option<Spanned<i64>>,
    /// What happens if the receiver no longer holds all of the units.
    ///
    /// Default: `"refuse"`. Source: R44.
    when_spent: Option<Spanned<WhenSpent>>,
    /// What happens to units that come back after their end. Belongs to units that lapse.
    ///
    /// Default: `"lapse"`. Source: R64.
    when_lapsed: Option<Spanned<LapseOrGrant>>,
    /// How many days after the booking day such units can be spent, 1 to 366. Belongs to
    /// `when_lapsed = "grant"`, which needs it.
    when_lapsed_days: Option<Spanned<i64>>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
enum LapseOrGrant {
    /// They lapse at once.
    Lapse,
    /// They can be spent for some days more.
    Grant,
}

const WINDOW_DAYS: u16 = 60;
const WHEN_SPENT: WhenSpent = WhenSpent::Refuse;
const WHEN_LAPSED: LapseOrGrant = LapseOrGrant::Lapse;

impl RawReversal {
    /// Whether a reversal can leave its receiver in debt.
    pub(super) fn leaves_debt(&self) -> bool {
        word_or(self.when_spent.as_ref(), WHEN_SPENT) == WhenSpent::TechnicalDebt
    }

    pub(super) fn check(&self, facts: Facts, problems: &mut Problems) -> Option<ReversalPolicy> {
        let key = "reversal.window_days";
        let window_days = problems.whole_or(self.window_days.as_ref(), key, 0..=3_660, WINDOW_DAYS);
        let when_spent = word_or(self.when_spent.as_ref(), WHEN_SPENT);
        if when_spent == WhenSpent::Pot && !facts.pot {
            problems.refuse(self.when_spent.as_ref(), "reversal.when_spent", "there is no [pot]");
        }
        if !facts.expires {
            let reason = "units never lapse by expiry.rule = \"never\"";
            problems.refuse(self.when_lapsed.as_ref(), "reversal.when_lapsed", reason);
        }
        let when_lapsed = self.check_when_lapsed(problems);
        Some(ReversalPolicy { window_days: window_days?, when_spent, when_lapsed: when_lapsed? })
    }

    fn check_when_lapsed(&self, problems: &mut Problems) -> Option<WhenLapsed> {
        let key = "reversal.when_lapsed_days";
        match word_or(self.when_lapsed.as_ref(), WHEN_LAPSED) {
            LapseOrGrant::Lapse => {
                let reason = "this belongs to when_lapsed = \"grant\"";
                problems.refuse(self.when_lapsed_days.as_ref(), key, reason);
                Some(WhenLapsed::Lapse)
            }
            LapseOrGrant::Grant => {
                let Some(days) = &self.when_lapsed_days else {
                    let place = self.when_lapsed.as_ref().map(Spanned::span).unwrap_or_default();
                    problems.add(place, key, "it is missing: when_lapsed = \"grant\" needs it");
                    return None;
                };
                problems.whole(days, key, 1..=366).map(|days| WhenLapsed::Grant { days })
            }
        }
    }
}

impl ReversalPolicy {
    /// Writes the block; units that never lapse leave a key out.
    pub(super) fn write(self, expires: bool, out: &mut Writer) {
        out.table("reversal");
        out.pair("window_days", self.window_days);
        out.word("when_spent", self.when_spent);
        match self.when_lapsed {
            _ if !expires => {}
            WhenLapsed::Lapse => out.word("when_lapsed", LapseOrGrant::Lapse),
            WhenLapsed::Grant { days } => {
                out.word("when_lapsed", LapseOrGrant::Grant);
                out.pair("when_lapsed_days", days);
            }
        }
    }
}
