//! [`ClaimLine`]: all units of a claim at one rate and one fee. Here euro are rounded, once.

use serde::Deserialize;

use crate::money::{Amount, EuroRate, Rounding, allocate};
use crate::people::Share;
use crate::sparse::sparse;

/// What is kept of what units come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(clippy::exhaustive_structs)]
pub struct Fees {
    /// The share that is kept back.
    pub fee: Share,
    /// The part of it for a beneficiary, as a share of the whole.
    pub given: Share,
    /// Tax on the fee, kept back beside it, as a share of the fee.
    pub vat: Share,
}

impl Fees {
    /// The weights of what is paid, given, tax, and the rest of the fee.
    fn weights(self) -> Option<[u64; 4]> {
        let whole = u64::from(Share::WHOLE);
        let fee = u64::from(self.fee.hundredths()).checked_mul(whole)?;
        let given = u64::from(self.given.hundredths()).checked_mul(whole)?;
        let vat = u64::from(self.fee.hundredths()).checked_mul(self.vat.hundredths().into())?;
        let paid = whole.checked_mul(whole)?.checked_sub(fee)?.checked_sub(vat)?;
        Some([paid, given, vat, fee.checked_sub(given)?])
    }
}

/// All units of a claim at one rate and one fee, and what they come to.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimLine {
    /// What they are paid with.
    pub rate: EuroRate,
    /// How many minor units.
    pub units: Amount,
    /// What they are worth, in cents, rounded as the claim says.
    pub gross: Amount,
    /// What is paid of it; the rest is the fee.
    pub net: Amount,
    /// What rounding left, as a fraction of a cent: the exact worth less `gross`. It is the issuer's.
    pub remainder: (i64, i64),
    /// The share that is kept back.
    #[serde(default)]
    pub fee: Share,
    /// The part of it for a beneficiary, as a share of the whole.
    #[serde(default)]
    pub given: Share,
    /// Tax on the fee, as a share of the fee.
    #[serde(default)]
    pub vat: Share,
    /// What a beneficiary gets, in cents.
    #[serde(default)]
    pub given_cents: Amount,
    /// The tax, in cents.
    #[serde(default)]
    pub vat_cents: Amount,
    /// How many minor units were turned down; they are in `units` no more.
    #[serde(default)]
    pub rejected: Amount,
    /// How many minor units were clawed back after they were approved; they stay in `units`.
    #[serde(default)]
    pub clawed_units: Amount,
    /// How many cents the partner owes for them.
    #[serde(default)]
    pub clawed_cents: Amount,
}
sparse!(ClaimLine {
    rate, units, gross, net, remainder |
    fee, given, vat, given_cents, vat_cents, rejected, clawed_units, clawed_cents
});

impl ClaimLine {
    /// A line of so many units; `None` if what they come to does not fit.
    pub(crate) fn of(rate: EuroRate, fees: Fees, units: Amount, rounding: Rounding) -> Option<Self> {
        let worth = rate.worth(units, rounding).ok()?;
        let shares = allocate(worth.amount, &fees.weights()?).ok()?;
        let [net, given_cents, vat_cents, _] = <[Amount; 4]>::try_from(shares).ok()?;
        let Fees { fee, given, vat } = fees;
        Some(Self {
            rate,
            units,
            gross: worth.amount,
            net,
            remainder: (worth.remainder.num(), worth.remainder.den()),
            fee,
            given,
            vat,
            given_cents,
            vat_cents,
            rejected: Amount::ZERO,
            clawed_units: Amount::ZERO,
            clawed_cents: Amount::ZERO,
        })
    }

    /// The same line with so many units turned down.
    pub(crate) fn without(&self, units: Amount, rounding: Rounding) -> Option<Self> {
        let left = Self::of(self.rate, self.fees(), self.units.checked_sub(units)?, rounding)?;
        Some(Self { rejected: self.rejected.checked_add(units)?, ..left })
    }

    /// What is kept of it.
    pub fn fees(&self) -> Fees {
        Fees { fee: self.fee, given: self.given, vat: self.vat }
    }

    /// What is not paid, in cents: the fee, what is given of it, and the tax on it.
    pub fn fee_cents(&self) -> Amount {
        self.gross.checked_sub(self.net).unwrap_or(Amount::ZERO)
    }

    /// The cents that clawing back so many more units comes to: of all units clawed back so far together,
    /// rounded down, less what was clawed back before. So all units come to exactly what was paid.
    pub(crate) fn to_claw_back(&self, units: Amount) -> Option<Amount> {
        let all = self.clawed_units.checked_add(units).filter(|all| *all <= self.units)?;
        let product = i128::from(self.net.minor()).checked_mul(all.minor().into())?;
        let cents = Rounding::Down.divide(product, self.units.minor().into())?;
        Amount::from_minor(i64::try_from(cents).ok()?).ok()?.checked_sub(self.clawed_cents)
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "the figures of the tests are small")]
mod tests {
    use super::*;

    fn amount(minor: i64) -> Amount {
        Amount::from_minor(minor).unwrap()
    }

    #[test]
    fn a_line_is_rounded_once_and_its_fee_is_divided_off() {
        // 10 units are 1 euro: 333 are 33.30; of 5 % fee 1.665 is 1.66 or 1.67: pay has the larger remainder or
        // the earlier place.
        let line = ClaimLine::of(
            EuroRate::new(100, 10).unwrap(),
            Fees { fee: Share::new(500).unwrap(), ..Fees::default() },
            amount(333),
            Rounding::HalfUp,
        )
        .unwrap();
        assert_eq!((line.gross.minor(), line.net.minor(), line.fee_cents().minor()), (3330, 3164, 166));
        assert_eq!(line.remainder, (0, 1));
        // A third of a cent each: 500 are 166.67 cents.
        let third = EuroRate::new(1, 3).unwrap();
        let line = ClaimLine::of(third, Fees::default(), amount(500), Rounding::HalfUp).unwrap();
        assert_eq!((line.gross.minor(), line.remainder), (167, (-1, 3)));
        let line = line.without(amount(499), Rounding::HalfUp).unwrap();
        assert_eq!((line.units.minor(), line.gross.minor(), line.remainder), (1, 0, (1, 3)));
        assert_eq!(line.rejected.minor(), 499);
    }

    #[test]
    fn what_is_kept_is_split_and_adds_up() {
        // R29: 100 -> 95 + 3 + 2, and 33 -> 31.35 + 0.99 + 0.66.
        let fees =
            Fees { fee: Share::new(500).unwrap(), given: Share::new(300).unwrap(), vat: Share::default() };
        let split = |units, fees| {
            let line = ClaimLine::of(EuroRate::new(100, 1).unwrap(), fees, amount(units), Rounding::HalfUp);
            let line = line.unwrap();
            let kept = line.fee_cents().minor() - line.given_cents.minor() - line.vat_cents.minor();
            (line.net.minor(), line.given_cents.minor(), kept, line.vat_cents.minor())
        };
        assert_eq!(split(100, fees), (9500, 300, 200, 0));
        assert_eq!(split(33, fees), (3135, 99, 66, 0));
        // The exceptional 20 % with 19 % tax on it: 80 - 3.80, 20, 3.80.
        let fees =
            Fees { fee: Share::new(2000).unwrap(), given: Share::default(), vat: Share::new(1900).unwrap() };
        assert_eq!(split(100, fees), (7620, 0, 2000, 380));
    }

    #[test]
    fn what_is_clawed_back_in_parts_adds_up_to_what_was_paid() {
        let third = EuroRate::new(1, 3).unwrap();
        let mut line = ClaimLine::of(third, Fees::default(), amount(500), Rounding::HalfUp).unwrap();
        for units in [1, 1, 1, 200, 297] {
            let cents = line.to_claw_back(amount(units)).unwrap();
            line.clawed_units = line.clawed_units.checked_add(amount(units)).unwrap();
            line.clawed_cents = line.clawed_cents.checked_add(cents).unwrap();
        }
        assert_eq!(line.clawed_cents, line.net);
        assert_eq!(line.to_claw_back(amount(1)), None);
    }
}
