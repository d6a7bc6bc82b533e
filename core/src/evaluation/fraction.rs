//! [`Fraction`]: an exact quotient.

use super::EvaluationError;
use crate::money::greatest_common_divisor;

/// An exact quotient in lowest terms, below zero if the term above the line is. A reader who wants a decimal
/// divides; nothing is rounded before that.
///
/// ```
/// use muntwerk::evaluation::Fraction;
/// let mean = Fraction::new(90, 12)?.ok_or("no mean of nothing")?;
/// assert_eq!((mean.num(), mean.den()), (15, 2));
/// assert_eq!(mean.to_string(), "15/2");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Fraction {
    num: i128,
    den: i128,
}

impl Fraction {
    /// The quotient `num / den`; `None` if it has no value because `den` is zero.
    ///
    /// # Errors
    /// [`EvaluationError::TooLarge`] if a term is the lowest 128-bit number, which has no opposite.
    pub fn new(num: i128, den: i128) -> Result<Option<Self>, EvaluationError> {
        let size = |term: i128| term.checked_abs().ok_or(EvaluationError::TooLarge);
        let shared = greatest_common_divisor(size(num)?, size(den)?);
        let signed = if den < 0 { shared.checked_neg() } else { Some(shared) };
        let lowest = |term: i128| signed.and_then(|by| term.checked_div(by)).ok_or(EvaluationError::TooLarge);
        if den == 0 { Ok(None) } else { Ok(Some(Self { num: lowest(num)?, den: lowest(den)? })) }
    }

    /// A whole number.
    pub const fn whole(num: i128) -> Self {
        Self { num, den: 1 }
    }

    /// The term above the line, in lowest terms.
    pub const fn num(self) -> i128 {
        self.num
    }

    /// The term below the line, in lowest terms; always above zero.
    pub const fn den(self) -> i128 {
        self.den
    }
}

impl std::fmt::Display for Fraction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.den {
            1 => write!(f, "{}", self.num),
            den => write!(f, "{}/{den}", self.num),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotients_are_in_lowest_terms_and_of_nothing_there_is_none() {
        let terms = |num, den| Fraction::new(num, den).unwrap().map(|it| (it.num(), it.den()));
        assert_eq!(terms(6, 4), Some((3, 2)));
        assert_eq!(terms(-6, 4), Some((-3, 2)));
        assert_eq!(terms(6, -4), Some((-3, 2)));
        assert_eq!(terms(0, 7), Some((0, 1)));
        assert_eq!(terms(7, 0), None);
        assert_eq!(terms(0, 0), None);
        assert_eq!(Fraction::new(i128::MIN, 3), Err(EvaluationError::TooLarge));
        assert_eq!(Fraction::whole(-3).to_string(), "-3");
    }
}
