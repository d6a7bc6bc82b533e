//! Rows of a table as orders: its columns are those of the day book, and the day book reads them.

use std::ops::Range;

use muntwerk::daybook::{Column as Of, LineError, Row, read_order};
use muntwerk::design::euro_scale;
use muntwerk::ledger::Ledger as Core;
use muntwerk::money::Scale;
use muntwerk::orders::Order;
use pyo3::prelude::*;

use super::capsule::batches;
use super::column::{Column, Meant};
use super::known::{Columns, Known};
use crate::ledger::Ledger;
use crate::order::OrderBatch;

#[pymethods]
impl Ledger {
    /// Reads the rows of a table as orders, and executes none of them.
    ///
    /// The columns are those of the day book (`line`, `day`, `what`, `actor`, `role` and what the kind of line
    /// needs). An amount is a decimal, a figure as text, or whole minor units; a day is a date or `2025-01-31`.
    ///
    /// Args:
    ///     table: Anything with `__arrow_c_stream__` or `__arrow_c_array__`: a table of pyarrow, a frame of
    ///         pandas or polars.
    ///     skip_bad_rows: Leaves out rows that cannot be read; they are in `errors` of the batch.
    ///
    /// Raises:
    ///     TypeError: If a column has a type that it cannot have, such as a float where an amount is meant.
    ///     ValueError: If a column is unknown, doubled, or missing.
    ///     RowsError: With everything that is wrong in the rows: row (from 0), column, reason.
    #[pyo3(signature = (table, *, skip_bad_rows = false))]
    fn orders_from_arrow(
        &self,
        py: Python<'_>,
        table: &Bound<'_, PyAny>,
        skip_bad_rows: bool,
    ) -> PyResult<OrderBatch> {
        let all = Of::ALL.map(|of| (of, of.name()));
        let columns = Columns { rows_of: "a day book", all: &all, needed: Of::NEEDED };
        let batches: PyResult<Vec<_>> =
            batches(table)?.into_iter().map(|batch| columns.know(batch)).collect();
        let batches = batches?;
        let (orders, errors) = self.look_long(py, |ledger| read(ledger, &batches))?;
        OrderBatch::read(orders, errors, skip_bad_rows)
    }
}

/// How the numbers of a column are meant.
fn meant(of: Of, unit: Scale) -> Meant {
    match of {
        Of::Amount | Of::Floor | Of::Ceiling | Of::PerOrder | Of::PerMonth => Meant::Money(unit),
        Of::Euro | Of::EuroPrice => Meant::Money(euro_scale()),
        _ => Meant::Plain,
    }
}

/// The orders of some rows, and everything that is wrong in them.
type Read = (Vec<Order>, Vec<LineError>);

/// Fewer rows than this are read before another thread would have begun.
const WORTH_A_THREAD: usize = 5_000;

fn read(ledger: &Core, batches: &[Known<Of>]) -> Read {
    let unit = ledger.design().unit().scale;
    let (mut orders, mut errors) = (Vec::new(), Vec::new());
    let mut first = 0_usize;
    for batch in batches {
        let columns: Vec<(Of, Meant, &Column)> =
            batch.columns.iter().map(|(of, column)| (*of, meant(*of, unit), column)).collect();
        for (read, wrong) in in_parts(batch.rows, |rows| read_rows(ledger, &columns, first, rows)) {
            orders.extend(read);
            errors.extend(wrong);
        }
        first = first.saturating_add(batch.rows);
    }
    (orders, errors)
}

/// Does work on rows on as many processors as there are and as is worth it; the parts come in their order.
fn in_parts(rows: usize, work: impl Fn(Range<usize>) -> Read + Sync) -> Vec<Read> {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let parts = rows.checked_div(WORTH_A_THREAD).unwrap_or(1).clamp(1, processors.min(8));
    let size = rows.div_ceil(parts).max(1);
    let mut ranges = (0..rows).step_by(size).map(|from| from..from.saturating_add(size).min(rows));
    let Some(own) = ranges.next() else { return Vec::new() };
    std::thread::scope(|scope| {
        let others: Vec<_> = ranges.map(|range| (range.clone(), scope.spawn(|| work(range)))).collect();
        let mut done = vec![work(own)];
        for (range, other) in others {
            // A thread that panicked has read nothing; the panic is raised again here, where it is caught.
            done.push(other.join().unwrap_or_else(|_| work(range)));
        }
        done
    })
}

fn read_rows(ledger: &Core, columns: &[(Of, Meant, &Column)], first: usize, rows: Range<usize>) -> Read {
    let (mut orders, mut errors) = (Vec::with_capacity(rows.len()), Vec::new());
    for at in rows {
        let number = u64::try_from(first.saturating_add(at)).unwrap_or(u64::MAX);
        let row = Row::of(number, columns.iter().map(|(of, meant, column)| (*of, column.text(at, *meant))));
        match read_order(&row, ledger) {
            Ok(order) => orders.push(order),
            Err(wrong) => errors.extend(wrong),
        }
    }
    (orders, errors)
}
