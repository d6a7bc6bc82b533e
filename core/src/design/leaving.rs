//! `[leaving]`: what happens to the balance, or the debt, of somebody who leaves or dies.

use serde::{Deserialize, Serialize};

use super::load::Facts;
use super::problem::Problems;
use super::resolved::Writer;
use super::scalars::word_or;
use super::spanned::Spanned;

/// What happens to the balance, or the debt, of somebody who leaves or dies. Never euro.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Leaving {
    /// Where a positive balance goes when an account is closed.
    pub balance_to: BalanceTo,
    /// Who bears a debt that is written off.
    pub debt: DebtTo,
    /// How many months a leaver has to spend what is left; then the account is closed.
    pub spend_out_months: Option<u16>,
    /// Whether a leaver's account is closed as soon as it stands at zero.
    pub close_at_zero: bool,
    /// Where a positive balance goes of somebody who died.
    pub death: DeathTo,
}

/// Where a positive balance goes when an account is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BalanceTo {
    /// Nowhere: the account is not closed before it is spent or given.
    Refuse,
    /// Into the common pot.
    Pot,
    /// To the account of the ring itself, `system:group`.
    Group,
    /// Out of circulation.
    Lapsed,
}

/// Who bears a debt that is written off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DebtTo {
    /// Nobody: debts are not written off, and an account in debt is not closed.
    Refuse,
    /// The common pot, as far as it reaches.
    Pot,
    /// The account of the ring itself, `system:group`, which may go below zero.
    Group,
}

/// Where a positive balance goes of somebody who died.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DeathTo {
    /// To the heir's account that the order names, as a gift that keeps its dates; without one, where a
    /// leaver's goes.
    Heir,
    /// Into the common pot.
    Pot,
    /// To the account of the ring itself, `system:group`.
    Group,
    /// Out of circulation.
    Lapsed,
    /// Nowhere: the account is not closed before it is empty.
    Refuse,
}

impl DeathTo {
    /// Where it goes without an heir.
    pub fn without_heir(self, leaving: BalanceTo) -> BalanceTo {
        match self {
            Self::Heir => leaving,
            Self::Pot => BalanceTo::Pot,
            Self::Group => BalanceTo::Group,
            Self::Lapsed => BalanceTo::Lapsed,
            Self::Refuse => BalanceTo::Refuse,
        }
    }
}

/// What happens to the balance, or the debt, of somebody who leaves or dies (R45, R46). Never euro.
#[derive(Deserialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawLeaving {
    /// Where a positive balance goes when an account is closed. Never to euro.
    ///
    /// Default: `"refuse"`, because what somebody earned is not taken without a decision. Source: R45.
    balance_to: Option<Spanned<BalanceTo>>,
    /// Who bears the debt of somebody who is gone, when it is written off by an order of its own
    /// (`write_off`).
    ///
    /// Default: `"refuse"`, because a debt is a service that somebody rendered. Source: R45.
    debt: Option<Spanned<DebtTo>>,
    /// How many months a leaver has to spend what is left, 1 to 600. The closing of the last of them closes
    /// the account, and what is left goes where `balance_to` says; a debt keeps it open. Left out: no term.
    ///
    /// Example: `6`. Source: R45.
    spend_out_months: Option<Spanned<i64>>,
    /// Whether a leaver's account is closed by the closing of the day on which it stands at zero.
    ///
    /// Default: `false`, because a leaver may come back. Source: R45, R69.
    close_at_zero: Option<Spanned<bool>>,
    /// What happens to the balance of somebody who died.
    death: Option<RawDeath>,
}

/// What happens to the balance of somebody who died (R46).
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct RawDeath {
    /// Where a positive balance goes of somebody who died.
    ///
    /// Default: `"heir"`, because heirs may receive what they could have been given. Source: R46.
    balance_to: Option<Spanned<DeathTo>>,
}

const BALANCE_TO: BalanceTo = BalanceTo::Refuse;
const DEBT: DebtTo = DebtTo::Refuse;
const CLOSE_AT_ZERO: bool = false;
const DEATH: DeathTo = DeathTo::Heir;

impl RawLeaving {
    pub(super) fn check(&self, facts: Facts, problems: &mut Problems) -> Option<Leaving> {
        let balance_to = word_or(self.balance_to.as_ref(), BALANCE_TO);
        let place = self.balance_to.as_ref();
        if let Some(reason) = impossible(balance_to, facts) {
            problems.refuse(place, "leaving.balance_to", reason);
        }
        let debt = word_or(self.debt.as_ref(), DEBT);
        let reason = match debt {
            DebtTo::Pot if !facts.pot => Some("there is no [pot]"),
            DebtTo::Pot | DebtTo::Group if !facts.debts => {
                Some("nobody can be in debt: there is no mutual credit, and no reversal leaves any")
            }
            _ => None,
        };
        if let Some(reason) = reason {
            problems.refuse(self.debt.as_ref(), "leaving.debt", reason);
        }
        let spend_out_months = match &self.spend_out_months {
            None => None,
            Some(months) => {
                if balance_to == BalanceTo::Refuse {
                    let reason = "what is left at the end has to go somewhere: say leaving.balance_to";
                    problems.add(months.span(), "leaving.spend_out_months", reason);
                }
                Some(problems.whole(months, "leaving.spend_out_months", 1..=600)?)
            }
        };
        let death = self.death.as_ref().and_then(|death| death.balance_to.as_ref());
        let at_death = word_or(death, DEATH);
        if at_death != DeathTo::Heir
            && let Some(reason) = impossible(at_death.without_heir(balance_to), facts)
        {
            problems.refuse(death, "leaving.death.balance_to", reason);
        }
        let close_at_zero = word_or(self.close_at_zero.as_ref(), CLOSE_AT_ZERO);
        Some(Leaving { balance_to, debt, spend_out_months, close_at_zero, death: at_death })
    }
}

/// Why a balance cannot go there.
fn impossible(to: BalanceTo, facts: Facts) -> Option<&'static str> {
    match to {
        BalanceTo::Pot if !facts.pot => Some("there is no [pot]"),
        BalanceTo::Lapsed if facts.zero_sum() => {
            Some("balances sum to zero here, so a balance can only go to a [pot] or the group")
        }
        _ => None,
    }
}

impl Leaving {
    pub(super) fn write(self, out: &mut Writer) {
        out.table("leaving");
        out.word("balance_to", self.balance_to);
        out.word("debt", self.debt);
        if let Some(months) = self.spend_out_months {
            out.pair("spend_out_months", months);
        }
        out.pair("close_at_zero", self.close_at_zero);
        out.table("leaving.death");
        out.word("balance_to", self.death);
    }
}
