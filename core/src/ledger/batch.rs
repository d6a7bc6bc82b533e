//! Batches that succeed whole or not at all.

use super::{Ledger, Receipt};
use crate::books::Change;
use crate::orders::{Ask, Order, Refusal, RefusalCode};

/// A batch was not booked: the first order that was refused, and why.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("order {index} of the batch was refused: {}", refusal.code)]
pub struct BatchRefused {
    /// Which order, counted from zero.
    pub index: usize,
    /// Why.
    pub refusal: Refusal,
}

impl Ledger {
    /// Executes all the orders or none of them. If one is refused, the books are as they were, and
    /// nothing is recorded, so that the corrected batch may use the same ids.
    ///
    /// # Errors
    /// [`BatchRefused`] names the first order that cannot be booked. Closing a day cannot be undone,
    /// and neither can giving units another end for everybody; both are refused as `not_in_batch`.
    pub fn execute_all(&mut self, orders: &[Order]) -> Result<Vec<Receipt>, BatchRefused> {
        let mut receipts = Vec::with_capacity(orders.len());
        let latest = self.state.latest;
        for (index, order) in orders.iter().enumerate() {
            match self.execute_in_batch(order) {
                Ok(receipt) => receipts.push(receipt),
                Err(refusal) => {
                    self.undo(&receipts);
                    self.state.latest = latest;
                    return Err(BatchRefused { index, refusal });
                }
            }
        }
        Ok(receipts)
    }

    fn execute_in_batch(&mut self, order: &Order) -> Result<Receipt, Refusal> {
        if matches!(order.ask, Ask::CloseDay(_)) {
            return Err(Refusal::new(RefusalCode::NotInBatch));
        }
        if self.register.find(self.register.hashed(order.id)).is_some() {
            return self.execute(order).map_err(|refused| refused.refusal);
        }
        let entry = self.decide(order)?;
        if entry.changes.iter().any(|change| matches!(change, Change::EndsMoved(_))) {
            return Err(Refusal::new(RefusalCode::NotInBatch));
        }
        Ok(self.record(order, &entry))
    }

    fn undo(&mut self, receipts: &[Receipt]) {
        for receipt in receipts.iter().rev().filter(|receipt| !receipt.repeated) {
            let Some(record) = self.history.get(receipt.number) else { continue };
            if let (Some(order), Some(entry)) = (record.order(), record.entry()) {
                self.state.revert(entry);
                self.register.forget(order.id);
            }
            self.history.pop();
        }
    }
}
