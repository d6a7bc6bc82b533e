//! A ledger on a disk: every answer is durable before it is given.
//!
//! ```
//! use muntwerk::{calendar::Day, design::Design, id::Id, ledger::Opening};
//! use muntwerk_store::Store;
//!
//! # let folder = std::env::temp_dir().join(format!("muntwerk-doc-{}", std::process::id()));
//! let design = Design::parse(include_str!("../../designs/rabot-example.toml"))?;
//! let opening = Opening {
//!     ledger: Id::parse("rabot-1")?,
//!     day: Day::new(2025, 1, 2)?,
//!     design: Box::new(design),
//! };
//! let mut store = Store::open_or_create(&folder, opening)?;
//! # let order: muntwerk::orders::Order = serde_json::from_str(r#"{"id": "00000000000000000000000000000001",
//! #   "actor": "s-001", "role": "project_manager", "instant": 0, "booking_day": "2025-01-02",
//! #   "value_day": "2025-01-02", "ask": {"open_account": {"account": "m-1", "kind": "person",
//! #   "holders": ["m-1"]}}}"#)?;
//! match store.execute(&order)? {
//!     Ok(receipt) => println!("booked as number {}, and on the disk", receipt.number),
//!     Err(refused) => println!("refused: {}", refused.refusal.code),
//! }
//! println!("it is {}", store.ledger()?.day());
//! store.close()?;
//! # std::fs::remove_dir_all(&folder)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! How a host runs one, and what it does when something breaks, is the chapter [`running`].
//!
//! # What is promised
//!
//! * **An answer is on the disk before it is given.** The lines of what was recorded are written to the
//!   journal and synced; then the answer is returned. An order that was answered is there after any
//!   crash, with the same answer; one that was not may be there or not, and sending it again gets its
//!   answer either way, because the id decides (see `muntwerk::ledger`).
//! * **Batches cost one sync.** [`Store::execute_many`] decides all orders, writes all lines, syncs once
//!   and then gives all answers. [`Store::execute_all`] books all orders or none, also across a crash.
//! * **A store that could not write stops.** After a failed write or sync nobody knows what is on the
//!   disk, and asking again may be answered with a success that is none (the kernel marks the pages
//!   clean). From then on every call is answered [`StoreError::Poisoned`], the books included. Drop
//!   the store, mend the cause, open it anew: opening finds out what is there.
//! * **One writer.** A second one is refused ([`StoreError::Locked`]) as long as the first lives; the
//!   lock is the operating system's and ends with the process. [`read`] needs no lock.
//! * **Nothing is cut off that was answered.** See below.
//!
//! Nothing of this helps if the disk says that it has written what it has not, or if somebody changes
//! the files. The chain of heads tells the latter; keep a head elsewhere now and then.
//!
//! # The directory
//!
//! | file | what it is |
//! |---|---|
//! | `journal.jsonl` | the truth: one stored line a record, as [`Ledger::seal`](muntwerk::ledger::Ledger::seal) writes it. JSON Lines; any tool with SHA-256 can audit it |
//! | `answered` | up to where the journal was synced: a line of text, in four places in turn, so that one is always whole |
//! | `snapshot` | the ledger as it stood at some line, for fast opening; can be deleted at any time |
//! | `batch` | only around [`Store::execute_all`]: from where to where the batch's lines go |
//! | `lock` | empty; whoever writes holds its lock |
//! | `*.torn` | what was cut off the end of the journal, named by the place where it stood |
//!
//! To copy a store that is in use, copy `answered` first and `journal.jsonl` after it; nothing else is
//! needed. A journal alone opens too, if it is put into a directory under its name.
//!
//! # Opening
//!
//! 1. The snapshot, if there is one. It is believed if it is whole (SHA-256), was written by the same
//!    sources of the library, and the journal has, ending at the length it names, a line whose head is
//!    the snapshot's and follows from the line before; and if the state it holds passes the audit of its
//!    own invariants. Otherwise it is passed over, told ([`Opened::snapshot`]) and replaced.
//! 2. Every line after it is replayed: its head must follow, its entry must fit the books.
//! 3. What comes after the last line that holds is cut off and kept in a `*.torn` file, if it was never
//!    answered. Otherwise nothing is opened, and the line is named ([`StoreError::Line`]).
//! 4. The lines that `answered` does not cover are written once more and synced. They may stand in the
//!    kernel's cache alone: the process died before its sync, or the sync failed and left the pages
//!    marked clean, and a second sync would then do nothing.
//!
//! So an opening with a snapshot verifies the chain at one line and from there on. It does not read the
//! lines before, and would not notice one that rotted or was changed; and it takes the snapshot's word
//! that the books are what those lines add up to. [`Store::verify`], `muntwerk verify` and opening with
//! [`Snapshots::Ignore`] read the journal from its first line, check every head and every entry against
//! the books before it, and take nobody's word.
//!
//! # The torn end
//!
//! When a machine loses its power, the end of a file may hold part of what was written last, in pieces
//! of a sector and in any order: the first half of a line, whole lines after a hole, or zeros where the
//! file grew and the contents did not come. From the journal alone one cannot tell such a wound, which
//! nobody was promised anything about, from the decay of lines that were answered. `answered` tells:
//! after each sync its length and head are noted there. The note itself is not synced, which would cost
//! as much again, so after a loss of power it may be old; it is never too new. Hence
//!
//! * a line that does not hold and begins before the noted length was answered: an error names it;
//! * the journal being shorter than noted is an error too ([`StoreError::Shortened`]);
//! * a line that does not hold and begins after it is the first of a commit that was never synced, since
//!   commits are synced one after the other: it is cut off with all that follows;
//! * without a note (a journal copied alone) only what looks like one unfinished write is cut: if any
//!   whole line follows, it is an error.
//!
//! The journal is never grown ahead of its contents: zeros at its end would make it unreadable to other
//! tools.
#![forbid(unsafe_code)]

mod answered;
mod batch;
mod checked;
mod disk;
mod error;
mod files;
mod finding;
mod options;
mod reading;
pub mod running;
mod snapshot;
mod store;
mod tail;

#[cfg(test)]
#[allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests count with small figures and stop where something is wrong"
)]
mod tests;

pub use error::{Doing, StoreError};
pub use options::{Options, Snapshots};
pub use reading::{Reading, read};
pub use snapshot::SnapshotUse;
pub use store::{Opened, Store, Torn};
