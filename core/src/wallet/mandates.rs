//! Who may act for whom.

use super::{Wallet, WalletError};
use crate::calendar::Day;
use crate::people::Mandate;

impl Wallet {
    /// The mandates that the holders of the account gave or hold and that are in force on the phone's civil
    /// day or later, by id.
    ///
    /// # Errors
    /// [`WalletError::NothingSeen`] before the first feed.
    pub fn mandates(&self, today: Day) -> Result<Vec<Mandate>, WalletError> {
        let mandates = self.replica()?.ledger().state().people().mandates();
        let in_force = |mandate: &&Mandate| mandate.revoked.is_none() && today <= mandate.until;
        Ok(mandates.filter(in_force).cloned().collect())
    }
}
