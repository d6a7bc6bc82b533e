//! [`AccountCompared`]: an account as it stands beside how it would stand.

use std::collections::BTreeSet;

use super::lapsed::Lapses;
use super::tally::RefusedOrders;
use crate::books::AccountKind;
use crate::id::Id;
use crate::ledger::Ledger;
use crate::money::Balance;

/// An account that stands otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct AccountCompared {
    /// Its id.
    pub account: Id,
    /// What it is for.
    pub kind: AccountKind,
    /// How it stands.
    pub was: AccountStanding,
    /// How it would stand.
    pub is: AccountStanding,
}

/// How an account stands at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct AccountStanding {
    /// Whether it was opened at all; where it was not, the balance is zero.
    pub opened: bool,
    /// Its balance, below zero in the red.
    pub balance: Balance,
    /// Minor units that lapsed on it.
    pub lapsed: i128,
    /// How many orders were refused that are about it: by which it would have paid or, where nobody pays,
    /// received or been changed.
    pub refused: u64,
}

/// A ledger with what lapsed and what was refused in it.
type Side<'a> = (&'a Ledger, &'a Lapses, &'a RefusedOrders);

fn standing((ledger, lapses, refused): Side<'_>, account: &Id) -> AccountStanding {
    let row = ledger.state().books().find(account);
    AccountStanding {
        opened: row.is_some(),
        balance: row.map_or(Balance::ZERO, |row| row.balance()),
        lapsed: lapses.by_account.get(account).copied().unwrap_or_default(),
        refused: refused.by_account.get(account).copied().unwrap_or_default(),
    }
}

/// The accounts of either ledger that differ, and how many do not.
pub(super) fn compare([was, is]: [Side<'_>; 2]) -> (Vec<AccountCompared>, u64) {
    let mut compared = Vec::new();
    let mut alike: u64 = 0;
    let mut seen = BTreeSet::new();
    let accounts = [was.0, is.0].into_iter().flat_map(|ledger| ledger.state().books().accounts());
    for (_, row) in accounts {
        let (account, kind) = (row.id(), row.kind());
        if !seen.insert(account) {
            continue;
        }
        let (was, is) = (standing(was, &account), standing(is, &account));
        if was == is {
            alike = alike.saturating_add(1);
        } else {
            compared.push(AccountCompared { account, kind, was, is });
        }
    }
    (compared, alike)
}
