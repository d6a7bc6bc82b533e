//! [`Fact`]: something that was recorded about a person, for a time.

use serde::Deserialize;

use crate::calendar::Day;
use crate::id::Code;
use crate::sparse::sparse;

/// Something that was recorded about a person.
///
/// A later record of the same fact takes the place of the earlier ones from its own first day on; the
/// earlier ones still say what held before. One whose last day is the day before its first ends the
/// fact: from its first day on it does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Which fact of the design.
    pub fact: Code,
    /// First day.
    pub from: Day,
    /// What it says, if the fact has words.
    #[serde(default)]
    pub value: Option<Code>,
    /// Last day, if one is known.
    #[serde(default)]
    pub until: Option<Day>,
}
sparse!(Fact { fact, from | value, until });

impl Fact {
    /// Whether it holds on a day, unless a later record says otherwise.
    pub fn holds_on(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}
