//! [`Iban`]: the number of a bank account, with its check digits.

use std::fmt;
use std::str::FromStr;

/// The number of a bank account (ISO 13616). It stands in the host's table and in pay lists only.
#[derive(Clone, PartialEq, Eq)]
pub struct Iban(String);

/// Why a text is no IBAN. The text itself is not told: it may well be somebody's account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(clippy::exhaustive_enums)]
pub enum IbanError {
    /// Not two letters, two digits, and 11 to 30 letters and digits.
    #[error("an IBAN has two letters, two digits, and then 11 to 30 letters and digits")]
    Form,
    /// Its check digits do not fit: a figure is wrong or two stand the other way round.
    #[error("the check digits of the IBAN do not fit")]
    Check,
}

impl FromStr for Iban {
    type Err = IbanError;

    /// Reads an IBAN, with or without spaces.
    fn from_str(text: &str) -> Result<Self, IbanError> {
        let plain: String =
            text.chars().filter(|one| *one != ' ').map(|one| one.to_ascii_uppercase()).collect();
        let bytes = plain.as_bytes();
        let (country, rest) = bytes.split_at_checked(2).ok_or(IbanError::Form)?;
        let (check, account) = rest.split_at_checked(2).ok_or(IbanError::Form)?;
        let formed = country.iter().all(u8::is_ascii_uppercase)
            && check.iter().all(u8::is_ascii_digit)
            && (11..=30).contains(&account.len())
            && account.iter().all(|one| one.is_ascii_uppercase() || one.is_ascii_digit());
        if !formed {
            return Err(IbanError::Form);
        }
        // ISO 7064 MOD 97-10: the first four characters come last, letters are 10 to 35.
        let rest = account.iter().chain(country).chain(check).try_fold(0_u32, |rest, one| {
            let digit = char::from(*one).to_digit(36)?;
            let shift = if digit < 10 { 10 } else { 100 };
            rest.checked_mul(shift)?.checked_add(digit)?.checked_rem(97)
        });
        if rest == Some(1) { Ok(Self(plain)) } else { Err(IbanError::Check) }
    }
}

impl fmt::Display for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Iban {
    /// Without the account, so that no log carries it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Iban(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_are_checked() {
        // The examples of ISO 13616 for Belgium, the Netherlands and Germany.
        for iban in ["BE68 5390 0754 7034", "nl91abna0417164300", "DE89370400440532013000"] {
            assert!(iban.parse::<Iban>().is_ok(), "{iban}");
        }
        assert_eq!("BE68539007547035".parse::<Iban>(), Err(IbanError::Check));
        assert_eq!("BE86539007547034".parse::<Iban>(), Err(IbanError::Check));
        for text in ["", "BE", "BE68", "1234567890123456", "BE6853900754703é", "BE68-5390-0754-7034"] {
            assert_eq!(text.parse::<Iban>(), Err(IbanError::Form), "{text}");
        }
        assert_eq!(format!("{:?}", "BE68539007547034".parse::<Iban>().unwrap()), "Iban(..)");
    }
}
