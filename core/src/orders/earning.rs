//! Asks by which units come into being.

use serde::{Deserialize, Serialize};

use crate::id::{Code, Id};

/// Rewards an effort by the earning catalogue (R10). Asked by an operator of the partner it is booked
/// at once; asked by the participant it is a claim that the partner confirms (R12).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Award {
    /// The partner that rewards.
    pub partner: Id,
    /// The account rewarded.
    pub to: Id,
    /// Which line of the earning catalogue.
    pub activity: Code,
    /// Minutes, actions or measured quantity, as the catalogue line says.
    pub measured: u32,
}
