//! [`LineError`]: what is wrong in a line, and where.

use std::fmt;

use super::{Column, TakeOverColumn, What};
use crate::calendar::{Day, DayError};
use crate::csv::CsvError;
use crate::id::{Code, IdError};
use crate::money::MoneyError;
use crate::people::ActionError;

/// The version of the day book that this library reads.
pub const DAYBOOK_VERSION: u16 = 1;

/// The version of the list of balances that this library reads.
pub const TAKE_OVER_VERSION: u16 = 1;

/// Something wrong in a line of the day book. The line is not booked, and the next ones are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineError {
    /// The line in the file, counted from 1.
    pub line: u64,
    /// The name of the column, as far as one is to blame.
    pub column: Option<String>,
    /// What is wrong.
    pub reason: LineReason,
}

/// What is wrong in a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LineReason {
    /// The first line does not say that this is a day book.
    #[error("the first line of a day book is `# daybook {DAYBOOK_VERSION}`")]
    NotADayBook,
    /// A version this library does not read.
    #[error("this is version {found} of the day book, and version {DAYBOOK_VERSION} is what is read here")]
    Version {
        /// The version it has, cut short if it is long.
        found: String,
    },
    /// There is no second line.
    #[error("the second line names the columns, and it is not there")]
    NoHeader,
    /// Which sign stands between the columns cannot be told.
    #[error("between the columns stands `,` or `;`, not both")]
    Separators,
    /// No column has this name.
    #[error("no column is called so; there are {}", Column::ALL.map(Column::name).join(", "))]
    UnknownColumn,
    /// A column of the header has no name.
    #[error("a column has no name")]
    NamelessColumn,
    /// The column stands there twice.
    #[error("this column stands there twice")]
    DoubledColumn,
    /// Every day book has this column.
    #[error("a day book cannot do without this column")]
    MissingColumn,
    /// The bytes are not UTF-8.
    #[error("this line is not UTF-8 text; save the file as \"CSV UTF-8\"")]
    NotUtf8,
    /// No line is this long.
    #[error("a line has at most {most} bytes, and this one has {found}")]
    TooLong {
        /// The bytes of the line.
        found: usize,
        /// The most there can be.
        most: usize,
    },
    /// A quotation mark inside a value, or one that is not closed before the line ends.
    #[error("a value in quotation marks ends with one on the same line, and one inside it is doubled")]
    Quotes,
    /// More or fewer values than columns.
    #[error("{found} values under {expected} columns")]
    Values {
        /// The values on the line.
        found: usize,
        /// The columns of the header.
        expected: usize,
    },
    /// A column that every line fills is empty.
    #[error("every line fills this column")]
    Empty,
    /// A column that the kind needs is empty.
    #[error("a line `{what}` needs this column")]
    Needed {
        /// The kind.
        what: What,
    },
    /// A column is filled for which the kind has no use.
    #[error("a line `{what}` has no use for this column; it should be empty")]
    NoUse {
        /// The kind.
        what: What,
    },
    /// Both columns are filled, or neither, where one of them is meant.
    #[error("fill either `{one}` or `{other}`")]
    Either {
        /// The first of them.
        one: Column,
        /// The other.
        other: Column,
    },
    /// Notes are written with how many there are of each face.
    #[error("{found:?} is not so many notes of a face: write 3x5 for three notes of 5")]
    Pieces {
        /// What stands there, cut short if it is long.
        found: String,
    },
    /// No design of this name was handed in beside the day book.
    #[error("no amendment is handed in that is called `{name}`")]
    NoAmendment {
        /// The name that stands there.
        name: Code,
    },
    /// The pieces are no notes of one series.
    #[error("{why}")]
    Notes {
        /// Why.
        why: String,
    },
    /// A drawer with notes of several series says what there is of each.
    #[error("notes of {found} series under {series}: put | between those of one series and the next")]
    PerSeries {
        /// Of how many series it has notes.
        found: usize,
        /// The series that are named.
        series: usize,
    },
    /// Notes are of some series.
    #[error("these notes are of a series: fill `series`")]
    Series,
    /// One of two columns is filled that say something only together.
    #[error("fill both `{one}` and `{other}`, or neither")]
    Together {
        /// The first of them.
        one: Column,
        /// The other.
        other: Column,
    },
    /// No kind has this name.
    #[error("{found:?} is none of {}", What::names())]
    What {
        /// What stands there, cut short if it is long.
        found: String,
    },
    /// The first line does not say that this is a list of balances.
    #[error("the first line of a list of balances is `# takeover {TAKE_OVER_VERSION}`")]
    NotATakeOver,
    /// A version this library does not read.
    #[error(
        "this is version {found} of the list of balances, and version {TAKE_OVER_VERSION} is what is read here"
    )]
    TakeOverVersion {
        /// The version it has, cut short if it is long.
        found: String,
    },
    /// No column has this name.
    #[error("no column is called so; there are {}", TakeOverColumn::ALL.map(TakeOverColumn::name).join(", "))]
    UnknownTakeOverColumn,
    /// Every list of balances has this column.
    #[error("a list of balances cannot do without this column")]
    MissingTakeOverColumn,
    /// The first line of an account without a balance.
    #[error("the first line of an account has its balance")]
    FirstOfAccount,
    /// Two lines of an account with two balances.
    #[error("line {line} gives the account another balance")]
    OtherBalance {
        /// The first line of the account.
        line: u64,
    },
    /// An account with several lines, of which one has no lot.
    #[error("the account stands on line {line} already; with several lines each has a lot")]
    LotEach {
        /// The first line of the account.
        line: u64,
    },
    /// A lot without an amount, or without the day of earning.
    #[error("a lot has an amount and the day on which it was earned")]
    LotIncomplete,
    /// The lots of an account do not add up to its balance.
    #[error("the lots of this account add up to {found}, and its balance is {expected}")]
    LotsDiffer {
        /// What they add up to.
        found: String,
        /// The balance.
        expected: String,
    },
    /// Not one of the words that can stand here.
    #[error("{found:?} is none of {known}")]
    Word {
        /// What stands there, cut short if it is long.
        found: String,
        /// The words that can.
        known: String,
    },
    /// The line refers to itself.
    #[error("a line cannot refer to itself")]
    Itself,
    /// Not an id or a code.
    #[error(transparent)]
    Id(#[from] IdError),
    /// Not a day.
    #[error(transparent)]
    Day(#[from] DayError),
    /// Not a time of the day.
    #[error("{found:?} is not a time of the day such as 14:30")]
    Time {
        /// What stands there, cut short if it is long.
        found: String,
    },
    /// Not an action.
    #[error(transparent)]
    Action(#[from] ActionError),
    /// Not an amount.
    #[error(transparent)]
    Amount(#[from] MoneyError),
    /// A sign that may have been meant between thousands.
    #[error("in {found:?} a sign may stand between thousands; write 1250 or 1250,50")]
    Thousands {
        /// What stands there, cut short if it is long.
        found: String,
    },
    /// Not hours and minutes.
    #[error("{found:?} is not hours and minutes such as 2:30")]
    Minutes {
        /// What stands there, cut short if it is long.
        found: String,
    },
    /// Not a whole number.
    #[error("{found:?} is not a whole number from 0 to {}", u32::MAX)]
    Number {
        /// What stands there, cut short if it is long.
        found: String,
    },
    /// A number where the activity is counted in hours.
    #[error("`{item}` is rewarded by the hour: write {found} hours as {found}:00")]
    ByTheHour {
        /// The activity.
        item: Code,
        /// What stands there.
        found: u32,
    },
    /// Hours and minutes where the activity is counted otherwise.
    #[error("`{item}` is not rewarded by the hour: write how many")]
    ByTheNumber {
        /// The activity.
        item: Code,
    },
    /// Not a term of a contract.
    #[error("{found:?} is no term: there are {known}, each with = and a value")]
    Term {
        /// What stands there, cut short if it is long.
        found: String,
        /// The terms there are.
        known: String,
    },
    /// A term of a contract that stands there twice.
    #[error("a term stands there twice")]
    TermTwice,
    /// Not two figures with a stroke between.
    #[error("{found:?} is not two figures such as {example}")]
    Pair {
        /// What stands there, cut short if it is long.
        found: String,
        /// How it is written.
        example: &'static str,
    },
    /// Not a percentage.
    #[error("{found:?} is not a percentage from 0 to 100")]
    Percent {
        /// What stands there, cut short if it is long.
        found: String,
    },
    /// Not a number of days.
    #[error("{found:?} is not a number of days from 0 to {}", u16::MAX)]
    Days {
        /// What stands there, cut short if it is long.
        found: String,
    },
    /// A day so far ahead that it is taken for a slip of the pen.
    #[error(
        "{day} is {days} days after the current day, and a day book goes ahead by at most {most} at once"
    )]
    TooFarAhead {
        /// The day of the line.
        day: Day,
        /// How many days after the current day.
        days: i32,
        /// The most there can be.
        most: i32,
    },
}

/// What stands there, as it goes into an error: one readable line whatever was written.
pub(super) fn shortened(text: &str) -> String {
    const LONGEST: usize = 40;
    match text.char_indices().nth(LONGEST) {
        Some(_) => text.chars().take(LONGEST).chain(['…']).collect(),
        None => text.to_owned(),
    }
}

impl From<CsvError> for LineReason {
    fn from(error: CsvError) -> Self {
        match error {
            CsvError::TooLong { found, most } => Self::TooLong { found, most },
            CsvError::NotUtf8 => Self::NotUtf8,
            CsvError::Quotes => Self::Quotes,
            CsvError::Separators => Self::Separators,
        }
    }
}

impl LineError {
    pub(super) fn line(line: u64, reason: LineReason) -> Self {
        Self { line, column: None, reason }
    }

    pub(super) fn at(line: u64, column: Column, reason: LineReason) -> Self {
        Self::named(line, column.name(), reason)
    }

    pub(super) fn named(line: u64, column: &str, reason: LineReason) -> Self {
        Self { line, column: Some(shortened(column)), reason }
    }

    /// The error behind the name of its file: `daybook.csv:12: amount: …`.
    pub fn in_file<'e>(&'e self, file: &'e str) -> impl fmt::Display {
        struct InFile<'e>(&'e LineError, &'e str);
        impl fmt::Display for InFile<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}:", self.1)?;
                self.0.write(f)
            }
        }
        InFile(self, file)
    }

    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.line)?;
        if let Some(column) = &self.column {
            write!(f, "{}: ", column.escape_debug())?;
        }
        write!(f, "{}", self.reason)
    }
}

impl fmt::Display for LineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("line ")?;
        self.write(f)
    }
}

impl std::error::Error for LineError {}

/// A text that is not a day book at all: its first two lines say so. Nothing of it is booked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotADayBook {
    /// Everything wrong with the first two lines.
    pub errors: Vec<LineError>,
}

impl fmt::Display for NotADayBook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, error) in self.errors.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for NotADayBook {}
