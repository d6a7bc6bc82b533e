//! Completing a pending order: confirming a claim, approving a proposal, being the second person.

use super::{inside, waiting};
use crate::books::{Change, Entry};
use crate::orders::{Complete, PendingEnd, Refusal};
use crate::rules::Scene;
use crate::rules::rule::{Rule, decide};

impl Rule for Complete {
    /// The order inside is decided afresh, on today's books, with both people in view.
    fn decide(&self, scene: &Scene<'_>) -> Result<Entry, Refusal> {
        let pending = waiting(scene, self.pending)?;
        let inner = inside(scene, pending)?;
        let mut entry = decide(&inner)?;
        let asked = Some(pending.order.clone());
        entry.changes.push(Change::PendingEnded { order: self.pending, end: PendingEnd::Completed, asked });
        Ok(entry)
    }
}
