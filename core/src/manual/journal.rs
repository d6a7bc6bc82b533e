//! The journal: what is kept for ever.
//!
//! [`Ledger::seal`](crate::ledger::Ledger::seal) writes the lines of all records since the last sealing.
//! The host stores them before it tells anybody that an order was booked.
//!
//! ```text
//! {"head":"5f0c…","line":{"v":1,"number":17,"record":{"booked":{"order":{…},"entry":{…}}}}}
//! ```
//!
//! `head` is `SHA-256("muntwerk.journal.1" || head before, 32 bytes || the bytes of line)`, the head
//! before the first being 32 zero bytes. Verifying needs no library:
//!
//! ```python
//! import hashlib
//! head = bytes(32)
//! for stored in open("journal.jsonl", "rb"):
//!     stored = stored.rstrip(b"\n")
//!     head = hashlib.sha256(b"muntwerk.journal.1" + head + stored[82:-1]).digest()
//!     assert stored[9:73] == head.hex().encode()
//! ```
//!
//! [`Ledger::replay`](crate::ledger::Ledger::replay) rebuilds the ledger. It applies and never decides,
//! so a newer library cannot change old books; but it verifies every entry against the state before it,
//! and names the first line that was changed, lost, repeated or moved, or that does not fit.
//!
//! The first record holds the design *resolved*, every default written out. Version 1 is frozen: every later
//! version of the library reads it ([`formats`](crate::manual::formats)).
//!
//! A host need not store lines itself: the crate `muntwerk-store` does it, with an answer only after the disk has
//! it. Its chapter `running` tells how.
