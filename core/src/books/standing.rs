//! [`Standing`]: which accounts may have been quiet for long, and which are leaving.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Account, AccountState};
use crate::calendar::Day;
use crate::dense::{AccountNo, NumberSet};

/// Active accounts by a day since which they may have been quiet, warnings given, and leavers.
///
/// An account stays listed under the day on which it was last looked at, however often it acts after
/// that: acting costs nothing here, and closing a day walks only the days that are due.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Standing {
    quiet: BTreeMap<Day, NumberSet>,
    warned: BTreeMap<AccountNo, Day>,
    leavers: NumberSet,
}

impl PartialEq for Standing {
    fn eq(&self, other: &Self) -> bool {
        // The lists are hints that follow from the accounts; they may name too many.
        self.warned == other.warned
    }
}

impl Standing {
    /// Lists an account under its state.
    pub(super) fn list(&mut self, row: AccountNo, account: &Account) {
        match account.state {
            AccountState::Active => {
                self.quiet.entry(account.quiet_since()).or_default().insert(row.get());
            }
            AccountState::Leaver => self.leavers.insert(row.get()),
            _ => {}
        }
    }

    pub(super) fn unlist(&mut self, row: AccountNo, account: &Account) {
        if let Some(rows) = self.quiet.get_mut(&account.quiet_since()) {
            rows.remove(row.get());
        }
        self.leavers.remove(row.get());
    }

    pub(super) fn warn(&mut self, row: AccountNo, given_on: Day) {
        self.warned.insert(row, given_on);
    }

    /// The day on which the account was warned, if it has been quiet since before that.
    pub(super) fn warned(&self, row: AccountNo, account: &Account) -> Option<Day> {
        let given_on = self.warned.get(&row).copied();
        given_on.filter(|on| account.state == AccountState::Active && account.quiet_since() < *on)
    }

    /// The days under which accounts are listed, oldest first.
    pub(super) fn quiet_days(&self) -> impl Iterator<Item = Day> {
        self.quiet.keys().copied()
    }

    /// The first account from a row on that may be due: one that may have been quiet since a day up to
    /// this one, one that was warned, or a leaver.
    pub(super) fn first_listed(&self, quiet_through: Option<Day>, from: AccountNo) -> Option<AccountNo> {
        let quiet = quiet_through.into_iter().flat_map(|through| self.quiet.range(..=through));
        let quiet = quiet.filter_map(|(_, rows)| rows.first_from(from.get()));
        let warned = self.warned.range(from..).next().map(|(row, _)| row.get());
        let rows = quiet.chain(warned).chain(self.leavers.first_from(from.get()));
        rows.min().map(AccountNo)
    }

    /// Lists anew whatever was looked at: accounts that acted since, under the day on which they did.
    pub(super) fn looked_at<'a>(
        &mut self,
        quiet_through: Option<Day>,
        account: impl Fn(AccountNo) -> Option<&'a Account>,
    ) {
        let mut again: Vec<AccountNo> = Vec::new();
        while let Some(through) = quiet_through
            && let Some(first) = self.quiet.first_entry().filter(|first| *first.key() <= through)
        {
            let rows = first.remove();
            let mut from = Some(0);
            while let Some(row) = from.and_then(|from| rows.first_from(from)) {
                again.push(AccountNo(row));
                from = row.checked_add(1);
            }
        }
        for row in self.warned.keys().copied().collect::<Vec<_>>() {
            if account(row).is_none_or(|account| self.warned(row, account).is_none()) {
                self.warned.remove(&row);
                again.push(row);
            }
        }
        for row in again {
            let Some(account) = account(row) else { continue };
            if account.state == AccountState::Active && self.warned(row, account).is_none() {
                self.list(row, account);
            }
        }
    }
}
