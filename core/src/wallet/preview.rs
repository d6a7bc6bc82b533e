//! Previews: what an order will come to, without a connection.

use super::scratch::Scratch;
use super::{Preview, Wallet, WalletError};
use crate::calendar::Day;
use crate::orders::Order;

impl Wallet {
    /// What an order will come to on the phone's civil day, after the orders in the outbox. It is decided
    /// by the rules of the server on a copy of the wallet's books; nothing is kept.
    ///
    /// Of the order's booking day nothing is taken: it is that day. What the answer takes for granted is
    /// named in it.
    ///
    /// # Errors
    /// [`WalletError`] before the account is there, or if the phone's day is out of reach.
    pub fn preview(&self, order: &Order, today: Day) -> Result<Preview, WalletError> {
        let scratch = self.after_outbox(today, Some(order))?;
        let (expected, assumed, _) = scratch.tried(order);
        Ok(Preview { day: scratch.day(), record: self.record(), expected, assumed })
    }

    /// The books on a day, after the orders in the outbox as they are expected to come out.
    pub(super) fn after_outbox(&self, today: Day, but: Option<&Order>) -> Result<Scratch<'_>, WalletError> {
        let replica = self.replica()?;
        if replica.own().is_none() {
            return Err(WalletError::NotOpen(self.account));
        }
        let mut scratch = Scratch::on(replica, today)?;
        for order in self.outbox().iter().filter(|order| but.is_none_or(|but| but.id != order.id)) {
            if let (_, _, Some(entry)) = scratch.tried(order) {
                scratch.book(order, &entry);
            }
        }
        Ok(scratch)
    }

    pub(super) fn record(&self) -> u64 {
        self.head().map_or(0, |head| head.head().record)
    }
}
