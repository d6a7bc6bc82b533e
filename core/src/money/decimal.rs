//! Exact conversion between minor units and decimals, for whoever speaks decimals.

use rust_decimal::Decimal;

use super::{Amount, Balance, MoneyError, Scale};

impl Amount {
    /// The amount as a decimal with as many decimals as the scale.
    pub fn to_decimal(self, scale: Scale) -> Decimal {
        Decimal::new(self.minor(), u32::from(scale.digits()))
    }

    /// The amount that a decimal says, exactly. Minus zero is zero.
    ///
    /// # Errors
    /// [`MoneyError::TooFine`] if a digit beyond the scale is not zero, [`MoneyError::TooLarge`] above
    /// [`Amount::MAX`], [`MoneyError::AmountRange`] below zero.
    ///
    /// ```
    /// use muntwerk::money::{Amount, Scale};
    /// use rust_decimal::Decimal;
    /// assert_eq!(Amount::from_decimal(Decimal::new(2_500, 2), Scale::new(0)?)?.minor(), 25);
    /// assert!(Amount::from_decimal(Decimal::new(2_505, 2), Scale::new(1)?).is_err());
    /// # Ok::<(), muntwerk::money::MoneyError>(())
    /// ```
    pub fn from_decimal(decimal: Decimal, scale: Scale) -> Result<Self, MoneyError> {
        minor_units(decimal, scale).and_then(Self::from_minor)
    }
}

impl Balance {
    /// The balance as a decimal with as many decimals as the scale.
    pub fn to_decimal(self, scale: Scale) -> Decimal {
        Decimal::new(self.minor(), u32::from(scale.digits()))
    }

    /// The balance that a decimal says, exactly. Minus zero is zero.
    ///
    /// # Errors
    /// [`MoneyError::TooFine`] if a digit beyond the scale is not zero, [`MoneyError::TooLarge`] if it is
    /// more than [`Amount::MAX`] from zero.
    pub fn from_decimal(decimal: Decimal, scale: Scale) -> Result<Self, MoneyError> {
        minor_units(decimal, scale).and_then(Self::from_minor)
    }
}

/// The minor units of a decimal, at most [`Amount::MAX`] from zero.
fn minor_units(decimal: Decimal, scale: Scale) -> Result<i64, MoneyError> {
    // Zeros at the end say nothing, and a zero has no sign.
    let plain = decimal.normalize();
    let missing = u32::from(scale.digits())
        .checked_sub(plain.scale())
        .ok_or_else(|| MoneyError::TooFine { figure: decimal.to_string(), scale })?;
    10_i128
        .checked_pow(missing)
        .and_then(|power| plain.mantissa().checked_mul(power))
        .and_then(|minor| i64::try_from(minor).ok())
        .filter(|minor| minor.unsigned_abs() <= Amount::MAX.minor().unsigned_abs())
        .ok_or_else(|| MoneyError::TooLarge { figure: decimal.to_string(), scale })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn scale(digits: u8) -> Scale {
        Scale::new(digits).unwrap()
    }

    #[test]
    fn only_what_is_exact_and_in_range_is_taken() {
        let take = |text: &str, digits| Balance::from_decimal(text.parse().unwrap(), scale(digits));
        let minor = |minor| Ok(Balance::from_minor(minor).unwrap());
        assert_eq!(take("7.5", 2), minor(750));
        assert_eq!(take("7.5000000000000000000000000000", 1), minor(75));
        assert_eq!(take("-0.00", 2), minor(0));
        assert_eq!(take("0.0000000000000000000000000000", 0), minor(0));
        assert_eq!(take("-90071992547409.91", 2), Ok(Balance::MIN));
        assert_eq!(
            take("-7.505", 2),
            Err(MoneyError::TooFine { figure: "-7.505".to_owned(), scale: scale(2) })
        );
        assert!(matches!(take("0.0000000000000000000000000001", 6), Err(MoneyError::TooFine { .. })));
        for digits in 0..=6 {
            for most in [Decimal::MAX, Decimal::MIN] {
                let refused = Balance::from_decimal(most, scale(digits));
                assert!(matches!(refused, Err(MoneyError::TooLarge { .. })));
            }
        }
        let minus_zero = -Decimal::ZERO;
        assert_eq!(Amount::from_decimal(minus_zero, scale(2)), Ok(Amount::ZERO));
        let below_zero = Amount::from_decimal(Decimal::NEGATIVE_ONE, scale(2));
        assert_eq!(below_zero, Err(MoneyError::AmountRange { minor: -100 }));
    }

    proptest! {
        #[test]
        fn decimals_lead_back(minor in Balance::MIN.minor()..=Balance::MAX.minor(), digits in 0_u8..=6) {
            let balance = Balance::from_minor(minor).unwrap();
            let decimal = balance.to_decimal(scale(digits));
            prop_assert_eq!(decimal.to_string(), balance.text(scale(digits)).to_string());
            prop_assert_eq!(Balance::from_decimal(decimal, scale(digits)), Ok(balance));
        }
    }
}
