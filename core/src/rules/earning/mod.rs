//! Units that come into being because a partner rewards.

mod award;
mod budget;
mod caps;
mod effort;
mod requirements;

pub(crate) use award::{credited_in_notes, issuing_partner, units_for};
pub(crate) use budget::count_budget;
