//! [`Tally`]: what the orders came to, counted as they are tried.

use std::collections::{BTreeMap, BTreeSet};

use super::tried::Tried;
use super::{CameTo, Changed, LeftOut, Orphaned, asked};
use crate::id::{Id, OrderId};

/// What was refused in one ledger.
#[derive(Clone, Debug, Default)]
pub(super) struct RefusedOrders {
    pub(super) count: u64,
    pub(super) units: i128,
    /// Those that do not say how many units.
    pub(super) unsaid: u64,
    pub(super) by_account: BTreeMap<Id, u64>,
}

impl RefusedOrders {
    fn take(&mut self, units: Option<i128>, account: Option<Id>) {
        self.count = self.count.saturating_add(1);
        match units {
            Some(units) => self.units = self.units.saturating_add(units),
            None => self.unsaid = self.unsaid.saturating_add(1),
        }
        if let Some(account) = account {
            let count = self.by_account.entry(account).or_default();
            *count = count.saturating_add(1);
        }
    }
}

/// What the orders came to in both ledgers.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) tried: u64,
    pub(super) moved_otherwise: u64,
    pub(super) was: RefusedOrders,
    pub(super) is: RefusedOrders,
    pub(super) changed: Vec<Changed>,
    pub(super) orphaned: Vec<Orphaned>,
    pub(super) left_out: Vec<LeftOut>,
    /// The account each order was about, for the orders that name it.
    accounts: BTreeMap<OrderId, Id>,
    /// Those that were not refused and would be.
    now_refused: BTreeSet<OrderId>,
}

impl Tally {
    pub(super) fn take(&mut self, tried: &Tried<'_>) {
        let order = tried.order;
        let (was, is) = (tried.was.came_to(order), tried.is.came_to(order));
        self.tried = self.tried.saturating_add(1);
        let account = asked::account(&order.ask).or_else(|| self.accounts.get(&tried.named()?).copied());
        if let Some(account) = account {
            self.accounts.insert(order.id, account);
        }
        if was.is_refused() {
            self.was.take(tried.units(), account);
        }
        if is.is_refused() {
            self.is.take(tried.units(), account);
        }
        if was != is {
            self.change(tried, was, is);
        } else if was == CameTo::Booked && !tried.moves_alike() {
            self.moved_otherwise = self.moved_otherwise.saturating_add(1);
        }
        self.orphan(tried, was, is);
    }

    fn change(&mut self, tried: &Tried<'_>, was: CameTo, is: CameTo) {
        let order = tried.order;
        let (number, day, ask) = (tried.number, tried.day, order.ask.kind());
        self.changed.push(Changed { number, order: order.id, day, ask, units: tried.units(), was, is });
        if is.is_refused() && !was.is_refused() {
            self.now_refused.insert(order.id);
        }
    }

    /// What was booked about an order that would be refused.
    fn orphan(&mut self, tried: &Tried<'_>, was: CameTo, is: CameTo) {
        let gone = tried.named().filter(|named| self.now_refused.contains(named));
        if let Some(names) = gone.filter(|_| !was.is_refused()) {
            let (number, order, ask) = (tried.number, tried.order.id, tried.order.ask.kind());
            self.orphaned.push(Orphaned { number, order, ask, names, is });
        }
    }
}
