//! Rules and books for community currencies (*gemeenschapsmunten*).
//!
//! This crate is pure: it reads no clock, draws no random numbers, opens no file or connection and
//! starts no thread. The civil day comes in with every order. The same orders under the same design
//! give byte-identical entries on every platform.
//!
//! A currency is a [`design`] file. A [`ledger`] runs it: every [order](orders) is decided and gives an
//! [entry](books::Entry) or a [refusal](orders::Refusal), and applying entries is the only thing that
//! changes the state. Start with [`manual::concepts`].
//!
//! | module | what it holds |
//! |---|---|
//! | [`manual`] | the handbook of the code, with examples that compile |
//! | [`money`], [`calendar`], [`id`] | amounts, ratios, rounding; civil days; opaque ids |
//! | [`design`] | what the steering group decides, one file per building block |
//! | [`people`] | roles, mandates, partners, everyone the ledger knows |
//! | [`orders`] | what can be asked, and how it can be refused |
//! | [`books`] | accounts, lots, entries, the audit |
//! | [`office`] | the nouns of paper: notes, places, sendings, the day of an office |
//! | [`payment`] | payment requests: what a payee shows and a payer's app reads |
//! | `rules` | one file per thing that can happen |
//! | [`ledger`] | the state and the flow; journal, chain, replay |
//! | [`views`] | read-only answers: statement, trial balance, what ends when, the reason why |
//! | [`feed`], [`wallet`] | what an account may see of the journal, signed; the member's replica of it |
//! | [`evaluation`] | figures for evaluation research, exact |
//! | [`what_if`] | the same orders under another design, and what differs |
//! | [`daybook`] | an office's CSV as orders and located errors |

#![forbid(unsafe_code)]

pub mod books;
pub mod calendar;
mod csv;
pub mod daybook;
pub mod dense;
pub mod design;
pub mod evaluation;
pub mod feed;
mod hex;
pub mod id;
mod json;
pub mod ledger;
pub mod manual;
pub mod money;
pub mod office;
pub mod orders;
pub mod payment;
pub mod people;
mod rules;
mod sparse;
pub mod views;
pub mod wallet;
pub mod what_if;
