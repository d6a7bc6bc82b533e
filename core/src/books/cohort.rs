//! [`Cohorts`]: lots that still take in units of equal origin and dates.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{LotFacts, OriginKind};
use crate::calendar::Day;
use crate::dense::LotNo;
use crate::id::Id;

/// What makes two issues one lot under a grain of a day or a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct CohortKey {
    earned_on: Day,
    ends_on: Option<Day>,
    kind: OriginKind,
    account: Id,
    parent: Option<LotNo>,
}

fn key(facts: &LotFacts) -> CohortKey {
    CohortKey {
        earned_on: facts.earned_on,
        ends_on: facts.ends_on,
        kind: facts.origin.kind,
        account: facts.origin.account.id(),
        parent: facts.parent,
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Cohorts(BTreeMap<CohortKey, LotNo>);

impl Cohorts {
    pub(super) fn find(&self, facts: &LotFacts) -> Option<LotNo> {
        self.0.get(&key(facts)).copied()
    }

    pub(super) fn open(&mut self, facts: &LotFacts, lot: LotNo) {
        self.0.insert(key(facts), lot);
    }

    pub(super) fn drop_lot(&mut self, facts: &LotFacts, lot: LotNo) {
        if self.find(facts) == Some(lot) {
            self.0.remove(&key(facts));
        }
    }

    /// Closes the cohorts earned before a day; a later issue of such a date is a lot of its own.
    pub(super) fn forget_before(&mut self, day: Day) {
        self.0.retain(|key, _| key.earned_on >= day);
    }
}
