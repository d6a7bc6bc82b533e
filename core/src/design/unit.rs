//! `[unit]`: the unit, its decimals and what it stands for.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::money::{Amount, Ratio, Scale};

use super::load::Facts;
use super::problem::Problems;
use super::resolved::{Writer, quoted};
use super::scalars::{Date, Figure};
use super::spanned::Spanned;

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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

/// The unit of the currency.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawUnit {
    /// What it is a measure of.
    pub(super) kind: Spanned<UnitKind>,
    /// What it is called, one and many, in each language.
    names: RawUnitNames,
    /// How many decimals the books keep, 0 to 6. It never changes: every amount is a whole number of the
    /// smallest part.
    ///
    /// Source: R1.
    scale: Spanned<i64>,
    /// How many decimals are always shown, 0 to 6 and at most `scale`. Others are shown where they are not zero.
    ///
    /// Default: as many as `scale`. Example: `0`. Source: R1.
    display_decimals: Option<Spanned<i64>>,
    /// What the unit stood for from a day on: one `[[unit.value]]` per change, in the order of the days. Units
    /// of time and euro-pegged units need one; a free point has none.
    ///
    /// Source: R1 (a value is a fraction with validity dates).
    #[serde(default)]
    value: Vec<RawValue>,
}

/// What the unit is called in each language.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct RawUnitNames {
    /// In Dutch.
    nl: RawUnitName,
    /// In French.
    fr: RawUnitName,
    /// In English.
    en: RawUnitName,
}

/// What one unit is called, and several.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct RawUnitName {
    /// The name of one, at most 80 characters.
    one: Spanned<String>,
    /// The name of any other number, at most 80 characters.
    many: Spanned<String>,
}

/// What a number of units stands for from a day on.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct RawValue {
    /// The first day.
    from: Spanned<Date>,
    /// How many units, above zero.
    units: Spanned<Figure>,
    /// What so many units stand for together, in euro. Belongs to `unit.kind = "euro_pegged"`.
    euro: Option<Spanned<Figure>>,
    /// What so many units stand for together, in minutes, 1 to 1000000. Belongs to `unit.kind = "time"`.
    minutes: Option<Spanned<i64>>,
}

impl RawUnit {
    /// The scale, which other blocks need before the unit is checked.
    pub(super) fn scale(&self, problems: &mut Problems) -> Option<Scale> {
        let digits = problems.whole(&self.scale, "unit.scale", 0..=Scale::MAX.digits().into())?;
        Scale::new(digits).ok()
    }

    pub(super) fn check(&self, facts: Facts, problems: &mut Problems) -> Option<Unit> {
        let names = self.names.check(problems);
        let digits = facts.scale.map(Scale::digits);
        let display_decimals = match (&self.display_decimals, digits) {
            (None, digits) => digits,
            (Some(raw), digits) => {
                let key = "unit.display_decimals";
                let shown = problems.whole(raw, key, 0..=Scale::MAX.digits().into());
                if let (Some(shown), Some(digits)) = (shown, digits)
                    && shown > digits
                {
                    let reason =
                        format_args!("no more decimals can be shown than the {digits} of unit.scale");
                    problems.add(raw.span(), key, reason);
                }
                shown
            }
        };
        let values = self.check_values(facts, problems);
        Some(Unit {
            kind: facts.kind,
            names: names?,
            scale: facts.scale?,
            display_decimals: display_decimals?,
            values: values?,
        })
    }

    fn check_values(&self, facts: Facts, problems: &mut Problems) -> Option<Vec<ValueFrom>> {
        let must_have = match facts.kind {
            UnitKind::Time => Some("a unit of time needs a [[unit.value]] that says how many minutes it is"),
            UnitKind::EuroPegged => {
                Some("a unit pegged to the euro needs a [[unit.value]] that says how much it is")
            }
            UnitKind::FreePoint => None,
        };
        if let (Some(reason), true) = (must_have, self.value.is_empty()) {
            problems.add(self.kind.span(), "unit.kind", reason);
            return None;
        }
        let mut values: Vec<ValueFrom> = Vec::new();
        for (place, raw) in self.value.iter().enumerate() {
            let Some(value) = raw.check(&format!("unit.value[{place}]"), facts, problems) else { continue };
            if values.last().is_some_and(|earlier| earlier.from >= value.from) {
                let reason = "values stand in the order of their first days, one for each";
                problems.add(raw.from.span(), format!("unit.value[{place}].from"), reason);
            }
            if facts.backed {
                let whole = matches!(value.value, UnitValue::Euro(cents) if cents.den() == 1);
                let reason = "euro back the unit, so its smallest part is a whole number of cents";
                problems.refuse((!whole).then_some(&raw.units), &format!("unit.value[{place}]"), reason);
                let reason = "euro back the unit, so it has one value for ever";
                problems.refuse((place > 0).then_some(&raw.units), &format!("unit.value[{place}]"), reason);
            }
            values.push(value);
        }
        Some(values)
    }
}

impl RawUnitNames {
    fn check(&self, problems: &mut Problems) -> Option<UnitNames> {
        let mut name = |language: &str, raw: &RawUnitName| {
            let one = problems.text(&raw.one, &format!("unit.names.{language}.one"));
            let many = problems.text(&raw.many, &format!("unit.names.{language}.many"));
            Some(UnitName { one: one?, many: many? })
        };
        let (nl, fr, en) = (name("nl", &self.nl), name("fr", &self.fr), name("en", &self.en));
        Some(UnitNames { nl: nl?, fr: fr?, en: en? })
    }
}

impl RawValue {
    fn check(&self, key: &str, facts: Facts, problems: &mut Problems) -> Option<ValueFrom> {
        let from = problems.day(&self.from, &format!("{key}.from"));
        let units = problems.amount_above_zero(&self.units, &format!("{key}.units"), facts.scale);
        let euro_key = format!("{key}.euro");
        let minutes_key = format!("{key}.minutes");
        let stands_for = match facts.kind {
            UnitKind::EuroPegged => {
                let reason = "a unit pegged to the euro stands for euro, not for minutes";
                problems.refuse(self.minutes.as_ref(), &minutes_key, reason);
                match &self.euro {
                    Some(raw) => {
                        problems.amount_above_zero(raw, &euro_key, Some(euro_scale())).map(StandsFor::Euro)
                    }
                    None => {
                        problems.add(self.units.span(), euro_key, "how many euro these units are is missing");
                        None
                    }
                }
            }
            UnitKind::Time => {
                let reason = "a unit of time stands for minutes, not for euro";
                problems.refuse(self.euro.as_ref(), &euro_key, reason);
                match &self.minutes {
                    Some(raw) => problems.whole(raw, &minutes_key, 1..=1_000_000).map(StandsFor::Minutes),
                    None => {
                        let reason = "how many minutes these units are is missing";
                        problems.add(self.units.span(), minutes_key, reason);
                        None
                    }
                }
            }
            UnitKind::FreePoint => {
                let reason = "a free point stands for nothing: unit.kind is time or euro_pegged if it does";
                problems.add(self.units.span(), key, reason);
                None
            }
        };
        let (units, stands_for) = (units?, stands_for?);
        let value = match stands_for {
            StandsFor::Euro(cents) => Ratio::new(cents.minor(), units.minor()).map(UnitValue::Euro),
            StandsFor::Minutes(minutes) => Ratio::new(minutes.into(), units.minor()).map(UnitValue::Minutes),
        };
        let value = value.map_err(|error| problems.add(self.units.span(), key, error)).ok()?;
        Some(ValueFrom { from: from?, units, stands_for, value })
    }
}

impl Unit {
    pub(super) fn write(&self, out: &mut Writer) {
        out.table("unit");
        out.word("kind", self.kind);
        out.pair("scale", self.scale.digits());
        out.pair("display_decimals", self.display_decimals);
        for (language, name) in [("nl", &self.names.nl), ("fr", &self.names.fr), ("en", &self.names.en)] {
            let (one, many) = (quoted(&name.one), quoted(&name.many));
            out.pair(format_args!("names.{language}"), format_args!("{{ one = {one}, many = {many} }}"));
        }
        for value in &self.values {
            out.element("unit.value");
            out.pair("from", value.from);
            out.amount("units", value.units, self.scale);
            match value.stands_for {
                StandsFor::Euro(cents) => out.amount("euro", cents, euro_scale()),
                StandsFor::Minutes(minutes) => out.pair("minutes", minutes),
            }
        }
    }
}
