//! The orders to send.

use super::{OutboxError, Wallet};
use crate::id::OrderId;
use crate::orders::Order;

/// The orders that were not answered yet, in the order in which they were made.
#[derive(Clone, Default)]
pub(super) struct Outbox {
    orders: Vec<Order>,
}

impl Outbox {
    pub(super) fn is_empty(&self) -> bool {
        self.orders.is_empty()
    }

    pub(super) fn orders(&self) -> &[Order] {
        &self.orders
    }

    pub(super) fn push(&mut self, order: Order) {
        self.orders.push(order);
    }

    pub(super) fn take(&mut self, id: OrderId) -> Option<Order> {
        let place = self.orders.iter().position(|order| order.id == id)?;
        Some(self.orders.remove(place))
    }
}

impl Wallet {
    /// Keeps an order until it is answered. Save the wallet before the order is sent, so that a phone that
    /// dies in between sends the same order again and not another one. The same order twice is kept once.
    ///
    /// The server books it on the day on which it arrives, whatever its booking day says: the host puts its
    /// own day and instant on the envelope ([`Order::received`]).
    ///
    /// # Errors
    /// [`OutboxError`] if the id was used for another order, or the order was answered before.
    pub fn put_in_outbox(&mut self, order: Order) -> Result<(), OutboxError> {
        let id = order.id;
        if let Some(waiting) = self.outbox.orders().iter().find(|waiting| waiting.id == id) {
            return if waiting.asks_the_same_as(&order) { Ok(()) } else { Err(OutboxError::IdConflict(id)) };
        }
        let answered = self.replica.as_ref().and_then(|replica| replica.ledger().answered(id));
        match answered {
            Some(earlier) if earlier.asks_the_same_as(&order) => Err(OutboxError::Answered(id)),
            Some(_) => Err(OutboxError::IdConflict(id)),
            None => {
                self.outbox.push(order);
                Ok(())
            }
        }
    }

    /// The orders to send, oldest first: all that were not answered yet. Sending one again does no harm.
    pub fn outbox(&self) -> &[Order] {
        self.outbox.orders()
    }
}
