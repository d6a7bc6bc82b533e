//! `[unit]`: the unit, its decimals and what it stands for.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::money::{Amount, Ratio, Scale};

/// The scale of euro amounts: cents.
pub fn euro_scale() -> Scale {
    Scale::new(2).unwrap_or(Scale::MAX)
}

/// The unit of a currency.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unit {
    /// What it is a measure of.
    pub kind: UnitKind,
    /// What it is called, one and many.
    pub names: UnitNames,
    /// How many decimals the books keep; never changes.
    pub scale: Scale,
    /// How many decimals are shown, at most the scale.
    pub display_decimals: u8,
    /// What it stood for from which day on, in ascending order. Empty for a free point.
    pub values: Vec<ValueFrom>,
}

/// What a unit is a measure of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// Time; its values are in minutes.
    Time,
    /// Euro; its values are in euro. What the issuer pays partners for it, never participants.
    EuroPegged,
    /// Nothing but itself: it has no values.
    FreePoint,
}

/// What the unit is called in each language.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnitNames {
    /// Dutch.
    pub nl: UnitName,
    /// French.
    pub fr: UnitName,
    /// English.
    pub en: UnitName,
}

/// What one unit is called, and several.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnitName {
    /// The name of one.
    pub one: String,
    /// The name of any other number.
    pub many: String,
}

/// What a number of units stands for from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ValueFrom {
    /// The first day.
    pub from: Day,
    /// The number of units, at the unit's scale.
    pub units: Amount,
    /// What so many units stand for together.
    pub stands_for: StandsFor,
    pub(super) value: UnitValue,
}

/// What a number of units stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StandsFor {
    /// An amount of euro, in cents.
    Euro(Amount),
    /// A number of minutes.
    Minutes(u32),
}

/// What one minor unit is worth, exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnitValue {
    /// Euro cents per minor unit.
    Euro(Ratio),
    /// Minutes per minor unit.
    Minutes(Ratio),
}

impl Unit {
    /// What a minor unit was worth on a day; `None` for a free point, and before the first value.
    pub fn value_on(&self, day: Day) -> Option<UnitValue> {
        self.values.iter().rev().find(|value| value.from <= day).map(|value| value.value)
    }
}
