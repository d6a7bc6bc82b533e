//! Asks by which units come into being.

use serde::Deserialize;

use crate::id::{Code, Id};
use crate::sparse::sparse;

/// Rewards an effort by the earning catalogue (R10). Asked by an operator of the partner it is booked
/// at once; asked by the participant it is a claim that the partner confirms (R12).
#[derive(Clone, Debug, PartialEq, Deserialize)]
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
    /// Which holder of the account earned it. Needed where an account has several and a cap counts by the
    /// person (R60).
    #[serde(default)]
    pub earner: Option<Id>,
}
sparse!(Award { partner, to, activity, measured | earner });
