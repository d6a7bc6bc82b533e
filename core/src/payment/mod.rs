//! Payment requests: what a payee shows, as a QR code or a link, and a payer's app reads.
//!
//! A request is a `payto:` URI after RFC 8905 with a target type of our own:
//!
//! ```text
//! payto://muntwerk/rabot-1/m-0041?v=1&amount=RABOTEXAMPL:25&instruction=f-0042&until=2026-12-31&sum=bdygfaw24
//! ```
//!
//! | part | what | must be there |
//! |---|---|---|
//! | path | the ledger, then the account that is paid | yes |
//! | `v` | the version of the form: 1 | yes |
//! | `amount` | the [unit](UnitCode) and a figure; without it the payer fills one in | |
//! | `instruction` | the payee's reference, an opaque id | |
//! | `until` | the last day on which the payee wants to be paid so | |
//! | `offer`, `category` | what is paid for, as [`Transfer`](crate::orders::Transfer) has it | |
//! | `sum` | the checksum over all before it; always last | yes |
//!
//! A host reads in two steps, because what a figure means depends on the currency: [`PaymentRequest::parse`] says
//! which ledger it is for, [`PaymentRequest::resolve`] what it asks under that ledger's design. There are no names
//! and no free text in it.
//!
//! # One text for one request
//!
//! What is written is always the same text: the options in the order above, figures without needless zeros. What is
//! read may differ from it in two ways, each with a checksum over the text as it stands: the options before `sum`
//! may come in any order, as RFC 8905 demands, and figures may have zeros that change nothing (`25.00` is 25). All
//! else is refused: capitals in the scheme, percent encoding, spaces, commas (RFC 8905 has readers skip them, and
//! `2,50` would be 250), options that are unknown or come twice.
//!
//! # What the checksum promises
//!
//! The code of a picture protects the picture; this one protects the text when it is typed, pasted or cut short.
//! It has the length of the text modulo 32, then the five check symbols of a Reed-Solomon code over GF(256) with
//! the roots 1, a, a^2, a^3 and a^4. By the BCH bound two of its words differ in at least six symbols, if they
//! have at most 255 (Reed and Solomon 1960; MacWilliams and Sloane, The Theory of Error-Correcting Codes, chapters
//! 9 and 10). So of an accepted text none of these is accepted, whatever the text and the characters are:
//!
//! - any one character replaced by any other, any two anywhere exchanged, any three replaced; before `sum` any five;
//! - one to 31 characters left out, or one to 31 put in, in one place or several;
//! - the text cut off at any place.
//!
//! Of other changes one in 2^40 gets through. It is no signature: whoever means to deceive can make a sum.

mod asked_amount;
mod checksum;
mod error;
mod layout;
mod read;
mod request;
mod resolve;
mod unit_code;
mod write;

pub use asked_amount::AskedAmount;
pub use checksum::checksum;
pub use error::{Part, PaymentRequestError, Reason};
pub use request::PaymentRequest;
pub use resolve::ResolvedRequest;
pub use unit_code::UnitCode;

#[cfg(test)]
mod tests;
