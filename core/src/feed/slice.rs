//! One slice as bytes, and back: like a journal line, with a version of its own.

use serde::{Deserialize, Serialize};

use super::SliceError;
use crate::json;
use crate::ledger::{Body, Outcome, Record};

/// The version every slice begins with. Every version stays readable for ever.
pub const SLICE_VERSION: u16 = 1;

#[derive(Serialize)]
struct LineRef<'r> {
    v: u16,
    number: u64,
    record: crate::ledger::BodyRef<'r>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    v: u16,
    number: u64,
    record: Body,
}

/// The bytes of a slice: compact JSON with fixed key order.
pub(super) fn write(number: u64, outcome: &Outcome) -> Box<[u8]> {
    let line = LineRef { v: SLICE_VERSION, number, record: outcome.body() };
    // Writing to memory cannot fail, and every key is a string.
    serde_json::to_vec(&line).unwrap_or_default().into_boxed_slice()
}

/// The record a slice shows.
pub(crate) fn read(bytes: &[u8]) -> Result<Record, SliceError> {
    let line: Line = json::from_slice(bytes).map_err(|error| SliceError::Json(error.to_string()))?;
    if line.v != SLICE_VERSION {
        return Err(SliceError::Version { found: line.v });
    }
    Ok(line.record.into_record(line.number))
}
