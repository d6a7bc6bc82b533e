//! One order at a time: previewed, executed.

use muntwerk::daybook::close_through;
use muntwerk::orders::AskKind;
use pyo3::prelude::*;

use super::{Books, Ledger};
use crate::answer::{Receipt, Refusal};
use crate::day::{day, maybe_day};
use crate::errors::{self, refused};
use crate::order::Order;
use crate::typed::typed;

#[pymethods]
impl Ledger {
    /// Decides an order and changes nothing: the entry that executing it would book now.
    ///
    /// Raises:
    ///     Refused: If it would be refused, with the code, the rule and the figures.
    fn preview(&self, py: Python<'_>, order: &Order) -> PyResult<Py<PyAny>> {
        let (decided, design) = {
            let books = self.lock(py)?;
            let ledger = books.ledger()?;
            match ledger.decide(&order.core) {
                Ok(entry) => (Ok(entry), None),
                Err(refusal) => (Err(refusal), Some(ledger.design().clone())),
            }
        };
        match (decided, design) {
            (Err(refusal), Some(design)) => Err(refused(Refusal::plain(refusal, &design))),
            (Err(refusal), None) => Err(errors::MuntwerkError::new_err(refusal.to_string())),
            (Ok(entry), _) => typed(py, "books.Entry", &entry),
        }
    }

    /// Decides an order, books it and records it; a refusal is recorded too and is final for the order's id.
    /// The same order again gets the first answer and books nothing.
    ///
    /// Raises:
    ///     Refused: If it is refused, with the code, the rule and the figures.
    fn execute(&self, py: Python<'_>, order: &Order) -> PyResult<Receipt> {
        match self.asked(py, order)? {
            Ok(receipt) => Ok(receipt),
            Err(refusal) => Err(refused(refusal)),
        }
    }

    /// The same with the refusal as the answer, and not raised.
    #[pyo3(signature = (order) -> "Receipt | Refusal")]
    fn answer(&self, py: Python<'_>, order: &Order) -> PyResult<Py<PyAny>> {
        match self.asked(py, order)? {
            Ok(receipt) => Ok(Py::new(py, receipt)?.into_any()),
            Err(refusal) => Ok(Py::new(py, refusal)?.into_any()),
        }
    }

    /// Closes the current day and every day up to one, as the office-holder whom the design names for it:
    /// what is due lapses, notices are given. `None` if that day is closed already, or nobody may.
    ///
    /// Args:
    ///     through: The last day to close.
    ///     today: The civil day it really is; the day after `through` unless it is given.
    ///
    /// Raises:
    ///     Refused: If the closing is refused.
    #[pyo3(signature = (through, today = None))]
    fn close_day(
        &self,
        py: Python<'_>,
        through: &Bound<'_, PyAny>,
        today: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Option<Receipt>> {
        let through = day(through, "through")?;
        let today = maybe_day(today, "today")?.or_else(|| through.next()).unwrap_or(through);
        let closed =
            self.detached(py, |books| books.change(|ledger| close_through(ledger, through, today)))?;
        match closed {
            None => Ok(None),
            Some(Ok(receipt)) => Ok(Some(receipt.into())),
            Some(Err(no)) => Err(refused(Refusal::of(no, &*self.design_now(py)?))),
        }
    }
}

impl Ledger {
    fn asked(&self, py: Python<'_>, order: &Order) -> PyResult<Result<Receipt, Refusal>> {
        let in_memory = {
            let mut books = self.lock(py)?;
            match &mut *books {
                // Faster than letting go of the interpreter would be; but closing a day may take long.
                Books::Memory(ledger) if order.core.ask.kind() != AskKind::CloseDay => {
                    Some(ledger.execute(&order.core))
                }
                _ => None,
            }
        };
        let answer = match in_memory {
            Some(answer) => answer,
            None => self.detached(py, |books| books.change(|ledger| ledger.execute(&order.core)))?,
        };
        match answer {
            Ok(receipt) => Ok(Ok(receipt.into())),
            Err(no) => {
                let refusal = self.look(py, |ledger| Refusal::of(no, ledger.design()))?;
                Ok(Err(refusal))
            }
        }
    }
}
