//! [`Amount`]: how much, never below zero.

use serde::{Deserialize, Serialize};

use super::MoneyError;

/// The largest whole number that every JSON reader keeps exactly, 2^53 - 1.
const MOST: i64 = 9_007_199_254_740_991;

/// A number of minor units (cents, or minutes for hours) from 0 to 2^53 - 1.
///
/// The bound is that of exact integers in JSON, so no reader of an export ever sees another figure.
/// There are no operators: every sum says what happens if it does not fit.
///
/// ```
/// use muntwerk::money::Amount;
/// let price = Amount::from_minor(750)?;
/// assert_eq!(price.checked_add(price), Amount::from_minor(1_500).ok());
/// assert_eq!(Amount::ZERO.checked_sub(price), None);
/// # Ok::<(), muntwerk::money::MoneyError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Amount(i64);

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The most there can be: 2^53 - 1 minor units.
    pub const MAX: Self = Self(MOST);

    /// An amount of so many minor units.
    ///
    /// # Errors
    /// [`MoneyError::AmountRange`] if it is below zero or above [`Amount::MAX`].
    pub const fn from_minor(minor: i64) -> Result<Self, MoneyError> {
        if minor >= 0 && minor <= MOST { Ok(Self(minor)) } else { Err(MoneyError::AmountRange { minor }) }
    }

    /// The number of minor units.
    pub const fn minor(self) -> i64 {
        self.0
    }

    /// Whether this is nothing.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The sum; `None` above [`Amount::MAX`].
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).and_then(|minor| Self::from_minor(minor).ok())
    }

    /// What is left; `None` if `other` is the larger.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).and_then(|minor| Self::from_minor(minor).ok())
    }

    /// The smaller of the two.
    #[must_use]
    pub const fn min(self, other: Self) -> Self {
        if other.0 < self.0 { other } else { self }
    }
}

impl TryFrom<i64> for Amount {
    type Error = MoneyError;
    fn try_from(minor: i64) -> Result<Self, MoneyError> {
        Self::from_minor(minor)
    }
}

impl From<Amount> for i64 {
    fn from(amount: Amount) -> Self {
        amount.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bounds_hold_for_every_way_in() {
        assert_eq!(MOST, (1 << 53) - 1);
        assert_eq!(Amount::from_minor(-1), Err(MoneyError::AmountRange { minor: -1 }));
        assert_eq!(Amount::from_minor(MOST), Ok(Amount::MAX));
        assert!(Amount::from_minor(MOST + 1).is_err());
        let one = Amount::from_minor(1).unwrap();
        assert_eq!(Amount::MAX.checked_add(one), None);
        assert_eq!(Amount::ZERO.checked_sub(one), None);
        assert_eq!(one.checked_sub(one), Some(Amount::ZERO));
        assert_eq!((one.min(Amount::MAX), Amount::MAX.min(one)), (one, one));
    }

    #[test]
    fn stored_amounts_are_whole_and_in_range() {
        assert_eq!(serde_json::to_string(&Amount::MAX).unwrap(), "9007199254740991");
        assert_eq!(serde_json::from_str::<Amount>("750").unwrap(), Amount(750));
        let refused =
            ["-1", "1.0", "1e3", "\"1\"", "null", "9007199254740992", "9223372036854775808", "1.5", "-0.0"];
        for bad in refused {
            assert!(serde_json::from_str::<Amount>(bad).is_err(), "{bad}");
        }
        assert!(postcard::from_bytes::<Amount>(&postcard::to_allocvec(&-1_i64).unwrap()).is_err());
        let bytes = postcard::to_allocvec(&Amount::MAX).unwrap();
        assert_eq!(postcard::from_bytes::<Amount>(&bytes).unwrap(), Amount::MAX);
    }
}
