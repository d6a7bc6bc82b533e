//! The state and the flow: an order is decided, the entry applied, the record kept and sealed.
//!
//! ```text
//! order --decide--> entry ----apply---> state
//!            \---> refusal      \-----> history --seal--> journal lines
//! ```
//!
//! [`Ledger::decide`] changes nothing, so a preview is a decision that is not applied.
//! [`Ledger::execute`] decides, applies and records; a refusal is recorded too. [`Ledger::seal`]
//! writes the journal's lines and chains them; [`Ledger::replay`] reads them back.

mod apply;
mod audit;
mod batch;
mod decide;
mod execute;
mod history;
mod journal;
mod memory;
mod open;
mod record;
mod register;
mod replica;
mod revert;
mod snapshot;
mod state;
mod verify;
mod verify_reservations;
mod verify_settlements;
mod verify_waiting;

pub use batch::BatchRefused;
pub use execute::{Answer, Receipt, Refused};
pub use journal::{Head, ReplayError, ReplayReason, Verified, verify_journal};
pub use memory::MemoryUse;
pub use open::{OpenError, Opening};
pub use record::{JOURNAL_VERSION, Outcome, Record};
pub use snapshot::SnapshotError;
pub use state::State;

pub(crate) use record::{Body, BodyRef};

use history::History;
use journal::Chain;
use register::Register;

/// A ledger: the state of the books, every record so far, and the order ids still known.
///
/// ```
/// # use muntwerk::{ledger::Ledger, design::Design, calendar::Day, dense::Secret, id::Id};
/// let design = Design::parse(include_str!("../../designs/rabot-example.toml")).unwrap();
/// let ledger = Ledger::open(
///     Id::parse("rabot-1").unwrap(), design, Day::new(2025, 1, 1).unwrap(), Secret::new([7; 16]),
/// ).unwrap();
/// assert_eq!(ledger.day(), Day::new(2025, 1, 1).unwrap());
/// ```
#[derive(Clone)]
pub struct Ledger {
    state: State,
    history: History,
    register: Register,
    chain: Chain,
    ledger: crate::id::Id,
}
