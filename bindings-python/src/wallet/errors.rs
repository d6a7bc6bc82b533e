//! Why a wallet does not do what it is asked, as exceptions of `muntwerk.errors`.

use muntwerk::feed::FeedTextError as CoreTextError;
use muntwerk::wallet::{
    ApplyError, FileError, OutboxError as CoreOutboxError, WalletError as CoreWalletError,
};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

pyo3::import_exception!(muntwerk.errors, FeedGapError);
pyo3::import_exception!(muntwerk.errors, FeedLinkError);
pyo3::import_exception!(muntwerk.errors, FeedNotMineError);
pyo3::import_exception!(muntwerk.errors, FeedSignatureError);
pyo3::import_exception!(muntwerk.errors, FeedSliceError);
pyo3::import_exception!(muntwerk.errors, FeedTextError);
pyo3::import_exception!(muntwerk.errors, ForkError);
pyo3::import_exception!(muntwerk.errors, OutboxError);
pyo3::import_exception!(muntwerk.errors, ServerBehindError);
pyo3::import_exception!(muntwerk.errors, WalletError);
pyo3::import_exception!(muntwerk.errors, WalletFileError);

/// Bytes that are no feed.
pub(super) fn text(error: CoreTextError) -> PyErr {
    FeedTextError::new_err((error.to_string(), error.line))
}

/// A feed that was not taken in.
pub(super) fn apply(py: Python<'_>, error: &ApplyError) -> PyErr {
    let says = error.to_string();
    match error {
        ApplyError::NotMine { ledger, account } => {
            FeedNotMineError::new_err((says, ledger.to_string(), account.to_string()))
        }
        ApplyError::Signature(key) => {
            FeedSignatureError::new_err((says, PyBytes::new(py, &key.bytes()).unbind()))
        }
        ApplyError::ServerBehind { server_slices, server_record, slices, record } => {
            ServerBehindError::new_err((says, *server_slices, *server_record, *slices, *record))
        }
        ApplyError::Gap { since, found } => FeedGapError::new_err((says, *since, *found)),
        ApplyError::Link { slice, since } => FeedLinkError::new_err((says, *slice, *since)),
        ApplyError::Slice { slice, .. } => FeedSliceError::new_err((says, *slice)),
        ApplyError::Fork { proof } => {
            ForkError::new_err((says, proof.after, PyBytes::new(py, &proof.line()).unbind()))
        }
    }
}

/// A wallet that cannot answer.
pub(super) fn wallet(error: CoreWalletError) -> PyErr {
    let code = match error {
        CoreWalletError::NothingSeen => "nothing_seen",
        CoreWalletError::NotOpen(_) => "not_open",
        CoreWalletError::TooFarAhead { .. } => "too_far_ahead",
    };
    WalletError::new_err((error.to_string(), code))
}

/// An order that does not go into the outbox.
pub(super) fn outbox(error: CoreOutboxError) -> PyErr {
    let (code, order) = match error {
        CoreOutboxError::IdConflict(order) => ("id_conflict", order),
        CoreOutboxError::Answered(order) => ("answered", order),
    };
    OutboxError::new_err((error.to_string(), code, order.to_string()))
}

/// Bytes that are no wallet.
pub(super) fn file(error: &FileError) -> PyErr {
    let (code, line, slice) = match error {
        FileError::Form => ("form", None, None),
        FileError::Version { .. } => ("version", None, None),
        FileError::Damaged => ("damaged", None, None),
        FileError::Line { line, .. } => ("line", Some(*line), None),
        FileError::Slice { slice, .. } => ("slice", None, Some(*slice)),
    };
    WalletFileError::new_err((error.to_string(), code, line, slice))
}
