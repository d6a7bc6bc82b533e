//! [`Appointment`]: a person holds a role for a time.

use serde::Deserialize;

use crate::calendar::Day;
use crate::id::{Code, Id};
use crate::sparse::sparse;

/// A role held by a person; the rights end with its last day.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appointment {
    /// Which role of the design.
    pub role: Code,
    /// First day.
    pub from: Day,
    /// The partner or contact point for which it holds.
    #[serde(default)]
    pub scope: Option<Id>,
    /// Last day, if one is known.
    #[serde(default)]
    pub until: Option<Day>,
}
sparse!(Appointment { role, from | scope, until });

impl Appointment {
    /// Whether the role is held on a day.
    pub fn holds_on(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}
