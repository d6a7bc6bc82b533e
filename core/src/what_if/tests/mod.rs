//! Tests over whole ledgers.

mod another_design;
mod left_out;
mod not_comparable;
mod same_design;
mod seven_months;
