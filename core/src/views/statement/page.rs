//! Pages of a statement: the newest lines, without what came before them.

use super::{Statement, StatementLine, line};
use crate::id::Id;
use crate::ledger::Ledger;
use crate::views::walk::taken_back;
use crate::views::walk_back::{WalkBack, booked_before};

impl Statement {
    /// The newest lines of an account, the last one first: at most so many, of records before one if that is
    /// said. None if the ledger does not know the account. Looks at no more records than it must.
    pub(crate) fn page(
        ledger: &Ledger,
        account: &Id,
        before: Option<u64>,
        most: usize,
    ) -> Option<Vec<StatementLine>> {
        let mut balance = ledger.state().books().find(account)?.balance();
        let mut lines = Vec::new();
        for booked in WalkBack::through(ledger) {
            if lines.len() >= most {
                break;
            }
            let Some(leg) = booked.entry.leg(account) else { continue };
            if before.is_none_or(|before| booked.number < before) {
                let reverses = taken_back(&booked.order.ask);
                let original = reverses.and_then(|id| booked_before(ledger, booked.number, id));
                let moved = original.filter(|(_, _, entry)| entry.leg(account).is_some());
                let reverses = moved.map(|(number, ..)| number);
                lines.push(line(ledger, &booked, leg, balance, reverses));
            }
            balance = balance.checked_sub(leg.amount)?;
        }
        Some(lines)
    }
}
