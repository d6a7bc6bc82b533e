//! [`Pendings`]: the orders that wait.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Pending;
use crate::calendar::Day;
use crate::id::OrderId;

/// The orders that wait for somebody, by id.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pendings {
    waiting: BTreeMap<OrderId, Pending>,
    // Those that ended today stay until the day closes, so that an ending can be taken back.
    ended_today: Vec<Pending>,
}

impl Pendings {
    /// A waiting order.
    pub fn find(&self, id: OrderId) -> Option<&Pending> {
        self.waiting.get(&id)
    }

    /// Every waiting order, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Pending> {
        self.waiting.values()
    }

    pub(crate) fn open(&mut self, pending: &Pending) {
        self.waiting.insert(pending.order.id, pending.clone());
    }

    pub(crate) fn unopen(&mut self, id: OrderId) {
        self.waiting.remove(&id);
    }

    pub(crate) fn end(&mut self, id: OrderId) {
        self.ended_today.extend(self.waiting.remove(&id));
    }

    pub(crate) fn unend(&mut self) {
        if let Some(pending) = self.ended_today.pop() {
            self.waiting.insert(pending.order.id, pending);
        }
    }

    pub(crate) fn close_day(&mut self) {
        self.ended_today.clear();
    }

    /// Those that could be completed until a day and no longer.
    pub(crate) fn expiring(&self, day: Day) -> impl Iterator<Item = OrderId> {
        self.waiting.values().filter(move |pending| pending.until <= day).map(|pending| pending.order.id)
    }
}
