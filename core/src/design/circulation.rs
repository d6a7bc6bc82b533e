//! `[circulation]`: how units come into circulation.

use std::ops::Range;

use serde::Deserialize;

use super::UnitKind;
use super::load::Facts;
use super::problem::Problems;
use super::resolved::Writer;
use super::scalars::word_or;
use super::spanned::Spanned;

/// How units come into circulation: as reward points, as mutual credit, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Circulation {
    /// Whether issuing partners credit units for effort (H4.4).
    pub reward: bool,
    /// Whether participants pay with units they have yet to earn (H4.2). How far, `[limits]` says.
    pub mutual_credit: bool,
    /// Whether units come into being against euro that stand on accounts of their own (R3, domain 3.4). Such a
    /// unit is worth a whole number of cents and never anything else.
    pub euro_backed: bool,
}

impl Circulation {
    /// Whether all balances sum to zero: units are born by mutual credit alone.
    pub fn is_zero_sum(self) -> bool {
        self.mutual_credit && !self.reward
    }
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawCirculation {
    /// Whether issuing partners credit units for effort. Default: false. Source: H4.4, R10.
    reward: Option<Spanned<bool>>,
    /// Whether participants pay with units they have yet to earn, down to `limits.floor`. Default: false.
    /// Source: H4.2, H4.3, R9.
    mutual_credit: Option<Spanned<bool>>,
    /// Whether units come into being against euro, which stand on accounts of their own and back every unit. Takes a
    /// unit pegged to the euro at one value, of which the smallest part is a whole number of cents. No
    /// amendment turns it on or off. Default: false. Source: R3, domain 3.4 (Chiemgauer, Eusko).
    euro_backed: Option<Spanned<bool>>,
}

const REWARD: bool = false;
const MUTUAL_CREDIT: bool = false;
const EURO_BACKED: bool = false;

impl RawCirculation {
    pub(super) fn has_reward(&self) -> bool {
        word_or(self.reward.as_ref(), REWARD)
    }

    pub(super) fn has_credit(&self) -> bool {
        word_or(self.mutual_credit.as_ref(), MUTUAL_CREDIT)
    }

    pub(super) fn is_backed(&self) -> bool {
        word_or(self.euro_backed.as_ref(), EURO_BACKED)
    }

    pub(super) fn check(&self, place: Range<usize>, facts: Facts, problems: &mut Problems) -> Circulation {
        if !facts.reward && !facts.credit && !facts.backed {
            let reason = "nothing would ever circulate: say reward = true, or mutual_credit = true";
            problems.add(place, "circulation", reason);
        }
        let key = "circulation.euro_backed";
        if facts.backed && facts.kind != UnitKind::EuroPegged {
            let reason = "what a unit is worth in euro is said by unit.kind = \"euro_pegged\" alone";
            problems.refuse(self.euro_backed.as_ref(), key, reason);
        }
        if facts.backed && facts.credit {
            let reason = "nobody brings euro for units paid on credit: leave mutual_credit out";
            problems.refuse(self.euro_backed.as_ref(), key, reason);
        }
        Circulation { reward: facts.reward, mutual_credit: facts.credit, euro_backed: facts.backed }
    }
}

impl Circulation {
    pub(super) fn write(self, out: &mut Writer) {
        out.table("circulation");
        out.pair("reward", self.reward);
        out.pair("mutual_credit", self.mutual_credit);
        out.pair("euro_backed", self.euro_backed);
    }
}
