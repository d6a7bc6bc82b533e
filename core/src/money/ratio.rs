//! [`Ratio`]: an exact rate, and what multiplying by it leaves over.

use rust_decimal::Decimal;

use super::{Amount, MoneyError, Rounding};

/// An exact fraction above zero, kept in its lowest terms, both from 1 to 2^53 - 1.
///
/// ```
/// use muntwerk::money::{Amount, Ratio, Rounding};
/// let third = Ratio::new(2, 6)?;
/// assert_eq!((third.num(), third.den()), (1, 3));
///
/// let rounded = third.apply(Amount::from_minor(500)?, Rounding::Up)?;
/// assert_eq!(rounded.amount.minor(), 167);
/// // 500/3 is 167 less a third of a minor unit.
/// assert_eq!((rounded.remainder.num(), rounded.remainder.den()), (-1, 3));
/// # Ok::<(), muntwerk::money::MoneyError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Ratio {
    num: i64,
    den: i64,
}

/// An amount that was rounded, and what the rounding took away or added.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Rounded {
    /// The whole minor units.
    pub amount: Amount,
    /// The exact value less [`Rounded::amount`].
    pub remainder: Remainder,
}

/// A fraction of one minor unit in its lowest terms: what an exact value is more than the amount it
/// was rounded to. Above zero if it was rounded down, below zero if it was rounded up.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Remainder {
    num: i64,
    den: i64,
}

impl Ratio {
    /// One to one.
    pub const ONE: Self = Self { num: 1, den: 1 };

    /// The fraction `num / den`.
    ///
    /// # Errors
    /// [`MoneyError::Ratio`] if either is not above zero, or one is above 2^53 - 1 in lowest terms.
    pub fn new(num: i64, den: i64) -> Result<Self, MoneyError> {
        Self::reduced(num.into(), den.into())
    }

    /// The fraction that a decimal says, exactly: 1.25 is 5/4.
    ///
    /// # Errors
    /// [`MoneyError::Ratio`] if it is not above zero, or a term is above 2^53 - 1.
    pub fn from_decimal(decimal: Decimal) -> Result<Self, MoneyError> {
        let num = decimal.mantissa();
        // At most 28 decimals, so the power fits.
        let den = 10_i128.checked_pow(decimal.scale()).ok_or(MoneyError::Ratio { num, den: 0 })?;
        Self::reduced(num, den)
    }

    fn reduced(num: i128, den: i128) -> Result<Self, MoneyError> {
        let refused = MoneyError::Ratio { num, den };
        if num < 1 || den < 1 {
            return Err(refused);
        }
        let divisor = greatest_common_divisor(num, den);
        let lowest = |term: i128| {
            let term = i64::try_from(term.checked_div(divisor)?).ok()?;
            (term <= Amount::MAX.minor()).then_some(term)
        };
        lowest(num).zip(lowest(den)).map(|(num, den)| Self { num, den }).ok_or(refused)
    }

    /// The term above the line, in lowest terms.
    pub const fn num(self) -> i64 {
        self.num
    }

    /// The term below the line, in lowest terms.
    pub const fn den(self) -> i64 {
        self.den
    }

    /// The same rate the other way round.
    #[must_use]
    pub const fn inverse(self) -> Self {
        Self { num: self.den, den: self.num }
    }

    /// `amount` times this ratio in whole minor units, with what was rounded away so that the caller
    /// can say where it goes.
    ///
    /// # Errors
    /// [`MoneyError::Product`] if the result is above [`Amount::MAX`].
    pub fn apply(self, amount: Amount, rounding: Rounding) -> Result<Rounded, MoneyError> {
        self.multiply(amount, rounding).ok_or(MoneyError::Product {
            minor: amount.minor(),
            num: self.num,
            den: self.den,
        })
    }

    fn multiply(self, amount: Amount, rounding: Rounding) -> Option<Rounded> {
        // Two factors of 53 bits: the product always fits.
        let exact = i128::from(amount.minor()).checked_mul(self.num.into())?;
        let whole = rounding.divide(exact, self.den.into())?;
        let rest = exact.checked_sub(whole.checked_mul(self.den.into())?)?;
        Some(Rounded {
            amount: Amount::from_minor(i64::try_from(whole).ok()?).ok()?,
            remainder: Remainder::new(i64::try_from(rest).ok()?, self.den)?,
        })
    }

    /// Whether `amount` times this ratio is at most `cap`, compared without rounding.
    ///
    /// ```
    /// use muntwerk::money::{Amount, Ratio};
    /// let third = Ratio::new(1, 3)?;
    /// let cap = Amount::from_minor(33)?;
    /// assert!(third.at_most(Amount::from_minor(99)?, cap));
    /// assert!(!third.at_most(Amount::from_minor(100)?, cap));
    /// # Ok::<(), muntwerk::money::MoneyError>(())
    /// ```
    pub fn at_most(self, amount: Amount, cap: Amount) -> bool {
        // Products of two factors of 53 bits never saturate.
        let wide = |minor: i64, term: i64| i128::from(minor).saturating_mul(term.into());
        wide(amount.minor(), self.num) <= wide(cap.minor(), self.den)
    }
}

impl Remainder {
    fn new(num: i64, den: i64) -> Option<Self> {
        let divisor = greatest_common_divisor(num.unsigned_abs().into(), den.into());
        let divisor = i64::try_from(divisor).ok()?;
        Some(Self { num: num.checked_div(divisor)?, den: den.checked_div(divisor)? })
    }

    /// The term above the line, which carries the sign.
    pub const fn num(self) -> i64 {
        self.num
    }

    /// The term below the line, above zero; 1 if nothing was rounded.
    pub const fn den(self) -> i64 {
        self.den
    }

    /// Whether nothing was rounded away.
    pub const fn is_zero(self) -> bool {
        self.num == 0
    }
}

/// Euclid's, of numbers that are zero or more.
pub(crate) fn greatest_common_divisor(mut left: i128, mut right: i128) -> i128 {
    while let Some(rest) = left.checked_rem(right) {
        (left, right) = (right, rest);
    }
    left
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "the figures of the tests are small")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MAX: i64 = Amount::MAX.minor();

    fn terms(ratio: Ratio) -> (i64, i64) {
        (ratio.num(), ratio.den())
    }

    #[test]
    fn ratios_are_positive_and_in_lowest_terms() {
        assert_eq!(Ratio::new(10, 4).map(terms), Ok((5, 2)));
        assert_eq!(Ratio::new(10, 4).unwrap().inverse(), Ratio::new(2, 5).unwrap());
        assert_eq!(Ratio::new(i64::MAX, i64::MAX), Ok(Ratio::ONE));
        assert_eq!(Ratio::new(MAX, 1).map(terms), Ok((MAX, 1)));
        for (num, den) in
            [(0, 1), (1, 0), (-1, 1), (1, -1), (-1, -1), (MAX + 1, 1), (1, MAX + 1), (i64::MIN, 1)]
        {
            let refused = Err(MoneyError::Ratio { num: num.into(), den: den.into() });
            assert_eq!(Ratio::new(num, den), refused);
        }
    }

    #[test]
    fn decimals_are_taken_exactly() {
        let take = |text: &str| Ratio::from_decimal(text.parse().unwrap()).map(terms);
        assert_eq!(take("1.25"), Ok((5, 4)));
        assert_eq!(take("1.0000000000000000000000000000"), Ok((1, 1)));
        assert_eq!(take("0.000000000000001"), Ok((1, 1_000_000_000_000_000)));
        for bad in ["0", "-1", "0.0000000000000001", "79228162514264337593543950335"] {
            assert!(matches!(take(bad), Err(MoneyError::Ratio { .. })), "{bad}");
        }
    }

    #[test]
    fn the_remainder_says_what_was_rounded_away() {
        let apply = |num, den, minor, rounding| {
            let rounded = Ratio::new(num, den).unwrap().apply(Amount::from_minor(minor).unwrap(), rounding);
            rounded.map(|rounded| (rounded.amount.minor(), rounded.remainder.num(), rounded.remainder.den()))
        };
        assert_eq!(apply(2, 3, 100, Rounding::Down), Ok((66, 2, 3)));
        assert_eq!(apply(2, 3, 100, Rounding::Up), Ok((67, -1, 3)));
        assert_eq!(apply(3, 4, 6, Rounding::HalfEven), Ok((4, 1, 2)));
        assert_eq!(apply(3, 4, 6, Rounding::HalfUp), Ok((5, -1, 2)));
        assert_eq!(apply(2, 3, 99, Rounding::Up), Ok((66, 0, 1)));
        assert_eq!(apply(MAX, 1, 0, Rounding::Up), Ok((0, 0, 1)));
        assert_eq!(apply(MAX, MAX - 1, MAX - 1, Rounding::Up), Ok((MAX, 0, 1)));
        assert_eq!(
            apply(MAX, 1, MAX, Rounding::Up),
            Err(MoneyError::Product { minor: MAX, num: MAX, den: 1 })
        );
    }

    #[test]
    fn a_cap_is_compared_without_rounding() {
        let ratio = Ratio::new(MAX, MAX - 1).unwrap();
        assert!(!ratio.at_most(Amount::MAX, Amount::MAX));
        assert!(ratio.inverse().at_most(Amount::MAX, Amount::MAX));
        assert!(Ratio::ONE.at_most(Amount::MAX, Amount::MAX));
    }

    proptest! {
        #[test]
        fn amount_and_remainder_make_up_the_exact_value(
            minor in 0_i64..=1 << 40,
            num in 1_i64..10_000,
            den in 1_i64..10_000,
            up in any::<bool>(),
        ) {
            let ratio = Ratio::new(num, den).unwrap();
            let rounding = if up { Rounding::Up } else { Rounding::HalfEven };
            let Rounded { amount, remainder } =
                ratio.apply(Amount::from_minor(minor).unwrap(), rounding).unwrap();
            // amount + r/s == minor * num/den, multiplied out.
            let [amount, r, s] = [amount.minor(), remainder.num(), remainder.den()].map(i128::from);
            let [minor, num, den] = [minor, num, den].map(i128::from);
            prop_assert_eq!((amount * s + r) * den, minor * num * s);
            prop_assert!(r.abs() < s);
        }

        #[test]
        fn at_most_agrees_with_rounding_up(minor in 0_i64..1_000, cap in 0_i64..1_000, num in 1_i64..50, den in 1_i64..50) {
            let ratio = Ratio::new(num, den).unwrap();
            let [amount, cap] = [minor, cap].map(|minor| Amount::from_minor(minor).unwrap());
            let rounded = ratio.apply(amount, Rounding::Up).unwrap().amount;
            prop_assert_eq!(ratio.at_most(amount, cap), rounded <= cap);
        }
    }
}
