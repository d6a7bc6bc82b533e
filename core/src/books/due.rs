//! [`Due`]: which accounts may hold units that end on a day, and the notices given about them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Notice;
use crate::calendar::Day;
use crate::dense::{AccountNo, NumberSet};

/// Accounts by end date. An account stays listed until the date is dealt with, also if it spent the
/// units meanwhile; so a transfer costs one bit, and closing a day walks only the dates that are due.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Due {
    by_end: BTreeMap<Day, NumberSet>,
    notices: BTreeMap<(Day, AccountNo), Notice>,
    runs: BTreeMap<Day, Day>,
    /// Notices about every end date up to this one have been given.
    noticed_through: Day,
}

impl Default for Due {
    fn default() -> Self {
        Self {
            by_end: BTreeMap::new(),
            notices: BTreeMap::new(),
            runs: BTreeMap::new(),
            noticed_through: Day::FIRST,
        }
    }
}

impl PartialEq for Due {
    fn eq(&self, other: &Self) -> bool {
        // Who may hold what is a hint that follows from the holdings; it may name too many.
        self.notices == other.notices
            && self.runs == other.runs
            && self.noticed_through == other.noticed_through
    }
}

impl Due {
    pub(super) fn expect(&mut self, end: Day, account: AccountNo) {
        self.by_end.entry(end).or_default().insert(account.0);
    }

    /// The end dates up to a day that some account may still have units of.
    pub(super) fn ends_through(&self, day: Day) -> impl Iterator<Item = Day> {
        self.by_end.range(..=day).map(|(end, _)| *end)
    }

    /// The first account from a row on that may hold units of an end date.
    pub(super) fn first_account(&self, end: Day, from: AccountNo) -> Option<AccountNo> {
        self.by_end.get(&end)?.first_from(from.0).map(AccountNo)
    }

    pub(super) fn notice(&self, end: Day, account: AccountNo) -> Option<&Notice> {
        self.notices.get(&(end, account))
    }

    pub(super) fn notices(&self) -> impl Iterator<Item = (Day, AccountNo, &Notice)> {
        self.notices.iter().map(|((end, account), notice)| (*end, *account, notice))
    }

    pub(super) fn set_notice(&mut self, end: Day, account: AccountNo, notice: Option<Notice>) {
        match notice {
            Some(notice) => self.notices.insert((end, account), notice),
            None => self.notices.remove(&(end, account)),
        };
    }

    /// The civil day on which the notices about an end date were given.
    pub(super) fn run(&self, end: Day) -> Option<Day> {
        self.runs.get(&end).copied()
    }

    /// The last end date about which notices have been given, with all before it.
    pub(super) fn noticed_through(&self) -> Day {
        self.noticed_through
    }

    /// Whether notices were given, or are not owed any more, about the end dates up to a day.
    pub(super) fn set_noticed_through(&mut self, end: Day) {
        self.noticed_through = end;
    }

    /// The end dates after the last one that was noticed, up to a horizon, that some account may have
    /// units of.
    pub(super) fn to_notice(&self, horizon: Day) -> impl Iterator<Item = Day> {
        let listed = self.by_end.range(..=horizon).map(|(end, _)| *end);
        listed.skip_while(|end| *end <= self.noticed_through)
    }

    /// Notices were given about every end date up to one. Whoever gets units of those dates later, when
    /// nobody held any yet, counts as told on the same day.
    pub(super) fn ran(&mut self, through: Day, given_on: Day, today: Day) {
        let listed: Vec<Day> = self.to_notice(through).collect();
        let mut coming = self.noticed_through.max(today).next().filter(|end| *end <= through);
        while let Some(end) = coming {
            self.runs.insert(end, given_on);
            coming = end.next().filter(|end| *end <= through);
        }
        for end in listed {
            self.runs.entry(end).or_insert(given_on);
        }
        self.noticed_through = self.noticed_through.max(through);
    }

    /// Units of one end on an account get another. A notice about the old end stands for the new one too
    /// if it is too late to give another.
    pub(super) fn move_end(&mut self, account: AccountNo, had: Option<Day>, end: Day) {
        self.expect(end, account);
        let carried = had.and_then(|had| self.notice(had, account)).copied();
        if let Some(notice) = carried.filter(|_| end <= self.noticed_through) {
            self.notices.entry((end, account)).or_insert(notice);
        }
    }

    pub(super) fn settle(&mut self, end: Day, account: AccountNo) {
        self.notices.remove(&(end, account));
        if let Some(accounts) = self.by_end.get_mut(&end) {
            accounts.remove(account.0);
            if accounts.is_empty() {
                self.by_end.remove(&end);
                self.runs.remove(&end);
            }
        }
    }

    /// Drops the accounts that no longer hold anything of the end dates up to a day.
    pub(super) fn forget_spent(&mut self, day: Day, holds: impl Fn(AccountNo, Day) -> bool) {
        let ends: Vec<Day> = self.ends_through(day).collect();
        for end in ends {
            let mut from = Some(AccountNo(0));
            while let Some(account) = from.and_then(|from| self.first_account(end, from)) {
                if !holds(account, end) {
                    self.settle(end, account);
                }
                from = account.get().checked_add(1).map(AccountNo);
            }
        }
        let by_end = &self.by_end;
        self.runs.retain(|end, _| *end > day || by_end.contains_key(end));
    }
}
