//! [`Column`]: a column that came in, as values of its own; and a value of it as the day book would have it.

use std::borrow::Cow;

use muntwerk::calendar::Day;
use muntwerk::money::{Balance, Scale};

/// The values of a column. `valid` says which are there, if some are not.
pub(super) enum Column {
    /// Texts.
    Text { texts: Texts, valid: Option<Vec<bool>> },
    /// Whole numbers.
    Whole { values: Vec<i64>, valid: Option<Vec<bool>> },
    /// Decimals: whole numbers, and how many decimals they have.
    Decimal { values: Vec<i128>, scale: i32, valid: Option<Vec<bool>> },
    /// Days since 1970.
    Day { values: Vec<i32>, valid: Option<Vec<bool>> },
    /// Values that stand once in a dictionary.
    Coded { keys: Vec<i64>, valid: Option<Vec<bool>>, values: Box<Column> },
    /// No values at all.
    Nothing { length: usize },
    /// A type that no column of a day book has, as Arrow writes it.
    Other { format: String },
}

/// Texts one behind the other, and where each begins.
#[derive(Default)]
pub(super) struct Texts {
    /// One more than there are texts.
    pub(super) offsets: Vec<usize>,
    pub(super) bytes: Vec<u8>,
}

impl Texts {
    pub(super) fn push(&mut self, text: &[u8]) {
        if self.offsets.is_empty() {
            self.offsets.push(0);
        }
        self.bytes.extend_from_slice(text);
        self.offsets.push(self.bytes.len());
    }

    fn get(&self, at: usize) -> Option<&str> {
        let (start, end) = (self.offsets.get(at)?, self.offsets.get(at.checked_add(1)?)?);
        str::from_utf8(self.bytes.get(*start..*end)?).ok()
    }

    fn len(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }
}

/// How whole numbers and decimals of a column are meant.
#[derive(Clone, Copy)]
pub(super) enum Meant {
    /// Whole numbers are minor units of so many decimals.
    Money(Scale),
    /// They are what they say.
    Plain,
}

impl Column {
    /// How many values there are.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Text { texts, .. } => texts.len(),
            Self::Whole { values, .. } => values.len(),
            Self::Decimal { values, .. } => values.len(),
            Self::Day { values, .. } => values.len(),
            Self::Coded { keys, .. } => keys.len(),
            Self::Nothing { length } => *length,
            Self::Other { .. } => 0,
        }
    }

    fn is_there(valid: Option<&Vec<bool>>, at: usize) -> bool {
        valid.is_none_or(|valid| valid.get(at).copied().unwrap_or(false))
    }

    /// A value as the day book would have it; empty if there is none.
    pub(super) fn text(&self, at: usize, meant: Meant) -> Cow<'_, str> {
        self.there(at, meant).unwrap_or(Cow::Borrowed(""))
    }

    fn there(&self, at: usize, meant: Meant) -> Option<Cow<'_, str>> {
        match self {
            Self::Text { texts, valid } if Self::is_there(valid.as_ref(), at) => {
                // What is no text is shown as such, and refused by whoever reads it.
                Some(Cow::Borrowed(texts.get(at).unwrap_or("\u{fffd}")))
            }
            Self::Whole { values, valid } if Self::is_there(valid.as_ref(), at) => {
                let value = *values.get(at)?;
                let minor = || Balance::from_minor(value).ok();
                Some(Cow::Owned(match meant {
                    Meant::Money(scale) if scale.digits() > 0 => match minor() {
                        Some(minor) => minor.text(scale).to_string(),
                        // It does not fit, and is refused as such.
                        None => value.to_string(),
                    },
                    _ => value.to_string(),
                }))
            }
            Self::Decimal { values, scale, valid } if Self::is_there(valid.as_ref(), at) => {
                Some(Cow::Owned(decimal(*values.get(at)?, *scale)))
            }
            Self::Day { values, valid } if Self::is_there(valid.as_ref(), at) => {
                let day = Day::new(1970, 1, 1).ok().and_then(|first| first.plus_days(*values.get(at)?));
                Some(Cow::Owned(
                    day.map_or_else(|| String::from("no day of the calendar"), |day| day.to_string()),
                ))
            }
            Self::Coded { keys, valid, values } if Self::is_there(valid.as_ref(), at) => {
                values.there(usize::try_from(*keys.get(at)?).ok()?, meant)
            }
            _ => None,
        }
    }

    /// The type as people say it, if no column of a day book can have it.
    pub(super) fn unfit(&self) -> Option<String> {
        match self {
            Self::Other { format } => Some(match format.as_str() {
                "e" | "f" | "g" => "a float; use decimal128, whole minor units or text".to_owned(),
                "b" => "a bool".to_owned(),
                stamp if stamp.starts_with("ts") => "a timestamp; use date32".to_owned(),
                "tdm" => "a date64; use date32".to_owned(),
                other => format!("of Arrow type {other:?}"),
            }),
            Self::Coded { values, .. } => values.unfit(),
            _ => None,
        }
    }
}

/// A decimal as a plain figure.
fn decimal(value: i128, scale: i32) -> String {
    let Ok(places) = usize::try_from(scale) else {
        let zeros = usize::try_from(scale.unsigned_abs()).unwrap_or(0);
        return format!("{value}{}", if value == 0 { String::new() } else { "0".repeat(zeros) });
    };
    if places == 0 {
        return value.to_string();
    }
    let digits = format!("{:0>width$}", value.unsigned_abs(), width = places.saturating_add(1));
    let (whole, decimals) =
        digits.split_at_checked(digits.len().saturating_sub(places)).unwrap_or((&digits, ""));
    let sign = if value < 0 { "-" } else { "" };
    format!("{sign}{whole}.{decimals}")
}
