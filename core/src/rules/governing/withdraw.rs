//! Taking one's own pending order back.

use super::waiting;
use crate::books::{Change, Entry};
use crate::orders::{PendingEnd, Refusal, RefusalCode, Withdraw};
use crate::rules::Scene;
use crate::rules::permissions::holds_role;
use crate::rules::rule::Rule;

impl Rule for Withdraw {
    fn decide(&self, scene: &Scene<'_>) -> Result<Entry, Refusal> {
        let pending = waiting(scene, self.pending)?;
        let proposer = pending.order.actor;
        if proposer != scene.order.actor {
            return Err(Refusal::about(RefusalCode::NotTheProposer, proposer));
        }
        holds_role(scene, scene.order)?;
        let mut entry = scene.new_draft().entry;
        entry.changes.push(Change::PendingEnded {
            order: self.pending,
            end: PendingEnd::Withdrawn,
            asked: None,
        });
        Ok(entry)
    }
}
