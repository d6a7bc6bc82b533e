//! [`OfficeDay`]: an office between opening and closing, and what its keeper counted (R35).

use serde::{Deserialize, Serialize};

use super::Notes;
use crate::calendar::Day;
use crate::id::{Code, Id};
use crate::money::Amount;

/// What was counted of one series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeriesCount {
    /// The series.
    pub series: Code,
    /// The pieces in stock.
    pub stock: Notes,
    /// The pieces in the till.
    pub till: Notes,
    /// The pieces taken in and not sent back yet.
    pub returned: Notes,
}

/// What lies in an office's drawers, counted without knowing what should be there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CashCount {
    /// By series, in the order of the codes; a series that is not named was not there.
    pub series: Vec<SeriesCount>,
    /// Euro cents in the euro till.
    pub euro: Amount,
}

/// How an office stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[allow(clippy::exhaustive_enums)]
pub enum OfficeDay {
    /// Open since a day.
    Open {
        /// The day it opened.
        on: Day,
    },
    /// Counted at the end of a day; nothing moves until it opens again, and a difference waits for
    /// somebody else.
    Counted {
        /// The day of the count.
        on: Day,
        /// Who counted.
        by: Id,
        /// What was counted.
        count: Box<CashCount>,
    },
    /// The count was compared with the books, and what differed was booked.
    Settled {
        /// The day of the count.
        on: Day,
    },
    /// Closed for good, with empty drawers.
    Ended {
        /// The day it ended.
        on: Day,
    },
}
