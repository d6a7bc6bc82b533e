//! Designs composed of any blocks, and a random year under each of them.
//!
//! A design is a sheet on which every block of [`blocks`] writes in turn. What the blocks must agree on
//! stands in a [`frame::Frame`]. A *careful* composition hands all of them the same frame, and must be a
//! design; a *careless* one hands some of them another frame, as if a steering group had copied that block
//! from another currency, and either contradicts itself or is a design after all.
//!
//! All chance comes from a list of numbers, in which zero stands for the plainest choice, so that proptest
//! makes whatever fails as plain as it can.

pub mod blocks;
pub mod chance;
pub mod compose;
pub mod frame;
pub mod schema_keys;
pub mod sheet;
pub mod year;
