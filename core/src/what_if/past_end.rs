//! Units that are still there though their end has passed.

use crate::books::Account;
use crate::dense::LotNo;
use crate::ledger::Ledger;
use crate::money::Amount;

/// Minor units on participants' accounts whose last day lies before the ledger's current day.
pub(super) fn past_end(ledger: &Ledger) -> i128 {
    let books = ledger.state().books();
    let passed = |lot: LotNo| {
        let end = books.lot(lot).and_then(|lot| lot.facts().ends_on);
        end.is_some_and(|end| end < ledger.day())
    };
    let participants = books.accounts().map(|(_, account)| account).filter(|one| one.kind().is_participant());
    let held = participants.map(Account::holdings).flat_map(|holdings| holdings.iter());
    let past = held.filter(|(lot, _): &(LotNo, Amount)| passed(*lot));
    past.map(|(_, amount)| i128::from(amount.minor())).fold(0, i128::saturating_add)
}
