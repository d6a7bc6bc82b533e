//! [`MonthDay`]: a day of every year.

use std::fmt;

use super::{Day, DayError};

/// A day of every year, such as 1 May, written `05-01`.
///
/// 29 February is one: in a year without it, whatever begins on it begins on 1 March, and whatever
/// ends on it ends on 28 February.
///
/// ```
/// use muntwerk::calendar::{Day, MonthDay};
/// let leap = MonthDay::parse("02-29")?;
/// assert_eq!(leap.first_in(2025), Some(Day::new(2025, 3, 1)?));
/// assert_eq!(leap.first_in(2028), Some(Day::new(2028, 2, 29)?));
/// # Ok::<(), muntwerk::calendar::DayError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct MonthDay {
    month: i8,
    day: i8,
}

/// A year that has every day there can be.
const LEAP_YEAR: i16 = 2024;

impl MonthDay {
    /// The day of the year on which a day falls.
    pub fn of(day: Day) -> Self {
        Self { month: day.month(), day: day.day_of_month() }
    }

    /// Reads `05-01`.
    ///
    /// # Errors
    /// [`DayError`] if it is not two digits, a dash and two digits, or no year has such a day.
    pub fn parse(text: &str) -> Result<Self, DayError> {
        // What comes after the year is written as in any other day.
        Day::parse(&format!("{LEAP_YEAR}-{text}")).map(Self::of)
    }

    /// The first day of a year that is not before it; `None` beyond the bounds of [`Day`].
    pub fn first_in(self, year: i16) -> Option<Day> {
        match Day::new(year, self.month, self.day) {
            Ok(day) => Some(day),
            Err(DayError::NoSuchDay { .. }) => Day::new(year, 3, 1).ok(),
            Err(_) => None,
        }
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_some_year_has() {
        for text in ["01-01", "02-29", "12-31"] {
            assert_eq!(MonthDay::parse(text).unwrap().to_string(), text);
        }
        for text in ["02-30", "13-01", "00-10", "1-1", "05-1", "0501", "", "05-01-01", "5-01"] {
            assert!(MonthDay::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn days_of_a_year_are_in_the_order_of_the_calendar() {
        let day = |text| MonthDay::parse(text).unwrap();
        assert!(day("02-28") < day("02-29") && day("02-29") < day("03-01") && day("03-01") < day("12-01"));
        assert_eq!(day("02-29").first_in(1900), Day::new(1900, 3, 1).ok());
        assert_eq!(day("05-01").first_in(9999), None);
    }
}
