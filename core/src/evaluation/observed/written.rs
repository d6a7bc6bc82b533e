//! [`Written`]: a figure as a list writes it, exact at the decimals it needs.

use super::Reason;
use crate::money::{Balance, MoneyError, Scale};

/// A figure and the decimals it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written {
    minor: i64,
    scale: Scale,
}

impl Written {
    pub(super) const ZERO: Self = Self { minor: 0, scale: Scale::WHOLE };

    /// Reads a figure, with `-` in front if it is below zero: at a scale, or at the smallest that holds all of it.
    pub(super) fn read(text: &str, scale: Option<Scale>) -> Result<Self, Reason> {
        Self::smallest(scale, Scale::MAX, |scale| Balance::parse(text, scale))
            .map_err(|error| Reason::of_money(text, &error))
    }

    /// Reads at a scale, or at the smallest up to another at which no digit is too fine.
    pub(super) fn smallest(
        given: Option<Scale>,
        most: Scale,
        read: impl Fn(Scale) -> Result<Balance, MoneyError>,
    ) -> Result<Self, MoneyError> {
        let of = |scale: Scale| Ok(Self { minor: read(scale)?.minor(), scale });
        let Some(scale) = given else {
            let scales = (0..most.digits()).map_while(|digits| Scale::new(digits).ok());
            let fits = |scale: &Scale| !matches!(of(*scale), Err(MoneyError::TooFine { .. }));
            return scales.into_iter().find(fits).map_or_else(|| of(most), of);
        };
        of(scale)
    }

    pub(super) fn of(balance: Balance, scale: Scale) -> Self {
        Self { minor: balance.minor(), scale }
    }

    pub(super) fn scale(self) -> Scale {
        self.scale
    }

    pub(super) fn is_negative(self) -> bool {
        self.minor < 0
    }

    pub(super) fn is_zero(self) -> bool {
        self.minor == 0
    }

    /// The same figure on the other side of zero.
    pub(super) fn opposite(self) -> Self {
        // A balance reaches as far below zero as above.
        Self { minor: self.minor.saturating_neg(), scale: self.scale }
    }

    /// The sum, at the decimals that both need; `None` if it does not fit.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let sum = self.at(scale).checked_add(other.at(scale))?;
        let minor = Balance::from_minor(i64::try_from(sum).ok()?).ok()?.minor();
        Some(Self { minor, scale })
    }

    /// The minor units at a scale that holds it.
    pub(super) fn at(self, scale: Scale) -> i128 {
        let more = scale.digits().saturating_sub(self.scale.digits());
        let one = Scale::new(more).map_or(1, Scale::one);
        i128::from(self.minor).saturating_mul(one.into())
    }

    pub(super) fn text(self) -> String {
        Balance::from_minor(self.minor)
            .map_or_else(|_| self.minor.to_string(), |figure| figure.text(self.scale).to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_keep_every_decimal() {
        let read = |text| Written::read(text, None).unwrap();
        assert_eq!(read("1.5").plus(read("-0.25")), Some(read("1.25")));
        assert_eq!(read("9007199254740991").plus(read("0.1")), None);
        assert_eq!(read("1.5").opposite(), read("-1.5"));
    }

    #[test]
    fn a_figure_needs_the_decimals_it_has() {
        let read = |text| Written::read(text, None).map(|found| (found.minor, found.scale.digits()));
        assert_eq!(read("25.00"), Ok((25, 0)));
        assert_eq!(read("7.50"), Ok((75, 1)));
        assert_eq!(read("-0.000001"), Ok((-1, 6)));
        assert_eq!(read("9007199254740991"), Ok((9_007_199_254_740_991, 0)));
        assert!(matches!(read("0.0000001"), Err(Reason::TooFine { decimals: 6, .. })));
        assert!(matches!(read("9007199254740992"), Err(Reason::TooLarge { decimals: 0, .. })));
        for text in ["1e3", "12,50", "NaN", "inf", "", "+5", "1 000", ".5", "5.", "٣", "None"] {
            assert!(matches!(read(text), Err(Reason::NotAFigure { .. })), "{text}");
        }
        let two = Scale::new(2).ok();
        assert!(matches!(Written::read("7.505", two), Err(Reason::TooFine { decimals: 2, .. })));
        assert_eq!(Written::read("7.5", two).unwrap().minor, 750);
        assert_eq!(Written::read("7.5", None).unwrap().at(Scale::MAX), 7_500_000);
    }
}
