//! [`Offices`]: how every office stands, and the sendings under way.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{OfficeDay, Sending};
use crate::id::{Id, OrderId};

/// A status of an office or of a sending that an entry changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[allow(clippy::exhaustive_enums)]
pub enum OfficeChange {
    /// Notes left with a carrier.
    Sent(Box<Sending>),
    /// They were received, or given up.
    Arrived(Box<Sending>),
    /// An office opened, was counted, settled, or ended.
    Day {
        /// Which office.
        office: Id,
        /// How it stood; an office that never opened did not.
        was: Option<Box<OfficeDay>>,
        /// How it stands now.
        is: Box<OfficeDay>,
    },
}

/// Every office that ever opened, and every sending that has not arrived.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Offices {
    days: BTreeMap<Id, OfficeDay>,
    sendings: BTreeMap<OrderId, Sending>,
}

impl Offices {
    /// How an office stands; none if it never opened.
    pub fn day(&self, office: &Id) -> Option<&OfficeDay> {
        self.days.get(office)
    }

    /// Every office that ever opened, by id.
    pub fn days(&self) -> impl Iterator<Item = (&Id, &OfficeDay)> {
        self.days.iter()
    }

    /// A sending that has not arrived, by the order that sent it.
    pub fn sending(&self, order: OrderId) -> Option<&Sending> {
        self.sendings.get(&order)
    }

    /// Every sending that has not arrived, by order.
    pub fn sendings(&self) -> impl Iterator<Item = &Sending> {
        self.sendings.values()
    }

    pub(crate) fn apply(&mut self, change: &OfficeChange) {
        match change {
            OfficeChange::Sent(sending) => drop(self.sendings.insert(sending.order, (**sending).clone())),
            OfficeChange::Arrived(sending) => drop(self.sendings.remove(&sending.order)),
            OfficeChange::Day { office, is, .. } => drop(self.days.insert(*office, (**is).clone())),
        }
    }

    pub(crate) fn revert(&mut self, change: &OfficeChange) {
        match change {
            OfficeChange::Sent(sending) => drop(self.sendings.remove(&sending.order)),
            OfficeChange::Arrived(sending) => {
                self.sendings.insert(sending.order, (**sending).clone());
            }
            OfficeChange::Day { office, was, .. } => match was {
                Some(was) => drop(self.days.insert(*office, (**was).clone())),
                None => drop(self.days.remove(office)),
            },
        }
    }

    /// Whether a change fits how things stand.
    pub(crate) fn fits(&self, change: &OfficeChange) -> bool {
        match change {
            OfficeChange::Sent(sending) => self.sending(sending.order).is_none(),
            OfficeChange::Arrived(sending) => self.sending(sending.order) == Some(sending),
            OfficeChange::Day { office, was, is } => {
                let there = self.day(office) == was.as_deref();
                let ended = matches!(was.as_deref(), Some(OfficeDay::Ended { .. }));
                there && !ended && follows(was.as_deref(), is)
            }
        }
    }
}

/// Which way of standing can follow which.
fn follows(was: Option<&OfficeDay>, is: &OfficeDay) -> bool {
    match is {
        OfficeDay::Open { .. } => !matches!(was, Some(OfficeDay::Open { .. })),
        OfficeDay::Counted { .. } => matches!(was, Some(OfficeDay::Open { .. })),
        OfficeDay::Settled { .. } => matches!(was, Some(OfficeDay::Counted { .. })),
        OfficeDay::Ended { .. } => {
            matches!(was, Some(OfficeDay::Counted { .. } | OfficeDay::Settled { .. }))
        }
    }
}
