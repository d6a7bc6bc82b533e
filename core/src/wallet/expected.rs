//! [`Preview`]: what an order will come to.

use serde::Serialize;

use super::Assumed;
use crate::books::Flag;
use crate::calendar::Day;
use crate::dense::LotNo;
use crate::money::{Amount, Balance};
use crate::orders::{Refusal, WaitsFor};

/// What an order will come to, if it is decided on this day and nothing happened on the account since.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Preview {
    /// The day for which it holds.
    pub day: Day,
    /// The record of the journal up to which the wallet knows the account.
    pub record: u64,
    /// What it will come to.
    pub expected: Expected,
    /// What was taken for granted, since only the server knows it.
    pub assumed: Vec<Assumed>,
}

/// What an order will come to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum Expected {
    /// It is booked, with this effect on the account.
    Booked(Effect),
    /// It waits for somebody else; if they complete it as things stand, it has this effect.
    Waits {
        /// Whom it waits for.
        waits_for: WaitsFor,
        /// The last day on which it can be completed.
        until: Day,
    },
    /// It is refused.
    Refused(Refusal),
    /// Only the server can decide it.
    OnlyServer,
}

/// What a booked order does to the account.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Effect {
    /// What comes to the account in minor units, or goes if below zero.
    pub amount: Balance,
    /// Its balance after it.
    pub balance: Balance,
    /// What is added to its debt, repaid if below zero.
    pub drawn: Balance,
    /// What is set aside by it for a reservation.
    pub set_aside: Amount,
    /// What is paid in euro beside it, in cents.
    pub euro: Amount,
    /// The pieces that come or go.
    pub lots: Vec<UnitMove>,
    /// What a reviewer will look at.
    pub flags: Vec<Flag>,
}

/// Units of one lot that come or go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct UnitMove {
    /// The lot's number in the journal; none for a lot that is made by the order.
    pub lot: Option<LotNo>,
    /// What comes, or goes if below zero.
    pub amount: Balance,
    /// The lot's last day, if it has one.
    pub ends_on: Option<Day>,
}
