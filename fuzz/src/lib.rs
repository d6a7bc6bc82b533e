//! What the fuzz targets drive, without libFuzzer: `tests/tests/fuzz_seeds.rs` compiles these files
//! too and replays the seeds on any machine with Rust.
//!
//! Every target is a function from bytes to an [`Outcome`], which says how far the bytes came, so that
//! seeds that no longer reach anything are noticed. What must not happen is a panic.

mod check;
mod daybook;
mod design_text;
mod journal_lines;
mod observed;
mod office_orders;
mod order_json;
mod payment_request;
mod snapshot_edits;
mod story;
mod wallet;

pub use daybook::daybook;
pub use design_text::design_text;
pub use journal_lines::journal_lines;
pub use observed::observed;
pub use office_orders::office_orders;
pub use order_json::order_json;
pub use payment_request::payment_request;
pub use snapshot_edits::snapshot_edits;
pub use story::{Place, story};
pub use wallet::{feed, wallet_file};

/// How thoroughly a ledger is looked at. Reading it back means reading its design again, which takes
/// ten times as long as an order does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// The invariants of the state.
    Quick,
    /// The records too, and that the journal reads back as the same ledger.
    Full,
}

impl Depth {
    /// Full for one input in eight: which, depends on nothing but the input.
    pub fn of(data: &[u8]) -> Self {
        let hash = data.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
        if hash >> 61 == 0 { Self::Full } else { Self::Quick }
    }
}

/// How far an input came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Things that could be read: a design, orders, records, lines.
    pub read: usize,
    /// Of those, how many were booked.
    pub booked: usize,
    /// Of those, how many were refused by a rule.
    pub refused: usize,
}

impl Outcome {
    fn count<T, E>(&mut self, answer: &Result<T, E>) {
        self.read += 1;
        match answer {
            Ok(_) => self.booked += 1,
            Err(_) => self.refused += 1,
        }
    }
}
