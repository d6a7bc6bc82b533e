//! Explain (R72): why is this balance so, why this limit, why this cap, why this date. Each answer is the facts, and
//! sentences a member understands.

mod balance;
mod cap;
mod date;
mod limit;

pub use balance::{BalancePart, WhyBalance};
pub use cap::WhyCap;
pub use date::{DateSetBy, Later, WhyDate};
pub use limit::{LimitedBy, Room, WhyLimit};
