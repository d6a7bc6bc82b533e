//! [`EuroRate`]: what so many minor units are paid with in euro.

use serde::{Deserialize, Serialize};

use super::{Amount, MoneyError, Ratio, Rounded, Rounding};

/// So many euro cents for so many minor units, in lowest terms, both above zero.
///
/// ```
/// use muntwerk::money::{Amount, EuroRate, Rounding};
/// // 10 units for 1.00 euro.
/// let rate = EuroRate::new(100, 10)?;
/// assert_eq!((rate.cents(), rate.units()), (10, 1));
/// assert_eq!(rate.worth(Amount::from_minor(75)?, Rounding::HalfUp)?.amount.minor(), 750);
/// # Ok::<(), muntwerk::money::MoneyError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct EuroRate {
    cents: i64,
    units: i64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    cents: i64,
    units: i64,
}

impl TryFrom<Written> for EuroRate {
    type Error = MoneyError;
    fn try_from(written: Written) -> Result<Self, MoneyError> {
        Self::new(written.cents, written.units)
    }
}

impl From<EuroRate> for Written {
    fn from(rate: EuroRate) -> Self {
        Self { cents: rate.cents, units: rate.units }
    }
}

impl From<Ratio> for EuroRate {
    /// The rate of so many cents per minor unit.
    fn from(ratio: Ratio) -> Self {
        Self { cents: ratio.num(), units: ratio.den() }
    }
}

impl EuroRate {
    /// So many cents for so many minor units.
    ///
    /// # Errors
    /// [`MoneyError::Ratio`] if either is not above zero or too large.
    pub fn new(cents: i64, units: i64) -> Result<Self, MoneyError> {
        Ratio::new(cents, units).map(Self::from)
    }

    /// The cents, in lowest terms.
    pub const fn cents(self) -> i64 {
        self.cents
    }

    /// The minor units they are for, in lowest terms.
    pub const fn units(self) -> i64 {
        self.units
    }

    /// Cents per minor unit.
    ///
    /// # Errors
    /// None that can happen: a rate is a ratio.
    pub fn ratio(self) -> Result<Ratio, MoneyError> {
        Ratio::new(self.cents, self.units)
    }

    /// What units are worth, in cents, and what rounding left.
    ///
    /// # Errors
    /// [`MoneyError::Product`] if it is more than fits.
    pub fn worth(self, units: Amount, rounding: Rounding) -> Result<Rounded, MoneyError> {
        self.ratio()?.apply(units, rounding)
    }
}
