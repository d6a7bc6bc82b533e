//! The core's errors as the exceptions of `muntwerk.errors`.
//!
//! The exceptions are classes of Python, with attributes and a place in its tree of exceptions; they are
//! filled here and nowhere else.

use muntwerk::daybook::{LineError, NotADayBook};
use muntwerk::design::DesignError as CoreDesignError;
use muntwerk::ledger::{BatchRefused as CoreBatchRefused, OpenError, ReplayError};
use muntwerk::payment::PaymentRequestError as CorePaymentRequestError;
use muntwerk_store::StoreError as CoreStoreError;
use pyo3::prelude::*;

use crate::answer::Refusal;

pyo3::import_exception!(muntwerk.errors, BatchRefused);
pyo3::import_exception!(muntwerk.errors, DesignError);
pyo3::import_exception!(muntwerk.errors, EvaluationError);
pyo3::import_exception!(muntwerk.errors, FeedKeyError);
pyo3::import_exception!(muntwerk.errors, JournalError);
pyo3::import_exception!(muntwerk.errors, MoneyError);
pyo3::import_exception!(muntwerk.errors, MuntwerkError);
pyo3::import_exception!(muntwerk.errors, OrderError);
pyo3::import_exception!(muntwerk.errors, PaymentRequestError);
pyo3::import_exception!(muntwerk.errors, Refused);
pyo3::import_exception!(muntwerk.errors, RowsError);
pyo3::import_exception!(muntwerk.errors, StoreError);
pyo3::import_exception!(muntwerk.errors, UnknownError);

/// What is wrong with a design, each with its place.
pub(crate) fn design(error: &CoreDesignError) -> PyErr {
    let problems: Vec<(usize, usize, String, String)> = error
        .problems
        .iter()
        .map(|problem| (problem.line, problem.column, problem.key.clone(), problem.reason.clone()))
        .collect();
    DesignError::new_err((error.to_string(), problems))
}

/// Rows that cannot be read: line, column, reason.
pub(crate) fn rows(errors: &[LineError]) -> PyErr {
    let errors: Vec<(u64, Option<String>, String)> =
        errors.iter().map(|error| (error.line, error.column.clone(), error.reason.to_string())).collect();
    RowsError::new_err((errors,))
}

/// A text that is no day book.
pub(crate) fn not_a_day_book(error: &NotADayBook) -> PyErr {
    rows(&error.errors)
}

/// A payment request that is no good: what it says, its code, the part and the byte.
pub(crate) fn payment_request(error: &CorePaymentRequestError) -> PyErr {
    let part = error.part.map(|part| part.name());
    PaymentRequestError::new_err((error.to_string(), error.code(), part, error.at))
}

/// A journal that does not hold.
pub(crate) fn replay(error: &ReplayError) -> PyErr {
    JournalError::new_err((error.to_string(), error.line))
}

/// A ledger that cannot be opened.
pub(crate) fn open(error: &OpenError) -> PyErr {
    MuntwerkError::new_err(error.to_string())
}

/// What is wrong with a store.
pub(crate) fn store(error: CoreStoreError) -> PyErr {
    let line = if let CoreStoreError::Line { line, .. } = &error { Some(*line) } else { None };
    match line {
        Some(line) => JournalError::new_err((error.to_string(), line)),
        None => StoreError::new_err(error.to_string()),
    }
}

/// An order that was refused.
pub(crate) fn refused(refusal: Refusal) -> PyErr {
    Refused::new_err((refusal,))
}

/// A batch of which one order was refused.
pub(crate) fn batch(
    error: CoreBatchRefused,
    refusal: impl FnOnce(muntwerk::orders::Refusal) -> Refusal,
) -> PyErr {
    BatchRefused::new_err((refusal(error.refusal), error.index))
}

/// Something that is not there.
pub(crate) fn unknown(what: &str, name: impl std::fmt::Display) -> PyErr {
    UnknownError::new_err(format!("there is no {what} {name}"))
}
