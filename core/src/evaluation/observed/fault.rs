//! [`RowFault`]: what is wrong in a line, and in which column.

use std::fmt;

use crate::calendar::{Day, DayError};
use crate::csv::CsvError;
use crate::id::IdError;
use crate::money::MoneyError;

/// Something wrong in a line.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(into = "Written")]
#[non_exhaustive]
pub struct RowFault {
    /// The name of the column, as far as one is to blame.
    pub column: Option<String>,
    /// What is wrong.
    pub reason: Reason,
}

/// As it is written: a column and a sentence.
#[derive(serde::Serialize)]
struct Written {
    /// The name of the column, as far as one is to blame.
    column: Option<String>,
    /// What is wrong.
    reason: String,
}

impl From<RowFault> for Written {
    fn from(fault: RowFault) -> Self {
        Self { column: fault.column, reason: fault.reason.to_string() }
    }
}

impl RowFault {
    pub(super) fn line(reason: impl Into<Reason>) -> Self {
        Self { column: None, reason: reason.into() }
    }

    pub(super) fn at(column: &str, reason: impl Into<Reason>) -> Self {
        Self { column: Some(shortened(column)), reason: reason.into() }
    }
}

impl fmt::Display for RowFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(column) = &self.column {
            write!(f, "{}: ", column.escape_debug())?;
        }
        write!(f, "{}", self.reason)
    }
}

/// What is wrong. `found` is what stands there, cut short if it is long.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "every figure is in the sentence above it")]
#[non_exhaustive]
pub enum Reason {
    #[error("the first line names the columns, and it is not there")]
    NoHeader,
    #[error("the list cannot do without this column")]
    MissingColumn,
    #[error("this column stands there twice")]
    DoubledColumn,
    #[error("between the columns stands `,` or `;`, not both")]
    Separators,
    #[error("this line is not UTF-8 text")]
    NotUtf8,
    #[error("a line has at most {most} bytes, and this one has {found}")]
    TooLong { found: u64, most: u64 },
    #[error("a value in quotation marks ends with one on the same line, and one inside it is doubled")]
    Quotes,
    #[error("this line has the sign {sign:?}, which the configuration says escapes others; write it without")]
    Escaped { sign: char },
    #[error("{found} values under {expected} columns")]
    Values { found: u64, expected: u64 },
    #[error("every line fills this column")]
    Empty,
    #[error("{found:?} is not a figure: digits 0-9 with a '.' between them")]
    NotAFigure { found: String },
    #[error("{found:?} is below zero")]
    BelowZero { found: String },
    #[error("{found:?} has a digit beyond the {decimals} decimals that are kept")]
    TooFine { found: String, decimals: u64 },
    #[error("{found:?} does not fit at {decimals} decimals")]
    TooLarge { found: String, decimals: u64 },
    #[error("{found:?} is not a day, or a day and a time, such as 2020-01-25 14:30:00")]
    NotAMoment { found: String },
    #[error("there is no such day as {found:?} from {first} to {last}", first = Day::FIRST, last = Day::LAST)]
    NoSuchDay { found: String },
    #[error("{found:?} is not the number of a block")]
    NotABlock { found: String },
    #[error("block {block} lies beyond the last day of the calendar")]
    BlockTooLate { block: u64 },
    #[error("{found:?} is none of {known}")]
    Word { found: String, known: String },
    #[error("{why}")]
    NotAnId { why: String },
    #[error("{why}")]
    DayBook { why: String },
    #[error("a list cannot say `{kind}` without saying whose units they were")]
    Kind { kind: String },
}

impl From<CsvError> for Reason {
    fn from(error: CsvError) -> Self {
        let count = |count| u64::try_from(count).unwrap_or(u64::MAX);
        match error {
            CsvError::TooLong { found, most } => Self::TooLong { found: count(found), most: count(most) },
            CsvError::NotUtf8 => Self::NotUtf8,
            CsvError::Quotes => Self::Quotes,
            CsvError::Separators => Self::Separators,
        }
    }
}

impl From<IdError> for Reason {
    fn from(error: IdError) -> Self {
        Self::NotAnId { why: error.to_string() }
    }
}

impl Reason {
    pub(super) fn of_day(text: &str, error: &DayError) -> Self {
        match error {
            DayError::Text { .. } => Self::NotAMoment { found: shortened(text) },
            _ => Self::NoSuchDay { found: shortened(text) },
        }
    }

    pub(super) fn of_money(text: &str, error: &MoneyError) -> Self {
        let found = shortened(text);
        match error {
            MoneyError::AmountRange { .. } => Self::BelowZero { found },
            MoneyError::TooFine { scale, .. } => Self::TooFine { found, decimals: scale.digits().into() },
            MoneyError::TooLarge { scale, .. } => Self::TooLarge { found, decimals: scale.digits().into() },
            _ => Self::NotAFigure { found },
        }
    }
}

/// What stands there, as it goes into a report: one readable line whatever was written.
pub(super) fn shortened(text: &str) -> String {
    const LONGEST: usize = 40;
    match text.char_indices().nth(LONGEST) {
        Some(_) => text.chars().take(LONGEST).chain(['…']).collect(),
        None => text.to_owned(),
    }
}
