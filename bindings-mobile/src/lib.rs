//! The engine in a member app: what Kotlin's package `org.muntwerk` and Swift's module `Muntwerk` are made of.
//!
//! Nothing here decides anything. A [`Ledger`] keeps the books of one currency in memory; what can be asked
//! of it, what comes of it and what can be looked at are records and enums with the names and the words of the
//! core. Calls are coarse, since each of them crosses a border: one answers a whole screen. Everything that can
//! go wrong is one type, [`MuntwerkError`], and every exported function returns it.
//!
//! ```text
//! scalars   what crosses as a text or a number: ids, days, amounts
//! types     records and enums, written from the core's source
//! mirror    how the core's types become these, and these the core's
//! error     the one error;  answer  receipts and refusals;  design  what an app shows of a currency;
//! display   figures and days as people write them
//! ledger    the books of a currency;  wallet  a member's replica of one account;  payment  asking to be paid
//! ```

#![allow(
    clippy::result_large_err,
    reason = "an error is written out at the border anyway; a box would not cross it"
)]
#![allow(missing_docs, reason = "what is written from the core says what the core says")]

mod answer;
#[cfg(feature = "bench")]
mod bench;
mod design;
mod display;
mod error;
mod ledger;
mod mirror;
mod payment;
mod scalars;
mod types;
mod wallet;

pub use answer::{Answer, Language, Receipt, Refusal, Sentences};
pub use design::{
    ActionSummary, ContactPointSummary, DesignSummary, Measure, OfferSummary, OpenHours, PointFunction,
    UnitSummary, read_design,
};
pub use display::{amount_texts, day_text};
pub use error::{DesignProblem, MuntwerkError};
pub use ledger::*;
pub use payment::{AskedFigure, PaymentRequest, amount_asked, read_payment_request, write_payment_request};
pub use scalars::{DesignText, Total};
pub use types::*;
pub use wallet::*;

uniffi::setup_scaffolding!("muntwerk");
