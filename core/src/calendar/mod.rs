//! Days and the periods made of them.
//!
//! Books are kept by the day. A day here is a name on the wall calendar: it has no hours and no time
//! zone, so clocks going forward or back cannot touch it, by construction. Which day it is, the caller
//! says.

mod day;
mod error;
mod instant;
mod month_day;
mod month_end;
mod period;
mod text;
mod week;

pub use day::Day;
pub use error::DayError;
pub use instant::Instant;
pub use month_day::MonthDay;
pub use period::Period;
