//! First and last days of months and years, and counting in months.

use jiff::Span;
use jiff::civil::Date;

use super::Day;

impl Day {
    /// The first day of this day's month.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        self.moved(Date::first_of_month)
    }

    /// The last day of this day's month.
    #[must_use]
    pub fn last_of_month(self) -> Self {
        self.moved(Date::last_of_month)
    }

    /// 1 January of this day's year.
    #[must_use]
    pub fn first_of_year(self) -> Self {
        self.moved(Date::first_of_year)
    }

    /// 31 December of this day's year.
    #[must_use]
    pub fn last_of_year(self) -> Self {
        self.moved(Date::last_of_year)
    }

    /// The same day of the month so many months later, or that month's last day if it is shorter;
    /// `None` after [`Day::LAST`].
    ///
    /// Count from the first day every time: a month added to a month's end that was cut short does not
    /// find its way back.
    ///
    /// ```
    /// use muntwerk::calendar::Day;
    /// let day = Day::new(2026, 1, 31)?;
    /// assert_eq!(day.plus_months(1), Some(Day::new(2026, 2, 28)?));
    /// assert_eq!(day.plus_months(2), Some(Day::new(2026, 3, 31)?));
    /// # Ok::<(), muntwerk::calendar::DayError>(())
    /// ```
    pub fn plus_months(self, months: u16) -> Option<Self> {
        // A span holds 239,976 months, more than a u16.
        let date = self.date().checked_add(Span::new().months(months)).ok()?;
        Self::from_date(date).ok()
    }

    /// So many months, to the end of the month: the last day of the month that is so many months after
    /// this day's; `None` after [`Day::LAST`].
    ///
    /// ```
    /// use muntwerk::calendar::Day;
    /// let day = Day::new(2023, 8, 31)?;
    /// assert_eq!(day.months_on_to_month_end(6), Some(Day::new(2024, 2, 29)?));
    /// # Ok::<(), muntwerk::calendar::DayError>(())
    /// ```
    pub fn months_on_to_month_end(self, months: u16) -> Option<Self> {
        self.plus_months(months).map(Self::last_of_month)
    }

    fn moved(self, within_year: impl FnOnce(Date) -> Date) -> Self {
        // The bounds of a day are whole years, so a move within the year never leaves them.
        Self::from_date(within_year(self.date())).unwrap_or(self)
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "the figures of the tests are small")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn months_end_on_their_own_last_day_r58() {
        let ends = [
            ("2024-02-01", "2024-02-29"),
            ("2023-02-28", "2023-02-28"),
            ("1900-02-01", "1900-02-28"),
            ("2000-02-29", "2000-02-29"),
            ("2026-04-30", "2026-04-30"),
            ("2026-12-31", "2026-12-31"),
            ("9998-12-01", "9998-12-31"),
        ];
        for (from, end) in ends {
            assert_eq!(day(from).last_of_month(), day(end), "{from}");
        }
        assert_eq!(day("2024-02-29").first_of_month(), day("2024-02-01"));
        assert_eq!(day("1900-01-01").first_of_month(), Day::FIRST);
    }

    #[test]
    fn years_end_on_31_december_r58() {
        assert_eq!(day("2024-02-29").last_of_year(), day("2024-12-31"));
        assert_eq!(day("2024-12-31").last_of_year().next(), Some(day("2025-01-01")));
        assert_eq!(day("2025-01-01").first_of_year(), day("2025-01-01"));
        assert_eq!((Day::FIRST.first_of_year(), Day::LAST.last_of_year()), (Day::FIRST, Day::LAST));
    }

    #[test]
    fn months_are_counted_from_the_original_day_r58() {
        let cases = [
            ("2026-01-31", 0, "2026-01-31"),
            ("2026-01-31", 1, "2026-02-28"),
            ("2026-01-31", 2, "2026-03-31"),
            ("2024-02-29", 12, "2025-02-28"),
            ("2024-02-29", 48, "2028-02-29"),
            ("2026-12-31", 2, "2027-02-28"),
            ("2026-03-29", 7, "2026-10-29"),
        ];
        for (from, months, expected) in cases {
            assert_eq!(day(from).plus_months(months), Some(day(expected)), "{from} + {months}");
        }
        assert_eq!(Day::LAST.plus_months(1), None);
        assert_eq!(day("9998-11-30").plus_months(1), Some(day("9998-12-30")));
        assert_eq!(Day::LAST.plus_months(u16::MAX), None);
        assert_eq!(day("2026-01-01").plus_months(u16::MAX), Some(day("7487-04-01")));
    }

    #[test]
    fn a_number_of_months_to_the_end_of_the_month_r58() {
        let cases = [
            ("2023-08-31", 6, "2024-02-29"),
            ("2023-02-28", 12, "2024-02-29"),
            ("2024-02-29", 12, "2025-02-28"),
            ("2026-01-01", 0, "2026-01-31"),
            ("2026-11-15", 1, "2026-12-31"),
            ("2026-12-31", 12, "2027-12-31"),
        ];
        for (from, months, expected) in cases {
            assert_eq!(day(from).months_on_to_month_end(months), Some(day(expected)), "{from} + {months}");
        }
        assert_eq!(Day::LAST.months_on_to_month_end(1), None);
    }

    proptest! {
        #[test]
        fn a_month_end_is_a_last_day(since in Day::FIRST.since_epoch()..=Day::LAST.since_epoch(), months in 0_u16..600) {
            let from = Day::from_since_epoch(since).unwrap();
            let Some(end) = from.months_on_to_month_end(months) else {
                prop_assert!(from.year() >= 9948);
                return Ok(());
            };
            prop_assert_eq!(end, end.last_of_month());
            prop_assert!(end.next().is_none_or(|next| next.day_of_month() == 1));
            let passed = |day: Day| i32::from(day.year()) * 12 + i32::from(day.month());
            prop_assert_eq!(passed(end) - passed(from), i32::from(months));
            let same_day = from.plus_months(months).unwrap();
            prop_assert_eq!(same_day.day_of_month(), from.day_of_month().min(end.day_of_month()));
        }
    }
}
