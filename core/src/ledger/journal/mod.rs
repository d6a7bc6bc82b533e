//! The journal: records as lines, each chained to all before it.
//!
//! A stored line is `{"head":"<64 hexadecimal digits>","line":<the record>}`. The head is
//! `SHA-256("muntwerk.journal.1" || head before, 32 bytes || the record's bytes as stored)`, the head
//! before the first being 32 zero bytes, so that any SHA-256 tool can audit it: verifying never
//! re-encodes anything.

mod chain;
mod line;
mod replay;
mod seal;

pub(super) use chain::Chain;
pub use chain::Head;
pub(super) use line::write as write_line;
pub use replay::{ReplayError, ReplayReason, Verified, verify_journal};
