//! The handbook of the code: how it works, with examples that compile.
//!
//! Read in this order: [`concepts`], [`who_may_do_what`], [`limits`], [`expiry`], [`redemption`], [`reversal`],
//! [`office`], [`settlement`], [`asking_to_pay`], [`journal`], [`wallet`], [`formats`], [`figures`], [`observed`],
//! [`what_if`]. Whoever wants to change something reads [`adding_a_rule`]; whoever writes a currency down begins with
//! [`bring_your_own_currency`] and has every key of it in [`design_file`]. How a ledger runs on a disk is told where
//! it is done: in the crate `muntwerk-store`, module `running`. The reasons behind the choices are in `docs/adr/`.

pub mod adding_a_rule;
pub mod asking_to_pay;
pub mod bring_your_own_currency;
pub mod concepts;
pub mod design_file;
pub mod expiry;
pub mod figures;
pub mod formats;
pub mod journal;
pub mod limits;
pub mod observed;
pub mod office;
pub mod redemption;
pub mod reversal;
pub mod settlement;
pub mod wallet;
pub mod what_if;
pub mod who_may_do_what;

/// The README's example is a test too.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
pub struct Readme;
