//! `[leaving]`: what happens to the balance of somebody who leaves.

use serde::{Deserialize, Serialize};

use super::load::Facts;
use super::problem::Problems;
use super::resolved::Writer;
use super::scalars::word_or;
use super::spanned::Spanned;

/// What happens to the balance of somebody who leaves. Never euro.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Leaving {
    /// Where a positive balance goes when an account is closed.
    pub balance_to: BalanceTo,
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
    /// Out of circulation.
    Lapsed,
}

/// What happens to the balance of somebody who leaves (R45).
#[derive(Deserialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawLeaving {
    /// Where a positive balance goes when an account is closed. Never to euro.
    ///
    /// Default: `"refuse"`. Source: R45.
    balance_to: Option<Spanned<BalanceTo>>,
}

const BALANCE_TO: BalanceTo = BalanceTo::Refuse;

impl RawLeaving {
    pub(super) fn check(&self, facts: Facts, problems: &mut Problems) -> Leaving {
        let balance_to = word_or(self.balance_to.as_ref(), BALANCE_TO);
        let reason = match balance_to {
            BalanceTo::Pot if !facts.pot => Some("there is no [pot]"),
            BalanceTo::Lapsed if facts.zero_sum() => {
                Some("balances sum to zero here, so a balance can only go to a [pot]")
            }
            _ => None,
        };
        if let Some(reason) = reason {
            problems.refuse(self.balance_to.as_ref(), "leaving.balance_to", reason);
        }
        Leaving { balance_to }
    }
}

impl Leaving {
    pub(super) fn write(self, out: &mut Writer) {
        out.table("leaving");
        out.word("balance_to", self.balance_to);
    }
}
