//! [`Instant`]: when something was received, as evidence.

use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00:00 UTC, as the caller's clock had it.
///
/// Evidence only: it is kept beside an entry and nothing is ever decided by it. The rules count in
/// [`Day`](super::Day)s.
///
/// ```
/// use muntwerk::calendar::Instant;
/// assert_eq!(Instant::new(1_767_225_600_000).millis(), 1_767_225_600_000);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(i64);

impl Instant {
    /// The instant so many milliseconds after 1970-01-01T00:00:00 UTC, or before it if below zero.
    pub const fn new(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds after 1970-01-01T00:00:00 UTC; below zero before it.
    pub const fn millis(self) -> i64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_as_a_whole_number() {
        let instant = Instant::new(-1);
        assert_eq!(serde_json::to_string(&instant).unwrap(), "-1");
        assert_eq!(serde_json::from_str::<Instant>("-1").unwrap(), instant);
        assert!(serde_json::from_str::<Instant>("1.5").is_err());
    }
}
