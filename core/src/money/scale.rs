//! [`Scale`]: how many decimals a currency keeps.

use serde::{Deserialize, Serialize};

use super::MoneyError;

/// The number of decimals of a currency, 0 to 6: one unit is 10^digits minor units.
///
/// ```
/// use muntwerk::money::Scale;
/// assert_eq!(Scale::new(2)?.one(), 100);
/// assert!(Scale::new(7).is_err());
/// # Ok::<(), muntwerk::money::MoneyError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Scale(u8);

impl Scale {
    /// No decimals.
    pub(crate) const WHOLE: Self = Self(0);
    /// The most decimals: 6.
    pub const MAX: Self = Self(6);

    /// A scale of so many decimals.
    ///
    /// # Errors
    /// [`MoneyError::Scale`] above 6.
    pub const fn new(digits: u8) -> Result<Self, MoneyError> {
        if digits <= Self::MAX.0 { Ok(Self(digits)) } else { Err(MoneyError::Scale { digits }) }
    }

    /// The number of decimals.
    pub const fn digits(self) -> u8 {
        self.0
    }

    /// How many minor units make one unit: 10^digits.
    pub const fn one(self) -> i64 {
        match self.0 {
            0 => 1,
            1 => 10,
            2 => 100,
            3 => 1_000,
            4 => 10_000,
            5 => 100_000,
            _ => 1_000_000,
        }
    }
}

impl TryFrom<u8> for Scale {
    type Error = MoneyError;
    fn try_from(digits: u8) -> Result<Self, MoneyError> {
        Self::new(digits)
    }
}

impl From<Scale> for u8 {
    fn from(scale: Scale) -> Self {
        scale.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_a_power_of_ten() {
        for digits in 0..=6 {
            assert_eq!(Scale::new(digits).unwrap().one(), 10_i64.pow(digits.into()));
        }
        assert_eq!(Scale::new(7), Err(MoneyError::Scale { digits: 7 }));
        assert!(serde_json::from_str::<Scale>("7").is_err());
        assert_eq!(serde_json::from_str::<Scale>("6").unwrap(), Scale::MAX);
    }
}
