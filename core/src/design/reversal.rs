//! `[reversal]`: how entries are taken back.

use serde::{Deserialize, Serialize};

/// How entries are taken back, by a linked counter-entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ReversalPolicy {
    /// How many days after the booking day, at most 3660.
    pub window_days: u16,
    /// What happens if the receiver no longer holds all of the units.
    pub when_spent: WhenSpent,
    /// What happens to units that would have lapsed in the meantime.
    pub when_lapsed: WhenLapsed,
}

/// What happens if the receiver no longer holds all of the units that are to be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhenSpent {
    /// The reversal is refused.
    Refuse,
    /// Only what is still there is taken back.
    Partial,
    /// The rest is taken from the receiver's other lots.
    OtherLots,
    /// The rest is taken from the common pot.
    Pot,
    /// The receiver owes the rest: the balance goes below zero, marked as such.
    TechnicalDebt,
}

/// What happens to units that come back after their end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WhenLapsed {
    /// They lapse at once.
    Lapse,
    /// They can be spent for so many days more.
    Grant {
        /// How many days after the booking day.
        days: u16,
    },
}
