//! Figures and dates as people in Flanders, Brussels and abroad write them.

use crate::calendar::Day;
use crate::design::Names;
use crate::money::{Balance, Scale};

/// A language of the sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum Lang {
    /// Dutch: `1.250,50` and `31 januari 2026`.
    Nl,
    /// French: `1 250,50` and `31 janvier 2026`.
    Fr,
    /// English: `1,250.50` and `31 January 2026`.
    En,
}

impl Lang {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Nl, Self::Fr, Self::En];

    /// What something is called in this language.
    pub fn name(self, names: &Names) -> &str {
        match self {
            Self::Nl => &names.nl,
            Self::Fr => &names.fr,
            Self::En => &names.en,
        }
    }

    const fn thousands(self) -> &'static str {
        match self {
            Self::Nl => ".",
            // A narrow no-break space, so that a figure is never split over two lines.
            Self::Fr => "\u{202f}",
            Self::En => ",",
        }
    }

    const fn decimal(self) -> &'static str {
        match self {
            Self::Nl | Self::Fr => ",",
            Self::En => ".",
        }
    }

    const fn months(self) -> [&'static str; 12] {
        match self {
            Self::Nl => [
                "januari",
                "februari",
                "maart",
                "april",
                "mei",
                "juni",
                "juli",
                "augustus",
                "september",
                "oktober",
                "november",
                "december",
            ],
            Self::Fr => [
                "janvier",
                "février",
                "mars",
                "avril",
                "mai",
                "juin",
                "juillet",
                "août",
                "septembre",
                "octobre",
                "novembre",
                "décembre",
            ],
            Self::En => [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ],
        }
    }

    /// A day in words.
    pub fn day(self, day: Day) -> String {
        let month = usize::try_from(day.month().saturating_sub(1)).ok();
        let month = month.and_then(|month| self.months().get(month).copied()).unwrap_or("");
        let first = if self == Self::Fr && day.day_of_month() == 1 { "er" } else { "" };
        format!("{}{first} {month} {}", day.day_of_month(), day.year())
    }

    /// The last day of a term, to stand behind what it ends: " tot en met 31 januari 2026".
    pub fn through(self, day: Day) -> String {
        let until = match self {
            Self::Nl => " tot en met ",
            Self::Fr => " jusqu’au ",
            Self::En => " until ",
        };
        format!("{until}{}", self.day(day))
    }

    /// A figure with `scale` digits kept, of which trailing zeros beyond `shown` are left out.
    pub fn figure(self, minor: Balance, scale: Scale, shown: u8) -> String {
        let plain = minor.magnitude().text(scale).to_string();
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut fraction = fraction;
        while fraction.len() > usize::from(shown) && fraction.ends_with('0') {
            fraction = fraction.strip_suffix('0').unwrap_or(fraction);
        }
        let mut text = String::from(if minor.is_negative() { "-" } else { "" });
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && whole.len().saturating_sub(at).is_multiple_of(3) {
                text.push_str(self.thousands());
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push_str(self.decimal());
            text.push_str(fraction);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_and_days_are_local() {
        let figure = |lang: Lang, minor, scale, shown| {
            lang.figure(Balance::from_minor(minor).unwrap(), Scale::new(scale).unwrap(), shown)
        };
        assert_eq!(figure(Lang::Nl, 750, 2, 2), "7,50");
        assert_eq!(figure(Lang::Nl, 123_456_700, 2, 0), "1.234.567");
        assert_eq!(figure(Lang::Fr, -125_050, 2, 1), "-1\u{202f}250,5");
        assert_eq!(figure(Lang::En, 100_000, 0, 0), "100,000");
        let day = Day::new(2026, 1, 31).unwrap();
        assert_eq!(Lang::Nl.day(day), "31 januari 2026");
        assert_eq!(Lang::Fr.day(Day::new(2026, 8, 1).unwrap()), "1er août 2026");
        assert_eq!(Lang::En.day(day), "31 January 2026");
    }
}
