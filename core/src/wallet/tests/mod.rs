//! Wallets beside the ledgers they are shown.

#![allow(clippy::arithmetic_side_effects, reason = "the figures of the tests are small")]

mod equal;
mod file;
mod forks;
mod mandates;
mod outbox;
mod previews;

use super::Wallet;
use crate::feed::{FeedKey, Feeds};
use crate::id::Id;
use crate::ledger::Ledger;

pub(super) fn key() -> FeedKey {
    FeedKey::from_bytes(&[9; 32])
}

/// A wallet that was told everything.
pub(super) fn told(ledger: &Ledger, account: Id) -> Wallet {
    let mut wallet = Wallet::new(account, key().public());
    wallet.apply(&Feeds::of(ledger, key()).feed_for(&account, 0).unwrap()).unwrap();
    wallet
}
