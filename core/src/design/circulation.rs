//! `[circulation]`: how units come into circulation, and how far an account may go.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::money::{Balance, Scale};

use super::load::Facts;
use super::problem::Problems;
use super::resolved::Writer;
use super::scalars::{Figure, word_or};
use super::spanned::Spanned;

/// How units come into circulation: as reward points, as mutual credit, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Circulation {
    /// Whether issuing partners credit units for effort.
    pub reward: bool,
    /// Whether, and how far, participants pay with units they have yet to earn.
    pub mutual_credit: Option<MutualCredit>,
}

/// How far a participant may go into the red, and how high a balance may grow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct MutualCredit {
    /// The lowest balance, zero or below.
    pub floor: Balance,
    /// The highest balance, if there is one.
    pub ceiling: Option<Balance>,
    /// Which balance the floor refuses.
    pub floor_tested: Tested,
}

/// Which balance the floor is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tested {
    /// The balance before the act. A debt stop: whoever is at the floor or under it must earn first;
    /// the act itself may pass it.
    Before,
    /// The balance after the act, which may not pass the floor.
    After,
}

impl Circulation {
    /// The lowest balance of a participant: zero unless there is mutual credit.
    pub fn floor(&self) -> Balance {
        self.mutual_credit.map_or(Balance::ZERO, |credit| credit.floor)
    }

    /// The highest balance of a participant, if there is one.
    pub fn ceiling(&self) -> Option<Balance> {
        self.mutual_credit.and_then(|credit| credit.ceiling)
    }

    /// Which balance the floor is compared with: after the act unless the design says before.
    pub fn floor_tested(&self) -> Tested {
        self.mutual_credit.map_or(FLOOR_TESTED, |credit| credit.floor_tested)
    }

    /// Whether all balances sum to zero: units are born by mutual credit alone.
    pub fn is_zero_sum(&self) -> bool {
        self.mutual_credit.is_some() && !self.reward
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCirculation {
    reward: Option<Spanned<bool>>,
    mutual_credit: Option<RawMutualCredit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMutualCredit {
    floor: Spanned<Figure>,
    ceiling: Option<Spanned<Figure>>,
    floor_tested: Option<Spanned<Tested>>,
}

const REWARD: bool = false;
const FLOOR_TESTED: Tested = Tested::After;

impl RawCirculation {
    pub(super) fn has_reward(&self) -> bool {
        word_or(self.reward.as_ref(), REWARD)
    }

    pub(super) fn has_credit(&self) -> bool {
        self.mutual_credit.is_some()
    }

    pub(super) fn check(
        &self,
        place: Range<usize>,
        facts: Facts,
        problems: &mut Problems,
    ) -> Option<Circulation> {
        if !facts.reward && !facts.credit {
            let reason =
                "nothing would ever circulate: say reward = true, or add [circulation.mutual_credit]";
            problems.add(place, "circulation", reason);
        }
        let mutual_credit = match &self.mutual_credit {
            Some(credit) => Some(credit.check(facts, problems)?),
            None => None,
        };
        Some(Circulation { reward: facts.reward, mutual_credit })
    }
}

impl RawMutualCredit {
    fn check(&self, facts: Facts, problems: &mut Problems) -> Option<MutualCredit> {
        let key = "circulation.mutual_credit.floor";
        let floor = problems.balance(&self.floor, key, facts.scale);
        if let Some(floor) = floor {
            if floor > Balance::ZERO {
                problems.add(self.floor.span(), key, "credit goes below zero: the floor is zero or less");
            } else if floor.is_zero() && facts.zero_sum() {
                let reason = "nothing would ever circulate: without reward, somebody must go below zero";
                problems.add(self.floor.span(), key, reason);
            }
        }
        let key = "circulation.mutual_credit.ceiling";
        let ceiling = match &self.ceiling {
            Some(raw) => {
                let ceiling = problems.balance(raw, key, facts.scale);
                if let (Some(ceiling), Some(floor)) = (ceiling, floor) {
                    if ceiling < floor {
                        problems.add(raw.span(), key, "the ceiling lies below the floor");
                    } else if ceiling <= Balance::ZERO {
                        problems.add(
                            raw.span(),
                            key,
                            "nobody could hold anything: the ceiling is above zero",
                        );
                    }
                }
                Some(ceiling?)
            }
            None => None,
        };
        let floor_tested = word_or(self.floor_tested.as_ref(), FLOOR_TESTED);
        Some(MutualCredit { floor: floor?, ceiling, floor_tested })
    }
}

impl Circulation {
    pub(super) fn write(&self, scale: Scale, out: &mut Writer) {
        out.table("circulation");
        out.pair("reward", self.reward);
        if let Some(credit) = &self.mutual_credit {
            out.table("circulation.mutual_credit");
            out.balance("floor", credit.floor, scale);
            if let Some(ceiling) = credit.ceiling {
                out.balance("ceiling", ceiling, scale);
            }
            out.word("floor_tested", credit.floor_tested);
        }
    }
}
