//! [`Window`]: the days a figure is about.

use super::EvaluationError;
use crate::calendar::{Day, Period};

/// The booking days a figure is about, the first and the last one counted. What is open when the window ends
/// counts as standing until the day after its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "Written")]
pub struct Window {
    from: Day,
    through: Day,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    from: Day,
    through: Day,
}

impl TryFrom<Written> for Window {
    type Error = EvaluationError;
    fn try_from(written: Written) -> Result<Self, EvaluationError> {
        Self::new(written.from, written.through)
    }
}

impl Window {
    /// The days from `from` through `through`.
    ///
    /// # Errors
    /// [`EvaluationError::WindowBackwards`] if it ends before it begins, [`EvaluationError::WindowEndless`] if
    /// there is no day after it.
    pub fn new(from: Day, through: Day) -> Result<Self, EvaluationError> {
        if through < from {
            return Err(EvaluationError::WindowBackwards { from, through });
        }
        match through.next() {
            Some(_) => Ok(Self { from, through }),
            None => Err(EvaluationError::WindowEndless),
        }
    }

    /// The first day.
    pub fn from(self) -> Day {
        self.from
    }

    /// The last day.
    pub fn through(self) -> Day {
        self.through
    }

    /// The day after the last one.
    pub fn end(self) -> Day {
        self.through.next().unwrap_or(self.through)
    }

    /// How many days.
    pub fn days(self) -> i128 {
        self.end().days_since(self.from).into()
    }

    /// Whether a day is in it.
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && day <= self.through
    }

    /// Its days by calendar period; the first and the last one may be cut short.
    pub fn by(self, period: Period) -> Vec<Self> {
        let mut parts = Vec::new();
        let mut from = self.from;
        while from <= self.through {
            let through = period.last_day(from).min(self.through);
            parts.push(Self { from, through });
            let Some(next) = through.next() else { break };
            from = next;
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_window_counts_both_its_ends() {
        let window = Window::new(day("2024-02-28"), day("2024-03-01")).unwrap();
        assert_eq!((window.days(), window.end()), (3, day("2024-03-02")));
        assert!(window.contains(day("2024-02-29")) && !window.contains(day("2024-03-02")));
        assert_eq!(Window::new(day("2024-01-01"), day("2024-01-01")).unwrap().days(), 1);
    }

    #[test]
    fn it_falls_apart_into_months_without_gaps() {
        let parts = Window::new(day("2025-01-15"), day("2025-03-02")).unwrap().by(Period::Month);
        let ends: Vec<_> = parts.iter().map(|part| (part.from(), part.through())).collect();
        assert_eq!(
            ends,
            [
                (day("2025-01-15"), day("2025-01-31")),
                (day("2025-02-01"), day("2025-02-28")),
                (day("2025-03-01"), day("2025-03-02")),
            ]
        );
    }

    #[test]
    fn what_is_no_window_is_told() {
        let backwards = Window::new(day("2025-01-02"), day("2025-01-01"));
        assert!(matches!(backwards, Err(EvaluationError::WindowBackwards { .. })));
        assert_eq!(Window::new(day("2025-01-02"), Day::LAST), Err(EvaluationError::WindowEndless));
    }
}
