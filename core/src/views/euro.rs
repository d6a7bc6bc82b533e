//! [`EuroTotal`]: a sum of units at several values, exact until it is rounded once.

use std::collections::BTreeMap;

use super::labels::{say, wide_figure};
use crate::calendar::Day;
use crate::design::{UnitKind, UnitValue, euro_scale};
use crate::ledger::Ledger;
use crate::money::{Balance, Ratio, Rounding, greatest_common_divisor};
use crate::orders::{Lang, Words};

/// How a sum is rounded to cents.
pub(super) const ROUNDING: Rounding = Rounding::HalfEven;

/// A sum in cents, and what rounding it left: the exact sum is `cents + num / den`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct EuroTotal {
    /// Whole cents, half to even.
    pub cents: i128,
    /// What the exact sum is more than that, in cents: the term above the line, below zero if it was
    /// rounded up.
    pub remainder_num: i128,
    /// The term below the line; 1 if nothing was rounded.
    pub remainder_den: i128,
}

/// Units, and what they are worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct EuroUnits {
    /// Minor units.
    pub units: i128,
    /// Their worth; `None` if the unit had no euro value on one of the days.
    pub euro: Option<EuroTotal>,
}

/// Cents as euro: `12,50`.
pub(super) fn cents_text(lang: Lang, cents: i128) -> String {
    let euro = Words { one: "euro", many: "euro", scale: euro_scale(), shown: 2 };
    wide_figure(lang, &euro, cents)
}

impl EuroUnits {
    pub(super) fn euro_text(&self, lang: Lang) -> String {
        let text = self.euro.map(|euro| cents_text(lang, euro.cents));
        text.unwrap_or_else(|| String::from("-"))
    }

    /// That the euro were rounded, to stand behind them; nothing if they were not.
    pub(super) fn rounded_text(&self, lang: Lang) -> &'static str {
        let rounded = [
            ", afgerond op de cent (een halve naar even)",
            ", arrondi au cent (un demi vers le pair)",
            ", rounded to the cent (half to even)",
        ];
        let exact = self.euro.is_none_or(|euro| euro.remainder_num == 0);
        if exact { "" } else { say(lang, rounded) }
    }

    /// Euro, how they were rounded and what that left, as three columns of a CSV.
    pub(super) fn euro_csv(&self) -> String {
        let cents =
            |euro: &EuroTotal| i64::try_from(euro.cents).ok().and_then(|it| Balance::from_minor(it).ok());
        let Some((euro, cents)) = self.euro.as_ref().and_then(|euro| Some((euro, cents(euro)?))) else {
            return String::from(";;");
        };
        let left = match (euro.remainder_num, euro.remainder_den) {
            (0, _) => String::from("0"),
            (num, den) => format!("{num}/{den}"),
        };
        format!("{};half_even;{left}", cents.text(euro_scale()))
    }
}

/// What a minor unit was worth on a day, in cents.
pub(super) fn value_on(ledger: &Ledger, day: Day) -> Option<Ratio> {
    match ledger.state().designs().on(day).1.unit().value_on(day) {
        Some(UnitValue::Euro(ratio)) => Some(ratio),
        _ => None,
    }
}

/// Units by the value they had, so that the sum is a few exact products.
#[derive(Clone)]
pub(super) struct Valued {
    units: i128,
    by_value: BTreeMap<(i64, i64), i128>,
    unvalued: bool,
}

impl Valued {
    /// Nothing yet, of a unit that is pegged to the euro or not.
    pub(super) fn none(pegged: bool) -> Self {
        Self { units: 0, by_value: BTreeMap::new(), unvalued: !pegged }
    }

    pub(super) fn add(&mut self, units: i128, value: Option<Ratio>) {
        self.units = self.units.saturating_add(units);
        match value {
            Some(value) => {
                let sum = self.by_value.entry((value.num(), value.den())).or_default();
                *sum = sum.saturating_add(units);
            }
            None => self.unvalued = true,
        }
    }

    /// Nothing yet, of the ledger's unit.
    pub(super) fn none_of(ledger: &Ledger) -> Self {
        Self::none(ledger.design().unit().kind == UnitKind::EuroPegged)
    }

    /// Adds units at the value that the ledger's unit had on a day.
    pub(super) fn add_on(&mut self, ledger: &Ledger, units: i128, day: Day) {
        self.add(units, value_on(ledger, day));
    }

    /// Adds what another sum holds.
    pub(super) fn add_all(&mut self, other: &Self) {
        self.units = self.units.saturating_add(other.units);
        for (value, units) in &other.by_value {
            let sum = self.by_value.entry(*value).or_default();
            *sum = sum.saturating_add(*units);
        }
        self.unvalued |= other.unvalued;
    }

    /// Minor units.
    pub(super) fn units(&self) -> i128 {
        self.units
    }

    pub(super) fn total(&self) -> EuroUnits {
        let euro = if self.unvalued { None } else { self.rounded() };
        EuroUnits { units: self.units, euro }
    }

    /// `None` also if the exact sum leaves 128 bits, which takes several values of many digits.
    fn rounded(&self) -> Option<EuroTotal> {
        let (mut num, mut den) = (0_i128, 1_i128);
        for ((value_num, value_den), units) in &self.by_value {
            let value_den = i128::from(*value_den);
            let product = units.checked_mul(i128::from(*value_num))?;
            let shared = greatest_common_divisor(den, value_den);
            let widened = num.checked_mul(value_den.checked_div(shared)?)?;
            num = widened.checked_add(product.checked_mul(den.checked_div(shared)?)?)?;
            den = den.checked_div(shared)?.checked_mul(value_den)?;
        }
        let cents = ROUNDING.divide(num.checked_abs()?, den)?.checked_mul(num.signum())?;
        let rest = num.checked_sub(cents.checked_mul(den)?)?;
        let shared = greatest_common_divisor(den, rest.checked_abs()?);
        Some(EuroTotal {
            cents,
            remainder_num: rest.checked_div(shared)?,
            remainder_den: den.checked_div(shared)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn total(parts: &[(i128, i64, i64)]) -> Option<EuroTotal> {
        let mut valued = Valued::none(true);
        for (units, num, den) in parts {
            valued.add(*units, Some(Ratio::new(*num, *den).unwrap()));
        }
        valued.total().euro
    }

    #[test]
    fn sums_are_exact_and_rounded_once() {
        // Three thirds of a cent are a cent; rounded one by one they would be none.
        let exact = EuroTotal { cents: 1, remainder_num: 0, remainder_den: 1 };
        assert_eq!(total(&[(1, 1, 3), (1, 2, 6), (1, 1, 3)]), Some(exact));
        // 5/3 + 1/2 = 13/6 is 2 and a sixth.
        let mixed = EuroTotal { cents: 2, remainder_num: 1, remainder_den: 6 };
        assert_eq!(total(&[(5, 1, 3), (1, 1, 2)]), Some(mixed));
        // Halves go to even, also below zero.
        assert_eq!(total(&[(5, 1, 2)]).unwrap().cents, 2);
        assert_eq!(total(&[(7, 1, 2)]), Some(EuroTotal { cents: 4, remainder_num: -1, remainder_den: 2 }));
        assert_eq!(total(&[(-5, 1, 2)]), Some(EuroTotal { cents: -2, remainder_num: -1, remainder_den: 2 }));
        assert_eq!(total(&[]).unwrap().cents, 0);
    }

    #[test]
    fn the_columns_say_what_rounding_left() {
        let csv = |parts| EuroUnits { units: 1, euro: total(parts) }.euro_csv();
        assert_eq!(csv(&[(7, 1, 2)]), "0.04;half_even;-1/2");
        assert_eq!(csv(&[(-250, 1, 1)]), "-2.50;half_even;0");
        assert_eq!(EuroUnits { units: 1, euro: None }.euro_csv(), ";;");
    }

    #[test]
    fn units_without_a_value_have_no_total() {
        let mut valued = Valued::none(true);
        valued.add(5, None);
        assert_eq!(valued.total(), EuroUnits { units: 5, euro: None });
        assert_eq!(Valued::none(false).total(), EuroUnits { units: 0, euro: None });
    }
}
