//! One record as a line, and back: compact JSON with fixed key order, the version first.

use serde::{Deserialize, Serialize};

use crate::ledger::record::{Body, BodyRef, JOURNAL_VERSION};

#[derive(Serialize)]
struct LineRef<'r> {
    v: u16,
    number: u64,
    record: BodyRef<'r>,
}

/// A line as it is read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    pub(super) v: u16,
    pub(super) number: u64,
    pub(super) record: Body,
}

/// Writes a record's line, without its head.
pub(in crate::ledger) fn write(number: u64, record: BodyRef<'_>, out: &mut Vec<u8>) {
    let line = LineRef { v: JOURNAL_VERSION, number, record };
    // Writing to memory cannot fail, and every key is a string.
    let _ = serde_json::to_writer(out, &line);
}

const BEFORE_HEAD: &[u8] = b"{\"head\":\"";
const BEFORE_LINE: &[u8] = b"\",\"line\":";
const AFTER_LINE: &[u8] = b"}";

/// Writes a stored line: the head, the line, a newline.
pub(super) fn store(head: super::Head, line: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(BEFORE_HEAD);
    head.write_hex(out);
    out.extend_from_slice(BEFORE_LINE);
    out.extend_from_slice(line);
    out.extend_from_slice(AFTER_LINE);
    out.push(b'\n');
}

/// Splits a stored line into its head and the line's bytes.
pub(super) fn split(stored: &[u8]) -> Option<(super::Head, &[u8])> {
    let stored = stored.strip_suffix(b"\n").unwrap_or(stored);
    let (hex, line) = stored.strip_prefix(BEFORE_HEAD)?.split_at_checked(64)?;
    let line = line.strip_prefix(BEFORE_LINE)?.strip_suffix(AFTER_LINE)?;
    Some((super::Head::from_hex(hex)?, line))
}
