//! Asks about other orders and about the design.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::design::{Design, Existing};
use crate::id::OrderId;
use crate::money::Amount;
use crate::sparse::sparse;

/// Takes an earlier order back by a linked counter-entry (R44): once, whole or in part, inside the
/// design's window. Nothing is deleted.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reverse {
    /// The order that was wrong.
    pub original: OrderId,
    /// How much of it; all of it if absent.
    #[serde(default)]
    pub amount: Option<Amount>,
}
sparse!(Reverse { original | amount });

/// Completes a pending order: confirms a claim, approves a proposal, is the second person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Complete {
    /// The id of the order that waits.
    pub pending: OrderId,
}

/// Turns a pending order down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reject {
    /// The id of the order that waits.
    pub pending: OrderId,
}

/// Takes one's own pending order back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdraw {
    /// The id of the order that waits.
    pub pending: OrderId,
}

/// Adopts a new version of the design from a later day on (R8). What would need existing units to be
/// converted is refused.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AmendDesign {
    /// First day of the new version, after the current day.
    pub effective: Day,
    /// The whole new design; as JSON, its TOML text.
    pub design: Box<Design>,
    /// What its expiry does to units that were earned before: they keep their end, or get the later of
    /// that and the one the new rule gives.
    #[serde(default)]
    pub existing: Existing,
}
sparse!(AmendDesign { effective, design | existing });
