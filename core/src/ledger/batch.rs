//! Batches that succeed whole or not at all.

use super::apply::row;
use super::{Ledger, Receipt};
use crate::books::Change;
use crate::calendar::Day;
use crate::dense::AccountNo;
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

/// An order of a batch that was executed, and what taking it back needs beside its record: when whom it
/// moved had acted before.
struct Done {
    receipt: Receipt,
    acted_on: Vec<(AccountNo, Day)>,
}

impl Ledger {
    /// Executes all the orders or none of them. If one is refused, the books are as they were, and
    /// nothing is recorded, so that the corrected batch may use the same ids.
    ///
    /// # Errors
    /// [`BatchRefused`] names the first order that cannot be booked. Closing a day cannot be undone,
    /// and neither can giving units another end for everybody; both are refused as `not_in_batch`.
    pub fn execute_all(&mut self, orders: &[Order]) -> Result<Vec<Receipt>, BatchRefused> {
        let mut done = Vec::with_capacity(orders.len());
        let latest = self.state.latest;
        for (index, order) in orders.iter().enumerate() {
            match self.execute_in_batch(order) {
                Ok(one) => done.push(one),
                Err(refusal) => {
                    self.undo(&done);
                    self.state.latest = latest;
                    return Err(BatchRefused { index, refusal });
                }
            }
        }
        Ok(done.into_iter().map(|one| one.receipt).collect())
    }

    fn execute_in_batch(&mut self, order: &Order) -> Result<Done, Refusal> {
        if matches!(order.ask, Ask::CloseDay(_)) {
            return Err(Refusal::new(RefusalCode::NotInBatch));
        }
        if self.register.find(self.register.hashed(order.id)).is_some() {
            let receipt = self.execute(order).map_err(|refused| refused.refusal)?;
            return Ok(Done { receipt, acted_on: Vec::new() });
        }
        let entry = self.decide(order)?;
        if entry.changes.iter().any(|change| matches!(change, Change::EndsMoved(_))) {
            return Err(Refusal::new(RefusalCode::NotInBatch));
        }
        let rows = entry.legs.iter().filter_map(|leg| row(&self.state.books, &leg.account));
        let acted_on =
            rows.filter_map(|row| Some((row, self.state.books.account(row)?.acted_on()))).collect();
        Ok(Done { receipt: self.record(order, &entry), acted_on })
    }

    fn undo(&mut self, done: &[Done]) {
        for Done { receipt, acted_on } in done.iter().rev().filter(|one| !one.receipt.repeated) {
            let Some(record) = self.history.get(receipt.number) else { continue };
            if let (Some(order), Some(entry)) = (record.order(), record.entry()) {
                self.state.revert(entry);
                self.register.forget(order.id);
                for (row, on) in acted_on {
                    self.state.books.acted(*row, *on);
                }
            }
            self.history.pop();
        }
    }
}
