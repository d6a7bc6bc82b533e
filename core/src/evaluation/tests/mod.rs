//! Tests over whole ledgers and lists.

#![allow(clippy::arithmetic_side_effects, reason = "the figures of the tests are small")]

pub(crate) mod ask;
pub(crate) mod ledgers;
mod lists;
mod naive;
mod sharing;
mod tracing;
