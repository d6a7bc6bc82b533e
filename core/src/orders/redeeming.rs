//! Asks by which units leave the ring for goods and services.

use serde::{Deserialize, Serialize};

use crate::id::{Code, Id, OrderId};
use crate::money::Amount;
use crate::sparse::sparse;

fn one() -> u32 {
    1
}

/// Spends units outside the ring at a partner, by the redemption catalogue (R25, H4.6).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redeem {
    /// The account that pays.
    pub account: Id,
    /// The partner that hands out the reward.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// How many pieces; one if it is left out. Of an offer in steps, how many steps.
    #[serde(default = "one")]
    pub count: u32,
    /// Of an offer in steps, the units the member offers: as many steps as fit are taken. Of an offer
    /// that may be paid in part in euro, how much of the price is paid in units; all of it if absent
    /// (R26).
    #[serde(default)]
    pub units: Option<Amount>,
}
sparse!(Redeem { account, partner, reward, count | units });

/// Keeps pieces of an offer for a member, at today's price: the units that will pay for them are set
/// aside on `system:reserved`, where they do not lapse, until they are picked up or released (R25, R51).
/// The reservation is known by the id of this order.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reserve {
    /// The account that pays.
    pub account: Id,
    /// The partner that will hand out the reward.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// How many pieces; one if it is left out. Of an offer in steps, how many steps.
    #[serde(default = "one")]
    pub count: u32,
    /// As in [`Redeem::units`]. What is paid in euro is paid when the reward is picked up.
    #[serde(default)]
    pub units: Option<Amount>,
}
sparse!(Reserve { account, partner, reward, count | units });

/// Hands over what was reserved, at the price it was reserved at (R51).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PickUp {
    /// The id of the order that reserved it.
    pub reservation: OrderId,
}

/// Gives up what was reserved: the pieces are free again and the units come back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// The id of the order that reserved it.
    pub reservation: OrderId,
}

/// Brings pieces of an offer into a partner's stock, or takes them away (R25, R51). What is reserved
/// cannot be taken away.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Restock {
    /// Whose stock.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// How many pieces come, or go if below zero.
    pub by: i32,
}

/// Takes a place in the line for pieces of an offer that has none free (R25). No units move, and the price is
/// that of the day of reserving. The place is known by the id of this order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wait {
    /// The account that waits.
    pub account: Id,
    /// The partner that will hand out the reward.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// How many pieces; one if it is left out.
    #[serde(default = "one")]
    pub count: u32,
}

/// Gives up a place in the line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StopWaiting {
    /// The id of the order that took it.
    pub place: OrderId,
}
