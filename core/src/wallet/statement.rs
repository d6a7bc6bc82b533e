//! The statement, with the numbers that records have in the journal.

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
        for line in &mut statement.lines {
            line.record = replica.in_journal(line.record).unwrap_or(line.record);
            line.reverses = line.reverses.and_then(|record| replica.in_journal(record));
        }
        // Where in a line the member stands, an account does not see.
        statement.waits.clear();
        Ok(statement)
    }

    /// A page of the statement, the newest line first: at most `most` lines of records before a record,
    /// or from the last on.
    ///
    /// # Errors
    /// [`WalletError`] before the account is there.
    pub fn statement_page(&self, before: Option<u64>, most: u32) -> Result<Vec<StatementLine>, WalletError> {
        let mut lines = self.statement(Day::FIRST, Day::LAST)?.lines;
        lines.retain(|line| before.is_none_or(|before| line.record < before));
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        lines.drain(..lines.len().saturating_sub(most));
        lines.reverse();
        Ok(lines)
    }
}
