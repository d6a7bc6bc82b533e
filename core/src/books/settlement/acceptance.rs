//! [`Acceptance`]: units a partner took in and has not claimed yet.

use serde::Deserialize;

use crate::calendar::Day;
use crate::id::{Code, Id, OrderId};
use crate::money::{Amount, EuroRate};
use crate::people::Share;
use crate::sparse::{Absent, sparse};

/// Units a partner took in outside the ring, with the rate and the fee of that day (R52). It is known by
/// the order that booked it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// The order that booked it.
    pub order: OrderId,
    /// Who took them in.
    pub partner: Id,
    /// The day of the activity.
    pub value_day: Day,
    /// How many minor units, less what was taken back.
    pub units: Amount,
    /// What they are paid with.
    pub rate: EuroRate,
    /// The share that is kept back.
    #[serde(default)]
    pub fee: Share,
    /// The part of that for the partner's beneficiary, as a share of the whole (R29).
    #[serde(default)]
    pub given: Share,
    /// The series, if they came in as notes.
    #[serde(default)]
    pub series: Option<Code>,
}
sparse!(Acceptance { order, partner, value_day, units, rate | fee, given, series });

impl Absent for Share {
    fn absent(&self) -> bool {
        self.hundredths() == 0
    }
}
