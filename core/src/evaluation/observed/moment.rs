//! [`Moment`]: a civil day as a list writes it, and the order within it.
//!
//! No time zone is applied: the core has no data about them, and the day that is written is the day people meant.

use super::Reason;
use super::fault::shortened;
use crate::calendar::Day;

/// A day, and where in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment {
    pub(super) day: Day,
    /// Nanoseconds since midnight, or another order within the day; 0 if only the day is told.
    pub(super) time: u64,
}

const SECOND: u64 = 1_000_000_000;

impl Moment {
    /// Reads `2020-01-25`, with or without ` 14:30` or `T14:30:05.123456` behind it, and gives the mark of a time
    /// zone that stands there, which is not applied.
    pub(super) fn read(text: &str) -> Result<(Self, &str), Reason> {
        let (day, rest) = text.split_at_checked(10).unwrap_or((text, ""));
        let day = Day::parse(day).map_err(|error| Reason::of_day(text, &error))?;
        let not_a_moment = || Reason::NotAMoment { found: shortened(text) };
        if rest.is_empty() {
            return Ok((Self { day, time: 0 }, ""));
        }
        let clock = rest.strip_prefix([' ', 'T']).ok_or_else(not_a_moment)?;
        let end = clock.find(|sign: char| !matches!(sign, '0'..='9' | ':' | '.')).unwrap_or(clock.len());
        let (clock, zone) = clock.split_at_checked(end).ok_or_else(not_a_moment)?;
        let time = nanoseconds(clock).ok_or_else(not_a_moment)?;
        let zone = zone.trim();
        if is_zone(zone) { Ok((Self { day, time }, zone)) } else { Err(not_a_moment()) }
    }

    /// Reads a day and a time by a format of `strptime`, as Python has it.
    pub(super) fn read_by(format: &str, text: &str) -> Result<Self, Reason> {
        let not_a_moment = |_| Reason::NotAMoment { found: shortened(text) };
        let parts = jiff::fmt::strtime::parse(format, text).map_err(not_a_moment)?;
        let date = parts.to_date().map_err(not_a_moment)?;
        let day = Day::from_date(date).map_err(|error| Reason::of_day(text, &error))?;
        let clock = parts.to_time().map_err(not_a_moment)?;
        let since = clock.duration_since(jiff::civil::Time::midnight()).as_nanos();
        Ok(Self { day, time: u64::try_from(since).unwrap_or(0) })
    }
}

fn nanoseconds(clock: &str) -> Option<u64> {
    let mut parts = clock.split(':');
    let (hours, minutes) = (two_digits(parts.next()?, 24)?, two_digits(parts.next()?, 60)?);
    let (seconds, fraction) = match parts.next() {
        Some(seconds) => match seconds.split_once('.') {
            Some((seconds, fraction)) => (two_digits(seconds, 60)?, nanos(fraction)?),
            None => (two_digits(seconds, 60)?, 0),
        },
        None => (0, 0),
    };
    if parts.next().is_some() {
        return None;
    }
    let minutes = hours.checked_mul(60)?.checked_add(minutes)?;
    let seconds = minutes.checked_mul(60)?.checked_add(seconds)?;
    seconds.checked_mul(SECOND)?.checked_add(fraction)
}

fn two_digits(text: &str, below: u64) -> Option<u64> {
    let fits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|found| fits && *found < below)
}

fn nanos(fraction: &str) -> Option<u64> {
    if fraction.is_empty() || fraction.len() > 9 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    format!("{fraction:0<9}").parse().ok()
}

/// `Z`, `UTC`, `+01`, `+0100`, `+01:00`; nothing is none.
fn is_zone(text: &str) -> bool {
    if matches!(text, "" | "Z" | "UTC") {
        return true;
    }
    let digits = text.strip_prefix(['+', '-']).map(|digits| digits.replacen(':', "", 1));
    digits.is_some_and(|digits| {
        matches!(digits.len(), 2 | 4) && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_times_are_read_as_written() {
        let read = |text| {
            let (moment, zone) = Moment::read(text).unwrap();
            (moment.day.to_string(), moment.time, zone.to_owned())
        };
        assert_eq!(read("2020-01-25"), ("2020-01-25".into(), 0, "".into()));
        assert_eq!(read("2020-01-25 00:00:01.000002"), ("2020-01-25".into(), 1_000_002_000, "".into()));
        assert_eq!(read("2020-01-25T23:59"), ("2020-01-25".into(), 86_340 * SECOND, "".into()));
        assert_eq!(read("2020-01-25 01:00:00+03:00"), ("2020-01-25".into(), 3_600 * SECOND, "+03:00".into()));
        for text in [
            "",
            "2020-1-5",
            "25-01-2020",
            "2020-01-25 24:00",
            "2020-01-25 1:00",
            "2020-01-25x",
            "2020-01-25 ",
            "2020-01-25 10:00:00.",
            "2020-01-25 10:00:00.1234567890",
            "2020-01-25 10:00 am",
            "2020-01-2é 10:00",
        ] {
            assert!(Moment::read(text).is_err(), "{text}");
        }
        assert!(matches!(Moment::read("2021-02-29"), Err(Reason::NoSuchDay { .. })));
    }

    #[test]
    fn a_format_of_python_reads_the_same() {
        let by = |format, text| Moment::read_by(format, text);
        assert_eq!(
            by("%Y-%m-%d %H:%M:%S", "2019-08-18 01:02:03"),
            Ok(Moment::read("2019-08-18 01:02:03").unwrap().0)
        );
        assert_eq!(by("%d/%m/%y %H:%M", "18/08/19 01:02"), Ok(Moment::read("2019-08-18 01:02").unwrap().0));
        assert_eq!(by("%Y-%m-%d", "2019-08-18").unwrap().time, 0);
        assert!(by("%Y-%m-%d", "2019-08-18 01:02:03").is_err());
        assert!(by("%Q", "2019-08-18").is_err());
        assert!(matches!(by("%Y-%m-%d", "0001-01-01"), Err(Reason::NoSuchDay { .. })));
    }
}
