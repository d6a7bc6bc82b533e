//! Units that come into being because a partner rewards.

mod award;
mod budget;
mod requirements;

pub(crate) use award::{issuing_partner, units_for};
pub(crate) use budget::count_budget;
