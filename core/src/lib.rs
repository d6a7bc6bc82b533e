//! Rules and books for community currencies (gemeenschapsmunten).
#![forbid(unsafe_code)]

pub mod books;
pub mod calendar;
pub mod daybook;
pub mod dense;
pub mod design;
pub mod id;
pub mod ledger;
pub mod money;
pub mod orders;
pub mod people;
mod rules;
