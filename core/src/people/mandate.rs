//! [`Mandate`]: a participant lets somebody act for them (R47).

use serde::Deserialize;

use super::ActionSet;
use crate::calendar::Day;
use crate::id::Id;
use crate::money::Amount;
use crate::sparse::sparse;

/// Who may act for whom, in what, up to how much and until when.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mandate {
    /// The mandate's id.
    pub id: Id,
    /// The participant acted for.
    pub client: Id,
    /// The person who may act.
    pub holder: Id,
    /// What they may do.
    pub actions: ActionSet,
    /// First day.
    pub from: Day,
    /// Last day.
    pub until: Day,
    /// Most units in one order.
    #[serde(default)]
    pub per_order: Option<Amount>,
    /// Most units in one calendar month.
    #[serde(default)]
    pub per_month: Option<Amount>,
    /// Where the host keeps the signed paper, if it was recorded at a contact point.
    #[serde(default)]
    pub evidence: Option<Id>,
    /// The day it was taken back; it holds no longer from that day on.
    #[serde(default)]
    pub revoked: Option<Day>,
}
sparse!(Mandate { id, client, holder, actions, from, until | per_order, per_month, evidence, revoked });

impl Mandate {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Day) -> bool {
        self.revoked.is_none() && self.from <= day && day <= self.until
    }
}
