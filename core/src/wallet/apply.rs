//! Taking in a feed.

use serde::Serialize;

use super::answers::Answered;
use super::{ApplyError, Wallet};
use crate::calendar::Day;
use crate::feed::{Feed, SliceError};
use crate::id::Id;

use super::judge::judge;
use super::replica::Replica;

/// What a feed brought.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Applied {
    /// How many slices were new.
    pub new: u64,
    /// The ledger's current day.
    pub day: Day,
    /// The last record of the journal that the server had looked at.
    pub record: u64,
    /// The orders of the outbox that were answered.
    pub answered: Vec<Answered>,
}

impl Wallet {
    /// Takes in a feed: in any grouping, twice, or late, the wallet ends in the same state.
    ///
    /// # Errors
    /// [`ApplyError`]; the wallet is then as it was, but that it keeps the proof of a fork.
    pub fn apply(&mut self, feed: &Feed) -> Result<Applied, ApplyError> {
        self.is_meant(feed)?;
        if let Some(error) = judge(&self.chain, feed) {
            if let ApplyError::Fork { proof } = &error
                && !self.forks.contains(proof)
            {
                self.forks.push((**proof).clone());
            }
            return Err(error);
        }
        self.take_in(feed)
    }

    fn is_meant(&self, feed: &Feed) -> Result<(), ApplyError> {
        let head = feed.head.head();
        let other_ledger = self.head().is_some_and(|own| own.head().ledger != head.ledger);
        if head.account != self.account || other_ledger {
            return Err(ApplyError::NotMine { ledger: head.ledger, account: head.account });
        }
        if !feed.head.is_signed_by(&self.key) {
            return Err(ApplyError::Signature(Box::new(self.key)));
        }
        Ok(())
    }

    /// Takes in what is new. Nothing changes if a slice cannot be.
    fn take_in(&mut self, feed: &Feed) -> Result<Applied, ApplyError> {
        let seen = self.seen();
        let known = usize::try_from(seen.saturating_sub(feed.after)).unwrap_or(usize::MAX);
        let fresh = feed.slices.get(known..).unwrap_or_default();
        let mut replica = if fresh.is_empty() { None } else { self.replica.clone() };
        for (slice, number) in fresh.iter().zip(seen.saturating_add(1)..) {
            take_in(&mut replica, self.account, slice)
                .map_err(|reason| ApplyError::Slice { slice: number, reason })?;
        }
        let mut link = self.chain.link(seen).unwrap_or_default();
        for (slice, number) in fresh.iter().zip(seen.saturating_add(1)..) {
            let head = feed.head.head();
            link = link.after(&head.ledger, &head.account, number, slice);
            self.chain.push(slice.clone(), link);
        }
        if !fresh.is_empty() {
            self.replica = replica;
        }
        self.chain.set_head(feed.head.clone());
        let answered = self.answered_in(fresh);
        let head = feed.head.head();
        let new = u64::try_from(fresh.len()).unwrap_or(u64::MAX);
        Ok(Applied { new, day: head.day, record: head.record, answered })
    }
}

/// Takes one slice into a replica, or makes the replica of the first.
pub(super) fn take_in(replica: &mut Option<Replica>, account: Id, slice: &[u8]) -> Result<(), SliceError> {
    match replica {
        Some(replica) => replica.take_in(slice),
        None => {
            *replica = Some(Replica::opened(account, slice)?);
            Ok(())
        }
    }
}
