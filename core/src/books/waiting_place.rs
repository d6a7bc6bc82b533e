//! [`WaitingPlace`]: somebody's place in the line for a piece of an offer (R25).

use serde::{Deserialize, Serialize};

use super::AccountRef;
use crate::calendar::Day;
use crate::id::{Code, Id, OrderId};
use crate::sparse::sparse;

/// A place in the line for pieces of an offer at a partner. No units are set aside for it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaitingPlace {
    /// The id of the order that took it.
    pub id: OrderId,
    /// The number of the record that took it: lower numbers are before it.
    pub number: u64,
    /// The account that waits.
    pub account: AccountRef,
    /// The partner that hands it out.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// How many pieces are waited for.
    pub pieces: u32,
    /// If it is called: the last day on which its pieces are kept.
    #[serde(default)]
    pub called_until: Option<Day>,
}
sparse!(WaitingPlace { id, number, account, partner, reward, pieces | called_until });

/// How a place in the line ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum PlaceEnd {
    /// Whoever waited reserved or redeemed it.
    Taken,
    /// It was given up.
    Stopped,
    /// Whoever was called did not come by the last day.
    NotTaken,
    /// The account may no longer have it: it was blocked or closed, or its holder died.
    AccountEnded,
    /// There is no such list any more, or the offer is over for good.
    ListEnded,
}
