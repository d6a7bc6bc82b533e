//! [`Order`]: an ask in its envelope.

use serde::Deserialize;

use super::Ask;
use crate::calendar::{Day, Instant};
use crate::id::{Code, Id, OrderId};
use crate::sparse::sparse;

/// What somebody asks of the ledger, with who, when and why.
///
/// As JSON:
/// ```
/// use muntwerk::orders::Order;
/// let order: Order = serde_json::from_str(r#"{
///   "id": "00000000000000000000000000000001", "actor": "m-0012", "role": "participant",
///   "instant": 1735812000000, "booking_day": "2025-01-02", "value_day": "2025-01-02",
///   "ask": {"transfer": {"from": "m-0012", "to": "m-0044", "pay": {"amount": 75}}}
/// }"#).unwrap();
/// assert_eq!(order.actor.to_string(), "m-0012");
/// ```
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// Chosen and kept by the caller before sending; a resend carries the same id.
    pub id: OrderId,
    /// The person who asks; the host has authenticated them.
    pub actor: Id,
    /// The role in which they ask.
    pub role: Code,
    /// When the host received it: evidence, never used to order or to count days.
    pub instant: Instant,
    /// The ledger's current day, as the host believes it to be.
    pub booking_day: Day,
    /// The day of the activity: tariffs, caps and earning dates follow it.
    pub value_day: Day,
    /// What is asked.
    pub ask: Ask,
    /// The contact point where it is asked.
    #[serde(default)]
    pub contact_point: Option<Id>,
    /// The participant for whom the actor acts.
    #[serde(default)]
    pub on_behalf_of: Option<Id>,
    /// Why, as a code of the host's list; text stays with the host (R70).
    #[serde(default)]
    pub reason: Option<Code>,
    /// An opaque reference to the evidence the host keeps.
    #[serde(default)]
    pub evidence: Option<Id>,
}

sparse!(Order {
    id, actor, role, instant, booking_day, value_day, ask |
    contact_point, on_behalf_of, reason, evidence
});

impl Order {
    /// The order as it arrives at a server: on the server's day and at its instant, whatever the sender's
    /// clock said. It is the same order ([`Order::asks_the_same_as`]).
    #[must_use]
    pub fn received(self, day: Day, instant: Instant) -> Self {
        Self { booking_day: day, instant, ..self }
    }

    /// Whether both orders ask the same: everything but what the host adds on each sending (instant,
    /// booking day, and the true civil day of a day's closing). The same id with another ask is a
    /// conflict, not a resend.
    pub fn asks_the_same_as(&self, other: &Self) -> bool {
        self.actor == other.actor
            && self.role == other.role
            && self.value_day == other.value_day
            && self.contact_point == other.contact_point
            && self.on_behalf_of == other.on_behalf_of
            && self.reason == other.reason
            && self.evidence == other.evidence
            && self.ask.asks_the_same_as(&other.ask)
    }
}
