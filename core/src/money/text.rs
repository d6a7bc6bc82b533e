//! Figures as text: digits 0-9, a point, a minus sign, and nothing that depends on a language.

use std::fmt;

use super::{Amount, Balance, MoneyError, Scale};

impl Amount {
    /// Reads a figure such as `7.5` or `12`.
    ///
    /// Zeros beyond the scale change nothing and are accepted: `25.00` is 25 at scale 0.
    ///
    /// # Errors
    /// [`MoneyError::NotAFigure`] for anything but digits with a point between them,
    /// [`MoneyError::TooFine`] for another digit than zero beyond the scale,
    /// [`MoneyError::TooLarge`] above [`Amount::MAX`], [`MoneyError::AmountRange`] below zero.
    ///
    /// ```
    /// use muntwerk::money::{Amount, Scale};
    /// let amount = Amount::parse("7.5", Scale::new(2)?)?;
    /// assert_eq!(amount.minor(), 750);
    /// assert_eq!(amount.text(Scale::new(2)?).to_string(), "7.50");
    /// # Ok::<(), muntwerk::money::MoneyError>(())
    /// ```
    pub fn parse(text: &str, scale: Scale) -> Result<Self, MoneyError> {
        read(text, scale).and_then(Self::from_minor)
    }

    /// The figure with exactly as many decimals as the scale: `7.50`.
    pub fn text(self, scale: Scale) -> impl fmt::Display {
        Figure { minor: self.minor(), scale }
    }
}

impl Balance {
    /// Reads a figure such as `7.5` or `-12`, as [`Amount::parse`] does. `-0` is refused.
    ///
    /// # Errors
    /// [`MoneyError::NotAFigure`], [`MoneyError::TooFine`] or [`MoneyError::TooLarge`].
    pub fn parse(text: &str, scale: Scale) -> Result<Self, MoneyError> {
        read(text, scale).and_then(Self::from_minor)
    }

    /// The figure with exactly as many decimals as the scale: `-7.50`.
    pub fn text(self, scale: Scale) -> impl fmt::Display {
        Figure { minor: self.minor(), scale }
    }
}

struct Figure {
    minor: i64,
    scale: Scale,
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minor = self.minor.unsigned_abs();
        let one = self.scale.one().unsigned_abs();
        let digits = match (minor.checked_div(one), minor.checked_rem(one)) {
            (Some(whole), Some(rest)) if one > 1 => {
                format!("{whole}.{rest:0width$}", width = usize::from(self.scale.digits()))
            }
            _ => minor.to_string(),
        };
        f.pad_integral(self.minor >= 0, "", &digits)
    }
}

/// The minor units of a figure, at most [`Amount::MAX`] from zero.
fn read(text: &str, scale: Scale) -> Result<i64, MoneyError> {
    let not_a_figure = || MoneyError::NotAFigure { text: shortened(text) };
    let too_large = || MoneyError::TooLarge { figure: shortened(text), scale };

    let (negative, figure) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, decimals) = match figure.split_once('.') {
        Some((whole, decimals)) if is_digits(decimals) => (whole, decimals),
        Some(_) => return Err(not_a_figure()),
        None => (figure, ""),
    };
    if !is_digits(whole) || (negative && figure.bytes().all(|byte| matches!(byte, b'0' | b'.'))) {
        return Err(not_a_figure());
    }
    let kept = usize::from(scale.digits());
    if decimals.bytes().skip(kept).any(|digit| digit != b'0') {
        return Err(MoneyError::TooFine { figure: shortened(text), scale });
    }

    let padded = decimals.bytes().chain(std::iter::repeat(b'0')).take(kept);
    let minor = whole
        .bytes()
        .chain(padded)
        .try_fold(0_i64, |minor, digit| {
            minor.checked_mul(10)?.checked_add(i64::from(digit.saturating_sub(b'0')))
        })
        .filter(|minor| *minor <= Amount::MAX.minor())
        .ok_or_else(too_large)?;
    Ok(if negative { minor.saturating_neg() } else { minor })
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The text as it goes into an error, which should stay one readable line whatever was sent.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 40;
    match text.char_indices().nth(LONGEST) {
        Some(_) => text.chars().take(LONGEST).chain(['…']).collect(),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn scale(digits: u8) -> Scale {
        Scale::new(digits).unwrap()
    }

    #[test]
    fn figures_are_read_exactly() {
        let read = |text, digits| Amount::parse(text, scale(digits)).map(Amount::minor);
        assert_eq!(read("25.00", 0), Ok(25));
        assert_eq!(read("25", 2), Ok(2_500));
        assert_eq!(read("7.5", 2), Ok(750));
        assert_eq!(read("0.000001", 6), Ok(1));
        assert_eq!(read("007.10", 1), Ok(71));
        assert_eq!(read("0.0", 2), Ok(0));
        assert_eq!(read("90071992547409.91", 2), Ok(Amount::MAX.minor()));
        assert_eq!(Balance::parse("-0.01", scale(2)).map(Balance::minor), Ok(-1));
        assert_eq!(Balance::parse("-90071992547409.91", scale(2)), Ok(Balance::MIN));
    }

    #[test]
    fn anything_else_is_refused() {
        let bad = [
            "", "-", ".", ".5", "5.", "-.5", "+5", " 5", "5 ", "5\n", "1,5", "1.2.3", "1e3", "0x1", "--1",
            "- 1", "1_000", "٣", "5.٣", "½", "-0", "-0.00", "−1", "NaN", "inf", "5.-1",
        ];
        for text in bad {
            let refused = Err(MoneyError::NotAFigure { text: text.to_owned() });
            assert_eq!(Balance::parse(text, scale(2)), refused, "{text}");
            assert!(Amount::parse(text, scale(2)).is_err(), "{text}");
        }
        assert_eq!(Amount::parse("-5", scale(2)), Err(MoneyError::AmountRange { minor: -500 }));
        for text in ["90071992547409.92", "100000000000000", "99999999999999999999999999999999"] {
            let refused = Err(MoneyError::TooLarge { figure: text.to_owned(), scale: scale(2) });
            assert_eq!(Amount::parse(text, scale(2)), refused);
        }
    }

    #[test]
    fn a_refusal_names_the_figure_and_the_scale() {
        let message = |text: &str| Amount::parse(text, scale(2)).unwrap_err().to_string();
        assert_eq!(message("7.505"), "7.505 has a digit beyond the 2 decimals that are kept");
        assert_eq!(message("100000000000000"), "100000000000000 does not fit: the most is 90071992547409.91");
        assert!(message(&"9".repeat(1_000)).len() < 100);
        assert!(message(&"é".repeat(1_000)).contains('…'));
    }

    #[test]
    fn printing_fills_up_and_aligns() {
        let text = |minor, digits| Balance::from_minor(minor).unwrap().text(scale(digits)).to_string();
        assert_eq!(text(750, 2), "7.50");
        assert_eq!(text(750, 0), "750");
        assert_eq!(text(-5, 2), "-0.05");
        assert_eq!(text(0, 6), "0.000000");
        assert_eq!(format!("{:>8}", Amount::from_minor(750).unwrap().text(scale(2))), "    7.50");
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back(
            minor in Balance::MIN.minor()..=Balance::MAX.minor(),
            small in -20_i64..=20,
            digits in 0_u8..=6,
        ) {
            for minor in [minor, small] {
                let balance = Balance::from_minor(minor).unwrap();
                let text = balance.text(scale(digits)).to_string();
                prop_assert_eq!(Balance::parse(&text, scale(digits)), Ok(balance));
                let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
                prop_assert_eq!(decimals, usize::from(digits));
                let amount = balance.magnitude();
                prop_assert_eq!(Amount::parse(&amount.text(scale(digits)).to_string(), scale(digits)), Ok(amount));
            }
        }

        #[test]
        fn no_text_is_read_as_something_it_does_not_say(text in "-?[0-9]{0,4}\\.?[0-9]{0,4}", digits in 0_u8..=6) {
            if let Ok(balance) = Balance::parse(&text, scale(digits)) {
                let decimal: rust_decimal::Decimal = text.parse().unwrap();
                prop_assert_eq!(decimal, balance.to_decimal(scale(digits)));
            }
        }
    }
}
