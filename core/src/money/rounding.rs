//! [`Rounding`]: which way a fraction goes.

use serde::{Deserialize, Serialize};

use super::MoneyError;

/// Which way a fraction goes. Everything rounded here is zero or more, so up is away from zero.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// Any fraction counts as a whole.
    Up,
    /// A fraction does not count.
    Down,
    /// To the nearest; a half goes up.
    HalfUp,
    /// To the nearest; a half goes to the even neighbour.
    HalfEven,
}

impl Rounding {
    /// `num / den`, rounded; `None` unless `num` is zero or more and `den` above zero.
    ///
    /// ```
    /// use muntwerk::money::Rounding;
    /// assert_eq!(Rounding::HalfUp.divide(5, 2), Some(3));
    /// assert_eq!(Rounding::HalfEven.divide(5, 2), Some(2));
    /// ```
    pub fn divide(self, num: i128, den: i128) -> Option<i128> {
        if num < 0 || den <= 0 {
            return None;
        }
        let quotient = num.checked_div(den)?;
        let rest = num.checked_rem(den)?;
        // Compared with what is missing to the next whole, because twice the rest may not fit.
        let missing = den.checked_sub(rest)?;
        let up = match self {
            Self::Up => rest > 0,
            Self::Down => false,
            Self::HalfUp => rest >= missing,
            Self::HalfEven => rest > missing || (rest == missing && quotient & 1 == 1),
        };
        if up { quotient.checked_add(1) } else { Some(quotient) }
    }

    /// `value` rounded to a multiple of `step`, both in the same unit.
    ///
    /// # Errors
    /// [`MoneyError::Step`] if `value` is below zero, `step` is not above zero, or the multiple does not
    /// fit.
    ///
    /// ```
    /// use muntwerk::money::Rounding;
    /// assert_eq!(Rounding::Up.to_step(52, 15), Ok(60));
    /// ```
    pub fn to_step(self, value: i64, step: i64) -> Result<i64, MoneyError> {
        self.divide(value.into(), step.into())
            .and_then(|steps| steps.checked_mul(step.into()))
            .and_then(|multiple| i64::try_from(multiple).ok())
            .ok_or(MoneyError::Step { value, step })
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "the figures of the tests are small")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn started_quarters_of_an_hour_count_v6() {
        for (minutes, counted) in [(0, 0), (1, 15), (15, 15), (52, 60), (60, 60), (61, 75), (70, 75)] {
            assert_eq!(Rounding::Up.to_step(minutes, 15), Ok(counted), "{minutes}");
        }
    }

    #[test]
    fn each_rounding_goes_its_own_way() {
        let quarters = [(4, [1, 1, 1, 1]), (5, [2, 1, 1, 1]), (6, [2, 1, 2, 2]), (7, [2, 1, 2, 2])];
        let more = [(8, [2, 2, 2, 2]), (9, [3, 2, 2, 2]), (10, [3, 2, 3, 2]), (11, [3, 2, 3, 3])];
        for (num, expected) in quarters.into_iter().chain(more) {
            let all = [Rounding::Up, Rounding::Down, Rounding::HalfUp, Rounding::HalfEven];
            assert_eq!(all.map(|rounding| rounding.divide(num, 4)), expected.map(Some), "{num}/4");
        }
    }

    #[test]
    fn extremes_neither_wrap_nor_divide_by_zero() {
        for rounding in [Rounding::Up, Rounding::Down, Rounding::HalfUp, Rounding::HalfEven] {
            assert_eq!(rounding.divide(i128::MAX, 1), Some(i128::MAX));
            assert_eq!(rounding.divide(i128::MAX, i128::MAX), Some(1));
            for (num, den) in [(-1, 1), (1, 0), (1, -1), (i128::MIN, -1)] {
                assert_eq!(rounding.divide(num, den), None);
            }
            for (value, step) in [(-1, 15), (1, 0), (1, -15)] {
                assert_eq!(rounding.to_step(value, step), Err(MoneyError::Step { value, step }));
            }
        }
        assert!(Rounding::Up.to_step(i64::MAX, i64::MAX - 1).is_err());
    }

    #[test]
    fn names_are_snake_case() {
        assert_eq!(serde_json::to_string(&Rounding::HalfEven).unwrap(), "\"half_even\"");
    }

    proptest! {
        #[test]
        fn rounded_is_less_than_one_step_away(value in 0_i64..1_000_000, step in 1_i64..1_000) {
            let [up, down, half_up, half_even] =
                [Rounding::Up, Rounding::Down, Rounding::HalfUp, Rounding::HalfEven]
                    .map(|rounding| rounding.to_step(value, step).unwrap());
            prop_assert!(down <= value && value <= up && up - down < step + 1);
            for nearest in [half_up, half_even] {
                prop_assert!((nearest - value).abs() * 2 <= step);
                prop_assert_eq!(nearest % step, 0);
            }
        }
    }
}
