//! Asks that move the ledger's day and follow its notices.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::id::Id;
use crate::sparse::sparse;

/// Closes the current day and every day up to `through`: what is due lapses, notices are given, and
/// the ledger's current day becomes the day after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CloseDay {
    /// The last day to close.
    pub through: Day,
    /// The civil day it really is in the currency's zone. A notice counts from here, so that a closing
    /// run late shortens nobody's notice.
    pub today: Day,
}

/// Gives units of some days of earning an earlier end, whoever holds them (R18, bulk expiry): none ends
/// later than before, and none before the notice that the design demands can be given.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndUnits {
    /// The last day on which the units were earned, up to the current day.
    pub earned_through: Day,
    /// The last day on which they can be spent.
    pub ends_on: Day,
    /// The first day on which they were earned; from the beginning if absent.
    #[serde(default)]
    pub earned_from: Option<Day>,
}
sparse!(EndUnits { earned_through, ends_on | earned_from });

/// What became of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum NoticeOutcome {
    /// It reached the holder.
    Delivered,
    /// It came back.
    Undeliverable,
}

/// Records whether a notice reached the holder (R18, R62).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordNotice {
    /// The account that was notified.
    pub account: Id,
    /// The end date the notice was about.
    pub end: Day,
    /// What became of it.
    pub outcome: NoticeOutcome,
}
