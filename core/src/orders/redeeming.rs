//! Asks by which units leave the ring for goods and services.

use serde::{Deserialize, Serialize};

use crate::id::{Code, Id};

/// Spends units outside the ring at a partner, by the redemption catalogue (R25, H4.6).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redeem {
    /// The account that pays.
    pub account: Id,
    /// The partner that hands out the reward.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// How many.
    pub count: u32,
}
