//! Notes and offices.
//!
//! A note is *blank* until somebody owns it: in the vault, on its way with a carrier, in an office's
//! stock, among what an office took in, destroyed. It is *live* in circulation, in a till, and while it is
//! missing. Units stand behind live notes, on `paper:<series>`; they follow in the same entry.
//!
//! ```text
//! print ─▶ vault ─send─▶ transit ─receive─▶ stock ─pay out─▶ circulation ─take in─▶ returned ─send─▶ …
//!           │                      │ short                        ▲   │
//!           └─▶ destroyed          └────────▶ missing ────────────┘   └─ fill till ─▶ till
//! ```
//!
//! An office's day: `open_office`; then handing out and taking in; then `count_cash`, which says what lies
//! in the drawers and learns nothing of what should; then, if it differs, `approve_difference` by
//! somebody who did not count, with a reason, or `ask_recount`. Nothing moves between the count and the
//! next opening.
//!
//! What an office may hand out is what its stock makes exactly:
//!
//! ```
//! use muntwerk::office::Notes;
//! let notes: Notes = serde_json::from_str("[[20, 3], [50, 1]]").unwrap();
//! // 60 out of this drawer is three of 20; starting with the 50 would leave 10, which is not there.
//! assert_eq!(notes.value().minor(), 110);
//! ```
//!
//! Nothing says of an operation that it is to be received, handed over, reconciled or transferred: what waits for
//! somebody follows from where notes and euro are ([`ToDo`](crate::views::ToDo)). A note and units on an account
//! pay together as one batch: the note is put on the account and the account pays, both or neither.
//!
//! Where things are: the nouns in [`office`](crate::office), the asks in `orders/offices.rs`, one file per
//! operation in `rules/offices/`, the counts in `books/paper_books.rs`, the design block in
//! `design/paper.rs`, and in [`views`](crate::views) the office sheet, the series report and what carriers
//! have with them.
