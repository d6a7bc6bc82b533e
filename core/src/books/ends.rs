//! [`EndsMoved`]: lots there are already get another end, by the day on which they were earned.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;

/// Which of two ends a lot gets: the one it had, or the one it is moved to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum Towards {
    /// The earlier one: units of some days end sooner for everybody (R18, bulk expiry).
    Sooner,
    /// The later one: a new rule is applied to units that were earned before it.
    Later,
}

/// Days of earning whose units are moved to one end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EarnedSpan {
    /// The first day of earning.
    pub from: Day,
    /// The last.
    pub through: Day,
    /// The end; none if units of these days end no more.
    pub ends_on: Option<Day>,
}

/// Lots there are already get another end, by the day on which they were earned. It holds for lots of
/// which nobody holds anything too, so that what comes back by a reversal has the new end, and for
/// units that are booked late. Of what has ended, nothing comes back to life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndsMoved {
    /// Which end a lot gets.
    pub towards: Towards,
    /// The days of earning, in order and apart.
    pub spans: Vec<EarnedSpan>,
}

impl EndsMoved {
    /// The end of units of a day of earning that ended on another day so far.
    pub fn end(&self, earned_on: Day, ends_on: Option<Day>) -> Option<Day> {
        let at = self.spans.partition_point(|span| span.through < earned_on);
        let Some(span) = self.spans.get(at).filter(|span| span.from <= earned_on) else { return ends_on };
        match (self.towards, ends_on, span.ends_on) {
            (Towards::Sooner, None, moved) => moved,
            (Towards::Sooner, had, None) => had,
            (Towards::Sooner, Some(had), Some(moved)) => Some(had.min(moved)),
            (Towards::Later, Some(had), Some(moved)) => Some(had.max(moved)),
            (Towards::Later, None, _) | (Towards::Later, _, None) => None,
        }
    }

    /// The last day of earning it is about.
    pub(crate) fn last_earned(&self) -> Day {
        self.spans.last().map_or(Day::FIRST, |span| span.through)
    }

    /// Whether its spans follow each other and it says something.
    pub(crate) fn is_sound(&self) -> bool {
        let forward = self.spans.iter().all(|span| span.from <= span.through);
        !self.spans.is_empty() && forward && self.spans.is_sorted_by(|one, two| one.through < two.from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn ends_move_one_way_only() {
        let span = |from, through, ends_on| EarnedSpan { from, through, ends_on };
        let (early, late) = (day("2025-06-30"), day("2025-12-31"));
        let moved = |towards, ends_on| EndsMoved {
            towards,
            spans: vec![
                span(day("2025-01-01"), day("2025-01-31"), ends_on),
                span(day("2025-03-01"), day("2025-03-31"), None),
            ],
        };
        let sooner = moved(Towards::Sooner, Some(early));
        assert_eq!(sooner.end(day("2025-01-01"), Some(late)), Some(early));
        assert_eq!(sooner.end(day("2025-01-31"), None), Some(early));
        assert_eq!(sooner.end(day("2025-01-10"), Some(day("2025-05-01"))), Some(day("2025-05-01")));
        assert_eq!(sooner.end(day("2025-02-01"), Some(late)), Some(late));
        assert_eq!(sooner.end(day("2024-12-31"), None), None);
        let later = moved(Towards::Later, Some(late));
        assert_eq!(later.end(day("2025-01-05"), Some(early)), Some(late));
        assert_eq!(later.end(day("2025-01-05"), None), None);
        assert_eq!(later.end(day("2025-03-05"), Some(early)), None);
        assert_eq!(later.end(day("2025-04-01"), Some(early)), Some(early));
        assert!(sooner.is_sound());
        assert_eq!(sooner.last_earned(), day("2025-03-31"));
        let mut unsound = sooner;
        unsound.spans.reverse();
        assert!(!unsound.is_sound());
        unsound.spans.clear();
        assert!(!unsound.is_sound());
    }
}
