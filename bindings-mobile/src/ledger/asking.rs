//! Orders: decided, executed, one or many at a time; and the closing of days.

use muntwerk::calendar::Day;
use muntwerk::daybook::close_through;
use muntwerk::ledger::Answer as CoreAnswer;
use muntwerk::orders::Order as CoreOrder;

use super::Ledger;
use crate::answer::{Answer, Receipt, Refusal};
use crate::error::MuntwerkError;
use crate::mirror::{FromCore, IntoCore};
use crate::types::{Entry, Order};

#[uniffi::export]
impl Ledger {
    /// Decides an order and changes nothing: the entry that executing it would book now.
    ///
    /// # Errors
    /// [`MuntwerkError::Refused`] if it would be refused.
    pub fn decide(&self, order: Order) -> Result<Entry, MuntwerkError> {
        let order: CoreOrder = order.into_core()?;
        let ledger = self.lock()?;
        let decided = ledger.decide(&order);
        Ok(Entry::from_core(&decided.map_err(|refusal| Refusal::decided(&refusal, ledger.design()))?))
    }

    /// Decides an order, books it and records it; a refusal is recorded too and is final for the order's id.
    /// The same order again gets the first answer and books nothing.
    ///
    /// # Errors
    /// [`MuntwerkError::Refused`] if it is refused.
    pub fn execute(&self, order: Order) -> Result<Receipt, MuntwerkError> {
        let order: CoreOrder = order.into_core()?;
        let mut ledger = self.lock()?;
        match ledger.execute(&order) {
            Ok(receipt) => Ok(receipt.into()),
            Err(refused) => Err(Refusal::of(&refused, ledger.design()).into()),
        }
    }

    /// Executes orders one after the other, each with its own answer, as if it had been asked alone.
    ///
    /// # Errors
    /// [`MuntwerkError::Invalid`] if one of them cannot be read; then none is executed.
    pub fn execute_each(&self, orders: Vec<Order>) -> Result<Vec<Answer>, MuntwerkError> {
        let orders: Vec<CoreOrder> = orders.into_core()?;
        let mut ledger = self.lock()?;
        let answers: Vec<CoreAnswer> = orders.iter().map(|order| ledger.execute(order)).collect();
        let answer = |answer: CoreAnswer| match answer {
            Ok(receipt) => Answer::Booked(receipt.into()),
            Err(refused) => Answer::Refused(Refusal::of(&refused, ledger.design())),
        };
        Ok(answers.into_iter().map(answer).collect())
    }

    /// Executes all of the orders or none: at the first refusal the books are as they were, nothing is
    /// recorded, and the ids can be used again.
    ///
    /// # Errors
    /// [`MuntwerkError::BatchRefused`] for the first order that is refused.
    pub fn execute_all(&self, orders: Vec<Order>) -> Result<Vec<Receipt>, MuntwerkError> {
        let orders: Vec<CoreOrder> = orders.into_core()?;
        let mut ledger = self.lock()?;
        match ledger.execute_all(&orders) {
            Ok(receipts) => Ok(receipts.into_iter().map(Receipt::from).collect()),
            Err(refused) => Err(MuntwerkError::BatchRefused {
                index: u64::from_core(&refused.index),
                refusal: Refusal::decided(&refused.refusal, ledger.design()),
            }),
        }
    }

    /// Closes the current day and every day up to one, as the office-holder whom the design names for it: what
    /// is due lapses, notices are given. `today` is the civil day it really is. Nothing if that day is closed
    /// already, or nobody may.
    ///
    /// # Errors
    /// [`MuntwerkError::Refused`] if the closing is refused.
    pub fn close_through(&self, through: Day, today: Day) -> Result<Option<Receipt>, MuntwerkError> {
        let mut ledger = self.lock()?;
        match close_through(&mut ledger, through, today) {
            None => Ok(None),
            Some(Ok(receipt)) => Ok(Some(receipt.into())),
            Some(Err(refused)) => Err(Refusal::of(&refused, ledger.design()).into()),
        }
    }
}
