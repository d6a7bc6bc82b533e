//! Tests over whole ledgers.

mod another_design;
mod same_design;
