//! Reading the values of one row, and gathering everything wrong with them.

use std::str::FromStr;

use super::error::shortened;
use super::terms::terms;
use super::{Column, LineError, LineReason, Row, What};
use crate::calendar::{Day, Instant};
use crate::design::Design;
use crate::id::{Code, Id};
use crate::money::{Amount, Balance, Scale};
use crate::office::Notes;
use crate::people::SettlementTerms;

/// The values of one row. A value that cannot be read is noted and given as `None`, so that a line
/// shows all its errors at once.
pub(super) struct Cells<'r> {
    row: &'r Row<'r>,
    scale: Scale,
    errors: Vec<LineError>,
}

/// What stands in the column `measured`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measured {
    /// `2:30`.
    Minutes(u32),
    /// `3`.
    Number(u32),
}

impl<'r> Cells<'r> {
    pub(super) fn new(row: &'r Row<'r>, scale: Scale) -> Self {
        Self { row, scale, errors: Vec::new() }
    }

    pub(super) fn into_errors(self) -> Vec<LineError> {
        self.errors
    }

    pub(super) fn wrong(&mut self, column: Column, reason: impl Into<LineReason>) {
        self.errors.push(LineError::at(self.row.line(), column, reason.into()));
    }

    pub(super) fn filled(&self, column: Column) -> bool {
        !self.row.get(column).is_empty()
    }

    /// The columns that the kind needs are filled, and those it has no use for are not.
    pub(super) fn check_columns(&mut self, what: Option<What>) {
        for column in Column::ALL {
            match what {
                _ if Column::NEEDED.contains(&column) && !self.filled(column) => {
                    self.wrong(column, LineReason::Empty);
                }
                Some(what) if what.needs().contains(&column) && !self.filled(column) => {
                    self.wrong(column, LineReason::Needed { what });
                }
                Some(what) if !what.uses(column) && self.filled(column) => {
                    self.wrong(column, LineReason::NoUse { what });
                }
                _ => {}
            }
        }
    }

    /// Reads a filled column; an empty one is `None`, and no error here.
    fn read<T>(&mut self, column: Column, read: impl FnOnce(&str) -> Result<T, LineReason>) -> Option<T> {
        let row = self.row;
        let text = Some(row.get(column)).filter(|text| !text.is_empty())?;
        read(text).map_err(|reason| self.wrong(column, reason)).ok()
    }

    /// An id, a code, an action: whatever says itself why a text is not one.
    pub(super) fn parse<T: FromStr>(&mut self, column: Column) -> Option<T>
    where
        LineReason: From<T::Err>,
    {
        self.read(column, |text| Ok(text.parse()?))
    }

    /// Several of them, with spaces between.
    pub(super) fn list<T: FromStr, L: FromIterator<T>>(&mut self, column: Column) -> Option<L>
    where
        LineReason: From<T::Err>,
    {
        self.read(column, |text| {
            Ok(text.split_whitespace().map(str::parse).collect::<Result<L, T::Err>>()?)
        })
    }

    /// Several words out of a few.
    pub(super) fn words<T: Copy>(&mut self, column: Column, known: &[(&str, T)]) -> Option<Vec<T>> {
        self.read(column, |text| text.split_whitespace().map(|word| word_of(word, known)).collect())
    }

    /// One word out of a few.
    pub(super) fn word<T: Copy>(&mut self, column: Column, known: &[(&str, T)]) -> Option<T> {
        self.read(column, |text| word_of(text, known))
    }

    pub(super) fn id(&mut self, column: Column) -> Option<Id> {
        self.parse(column)
    }

    pub(super) fn code(&mut self, column: Column) -> Option<Code> {
        self.parse(column)
    }

    pub(super) fn day(&mut self, column: Column) -> Option<Day> {
        self.parse(column)
    }

    pub(super) fn what(&mut self) -> Option<What> {
        let found = |text: &str| LineReason::What { found: shortened(text) };
        self.read(Column::What, |text| What::named(text).ok_or_else(|| found(text)))
    }

    pub(super) fn amount(&mut self, column: Column) -> Option<Amount> {
        let scale = self.scale;
        self.read(column, |text| amount(text, scale))
    }

    /// An amount, with `-` before what lies below zero.
    pub(super) fn balance(&mut self, column: Column) -> Option<Balance> {
        let scale = self.scale;
        self.read(column, |text| balance(text, scale))
    }

    /// A design that was handed in with the day book, by its name.
    pub(super) fn design(&mut self, column: Column) -> Option<Design> {
        let name: Code = self.code(column)?;
        let found = self.row.amendment(&name).cloned();
        if found.is_none() {
            self.wrong(column, LineReason::NoAmendment { name });
        }
        found
    }

    /// An amount of another scale than the unit's.
    pub(super) fn amount_at(&mut self, column: Column, scale: Scale) -> Option<Amount> {
        self.read(column, |text| amount(text, scale))
    }

    /// Pieces by face, with spaces between: `3x5 1x10` is three notes of 5 and one of 10.
    pub(super) fn notes(&mut self, column: Column) -> Option<Notes> {
        let scale = self.scale;
        self.read(column, |text| notes(text, scale))
    }

    /// The same for so many series, with `|` between them; none of any if the column is empty.
    pub(super) fn notes_of_each(&mut self, column: Column, series: usize) -> Option<Vec<Notes>> {
        if !self.filled(column) {
            return Some(vec![Notes::default(); series]);
        }
        let scale = self.scale;
        self.read(column, |text| {
            let parts: Vec<&str> = text.split('|').collect();
            if parts.len() != series {
                return Err(LineReason::PerSeries { found: parts.len(), series });
            }
            parts.into_iter().map(|part| notes(part, scale)).collect()
        })
    }

    /// How a partner is paid, where it is not as the design says.
    pub(super) fn terms(&mut self) -> Option<SettlementTerms> {
        let scale = self.scale;
        self.read(Column::Terms, |text| terms(text, scale))
    }

    pub(super) fn measured(&mut self) -> Option<Measured> {
        self.read(Column::Measured, |text| {
            if text.contains(':') {
                minutes(text).map(Measured::Minutes)
            } else {
                number(text).map(Measured::Number)
            }
        })
    }

    pub(super) fn number(&mut self, column: Column) -> Option<u32> {
        self.read(column, number)
    }

    /// How many come, or with a `-` in front how many go.
    pub(super) fn more_or_fewer(&mut self, column: Column) -> Option<i32> {
        self.read(column, more_or_fewer)
    }

    pub(super) fn minutes(&mut self, column: Column) -> Option<u32> {
        self.read(column, minutes)
    }

    /// The day with the time on it, taken as UTC: evidence, which nothing is decided by.
    pub(super) fn instant(&mut self, day: Option<Day>) -> Option<Instant> {
        let minutes = if self.filled(Column::Time) { self.read(Column::Time, time)? } else { 0 };
        let minutes = i64::from(day?.since_epoch()).saturating_mul(24 * 60).saturating_add(minutes.into());
        Some(Instant::new(minutes.saturating_mul(60_000)))
    }
}

pub(super) fn word_of<T: Copy>(word: &str, known: &[(&str, T)]) -> Result<T, LineReason> {
    let found = known.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
    found.ok_or_else(|| {
        let known: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        LineReason::Word { found: shortened(word), known: known.join(", ") }
    })
}

/// A decimal figure with `.` or `,`. Thousands are never marked: `1.250` is 1250 to one reader and
/// 1,25 to the next, so three decimals are refused unless the unit keeps so many.
pub(crate) fn amount(text: &str, scale: Scale) -> Result<Amount, LineReason> {
    let is_sign = |character: char| matches!(character, '.' | ',');
    let signs = text.chars().filter(|character| is_sign(*character)).count();
    let decimals = text.rsplit_once(is_sign).map_or(0, |(_, decimals)| decimals.len());
    if signs > 1 || decimals > usize::from(scale.digits().max(2)) {
        return Err(LineReason::Thousands { found: shortened(text) });
    }
    Ok(Amount::parse(&text.replace(',', "."), scale)?)
}

/// A balance: an amount, with `-` before a debt.
pub(super) fn balance(text: &str, scale: Scale) -> Result<Balance, LineReason> {
    match text.strip_prefix('-') {
        None => Ok(Balance::from(amount(text, scale)?)),
        Some(debt) => {
            let debt: Amount = amount(debt, scale)?;
            // Every amount has its negative: amounts end where balances do.
            Ok(Balance::from(debt).checked_neg().unwrap_or(Balance::ZERO))
        }
    }
}

fn notes(text: &str, scale: Scale) -> Result<Notes, LineReason> {
    let piece = |word: &str| {
        let bad = || LineReason::Pieces { found: shortened(word) };
        let (count, face) = word.split_once('x').ok_or_else(bad)?;
        let count: u32 = count.parse().map_err(|_| bad())?;
        Ok((amount(face, scale)?, count))
    };
    let pieces = text.split_whitespace().map(piece).collect::<Result<Vec<_>, LineReason>>()?;
    Notes::new(pieces).map_err(|error| LineReason::Notes { why: error.to_string() })
}

fn number(text: &str) -> Result<u32, LineReason> {
    let wrong = || LineReason::Number { found: shortened(text) };
    digits(text).ok_or_else(wrong)
}

fn more_or_fewer(text: &str) -> Result<i32, LineReason> {
    let wrong = || LineReason::Number { found: shortened(text) };
    let (count, sign) = text.strip_prefix('-').map_or((text, 1), |count| (count, -1));
    let by = digits(count).and_then(|count| i64::from(count).checked_mul(sign));
    by.and_then(|by| i32::try_from(by).ok()).ok_or_else(wrong)
}

fn minutes(text: &str) -> Result<u32, LineReason> {
    let wrong = || LineReason::Minutes { found: shortened(text) };
    let (hours, minutes) = clock(text).ok_or_else(wrong)?;
    hours.checked_mul(60).and_then(|all| all.checked_add(minutes)).ok_or_else(wrong)
}

/// Minutes since midnight.
pub(crate) fn time(text: &str) -> Result<u32, LineReason> {
    let wrong = || LineReason::Time { found: shortened(text) };
    let (hours, minutes) = clock(text).filter(|(hours, _)| *hours < 24).ok_or_else(wrong)?;
    Ok(hours.saturating_mul(60).saturating_add(minutes))
}

fn clock(text: &str) -> Option<(u32, u32)> {
    let (hours, minutes) = text.split_once(':')?;
    let minutes = digits(minutes).filter(|count| minutes.len() == 2 && *count < 60)?;
    Some((digits(hours)?, minutes))
}

/// Digits alone: `u32` would also read a plus sign.
fn digits(text: &str) -> Option<u32> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_take_either_sign_and_no_thousands() {
        let read = |text, digits| amount(text, Scale::new(digits).unwrap()).map(Amount::minor);
        assert_eq!(read("7,50", 2), Ok(750));
        assert_eq!(read("7.5", 2), Ok(750));
        assert_eq!(read("25,00", 0), Ok(25));
        assert_eq!(read("1250", 0), Ok(1_250));
        assert_eq!(read("1.250", 3), Ok(1_250));
        assert_eq!(read("90071992547409,91", 2), Ok(Amount::MAX.minor()));
        for text in ["1.250", "1,250", "1.250,00", "1,250.00", "1.250.000", "1..5", "0.0000000"] {
            assert!(matches!(read(text, 0), Err(LineReason::Thousands { .. })), "{text}");
            assert!(matches!(read(text, 2), Err(LineReason::Thousands { .. })), "{text}");
        }
        for text in
            ["7,505", "-5", "+5", "5-", "1e3", "1 250", "1'250", "٣", "5,", ",5", "½", "€5", "5 €", "0x1"]
        {
            assert!(read(text, 2).is_err(), "{text}");
        }
        assert!(matches!(read("7,5", 0), Err(LineReason::Amount(_))));
        assert!(matches!(read("90071992547409,92", 2), Err(LineReason::Amount(_))));
    }

    #[test]
    fn hours_and_times_have_two_digits_of_minutes() {
        assert_eq!(minutes("2:30"), Ok(150));
        assert_eq!(minutes("0:00"), Ok(0));
        assert_eq!(minutes("100:05"), Ok(6_005));
        assert_eq!(time("23:59"), Ok(1_439));
        assert_eq!(time("9:05"), Ok(545));
        for text in
            ["2:5", "2:60", "2:300", ":30", "2:", "2", "-2:30", "2:+3", "2:30:00", "71582789:00", "2h30"]
        {
            assert!(minutes(text).is_err(), "{text}");
        }
        assert_eq!(["5", "-5", "0", "-2147483648"].map(more_or_fewer), [Ok(5), Ok(-5), Ok(0), Ok(i32::MIN)]);
        for text in ["+5", "--5", "-", "5-", "1.0", "2147483648"] {
            assert!(more_or_fewer(text).is_err(), "{text}");
        }
        assert!(time("24:00").is_err());
        assert_eq!(number("4294967295"), Ok(u32::MAX));
        for text in ["4294967296", "+1", "-1", "1.0", "1_0", "٣"] {
            assert!(number(text).is_err(), "{text}");
        }
    }
}
