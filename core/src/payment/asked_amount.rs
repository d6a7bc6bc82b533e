//! [`AskedAmount`]: how much is asked, before it is known what the figure means.

use std::fmt;

use crate::design::Design;
use crate::money::{Amount, MoneyError, Scale};

use super::{Part, PaymentRequestError, Reason, UnitCode};

/// How much is asked: a unit and a figure above zero, as `RABOTEXAMPL:25`.
///
/// Kept without needless zeros, so that `25.00` and `25` are equal. How many minor units it is depends on the
/// design: [`PaymentRequest::resolve`](super::PaymentRequest::resolve).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct AskedAmount {
    unit: UnitCode,
    /// The digits of the figure as one number; the last is not zero, unless there are no decimals.
    digits: Amount,
    /// How many of them are behind the point.
    decimals: Scale,
}

impl AskedAmount {
    /// An amount of minor units under a design.
    ///
    /// # Errors
    /// [`Reason::NotAboveZero`] for nothing.
    pub fn new(amount: Amount, design: &Design) -> Result<Self, PaymentRequestError> {
        let scale = design.unit().scale;
        Self::of_figure(UnitCode::of(design.currency()), &amount.text(scale).to_string())
            .map_err(|reason| reason.about(Part::Amount))
    }

    /// The unit.
    pub fn unit(&self) -> UnitCode {
        self.unit
    }

    /// The figure, without needless zeros: `7.5`.
    pub fn figure(&self) -> impl fmt::Display {
        self.digits.text(self.decimals)
    }

    /// Reads `RABOTEXAMPL:25`.
    pub(super) fn read(text: &str) -> Result<Self, Reason> {
        let (unit, figure) = text.split_once(':').ok_or_else(|| Reason::Unit { found: text.to_owned() })?;
        Self::of_figure(UnitCode::read(unit)?, figure)
    }

    fn of_figure(unit: UnitCode, figure: &str) -> Result<Self, Reason> {
        let needed = without_zeros(figure);
        let decimals = needed.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        // With more decimals than any unit keeps it is read as too fine.
        let decimals = u8::try_from(decimals).ok().and_then(|decimals| Scale::new(decimals).ok());
        let decimals = decimals.unwrap_or(Scale::MAX);
        match Amount::parse(needed, decimals) {
            Ok(Amount::ZERO) | Err(MoneyError::AmountRange { .. }) => {
                Err(Reason::NotAboveZero { figure: needed.to_owned() })
            }
            Ok(digits) => Ok(Self { unit, digits, decimals }),
            Err(error) => Err(Reason::Money(error)),
        }
    }

    /// The minor units under a design.
    pub(super) fn under(&self, design: &Design) -> Result<Amount, Reason> {
        let here = UnitCode::of(design.currency());
        if self.unit != here {
            return Err(Reason::OtherUnit { asked: self.unit, here });
        }
        Amount::parse(&self.figure().to_string(), design.unit().scale).map_err(Reason::Money)
    }
}

impl fmt::Display for AskedAmount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.unit, self.figure())
    }
}

/// The figure without zeros at the end of its decimals, if it has decimals.
fn without_zeros(figure: &str) -> &str {
    match figure.split_once('.') {
        Some((whole, decimals)) if !decimals.is_empty() && decimals.bytes().all(|digit| digit == b'0') => {
            whole
        }
        Some((_, decimals)) if !decimals.is_empty() => figure.trim_end_matches('0'),
        _ => figure,
    }
}
