//! [`Reservation`]: a piece of an offer kept for somebody, with the units that will pay for it (R25, R51).

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use super::{AccountRef, Count, Piece};
use crate::calendar::{Day, Instant, Period};
use crate::dense::LotNo;
use crate::id::{Code, Id, OrderId};
use crate::money::{Amount, Balance, Rounding};
use crate::sparse::{Absent, sparse};

/// How long a reservation is kept: at least one of the two is there, and whichever comes first ends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptUntil {
    /// The last day on which it can be picked up. Closing that day releases it.
    #[serde(default)]
    pub day: Option<Day>,
    /// The last instant at which it can be picked up, by the latest instant that the ledger has seen.
    #[serde(default)]
    pub instant: Option<Instant>,
}
sparse!(KeptUntil { | day, instant });

/// Something reserved: what, for which account, at the price of the day of reserving, and the very units
/// that were set aside for it on `system:reserved`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reservation {
    /// The id of the order that reserved it.
    pub id: OrderId,
    /// The account that pays.
    pub account: AccountRef,
    /// The partner that hands it out.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// How many pieces.
    pub pieces: u32,
    /// The units set aside, as pieces of lots above zero.
    pub lots: SmallVec<[Piece; 2]>,
    /// How long it is kept.
    pub kept_until: KeptUntil,
    /// What is paid in euro when it is picked up, in cents.
    #[serde(default)]
    pub euro: Amount,
    /// The counters that reserving moved; a release moves them back.
    #[serde(default)]
    pub counters: Vec<Count>,
    /// What was agreed for the case that nobody picks it up, if anything was.
    #[serde(default)]
    pub no_show: Option<NoShowTerms>,
}
sparse!(Reservation { id, account, partner, reward, pieces, lots, kept_until | euro, counters, no_show });

/// What was agreed on reserving for the case that nobody comes, by the design of that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoShowTerms {
    /// Who was to come.
    pub person: Id,
    /// How many percent of the units the partner takes in all the same.
    pub keeps_percent: u8,
    /// In which period it counts, if it does.
    pub per: Option<Period>,
}

/// A reservation that could have been picked up and was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Missed {
    /// Which reservation.
    pub reservation: OrderId,
    /// The account that had it.
    pub account: AccountRef,
    /// Who did not come.
    pub person: Id,
    /// The partner that waited.
    pub partner: Id,
    /// The units that the partner took in all the same.
    pub kept: Amount,
}

impl Absent for Amount {
    fn absent(&self) -> bool {
        self.is_zero()
    }
}

/// How a reservation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum ReservationEnd {
    /// It was handed over, and its units were taken in.
    PickedUp,
    /// It was given up, and its units came back.
    Released,
    /// Nobody picked it up in time, and its units came back, but for what was agreed for that case.
    TimedOut,
}

impl Reservation {
    /// The units set aside.
    pub fn units(&self) -> Amount {
        let sum = self.lots.iter().try_fold(Balance::ZERO, |sum, Piece(_, units)| sum.checked_add(*units));
        // Reserving checked the sum, and so did whoever read it from a journal.
        sum.and_then(Balance::as_amount).unwrap_or(Amount::MAX)
    }

    /// The units set aside of each lot.
    pub(crate) fn taken(&self) -> impl Iterator<Item = (LotNo, Amount)> {
        self.lots.iter().map(|Piece(lot, units)| (*lot, units.magnitude()))
    }

    /// The units that the partner takes in if nobody comes: so many percent, rounded down.
    pub fn kept_if_missed(&self) -> Amount {
        let percent = self.no_show.map_or(0, |terms| terms.keeps_percent.min(100));
        let share = i128::from(self.units().minor()).checked_mul(percent.into());
        let whole = share.and_then(|share| Rounding::Down.divide(share, 100));
        whole.and_then(|whole| Amount::from_minor(i64::try_from(whole).ok()?).ok()).unwrap_or(Amount::ZERO)
    }

    /// Whether it can no longer be picked up: `day` is the current day, `now` the latest instant seen.
    pub fn is_over(&self, day: Day, now: Instant) -> bool {
        self.kept_until.day.is_some_and(|last| last < day) || self.is_out_of_time(now)
    }

    /// Whether its minutes are over.
    pub(crate) fn is_out_of_time(&self, now: Instant) -> bool {
        self.kept_until.instant.is_some_and(|last| last < now)
    }
}
