//! The formats that are frozen, and what that means.
//!
//! | format | version | where it is told | sample in the tests |
//! |---|---|---|---|
//! | journal | 1 ([`JOURNAL_VERSION`](crate::ledger::JOURNAL_VERSION)) | [`journal`](super::journal) | `tests/formats/journal-1.jsonl` |
//! | slice, head and feed | 1 ([`SLICE_VERSION`](crate::feed::SLICE_VERSION)) | [`wallet`](super::wallet), [`feed`](crate::feed) | `tests/formats/feed-1.jsonl` |
//! | wallet file | 1 ([`WALLET_VERSION`](crate::wallet::WALLET_VERSION)) | [`Wallet::save`](crate::wallet::Wallet::save) | `tests/formats/wallet-1.txt` |
//! | conformance vectors | 1 | `tests/vectors/README.md` | `tests/vectors/` |
//!
//! What is written in a version is read by every later library, and means the same. So a field is never renamed
//! or given another meaning; what a later library adds to a format gets a new version, and the old one stays. The
//! samples are read by a test and have to come to the same heads, balances and bytes; they are never written anew.
//! The design file has its own key `format`, and stands resolved in the journal.
//!
//! A snapshot of the store is no format: it is read by the very sources that wrote it, and otherwise the journal is
//! replayed.
