//! [`Notice`]: the holder was told that units are about to end (R18).

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::money::Amount;
use crate::orders::NoticeOutcome;

/// A notice given, and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// The civil day on which it was really given.
    pub given_on: Day,
    /// What was to end, at that moment.
    pub amount: Amount,
    /// What became of it, and on which day that was recorded.
    pub outcome: Option<(NoticeOutcome, Day)>,
}
