//! [`Worth`]: an exact sum of amounts at several rates.

use super::ratio::greatest_common_divisor;
use super::{Amount, Ratio};

/// A sum of amounts, each times a ratio of its own, that is never rounded: what units earned at several
/// values of the unit are worth together.
///
/// ```
/// use muntwerk::money::{Amount, Ratio, Worth};
/// // 10 units were 1 euro, and are 1.20 euro now; the law allows 42.31 euro a day.
/// let (before, now) = (Ratio::new(100, 10)?, Ratio::new(120, 10)?);
/// let cap = Amount::from_minor(4_231)?;
/// let worth = Worth::ZERO.plus(Amount::from_minor(300)?, before).unwrap();
/// assert!(worth.at_most(cap));
/// // 1,231 cents are left: 102 units of 12 cents, and 7 cents that no unit fits in.
/// assert_eq!(worth.room(cap, now), Amount::from_minor(102).ok());
/// # Ok::<(), muntwerk::money::MoneyError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Worth {
    /// Zero or above, in lowest terms.
    num: i128,
    den: i128,
}

impl Worth {
    /// Nothing.
    pub const ZERO: Self = Self { num: 0, den: 1 };

    /// The sum with `amount` times `ratio` added; `None` if its terms no longer fit.
    pub fn plus(self, amount: Amount, ratio: Ratio) -> Option<Self> {
        let added = i128::from(amount.minor()).checked_mul(ratio.num().into())?;
        let left = self.num.checked_mul(ratio.den().into())?;
        let num = left.checked_add(added.checked_mul(self.den)?)?;
        let den = self.den.checked_mul(ratio.den().into())?;
        let divisor = greatest_common_divisor(num, den).max(1);
        Some(Self { num: num.checked_div(divisor)?, den: den.checked_div(divisor)? })
    }

    /// Whether it is at most `cap`, compared without rounding.
    pub fn at_most(self, cap: Amount) -> bool {
        i128::from(cap.minor()).checked_mul(self.den).is_none_or(|cap| self.num <= cap)
    }

    /// The largest amount that times `ratio` still fits under `cap` beside it; zero if it is past the cap
    /// already, `None` if the terms do not fit.
    pub fn room(self, cap: Amount, ratio: Ratio) -> Option<Amount> {
        let left = i128::from(cap.minor()).checked_mul(self.den)?.checked_sub(self.num)?.max(0);
        let num = left.checked_mul(ratio.den().into())?;
        let den = self.den.checked_mul(ratio.num().into())?;
        let most = num.checked_div(den)?.min(Amount::MAX.minor().into());
        Amount::from_minor(i64::try_from(most).ok()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn amount(minor: i64) -> Amount {
        Amount::from_minor(minor).unwrap()
    }

    #[test]
    fn the_volunteer_cap_of_2025_is_423_units_v14() {
        let tenth = Ratio::new(100, 10).unwrap();
        assert_eq!(Worth::ZERO.room(amount(4_231), tenth), Some(amount(423)));
        assert_eq!(Worth::ZERO.room(amount(169_251), tenth), Some(amount(16_925)));
        let worth = |units| Worth::ZERO.plus(amount(units), tenth).unwrap();
        assert!(worth(423).at_most(amount(4_231)));
        assert!(!worth(424).at_most(amount(4_231)));
        assert_eq!(worth(424).room(amount(4_231), tenth), Some(Amount::ZERO));
    }

    #[test]
    fn terms_that_do_not_fit_are_told() {
        let odd = Ratio::new(Amount::MAX.minor(), Amount::MAX.minor() - 1).unwrap();
        let even = Ratio::new(1, Amount::MAX.minor() - 3).unwrap();
        let third = Ratio::new(1, Amount::MAX.minor() - 5).unwrap();
        let worth = Worth::ZERO.plus(Amount::MAX, odd).and_then(|worth| worth.plus(amount(1), even));
        assert_eq!(worth.and_then(|worth| worth.plus(amount(1), third)), None);
        assert!(Worth::ZERO.at_most(Amount::ZERO));
    }

    proptest! {
        #[test]
        fn room_is_the_most_that_fits(
            parts in proptest::collection::vec((0_i64..1_000, 1_i64..50, 1_i64..50), 0..4),
            cap in 0_i64..100_000,
            num in 1_i64..50,
            den in 1_i64..50,
        ) {
            let ratio = Ratio::new(num, den).unwrap();
            let worth = parts.iter().try_fold(Worth::ZERO, |worth, (minor, num, den)| {
                worth.plus(amount(*minor), Ratio::new(*num, *den).unwrap())
            });
            let (worth, cap) = (worth.unwrap(), amount(cap));
            let room = worth.room(cap, ratio).unwrap();
            let with = |more: Amount| worth.plus(more, ratio).unwrap().at_most(cap);
            prop_assert_eq!(with(room), worth.at_most(cap));
            prop_assert!(!with(room.checked_add(amount(1)).unwrap()));
        }
    }
}
