//! [`Day`]: one day of the calendar.

use jiff::Span;
use jiff::civil::Date;

use super::DayError;

const EPOCH: Date = Date::constant(1970, 1, 1);
const HOURS_PER_DAY: i64 = 24;

/// A day from 1900-01-01 to 9998-12-31, kept as the number of days since 1970-01-01.
///
/// The bounds are whole years, so the first and the last day of a day's month and year are always days
/// too. There are no hours in it: a day on which the clock changes is a day like any other.
///
/// ```
/// use muntwerk::calendar::Day;
/// let day = Day::new(2024, 2, 28)?;
/// assert_eq!(day.next(), Some(Day::parse("2024-02-29")?));
/// assert_eq!(day.last_of_month().to_string(), "2024-02-29");
/// # Ok::<(), muntwerk::calendar::DayError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// The first day there is: 1900-01-01.
    pub const FIRST: Self = Self(-25_567);
    /// The last day there is: 9998-12-31.
    pub const LAST: Self = Self(2_932_531);

    /// The day of this year, month (from 1) and day of the month (from 1).
    ///
    /// # Errors
    /// [`DayError::NoSuchDay`] if the calendar has none, [`DayError::Year`] outside 1900 to 9998.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, DayError> {
        let date = Date::new(year, month, day).map_err(|_| DayError::NoSuchDay { year, month, day })?;
        Self::from_date(date)
    }

    /// The day of a civil date.
    ///
    /// # Errors
    /// [`DayError::Year`] outside 1900 to 9998.
    pub fn from_date(date: Date) -> Result<Self, DayError> {
        // Between civil dates every day has 24 hours.
        let days = date.duration_since(EPOCH).as_hours() / HOURS_PER_DAY;
        i32::try_from(days)
            .ok()
            .and_then(|days| Self::from_since_epoch(days).ok())
            .ok_or(DayError::Year { year: date.year() })
    }

    /// The civil date of this day.
    pub fn date(self) -> Date {
        // Well within what jiff counts, -9999 to 9999, so this neither saturates nor panics.
        EPOCH.saturating_add(Span::new().days(self.0))
    }

    /// The day so many days after 1970-01-01, or before it if below zero.
    ///
    /// # Errors
    /// [`DayError::SinceEpoch`] before [`Day::FIRST`] or after [`Day::LAST`].
    pub const fn from_since_epoch(days: i32) -> Result<Self, DayError> {
        if Self::FIRST.0 <= days && days <= Self::LAST.0 {
            Ok(Self(days))
        } else {
            Err(DayError::SinceEpoch { days })
        }
    }

    /// How many days after 1970-01-01; below zero before it.
    pub const fn since_epoch(self) -> i32 {
        self.0
    }

    /// The day so many days later; `None` beyond the bounds.
    pub fn plus_days(self, days: i32) -> Option<Self> {
        self.0.checked_add(days).and_then(|days| Self::from_since_epoch(days).ok())
    }

    /// The day so many days earlier; `None` beyond the bounds.
    pub fn minus_days(self, days: i32) -> Option<Self> {
        self.0.checked_sub(days).and_then(|days| Self::from_since_epoch(days).ok())
    }

    /// The day after; `None` after [`Day::LAST`].
    pub fn next(self) -> Option<Self> {
        self.plus_days(1)
    }

    /// How many days after `earlier` this is; below zero if it is before.
    pub const fn days_since(self, earlier: Self) -> i32 {
        // Two days are at most three million apart.
        self.0.saturating_sub(earlier.0)
    }

    /// The year, 1900 to 9998.
    pub fn year(self) -> i16 {
        self.date().year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i8 {
        self.date().month()
    }

    /// The day of the month, 1 to 31.
    pub fn day_of_month(self) -> i8 {
        self.date().day()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_bounds_are_whole_years() {
        assert_eq!(Day::new(1900, 1, 1), Ok(Day::FIRST));
        assert_eq!(Day::new(9998, 12, 31), Ok(Day::LAST));
        assert_eq!(Day::new(1970, 1, 1).map(Day::since_epoch), Ok(0));
        assert_eq!(Day::new(1899, 12, 31), Err(DayError::Year { year: 1899 }));
        assert_eq!(Day::new(9999, 1, 1), Err(DayError::Year { year: 9999 }));
        assert_eq!(Day::from_date(Date::MIN), Err(DayError::Year { year: -9999 }));
        assert_eq!(Day::from_date(Date::MAX), Err(DayError::Year { year: 9999 }));
        for (inside, step) in [(Day::FIRST, -1), (Day::LAST, 1)] {
            let days = inside.since_epoch() + step;
            assert_eq!(Day::from_since_epoch(days), Err(DayError::SinceEpoch { days }));
            assert_eq!(inside.plus_days(step), None);
            assert_eq!(inside.minus_days(-step), None);
        }
        assert_eq!(Day::LAST.next(), None);
        assert_eq!(Day::LAST.plus_days(i32::MAX), None);
        assert_eq!(Day::FIRST.minus_days(i32::MIN), None);
    }

    #[test]
    fn leap_days_exist_in_leap_years_only_r58() {
        for (year, leap) in [(1900, false), (2000, true), (2023, false), (2024, true), (2100, false)] {
            assert_eq!(Day::new(year, 2, 29).is_ok(), leap, "{year}");
            let after = Day::new(year, 2, 28).unwrap().next().unwrap();
            assert_eq!((after.month(), after.day_of_month()), if leap { (2, 29) } else { (3, 1) });
        }
        let no_such_day = DayError::NoSuchDay { year: 2026, month: 4, day: 31 };
        assert_eq!(Day::new(2026, 4, 31), Err(no_such_day));
    }

    /// In Brussels the clock goes forward on 2026-03-29 and back on 2026-10-25.
    #[test]
    fn a_day_on_which_the_clock_changes_is_one_day_r58() {
        for (month, day) in [(3, 29), (10, 25)] {
            let changing = Day::new(2026, month, day).unwrap();
            let after = Day::new(2026, month, day + 1).unwrap();
            assert_eq!(changing.next(), Some(after));
            assert_eq!(after.days_since(changing), 1);
        }
    }

    #[test]
    fn a_year_ends_where_the_next_begins_r58() {
        let new_year = Day::new(2027, 1, 1).unwrap();
        assert_eq!(Day::new(2026, 12, 31).unwrap().next(), Some(new_year));
        assert_eq!(new_year.minus_days(365), Day::new(2026, 1, 1).ok());
        assert!(Day::new(2026, 12, 31).unwrap() < new_year);
        assert_eq!(Day::FIRST.days_since(Day::LAST), -Day::LAST.days_since(Day::FIRST));
    }

    proptest! {
        #[test]
        fn days_and_dates_lead_to_each_other(since in Day::FIRST.since_epoch()..=Day::LAST.since_epoch()) {
            let day = Day::from_since_epoch(since).unwrap();
            prop_assert_eq!(day.since_epoch(), since);
            prop_assert_eq!(Day::from_date(day.date()), Ok(day));
            prop_assert_eq!(Day::new(day.year(), day.month(), day.day_of_month()), Ok(day));
            if let Some(next) = day.next() {
                prop_assert_eq!(day.date().tomorrow().unwrap(), next.date());
            }
        }

        #[test]
        fn there_and_back_is_the_same_day(since in -20_000_i32..20_000, days in any::<i16>()) {
            let day = Day::from_since_epoch(since).unwrap();
            if let Some(later) = day.plus_days(days.into()) {
                prop_assert_eq!(later.minus_days(days.into()), Some(day));
                prop_assert_eq!(later.days_since(day), i32::from(days));
            }
        }
    }
}
