//! Many orders at a time: each by itself, or all or none.

use std::sync::Arc;

use muntwerk::calendar::Day;
use muntwerk::daybook::close_through;
use muntwerk::ledger::{Answer, Ledger as Core};
use muntwerk::orders::Order as CoreOrder;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::{Books, Ledger, closed, reading};
use crate::answer::{Answers, Refusal};
use crate::errors;
use crate::order::{OrderBatch, orders_of};

/// So many orders are executed between two looks at Python: a few milliseconds, in which Ctrl-C waits and
/// nobody else gets at the books; and one sync on a disk.
const CHUNK: usize = 4_096;

#[pymethods]
impl Ledger {
    /// Executes orders one after the other, each with its own answer, as if it had been asked alone.
    ///
    /// The interpreter is let go meanwhile. Ctrl-C stops between two orders: what was executed stays, and is
    /// answered as `repeated` when the batch is executed again.
    ///
    /// Args:
    ///     orders: An `OrderBatch`, or any iterable of orders.
    ///     all_or_nothing: Books all of them or none: at the first refusal the books are as they were, and
    ///         the ids can be used again. It runs to its end in one piece.
    ///     close_days: Closes the days before an order that is of a later day, as a day book does.
    ///     progress: Called with how many are done and how many there are, every few thousand orders; `True`
    ///         shows a bar.
    ///
    /// Raises:
    ///     BatchRefused: With `all_or_nothing`, for the first order that is refused; it has the `index`.
    #[pyo3(signature = (orders, *, all_or_nothing = false, close_days = false, progress = None))]
    fn execute_many(
        &self,
        py: Python<'_>,
        orders: &Bound<'_, PyAny>,
        all_or_nothing: bool,
        close_days: bool,
        progress: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Answers> {
        let orders = match orders.cast::<OrderBatch>() {
            Ok(batch) => batch.get().orders.clone(),
            Err(_) => Arc::new(orders_of(orders)?),
        };
        if all_or_nothing && close_days {
            return Err(PyValueError::new_err(
                "closing a day cannot be part of a batch that is all or nothing",
            ));
        }
        let progress = bar(py, progress, orders.len())?;
        let answers = if all_or_nothing {
            self.all(py, &orders)?
        } else {
            self.each(py, &orders, close_days, progress.as_ref())?
        };
        if let Some(progress) = &progress {
            progress.call1((orders.len(), orders.len()))?;
        }
        Ok(Answers { answers, design: self.design_now(py)? })
    }
}

impl Ledger {
    fn each(
        &self,
        py: Python<'_>,
        orders: &[CoreOrder],
        close_days: bool,
        progress: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Vec<Answer>> {
        let mut answers = Vec::with_capacity(orders.len());
        for chunk in orders.chunks(CHUNK) {
            py.check_signals()?;
            let done = &mut answers;
            self.detached(py, move |books| {
                books.change(|ledger| done.extend(chunk.iter().map(|order| one(ledger, order, close_days))))
            })?;
            if let Some(progress) = progress {
                progress.call1((answers.len(), orders.len()))?;
            }
        }
        Ok(answers)
    }

    fn all(&self, py: Python<'_>, orders: &[CoreOrder]) -> PyResult<Vec<Answer>> {
        py.check_signals()?;
        let done = self.detached(py, |books| match books {
            Books::Memory(ledger) => Ok(ledger.execute_all(orders)),
            Books::Stored(store) => store.execute_all(orders).map_err(errors::store),
            Books::Reading(_) => Err(reading()),
            Books::Closed => Err(closed()),
        })?;
        match done {
            Ok(receipts) => Ok(receipts.into_iter().map(Ok).collect()),
            Err(refused) => {
                let design = self.design_now(py)?;
                Err(errors::batch(refused, |refusal| Refusal::plain(refusal, &design)))
            }
        }
    }
}

fn one(ledger: &mut Core, order: &CoreOrder, close_days: bool) -> Answer {
    if close_days && order.booking_day > ledger.day() {
        let through = order.booking_day.minus_days(1).unwrap_or(Day::FIRST);
        // Refused or not: the order itself then says that its day has not come.
        let _ = close_through(ledger, through, order.booking_day);
    }
    ledger.execute(order)
}

/// What is told of the progress: a function of the caller's, or a bar.
pub(super) fn bar<'py>(
    py: Python<'py>,
    progress: Option<&Bound<'py, PyAny>>,
    all: usize,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    match progress {
        None => Ok(None),
        Some(callable) if callable.is_callable() => Ok(Some(callable.clone())),
        Some(wanted) if wanted.is_truthy()? => {
            Ok(Some(py.import("muntwerk._progress")?.call_method1("bar", (all,))?))
        }
        Some(_) => Ok(None),
    }
}
