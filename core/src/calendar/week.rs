//! First and last days of weeks.

use super::Day;

/// Days in a week.
const WEEK: i32 = 7;

impl Day {
    /// The Monday of this day's week.
    #[must_use]
    pub fn first_of_week(self) -> Self {
        // 1 January 1900, the first day there is, was a Monday.
        let past = self.days_since(Self::FIRST).rem_euclid(WEEK);
        self.minus_days(past).unwrap_or(Self::FIRST)
    }

    /// The Sunday of this day's week; the last day there is, if that comes before.
    #[must_use]
    pub fn last_of_week(self) -> Self {
        self.first_of_week().plus_days(WEEK.saturating_sub(1)).unwrap_or(Self::LAST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_begins_on_monday() {
        let day = |text| Day::parse(text).unwrap();
        assert_eq!(Day::FIRST.date().weekday(), jiff::civil::Weekday::Monday);
        // 1 January 1970 was a Thursday.
        assert_eq!(day("1970-01-01").first_of_week(), day("1969-12-29"));
        assert_eq!(day("2025-01-05").first_of_week(), day("2024-12-30"));
        assert_eq!(day("2025-01-06").first_of_week(), day("2025-01-06"));
        assert_eq!(day("2025-01-06").last_of_week(), day("2025-01-12"));
    }
}
