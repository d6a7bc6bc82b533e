//! [`DayError`]: why something is not a day.

use super::Day;

/// Why something is not a [`Day`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DayError {
    /// Not four digits, two digits and two digits with dashes between them.
    #[error("{text:?} is not a day written as 2026-01-31")]
    Text {
        /// The text, cut short if it is long.
        text: String,
    },
    /// The calendar has no such day.
    #[error("there is no day {day} in month {month} of the year {year}")]
    NoSuchDay {
        /// The year.
        year: i16,
        /// The month, counted from 1.
        month: i8,
        /// The day of the month, counted from 1.
        day: i8,
    },
    /// Before [`Day::FIRST`] or after [`Day::LAST`].
    #[error("the year {year} lies outside {} to {}", Day::FIRST.year(), Day::LAST.year())]
    Year {
        /// The year.
        year: i16,
    },
    /// Before [`Day::FIRST`] or after [`Day::LAST`].
    #[error("{days} days since 1970-01-01 lies outside {} to {}", Day::FIRST, Day::LAST)]
    SinceEpoch {
        /// How many days since 1970-01-01.
        days: i32,
    },
}
