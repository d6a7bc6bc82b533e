//! [`Period`]: the stretch of days over which something is counted.

use serde::{Deserialize, Serialize};

use super::Day;

/// The stretch of days over which something is counted, such as a ceiling on what is earned.
///
/// ```
/// use muntwerk::calendar::{Day, Period};
/// let day = Day::new(2024, 2, 10)?;
/// assert_eq!(Period::Month.first_day(day), Day::new(2024, 2, 1)?);
/// assert_eq!(Period::Month.last_day(day), Day::new(2024, 2, 29)?);
/// # Ok::<(), muntwerk::calendar::DayError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// One day.
    Day,
    /// From a Monday to the Sunday after it.
    Week,
    /// From the first to the last day of a month.
    Month,
    /// From 1 January to 31 December.
    Year,
    /// All days there are.
    Lifetime,
}

impl Period {
    /// The first day of the period in which `day` falls.
    pub fn first_day(self, day: Day) -> Day {
        match self {
            Self::Day => day,
            Self::Week => day.first_of_week(),
            Self::Month => day.first_of_month(),
            Self::Year => day.first_of_year(),
            Self::Lifetime => Day::FIRST,
        }
    }

    /// The last day of the period in which `day` falls.
    pub fn last_day(self, day: Day) -> Day {
        match self {
            Self::Day => day,
            Self::Week => day.last_of_week(),
            Self::Month => day.last_of_month(),
            Self::Year => day.last_of_year(),
            Self::Lifetime => Day::LAST,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ALL: [Period; 5] = [Period::Day, Period::Week, Period::Month, Period::Year, Period::Lifetime];

    #[test]
    fn names_are_snake_case() {
        let names = ["\"day\"", "\"week\"", "\"month\"", "\"year\"", "\"lifetime\""];
        assert_eq!(ALL.map(|period| serde_json::to_string(&period).unwrap()), names);
    }

    #[test]
    fn every_period_has_its_own_bounds_r58() {
        let leap_day = Day::new(2024, 2, 29).unwrap();
        let day = |text| Day::parse(text).unwrap();
        assert_eq!(
            ALL.map(|period| (period.first_day(leap_day), period.last_day(leap_day))),
            [
                (leap_day, leap_day),
                // A Thursday.
                (day("2024-02-26"), day("2024-03-03")),
                (day("2024-02-01"), leap_day),
                (day("2024-01-01"), day("2024-12-31")),
                (Day::FIRST, Day::LAST),
            ]
        );
    }

    #[test]
    fn a_week_runs_over_the_turn_of_the_year_r58() {
        let day = |text| Day::parse(text).unwrap();
        for within in ["2024-12-30", "2025-01-01", "2025-01-05"].map(day) {
            let (first, last) = (Period::Week.first_day(within), Period::Week.last_day(within));
            assert_eq!((first, last), (day("2024-12-30"), day("2025-01-05")));
        }
        // The first day there is was a Monday; the last week is cut short.
        assert_eq!(Period::Week.first_day(Day::FIRST), Day::FIRST);
        assert_eq!(Period::Week.last_day(Day::LAST), Day::LAST);
    }

    proptest! {
        #[test]
        fn periods_follow_each_other_without_gaps(since in Day::FIRST.since_epoch()..=Day::LAST.since_epoch()) {
            let day = Day::from_since_epoch(since).unwrap();
            for period in ALL {
                let (first, last) = (period.first_day(day), period.last_day(day));
                prop_assert!(first <= day && day <= last);
                prop_assert_eq!(period.first_day(last), first);
                prop_assert_eq!(period.last_day(first), last);
                if let Some(next) = last.next() {
                    prop_assert_eq!(period.first_day(next), next);
                }
            }
        }
    }
}
