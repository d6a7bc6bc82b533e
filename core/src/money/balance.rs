//! [`Balance`]: what an account stands at, on either side of zero.

use serde::{Deserialize, Serialize};

use super::{Amount, MoneyError};

/// A number of minor units at most [`Amount::MAX`] from zero, on either side.
///
/// ```
/// use muntwerk::money::{Amount, Balance};
/// let fee = Amount::from_minor(250)?;
/// let owing = Balance::ZERO.minus(fee).unwrap();
/// assert!(owing.is_negative());
/// assert_eq!(owing.magnitude(), fee);
/// assert_eq!(owing.as_amount(), None);
/// # Ok::<(), muntwerk::money::MoneyError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Balance(i64);

impl Balance {
    /// Neither side owes.
    pub const ZERO: Self = Self(0);
    /// The most there can be.
    pub const MAX: Self = Self(Amount::MAX.minor());
    /// As far below zero as [`Balance::MAX`] is above.
    pub const MIN: Self = Self(Amount::MAX.minor().saturating_neg());

    /// A balance of so many minor units.
    ///
    /// # Errors
    /// [`MoneyError::BalanceRange`] if it is more than [`Amount::MAX`] from zero.
    pub const fn from_minor(minor: i64) -> Result<Self, MoneyError> {
        if Self::MIN.0 <= minor && minor <= Self::MAX.0 {
            Ok(Self(minor))
        } else {
            Err(MoneyError::BalanceRange { minor })
        }
    }

    /// The number of minor units, below zero if the holder owes.
    pub const fn minor(self) -> i64 {
        self.0
    }

    /// Whether this is exactly zero.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether this is below zero.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The balance after `amount` came in; `None` beyond [`Balance::MAX`].
    pub fn plus(self, amount: Amount) -> Option<Self> {
        self.checked_add(amount.into())
    }

    /// The balance after `amount` went out; `None` beyond [`Balance::MIN`].
    pub fn minus(self, amount: Amount) -> Option<Self> {
        self.checked_sub(amount.into())
    }

    /// The sum; `None` beyond the bounds.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).and_then(|minor| Self::from_minor(minor).ok())
    }

    /// The difference; `None` beyond the bounds.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).and_then(|minor| Self::from_minor(minor).ok())
    }

    /// The same distance on the other side of zero. The bounds are symmetric, so there always is one.
    pub fn checked_neg(self) -> Option<Self> {
        self.0.checked_neg().map(Self)
    }

    /// How far from zero.
    pub fn magnitude(self) -> Amount {
        // Within the bounds of an amount because the bounds of a balance are the same on both sides.
        Amount::from_minor(self.0.saturating_abs()).unwrap_or(Amount::MAX)
    }

    /// The same as an amount; `None` below zero.
    pub fn as_amount(self) -> Option<Amount> {
        Amount::from_minor(self.0).ok()
    }
}

impl From<Amount> for Balance {
    fn from(amount: Amount) -> Self {
        Self(amount.minor())
    }
}

impl TryFrom<i64> for Balance {
    type Error = MoneyError;
    fn try_from(minor: i64) -> Result<Self, MoneyError> {
        Self::from_minor(minor)
    }
}

impl From<Balance> for i64 {
    fn from(balance: Balance) -> Self {
        balance.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bounds_are_symmetric() {
        let one = Amount::from_minor(1).unwrap();
        assert_eq!(Balance::MAX.plus(one), None);
        assert_eq!(Balance::MIN.minus(one), None);
        assert_eq!(Balance::MAX.checked_neg(), Some(Balance::MIN));
        assert_eq!(Balance::MIN.checked_neg(), Some(Balance::MAX));
        assert_eq!(Balance::MIN.magnitude(), Amount::MAX);
        assert_eq!(Balance::MIN.checked_add(Balance::MAX), Some(Balance::ZERO));
        assert_eq!(Balance::from_minor(i64::MIN), Err(MoneyError::BalanceRange { minor: i64::MIN }));
        assert_eq!(Balance::from(Amount::MAX).as_amount(), Some(Amount::MAX));
        assert_eq!(Balance::ZERO.as_amount(), Some(Amount::ZERO));
    }

    #[test]
    fn stored_balances_are_whole_and_in_range() {
        assert_eq!(serde_json::to_string(&Balance::MIN).unwrap(), "-9007199254740991");
        assert_eq!(serde_json::from_str::<Balance>("-750").unwrap(), Balance(-750));
        for bad in ["-1.0", "1e3", "\"1\"", "9007199254740992", "-9007199254740992"] {
            assert!(serde_json::from_str::<Balance>(bad).is_err(), "{bad}");
        }
        let bytes = postcard::to_allocvec(&Balance::MIN).unwrap();
        assert_eq!(postcard::from_bytes::<Balance>(&bytes).unwrap(), Balance::MIN);
    }
}
