//! Days as text, `2026-01-31`, and as stored values.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Day, DayError};

impl Day {
    /// Reads a day written as `2026-01-31`, with every digit there.
    ///
    /// # Errors
    /// [`DayError::Text`] for any other form, [`DayError::NoSuchDay`] for the likes of 30 February,
    /// [`DayError::Year`] outside 1900 to 9998.
    pub fn parse(text: &str) -> Result<Self, DayError> {
        // Long enough to recognise what was sent, short enough for an error.
        let not_a_day = || DayError::Text { text: text.chars().take(20).collect() };
        let (year, month, day) = read(text.as_bytes()).ok_or_else(not_a_day)?;
        Self::new(year, month, day)
    }
}

fn read(text: &[u8]) -> Option<(i16, i8, i8)> {
    let [year @ .., b'-', m1, m2, b'-', d1, d2] = text else {
        return None;
    };
    if year.len() != 4 {
        return None;
    }
    let [month, day] = [[*m1, *m2], [*d1, *d2]].map(|digits| number(&digits));
    Some((number(year)?, i8::try_from(month?).ok()?, i8::try_from(day?).ok()?))
}

fn number(digits: &[u8]) -> Option<i16> {
    digits.iter().try_fold(0_i16, |number, digit| {
        let digit = digit.checked_sub(b'0').filter(|digit| *digit <= 9)?;
        number.checked_mul(10)?.checked_add(digit.into())
    })
}

impl FromStr for Day {
    type Err = DayError;
    fn from_str(text: &str) -> Result<Self, DayError> {
        Self::parse(text)
    }
}

/// A day's ten characters. Journals write two or three days a line, so they are made without the
/// machinery of formatting.
struct Iso([u8; 10]);

impl Iso {
    fn of(day: Day) -> Self {
        let date = day.date();
        let digit = |number: i16, place: i16| {
            let digit = number.checked_div(place).and_then(|n| n.checked_rem(10)).unwrap_or(0);
            u8::try_from(digit).unwrap_or(0).saturating_add(b'0')
        };
        let (year, month, day) = (date.year(), i16::from(date.month()), i16::from(date.day()));
        Self([
            digit(year, 1_000),
            digit(year, 100),
            digit(year, 10),
            digit(year, 1),
            b'-',
            digit(month, 10),
            digit(month, 1),
            b'-',
            digit(day, 10),
            digit(day, 1),
        ])
    }

    fn text(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or("")
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(Iso::of(*self).text())
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_str(Iso::of(*self).text())
        } else {
            self.since_epoch().serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            let text = <Cow<'de, str>>::deserialize(deserializer)?;
            text.parse().map_err(de::Error::custom)
        } else {
            let days = i32::deserialize(deserializer)?;
            Self::from_since_epoch(days).map_err(de::Error::custom)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_the_full_form_is_a_day() {
        let bad = [
            "",
            "2026",
            "2026-1-31",
            "2026-01-1",
            "26-01-31",
            "02026-01-31",
            "-026-01-31",
            "+2026-01-31",
            "2026-01-31 ",
            " 2026-01-31",
            "2026/01/31",
            "20260131",
            "2026-01-31T00:00",
            "2026-W05-6",
            "2026-0a-31",
            "٢٠٢٦-01-31",
            "2026-01-3:",
            "2026-01-3/",
        ];
        for text in bad {
            assert!(matches!(Day::parse(text), Err(DayError::Text { .. })), "{text}");
        }
        let message = Day::parse(&"é".repeat(1_000)).unwrap_err().to_string();
        assert!(message.len() < 100, "{message}");
    }

    #[test]
    fn a_refusal_names_the_figures() {
        let message = |text: &str| Day::parse(text).unwrap_err().to_string();
        assert_eq!(message("2026-02-29"), "there is no day 29 in month 2 of the year 2026");
        assert_eq!(message("2026-13-01"), "there is no day 1 in month 13 of the year 2026");
        assert_eq!(message("0000-00-00"), "there is no day 0 in month 0 of the year 0");
        assert_eq!(message("1899-12-31"), "the year 1899 lies outside 1900 to 9998");
        assert_eq!(message("9999-01-01"), "the year 9999 lies outside 1900 to 9998");
        assert_eq!(message("31-01-2026"), "\"31-01-2026\" is not a day written as 2026-01-31");
        assert_eq!(
            Day::from_since_epoch(i32::MAX).unwrap_err().to_string(),
            "2147483647 days since 1970-01-01 lies outside 1900-01-01 to 9998-12-31"
        );
    }

    #[test]
    fn stored_days_are_checked() {
        let day = Day::new(2024, 2, 29).unwrap();
        assert_eq!(serde_json::to_string(&day).unwrap(), "\"2024-02-29\"");
        assert_eq!(serde_json::from_str::<Day>("\"2024-02-29\"").unwrap(), day);
        for bad in ["\"2023-02-29\"", "19782", "null"] {
            assert!(serde_json::from_str::<Day>(bad).is_err(), "{bad}");
        }
        let bytes = postcard::to_allocvec(&day).unwrap();
        assert_eq!(bytes, postcard::to_allocvec(&19_782_i32).unwrap());
        assert_eq!(postcard::from_bytes::<Day>(&bytes).unwrap(), day);
        assert!(postcard::from_bytes::<Day>(&postcard::to_allocvec(&i32::MAX).unwrap()).is_err());
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back(since in Day::FIRST.since_epoch()..=Day::LAST.since_epoch()) {
            let day = Day::from_since_epoch(since).unwrap();
            let text = day.to_string();
            prop_assert_eq!(text.len(), 10);
            prop_assert_eq!(Day::parse(&text), Ok(day));
            prop_assert_eq!(&format!("{day:?}"), &text);
        }
    }
}
