//! [`Contract`]: what a partner may do, from when until when, and how much it may issue (R10, R11, R38).

use serde::{Deserialize, Serialize};

use super::{PartnerRole, SettlementTerms};
use crate::calendar::{Day, Period};
use crate::id::Id;
use crate::money::Amount;
use crate::sparse::sparse;

/// What was agreed with a partner.
///
/// A later contract takes the place of the earlier ones from its own first day on; the earlier ones
/// still say what held before. It is asked by the day of the activity, not of the booking.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    /// What the partner may do; at least one, each once.
    pub roles: Vec<PartnerRole>,
    /// First day; without one it holds for every day that can still be named.
    #[serde(default)]
    pub from: Option<Day>,
    /// Last day, if one was agreed.
    #[serde(default)]
    pub until: Option<Day>,
    /// How many units it may issue; without one, as many as it awards.
    #[serde(default)]
    pub budget: Option<Budget>,
    /// The organisation's account that receives what the partner takes in: it stands inside the ring and
    /// may spend those units again. Without one, units taken in leave the ring.
    #[serde(default)]
    pub account: Option<Id>,
    /// How it is paid in euro, where that is not what the design says for every partner.
    #[serde(default)]
    pub settlement: Option<Box<SettlementTerms>>,
}
sparse!(Contract { roles | from, until, budget, account, settlement });

/// How many units a partner may issue in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// How many minor units, less what reversals take back.
    pub units: Amount,
    /// Over which period, by the day of the activity.
    pub per: BudgetPeriod,
}

/// The period of a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum BudgetPeriod {
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
    /// The contract, counted from its first day: a later contract with the same first day goes on
    /// counting, one with another begins anew.
    Contract,
}

impl Contract {
    /// Whether it holds on a day, unless a later contract says otherwise.
    pub fn holds_on(&self, day: Day) -> bool {
        self.has_begun(day) && self.until.is_none_or(|until| day <= until)
    }

    pub(super) fn has_begun(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day)
    }

    /// Whether the partner may do this.
    pub fn has(&self, role: PartnerRole) -> bool {
        self.roles.contains(&role)
    }

    /// The first and the last day of its budget's period in which a day falls.
    pub fn budget_period(&self, per: BudgetPeriod, day: Day) -> (Day, Day) {
        match per {
            BudgetPeriod::Month => (Period::Month.first_day(day), Period::Month.last_day(day)),
            BudgetPeriod::Year => (Period::Year.first_day(day), Period::Year.last_day(day)),
            BudgetPeriod::Contract => (self.from.unwrap_or(Day::FIRST), self.until.unwrap_or(Day::LAST)),
        }
    }
}
