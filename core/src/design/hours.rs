//! [`OpeningHours`]: when a contact point is open in a week, for people to read.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;

use super::problem::Problems;
use super::resolved::{list, quoted};
use super::spanned::Spanned;

/// When a contact point is open in a week. For the host to show: no order is refused by the clock.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OpeningHours {
    pub(super) days: Vec<(Weekday, Vec<OpenSpan>)>,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, clippy::exhaustive_enums)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// From one time of the day to another, in minutes after midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct OpenSpan {
    /// When it opens.
    pub from: u16,
    /// When it closes, at most 1440.
    pub until: u16,
}

impl OpeningHours {
    /// The days on which it is open, in the order of the week, each with its hours.
    pub fn days(&self) -> impl Iterator<Item = (Weekday, &[OpenSpan])> {
        self.days.iter().map(|(day, spans)| (*day, spans.as_slice()))
    }

    /// The hours of one day; none if it is closed.
    pub fn on(&self, day: Weekday) -> &[OpenSpan] {
        self.days.iter().find(|(one, _)| *one == day).map_or(&[], |(_, spans)| spans)
    }
}

impl Weekday {
    const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The day of the week of a day.
    pub fn of(day: Day) -> Self {
        let past = day.days_since(day.first_of_week());
        let place = usize::try_from(past).ok();
        place.and_then(|place| Self::ALL.get(place)).copied().unwrap_or(Self::Monday)
    }

    /// Its number: 1 is Monday, 7 is Sunday (ISO 8601).
    pub const fn number(self) -> u8 {
        match self {
            Self::Monday => 1,
            Self::Tuesday => 2,
            Self::Wednesday => 3,
            Self::Thursday => 4,
            Self::Friday => 5,
            Self::Saturday => 6,
            Self::Sunday => 7,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Monday => "monday",
            Self::Tuesday => "tuesday",
            Self::Wednesday => "wednesday",
            Self::Thursday => "thursday",
            Self::Friday => "friday",
            Self::Saturday => "saturday",
            Self::Sunday => "sunday",
        }
    }
}

impl std::fmt::Display for OpenSpan {
    /// `09:00-12:30`, as it is written.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [from, until] = [self.from, self.until].map(|minutes| (minutes / 60, minutes % 60));
        write!(f, "{:02}:{:02}-{:02}:{:02}", from.0, from.1, until.0, until.1)
    }
}

type RawDay = Option<Spanned<Vec<Spanned<String>>>>;

/// When a contact point is open in a week; a day that is not named is closed.
#[derive(Deserialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawHours {
    /// The hours on Monday, as in `09:00-12:30`, one after the other.
    ///
    /// Example: `["09:00-12:30", "13:30-17:00"]`.
    monday: RawDay,
    /// The hours on Tuesday.
    ///
    /// Example: `["09:00-12:30"]`.
    tuesday: RawDay,
    /// The hours on Wednesday.
    ///
    /// Example: `["13:00-18:00"]`.
    wednesday: RawDay,
    /// The hours on Thursday.
    ///
    /// Example: `["09:00-12:30"]`.
    thursday: RawDay,
    /// The hours on Friday.
    ///
    /// Example: `["09:00-12:30"]`.
    friday: RawDay,
    /// The hours on Saturday.
    ///
    /// Example: `["10:00-12:00"]`.
    saturday: RawDay,
    /// The hours on Sunday.
    ///
    /// Example: `["10:00-12:00"]`.
    sunday: RawDay,
}

impl RawHours {
    pub(super) fn check(&self, key: &str, problems: &mut Problems) -> OpeningHours {
        let raw = [
            &self.monday,
            &self.tuesday,
            &self.wednesday,
            &self.thursday,
            &self.friday,
            &self.saturday,
            &self.sunday,
        ];
        let mut days = Vec::new();
        for (day, raw) in Weekday::ALL.into_iter().zip(raw) {
            let Some(raw) = raw else { continue };
            let key = format!("{key}.{}", day.name());
            if raw.get_ref().is_empty() {
                problems.add(raw.span(), &key, "a day on which it is closed is left out");
            }
            days.push((day, check_day(raw.get_ref(), &key, problems)));
        }
        OpeningHours { days }
    }
}

fn check_day(raw: &[Spanned<String>], key: &str, problems: &mut Problems) -> Vec<OpenSpan> {
    let mut spans: Vec<OpenSpan> = Vec::new();
    for raw in raw {
        let Some(span) = span(raw.get_ref()) else {
            problems.add(raw.span(), key, "hours are written as in 09:00-12:30");
            continue;
        };
        if span.until <= span.from || spans.last().is_some_and(|earlier| span.from < earlier.until) {
            problems.add(raw.span(), key, "hours stand one after the other in the day");
        }
        spans.push(span);
    }
    spans
}

fn span(text: &str) -> Option<OpenSpan> {
    let (from, until) = text.split_once('-')?;
    Some(OpenSpan { from: minutes(from)?, until: minutes(until)? })
}

/// `09:30` as minutes after midnight, up to `24:00`.
fn minutes(text: &str) -> Option<u16> {
    let two_digits = |text: &str| {
        let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse::<u16>().ok()).flatten()
    };
    let (hours, minutes) = text.split_once(':')?;
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    let all = hours.checked_mul(60)?.checked_add(minutes)?;
    (minutes < 60 && all <= 1_440).then_some(all)
}

/// The hours as they are written; `None` if there are none.
pub(super) fn text_of(hours: &OpeningHours) -> Option<String> {
    let day =
        |(day, spans): (Weekday, &[OpenSpan])| format!("{} = {}", day.name(), list(spans.iter().map(quoted)));
    let days: Vec<String> = hours.days().map(day).collect();
    (!days.is_empty()).then(|| format!("{{ {} }}", days.join(", ")))
}
