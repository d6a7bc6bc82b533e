//! [`CapUse`]: how much of a cap on earning is used, and what is left of it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{CounterKey, Counters};
use crate::calendar::{Day, Period};
use crate::design::{Cap, CapMost, Unit, UnitValue};
use crate::id::Id;
use crate::money::{Amount, Ratio, Worth};

/// For whom or what is counted under a cap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum CapHolder {
    /// A person, over all accounts and partners.
    Person(Id),
    /// Whoever shares a household account.
    Household(Id),
    /// A partner.
    Partner(Id),
    /// The currency as a whole.
    Currency,
}

impl CapHolder {
    /// The person, household account or partner.
    pub fn id(self) -> Option<Id> {
        match self {
            Self::Person(id) | Self::Household(id) | Self::Partner(id) => Some(id),
            Self::Currency => None,
        }
    }
}

impl fmt::Display for CapHolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(id) => write!(f, "person {id}"),
            Self::Household(id) => write!(f, "household {id}"),
            Self::Partner(id) => write!(f, "partner {id}"),
            Self::Currency => f.write_str("the currency"),
        }
    }
}

/// How much of a cap is used in the period of a day, and what is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CapUse {
    /// First day of the period.
    pub from: Day,
    /// Last day of the period; `None` for a cap for life.
    pub through: Option<Day>,
    /// The figures.
    pub figures: CapFigures,
}

/// The figures of a cap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[allow(clippy::exhaustive_enums)]
#[serde(rename_all = "snake_case")]
pub enum CapFigures {
    /// Units. Of a cap in euro they are counted at the value of the unit on that day, rounded down to
    /// whole minor units; what is compared is exact.
    Units {
        /// The most in the period.
        limit: Amount,
        /// What was earned in it.
        used: Amount,
        /// What can still be earned.
        left: Amount,
        /// The cap itself, in cents, if it is in euro.
        euro: Option<Amount>,
    },
    /// Acts.
    Times {
        /// The most in the period.
        limit: u32,
        /// What is left of them.
        left: u32,
    },
}

/// Why it cannot be told what is left of a cap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums)]
pub enum CapUnknown {
    /// No legal maximum, or no value of the unit, is known for the day.
    NoValue,
    /// The figures do not fit.
    Overflow,
}

/// Where the units earned on a day count: the place of the unit's value in force, zero where it has none.
pub(crate) fn value_version(unit: &Unit, day: Day) -> u32 {
    let place = unit.values.iter().rposition(|value| value.from <= day).unwrap_or(0);
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// Every place at which units can have been earned.
fn versions(unit: &Unit) -> impl Iterator<Item = u32> {
    let count = u32::try_from(unit.values.len()).unwrap_or(u32::MAX).max(1);
    0..count
}

/// Euro cents per minor unit at one of the unit's values.
fn euro_at(unit: &Unit, version: u32) -> Option<Ratio> {
    let value = unit.values.get(usize::try_from(version).ok()?)?;
    match unit.value_on(value.from)? {
        UnitValue::Euro(ratio) => Some(ratio),
        UnitValue::Minutes(_) => None,
    }
}

/// The counters of a cap in the period of a day.
#[derive(Clone, Copy)]
pub(crate) struct CapKeys<'c> {
    pub(crate) cap: &'c Cap,
    pub(crate) whose: CapHolder,
    pub(crate) day: Day,
}

impl CapKeys<'_> {
    pub(crate) fn units(&self, value: u32) -> CounterKey {
        let Self { cap, whose, day } = *self;
        let (period, from) = (cap.per, cap.per.first_day(day));
        CounterKey::CapUnits { cap: cap.code, whose, period, from, value }
    }

    pub(crate) fn times(&self) -> CounterKey {
        let Self { cap, whose, day } = *self;
        CounterKey::CapTimes { cap: cap.code, whose, period: cap.per, from: cap.per.first_day(day) }
    }

    /// What was earned in the period, by the value of the unit at that moment, and all of it.
    fn earned(&self, unit: &Unit, counters: &Counters) -> Option<(Vec<(u32, Amount)>, Amount)> {
        let earned = versions(unit).map(|value| (value, counters.used(&self.units(value))));
        let earned: Vec<_> = earned.filter(|(_, used)| !used.is_zero()).collect();
        let all = earned.iter().try_fold(Amount::ZERO, |sum, (_, used)| sum.checked_add(*used))?;
        Some((earned, all))
    }
}

impl CapUse {
    /// What is left of a cap on a day, for whoever it counts.
    ///
    /// # Errors
    /// [`CapUnknown`] if the cap is in euro and no maximum is known for that day.
    pub fn on(
        day: Day,
        cap: &Cap,
        unit: &Unit,
        whose: CapHolder,
        counters: &Counters,
    ) -> Result<Self, CapUnknown> {
        let keys = CapKeys { cap, whose, day };
        let figures = match &cap.most {
            CapMost::Times(limit) => {
                let used = u32::try_from(counters.used(&keys.times()).minor()).unwrap_or(u32::MAX);
                CapFigures::Times { limit: *limit, left: limit.saturating_sub(used) }
            }
            CapMost::Units(limit) => {
                let (_, used) = keys.earned(unit, counters).ok_or(CapUnknown::Overflow)?;
                let left = limit.checked_sub(used).unwrap_or(Amount::ZERO);
                CapFigures::Units { limit: *limit, used, left, euro: None }
            }
            CapMost::Euro(_) => {
                let most = cap.most.euro_on(day).ok_or(CapUnknown::NoValue)?;
                let Some(UnitValue::Euro(now)) = unit.value_on(day) else { return Err(CapUnknown::NoValue) };
                let (earned, used) = keys.earned(unit, counters).ok_or(CapUnknown::Overflow)?;
                let worth = earned
                    .into_iter()
                    .try_fold(Worth::ZERO, |worth, (value, used)| worth.plus(used, euro_at(unit, value)?));
                let left = worth.and_then(|worth| worth.room(most, now)).ok_or(CapUnknown::Overflow)?;
                let limit = Worth::ZERO.room(most, now).ok_or(CapUnknown::Overflow)?;
                CapFigures::Units { limit, used, left, euro: Some(most) }
            }
        };
        let through = (cap.per != Period::Lifetime).then(|| cap.per.last_day(day));
        Ok(Self { from: cap.per.first_day(day), through, figures })
    }
}
