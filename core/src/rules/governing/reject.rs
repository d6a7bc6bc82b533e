//! Turning a pending order down.

use super::{inside, waiting};
use crate::books::{Change, Entry};
use crate::orders::{PendingEnd, Refusal, Reject};
use crate::rules::rule::{Rule, concerns};
use crate::rules::{Scene, guards};

impl Rule for Reject {
    /// Whoever could complete it may turn it down.
    fn decide(&self, scene: &Scene<'_>) -> Result<Entry, Refusal> {
        let pending = waiting(scene, self.pending)?;
        let inner = inside(scene, pending)?;
        guards::second_person(&pending.order, scene.order)?;
        guards::may_complete(&inner, scene.order, &concerns(&inner)?)?;
        let mut entry = scene.new_draft().entry;
        entry.changes.push(Change::PendingEnded {
            order: self.pending,
            end: PendingEnd::Rejected,
            asked: None,
        });
        Ok(entry)
    }
}
