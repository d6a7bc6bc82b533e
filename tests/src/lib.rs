//! Shared by the cross-crate tests.
// This crate is all tests: its helpers stop a test by panicking, index lists they have just made, and
// count with small figures or with i128.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::print_stderr
)]

pub mod composed;
pub mod euro_out;
pub mod invariants;
pub mod life;
pub mod model;
pub mod pair;
pub mod script;
pub mod stage;
pub mod strategies;
pub mod town;
pub mod vectors;
