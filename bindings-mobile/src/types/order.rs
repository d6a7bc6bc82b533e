//! [`Order`]: an ask in its envelope.

use muntwerk::calendar::{Day, Instant};
use muntwerk::id::{Code, Id, OrderId};

use super::Ask;
use crate::error::MuntwerkError;
use crate::mirror::{FromCore, IntoCore};

/// What somebody asks of the ledger, with who, when and why.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Order {
    /// Chosen and kept by whoever sends it, 32 hexadecimal digits; the same id again is a resend and gets the
    /// first answer.
    pub id: OrderId,
    /// The person who asks; the host has authenticated them.
    pub actor: Id,
    /// The role in which they ask.
    pub role: Code,
    /// When the host received it, in milliseconds since 1970: evidence, never used to order or to count days.
    pub instant: i64,
    /// The ledger's current day, as the host believes it to be.
    pub booking_day: Day,
    /// The day of the activity: tariffs, caps and earning dates follow it.
    pub value_day: Day,
    /// What is asked.
    pub ask: Ask,
    /// The contact point where it is asked.
    #[uniffi(default = None)]
    pub contact_point: Option<Id>,
    /// The participant for whom the actor acts.
    #[uniffi(default = None)]
    pub on_behalf_of: Option<Id>,
    /// Why, as a code of the host's list.
    #[uniffi(default = None)]
    pub reason: Option<Code>,
    /// An opaque reference to the evidence the host keeps.
    #[uniffi(default = None)]
    pub evidence: Option<Id>,
}

impl FromCore<muntwerk::orders::Order> for Order {
    fn from_core(core: &muntwerk::orders::Order) -> Self {
        Self {
            id: core.id,
            actor: core.actor,
            role: core.role,
            instant: core.instant.millis(),
            booking_day: core.booking_day,
            value_day: core.value_day,
            ask: Ask::from_core(&core.ask),
            contact_point: core.contact_point,
            on_behalf_of: core.on_behalf_of,
            reason: core.reason,
            evidence: core.evidence,
        }
    }
}

impl IntoCore<muntwerk::orders::Order> for Order {
    fn into_core(self) -> Result<muntwerk::orders::Order, MuntwerkError> {
        Ok(muntwerk::orders::Order {
            id: self.id,
            actor: self.actor,
            role: self.role,
            instant: Instant::new(self.instant),
            booking_day: self.booking_day,
            value_day: self.value_day,
            ask: self.ask.into_core()?,
            contact_point: self.contact_point,
            on_behalf_of: self.on_behalf_of,
            reason: self.reason,
            evidence: self.evidence,
        })
    }
}
