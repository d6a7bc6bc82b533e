//! [`Balances`]: what everybody holds after the steps so far, against what the list states.

use std::collections::BTreeMap;

use super::{BreakKind, IdentityBreak, RowPlace};
use crate::evaluation::PartyNo;

/// What parties hold by the steps so far.
#[derive(Default)]
pub(super) struct Balances(BTreeMap<PartyNo, Standing>);

#[derive(Clone, Copy, Default)]
struct Standing {
    held: i128,
    drawn: i128,
    /// By how much what was stated last differs from what is held.
    drift: i128,
}

impl Balances {
    pub(super) fn held(&self, party: PartyNo) -> i128 {
        self.0.get(&party).map_or(0, |standing| standing.held)
    }

    pub(super) fn add(&mut self, party: PartyNo, by: i128) {
        let standing = self.0.entry(party).or_default();
        standing.held = standing.held.saturating_add(by);
    }

    /// What was unexplained and came from nowhere is no longer missing from a stated balance.
    pub(super) fn explain(&mut self, party: PartyNo, by: i128) {
        self.add(party, by);
        let standing = self.0.entry(party).or_default();
        standing.drift = standing.drift.saturating_sub(by);
    }

    /// Credit makes what is held more, and what is owed as well: the balance stays.
    pub(super) fn draw(&mut self, party: PartyNo, by: i128) {
        self.add(party, by);
        let standing = self.0.entry(party).or_default();
        standing.drawn = standing.drawn.saturating_add(by);
    }

    /// Repays what is drawn from what is held, and gives how much that is.
    pub(super) fn repay(&mut self, party: PartyNo) -> i128 {
        let standing = self.0.entry(party).or_default();
        let repaid = standing.drawn.min(standing.held);
        standing.drawn = standing.drawn.saturating_sub(repaid);
        standing.held = standing.held.saturating_sub(repaid);
        repaid
    }

    /// Compares a stated balance. One that differs as it did before is not told again: it is one break, not one on
    /// every row that follows.
    pub(super) fn compare(
        &mut self,
        (place, party, account): (RowPlace, PartyNo, &str),
        expected: i128,
    ) -> Option<IdentityBreak> {
        let standing = self.0.entry(party).or_default();
        let found = standing.held.saturating_sub(standing.drawn);
        let drift = expected.saturating_sub(found);
        let amount = drift.saturating_sub(standing.drift);
        standing.drift = drift;
        let (account, what) = (account.to_owned(), BreakKind::StatedBalance);
        (amount != 0).then_some(IdentityBreak { place, account, what, expected, found, amount })
    }
}
