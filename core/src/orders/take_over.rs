//! Taking over the balances of a scheme that was running already.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::id::Id;
use crate::money::{Amount, Balance};
use crate::sparse::sparse;

/// Takes over the balances of a scheme that was running already (R74): once, before anything else
/// moves units. The accounts are open by then; the contra is `system:opening`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeOver {
    /// One line for each account that had a balance.
    pub lines: Vec<TakeOverLine>,
}

/// What one account brings along.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeOverLine {
    /// A participant's account, the pot or the group account; each at most once.
    pub account: Id,
    /// Its balance in minor units; below zero it is a debt, which needs mutual credit.
    pub balance: Balance,
    /// The units by origin, which add up to the balance; without them all units are one lot, earned on
    /// the value day of the order.
    #[serde(default)]
    pub lots: Vec<TakeOverLot>,
}
sparse!(TakeOverLine { account, balance | lots });

/// Units of one day of earning and one end.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeOverLot {
    /// How many minor units.
    pub amount: Amount,
    /// The day on which they were earned, up to the value day of the order.
    pub earned_on: Day,
    /// The last day on which they can be spent; if absent the design sets it, counted from the day of
    /// earning.
    #[serde(default)]
    pub ends_on: Option<Day>,
}
sparse!(TakeOverLot { amount, earned_on | ends_on });
