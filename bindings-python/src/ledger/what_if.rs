//! The same orders under another design.

use muntwerk::what_if::WhatIf;
use pyo3::prelude::*;

use super::{Books, Ledger};
use crate::design::Design;
use crate::errors::EvaluationError;
use crate::typed::{decoder, typed};

#[pymethods]
impl Ledger {
    /// What if the design had been another one: every stored order decided again, on the day on which it was
    /// recorded, refused orders too, and days closed where they closed.
    ///
    /// Nobody is assumed to behave otherwise: the same people ask the same things on the same days. The comparison
    /// says so, and lists what would be refused, what would not any more, and what names an order that would be
    /// refused.
    ///
    /// Args:
    ///     design: The other design. It is in force from the first day to the last.
    ///
    /// Returns:
    ///     The ledger as it would be, in memory, on which every view and every figure works, and the comparison.
    ///
    /// Raises:
    ///     EvaluationError: If amounts would mean something else under the design, or it lets a day not be closed.
    fn what_if(&self, py: Python<'_>, design: &Bound<'_, Design>) -> PyResult<Py<PyAny>> {
        let design = design.get().core.as_ref().clone();
        let made = self.look_long(py, |ledger| WhatIf::of(ledger, design))?;
        let (ledger, comparison) =
            made.map_err(|error| EvaluationError::new_err(error.to_string()))?.into_parts();
        let ledger = Self::new(Books::Memory(Box::new(ledger)));
        let comparison = typed(py, "views.Comparison", &comparison)?;
        Ok(decoder(py)?.call_method1("what_if", (ledger, comparison))?.unbind())
    }
}
