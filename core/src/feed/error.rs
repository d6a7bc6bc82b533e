//! Why there is no feed, or what was read is none.

use super::SLICE_VERSION;
use crate::id::Id;

/// Why there is no feed for an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(clippy::exhaustive_enums)]
pub enum FeedError {
    /// No participant has this account.
    #[error("the ledger knows no participant's account {0}")]
    AccountUnknown(Id),
}

/// Why bytes are no slice.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(clippy::exhaustive_enums)]
pub enum SliceError {
    /// The JSON is not a record.
    #[error("not a record: {0}")]
    Json(String),
    /// A version this library does not know.
    #[error("version {found} of the slices; this library reads version {SLICE_VERSION}")]
    Version {
        /// The version the slice has.
        found: u16,
    },
    /// It does not fit what was seen before.
    #[error("it does not fit the slices before it: {0}")]
    Misfit(&'static str),
}

/// Text that is no feed: at which line, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct FeedTextError {
    /// The line, from one.
    pub line: u64,
    /// Why.
    pub reason: FeedTextReason,
}

/// Why a line of a feed cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(clippy::exhaustive_enums)]
pub enum FeedTextReason {
    /// It has no lines, or the last one was cut off.
    #[error("the feed was cut off")]
    CutOff,
    /// The first line does not say that this is a feed, or of a version that this library knows.
    #[error("not the first line of a feed of version 1")]
    First,
    /// The last line is no signed head.
    #[error("not a signed head")]
    Head,
    /// It has another number of slices than its head and its first line say.
    #[error("slices are missing, or there are too many")]
    Count,
    /// It is not UTF-8, as all JSON is.
    #[error("not UTF-8")]
    Utf8,
    /// It is longer than a feed may be.
    #[error("longer than a feed may be")]
    TooLong,
}
