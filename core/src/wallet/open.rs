//! Making a wallet, and starting anew.

use super::chain::Chain;
use super::outbox::Outbox;
use super::replica::Replica;
use super::{Wallet, WalletError};
use crate::calendar::Day;
use crate::design::Design;
use crate::feed::{ForkProof, Link, PublicKey, SignedHead};
use crate::id::Id;

impl Wallet {
    /// An empty wallet of an account, which believes feeds that this key signed.
    pub fn new(account: Id, key: PublicKey) -> Self {
        Self {
            account,
            key,
            chain: Chain::default(),
            replica: None,
            outbox: Outbox::default(),
            forks: Vec::new(),
        }
    }

    /// The same account with no slices: it keeps its outbox and the proofs of forks, and is told everything
    /// anew. For a wallet whose server went back to an older backup and on from there: what it had before
    /// is contradicted for good.
    #[must_use]
    pub fn started_anew(&self) -> Self {
        Self {
            account: self.account,
            key: self.key,
            chain: Chain::default(),
            replica: None,
            outbox: self.outbox.clone(),
            forks: self.forks.clone(),
        }
    }

    /// Whose wallet it is.
    pub fn account(&self) -> Id {
        self.account
    }

    /// The key that signs its feeds.
    pub fn key(&self) -> PublicKey {
        self.key
    }

    /// How many slices it has seen: the `since` of the next feed to ask for.
    pub fn seen(&self) -> u64 {
        self.chain.len()
    }

    /// The last head it accepted; none before the first feed.
    pub fn head(&self) -> Option<&SignedHead> {
        self.chain.head()
    }

    /// The proofs of forks it has met, in the order in which it met them.
    pub fn forks(&self) -> &[ForkProof] {
        &self.forks
    }

    /// The design in force on the last day that the server told.
    ///
    /// # Errors
    /// [`WalletError::NothingSeen`] before the first feed.
    pub fn design(&self) -> Result<&Design, WalletError> {
        Ok(self.replica()?.ledger().design())
    }

    /// The current day of the ledger, as the server told it last.
    ///
    /// # Errors
    /// [`WalletError::NothingSeen`] before the first feed.
    pub fn ledger_day(&self) -> Result<Day, WalletError> {
        Ok(self.replica()?.ledger().day())
    }

    /// How many slices it has, and the link of the last.
    pub(crate) fn at(&self) -> (u64, Link) {
        let seen = self.seen();
        (seen, self.chain.link(seen).unwrap_or_default())
    }

    pub(super) fn replica(&self) -> Result<&Replica, WalletError> {
        self.replica.as_ref().ok_or(WalletError::NothingSeen)
    }
}
