//! Those who wait: what is kept for whoever is called is there, and nobody is called for a day that is past.

use std::collections::BTreeMap;

use crate::books::{CounterKey, Finding};
use crate::id::{Code, Id};
use crate::ledger::State;

impl State {
    pub(super) fn audit_waiting(&self, findings: &mut Vec<Finding>) {
        let mut kept: BTreeMap<(Id, Code), u64> = BTreeMap::new();
        for place in self.waiting.iter() {
            let Some(until) = place.called_until else { continue };
            let sum = kept.entry((place.partner, place.reward)).or_default();
            *sum = sum.saturating_add(place.pieces.into());
            if until < self.day {
                findings.push(Finding::CalledPastDay { place: place.id, until });
            }
        }
        for ((partner, reward), kept) in kept {
            let there = self.counters.used(&CounterKey::Stock { partner, reward });
            let there = u64::try_from(there.minor()).unwrap_or(0);
            if kept > there {
                findings.push(Finding::MoreKept { partner, reward, kept, there });
            }
        }
    }
}
