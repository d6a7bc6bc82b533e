//! The statement, in the journal's own numbers.

use super::{Wallet, WalletError};
use crate::calendar::Day;
use crate::ledger::Ledger;
use crate::views::{HeldLot, Statement, StatementLine};

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
            for lot in &mut line.lots {
                lot.lot = replica.lots().in_journal(lot.lot).unwrap_or(lot.lot);
            }
        }
        statement.held = self.in_journal(statement.held)?;
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

    /// The lots on the account in some books of it.
    pub(super) fn lots_on(&self, ledger: &Ledger) -> Result<Vec<HeldLot>, WalletError> {
        let held = HeldLot::on(ledger, &self.account).ok_or(WalletError::NotOpen(self.account))?;
        self.in_journal(held)
    }

    /// Lots that a preview only thought of keep their number, which the journal has for another one or not
    /// at all: they are left out.
    fn in_journal(&self, held: Vec<HeldLot>) -> Result<Vec<HeldLot>, WalletError> {
        let lots = self.replica()?.lots();
        let known = |mut held: HeldLot| {
            held.lot = lots.in_journal(held.lot)?;
            Some(held)
        };
        Ok(held.into_iter().filter_map(known).collect())
    }
}
