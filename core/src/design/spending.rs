//! `[spending]`: what participants may do with units among themselves.

use crate::calendar::Day;
use crate::money::{MoneyError, Rounding};

/// What participants may do with units among themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Spending {
    /// Whether units may be given without a service in return.
    pub gifts: bool,
    /// Whether a gift may take the giver below zero.
    pub gifts_from_credit: bool,
    /// Whether a participant may pay for a relative.
    pub pay_for_relatives: bool,
    /// How minutes of service become units; `None` if payments are given in units only.
    pub service: Option<ServiceStep>,
}

/// How minutes of service become units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ServiceStep {
    /// The minutes are rounded to a multiple of this.
    pub step_minutes: u16,
    /// Which way minutes go that do not fill a step, and a fraction of a minor unit.
    pub rounding: Rounding,
}

/// Why minutes of service do not become units.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ServiceError {
    /// The design does not count services in minutes.
    #[error("services are not counted in minutes here")]
    NotTimed,
    /// The unit stands for no time on that day.
    #[error("the unit has no value on {on}")]
    NoValue {
        /// The day of the service.
        on: Day,
    },
    /// The units do not fit.
    #[error(transparent)]
    Money(#[from] MoneyError),
}
