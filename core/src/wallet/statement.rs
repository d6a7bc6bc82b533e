//! The statement, with the numbers that records have in the journal.

use super::replica::Replica;
use super::{Wallet, WalletError};
use crate::calendar::Day;
use crate::views::{Statement, StatementLine};

impl Wallet {
    /// The account over a period of booking days, as the server told it so far: what is in the outbox is
    /// not in it.
    ///
    /// # Errors
    /// [`WalletError`] before the account is there.
    pub fn statement(&self, from: Day, through: Day) -> Result<Statement, WalletError> {
        let replica = self.replica()?;
        let statement = Statement::of(replica.ledger(), &self.account, from, through);
        let mut statement = statement.ok_or(WalletError::NotOpen(self.account))?;
        name_as_the_journal(&mut statement.lines, replica);
        // Where in a line the member stands, an account does not see.
        statement.waits.clear();
        Ok(statement)
    }

    /// A page of the statement, the newest line first: at most `most` lines of records before a record,
    /// or from the last on. Takes time in proportion to what it shows.
    ///
    /// # Errors
    /// [`WalletError`] before the account is there.
    pub fn statement_page(&self, before: Option<u64>, most: u32) -> Result<Vec<StatementLine>, WalletError> {
        let replica = self.replica()?;
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        let before = before.map(|record| replica.first_from(record));
        let lines = Statement::page(replica.ledger(), &self.account, before, most);
        let mut lines = lines.ok_or(WalletError::NotOpen(self.account))?;
        name_as_the_journal(&mut lines, replica);
        Ok(lines)
    }
}

/// Puts the numbers that records have in the journal in the place of those in the wallet.
fn name_as_the_journal(lines: &mut [StatementLine], replica: &Replica) {
    for line in lines {
        line.record = replica.in_journal(line.record).unwrap_or(line.record);
        line.reverses = line.reverses.and_then(|record| replica.in_journal(record));
    }
}
