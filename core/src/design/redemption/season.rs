//! `from`, `until` and `season`: the days on which an offer can be had.

use serde::Deserialize;

use crate::calendar::{Day, MonthDay};
use crate::design::problem::Problems;
use crate::design::resolved::{Writer, quoted};
use crate::design::scalars::Date;
use crate::design::spanned::Spanned;

/// The days on which an offer can be had, by the day of the activity (R25: season, window).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct Availability {
    /// The first day, if there is one.
    pub from: Option<Day>,
    /// The last day, if there is one.
    pub until: Option<Day>,
    /// The part of every year, if it is not the whole.
    pub season: Option<Season>,
}

/// A part of every year. It may pass the new year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Season {
    /// Its first day.
    pub from: MonthDay,
    /// Its last day.
    pub until: MonthDay,
}

impl Season {
    /// Whether a day falls in it.
    pub fn contains(&self, day: Day) -> bool {
        let day = MonthDay::of(day);
        if self.from <= self.until {
            self.from <= day && day <= self.until
        } else {
            self.from <= day || day <= self.until
        }
    }

    /// The first day of the season that is not before a day.
    fn next(&self, day: Day) -> Option<Day> {
        if self.contains(day) {
            return Some(day);
        }
        let this_year = self.from.first_in(day.year()).filter(|first| *first > day);
        this_year.or_else(|| self.from.first_in(day.year().checked_add(1)?))
    }
}

impl Availability {
    /// Whether it can be had on a day.
    pub fn is_open(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day)
            && self.until.is_none_or(|until| day <= until)
            && self.season.is_none_or(|season| season.contains(day))
    }

    /// The first day from this one on on which it can be had; `None` if it never can any more.
    ///
    /// ```
    /// # let text = include_str!("../../../designs/rabot-example.toml");
    /// use muntwerk::{calendar::Day, design::Design};
    /// # let text = text.replace("code = \"soep\"", "code = \"soep\"\nseason = { from = \"11-01\", until = \"02-29\" }");
    /// // From November through February.
    /// let design = Design::parse(&text)?;
    /// let soup = design.redemption().offers().iter().find(|offer| offer.code == *"soep").unwrap();
    /// assert_eq!(soup.available.next_open(Day::new(2025, 3, 1)?), Some(Day::new(2025, 11, 1)?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn next_open(&self, day: Day) -> Option<Day> {
        let day = self.from.map_or(day, |from| from.max(day));
        let day = self.season.map_or(Some(day), |season| season.next(day))?;
        self.until.is_none_or(|until| day <= until).then_some(day)
    }
}

/// A part of every year.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawSeason {
    /// Its first day, as month and day. In a year without 29 February, a season from that day begins on 1 March.
    /// Example: `"05-01"`. Source: R25, R58.
    from: Spanned<String>,
    /// Its last day. If it lies before `from`, the season passes the new year. In a year without 29 February, a
    /// season to that day ends on 28 February. Example: `"09-30"`. Source: R25, R58.
    until: Spanned<String>,
}

impl RawSeason {
    fn check(&self, key: &str, problems: &mut Problems) -> Option<Season> {
        let mut read = |raw: &Spanned<String>, field: &str| {
            let day = MonthDay::parse(raw.get_ref());
            let reason = "a day of every year is written as month and day, as in \"05-01\"";
            day.map_err(|_| problems.add(raw.span(), format!("{key}.{field}"), reason)).ok()
        };
        let (from, until) = (read(&self.from, "from"), read(&self.until, "until"));
        Some(Season { from: from?, until: until? })
    }
}

/// Checks the three keys together; `place` is where the offer stands.
pub(super) fn check(
    from: Option<&Spanned<Date>>,
    until: Option<&Spanned<Date>>,
    season: Option<&Spanned<RawSeason>>,
    key: &str,
    problems: &mut Problems,
) -> Option<Availability> {
    let mut day = |raw: Option<&Spanned<Date>>, field: &str| match raw {
        Some(raw) => problems.day(raw, &format!("{key}.{field}")).map(Some),
        None => Some(None),
    };
    let (first, last) = (day(from, "from"), day(until, "until"));
    let part = match season {
        Some(raw) => raw.get_ref().check(&format!("{key}.season"), problems).map(Some),
        None => Some(None),
    };
    let available = Availability { from: first?, until: last?, season: part? };
    if let Some(until) = until
        && available.next_open(Day::FIRST).is_none()
    {
        problems.add(until.span(), format!("{key}.until"), "there is no day on which it can be had");
    }
    Some(available)
}

impl Availability {
    pub(super) fn write(&self, out: &mut Writer) {
        for (key, day) in [("from", self.from), ("until", self.until)] {
            if let Some(day) = day {
                out.pair(key, day);
            }
        }
        if let Some(Season { from, until }) = self.season {
            let (from, until) = (quoted(from), quoted(until));
            out.pair("season", format_args!("{{ from = {from}, until = {until} }}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn season(from: &str, until: &str) -> Season {
        Season { from: MonthDay::parse(from).unwrap(), until: MonthDay::parse(until).unwrap() }
    }

    #[test]
    fn a_season_may_pass_the_new_year() {
        let winter = season("11-15", "02-10");
        let open = Availability { season: Some(winter), ..Availability::default() };
        for (text, is_open) in [
            ("2025-11-14", false),
            ("2025-11-15", true),
            ("2025-12-31", true),
            ("2026-01-01", true),
            ("2026-02-10", true),
            ("2026-02-11", false),
        ] {
            assert_eq!(open.is_open(day(text)), is_open, "{text}");
        }
        assert_eq!(open.next_open(day("2026-02-11")), Some(day("2026-11-15")));
        assert_eq!(open.next_open(day("2025-12-01")), Some(day("2025-12-01")));
    }

    #[test]
    fn the_29th_of_february_is_handled_in_every_year() {
        let through = Availability { season: Some(season("01-10", "02-29")), ..Availability::default() };
        assert!(through.is_open(day("2028-02-29")) && through.is_open(day("2027-02-28")));
        assert!(!through.is_open(day("2028-03-01")) && !through.is_open(day("2027-03-01")));
        let after = Availability { season: Some(season("02-29", "04-30")), ..Availability::default() };
        assert!(after.is_open(day("2028-02-29")) && after.is_open(day("2027-03-01")));
        assert!(!after.is_open(day("2028-02-28")) && !after.is_open(day("2027-02-28")));
        assert_eq!(after.next_open(day("2027-02-01")), Some(day("2027-03-01")));
        assert_eq!(after.next_open(day("2028-02-01")), Some(day("2028-02-29")));
        assert_eq!(after.next_open(day("2027-05-01")), Some(day("2028-02-29")));
    }

    #[test]
    fn dates_and_season_hold_together() {
        let summer = Availability {
            from: Some(day("2025-03-01")),
            until: Some(day("2026-06-15")),
            season: Some(season("05-01", "09-30")),
        };
        assert_eq!(summer.next_open(day("2024-07-01")), Some(day("2025-05-01")));
        assert_eq!(summer.next_open(day("2025-10-01")), Some(day("2026-05-01")));
        assert_eq!(summer.next_open(day("2026-06-16")), None);
        assert!(!summer.is_open(day("2026-06-16")) && summer.is_open(day("2026-06-15")));
        let whole_year = Availability::default();
        assert_eq!(whole_year.next_open(Day::LAST), Some(Day::LAST));
        let december = Availability { season: Some(season("12-01", "12-15")), ..Availability::default() };
        assert_eq!(december.next_open(Day::LAST), None);
    }
}
