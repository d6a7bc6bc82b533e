//! [`WhatIfError`]: why the orders of a ledger cannot be decided again under a design.

use crate::calendar::Day;
use crate::design::UnitKind;
use crate::evaluation::EvaluationError;
use crate::ledger::OpenError;
use crate::orders::RefusalCode;

/// Why there is no comparison.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WhatIfError {
    /// The unit measures something else.
    #[error(
        "the unit is {is:?} in the other design and {was:?} in the ledger: amounts would mean something else"
    )]
    UnitKind {
        /// In the ledger.
        was: UnitKind,
        /// In the other design.
        is: UnitKind,
    },
    /// The books keep another number of decimals.
    #[error(
        "the unit has {is} decimals in the other design and {was} in the ledger: amounts would mean something else"
    )]
    UnitScale {
        /// In the ledger.
        was: u8,
        /// In the other design.
        is: u8,
    },
    /// The unit is called otherwise, so it may well be another one.
    #[error(
        "the unit is \"{is}\" in the other design and \"{was}\" in the ledger: amounts would mean something else"
    )]
    UnitName {
        /// In the ledger.
        was: String,
        /// In the other design.
        is: String,
    },
    /// No ledger can be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// A day cannot be closed by the order that closed it.
    #[error("{day} cannot be closed under the other design, as record {record} did: {code}")]
    DayNotClosed {
        /// The record by which it was closed.
        record: u64,
        /// The day.
        day: Day,
        /// Why not.
        code: RefusalCode,
    },
    /// The figures of both ledgers cannot be taken.
    #[error(transparent)]
    Evaluation(#[from] EvaluationError),
}
