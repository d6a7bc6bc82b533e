//! [`Figures`]: the numbers, dates and names behind a refusal.

use serde::Deserialize;

use crate::calendar::Day;
use crate::id::{Code, Id};
use crate::money::Balance;
use crate::sparse::{Absent, sparse};

/// What was asked, what there was, what the limit is, until when. Amounts in minor units; all absent
/// where they have no meaning.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// What was asked.
    #[serde(default)]
    pub asked: Option<Balance>,
    /// What would have been possible.
    #[serde(default)]
    pub available: Option<Balance>,
    /// The limit that was met.
    #[serde(default)]
    pub limit: Option<Balance>,
    /// The last day on which it would have been, or will be, possible.
    #[serde(default)]
    pub until: Option<Day>,
    /// The first day on which it will be possible.
    #[serde(default)]
    pub from: Option<Day>,
    /// The account, person, partner, mandate or place it is about.
    #[serde(default)]
    pub who: Option<Id>,
    /// The role, activity, reward, action or state it is about.
    #[serde(default)]
    pub what: Option<Code>,
    /// Euro, in cents.
    #[serde(default)]
    pub euro: Option<Balance>,
    /// The most, or the least, in euro, in cents.
    #[serde(default)]
    pub euro_limit: Option<Balance>,
    /// A count, where units would not do: days, pieces, persons.
    #[serde(default)]
    pub count: Option<i64>,
}
sparse!(Figures { | asked, available, limit, until, from, who, what, euro, euro_limit, count });

impl Absent for Box<Figures> {
    fn absent(&self) -> bool {
        **self == Figures::default()
    }
}
