//! [`Pending`]: an order that waits for somebody else (D9 of the design: claim and confirm, propose
//! and approve, two persons for one act are one mechanism).

use serde::{Deserialize, Serialize};

use super::Order;
use crate::calendar::Day;

/// Why an order waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum WaitsFor {
    /// The role may only propose: somebody who may do it must complete it.
    Approval,
    /// The act takes two different persons.
    SecondPerson,
}

/// How a pending order ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum PendingEnd {
    /// Somebody completed it, and it was booked.
    Completed,
    /// Somebody who could have completed it turned it down.
    Rejected,
    /// Whoever asked took it back.
    Withdrawn,
    /// Nobody did anything in time.
    Expired,
}

/// An order that waits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pending {
    /// The order as it was asked.
    pub order: Box<Order>,
    /// Whom it waits for.
    pub waits_for: WaitsFor,
    /// Last day on which it can be completed.
    pub until: Day,
}
