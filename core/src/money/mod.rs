//! Exact money: whole minor units, their text, and the few ways in which they are divided.
//!
//! Nothing here touches a float. Whatever has to be rounded is rounded by a named [`Rounding`] and
//! tells what was rounded away.

mod allocate;
mod amount;
mod balance;
mod decimal;
mod error;
mod euro_rate;
mod ratio;
mod rounding;
mod scale;
mod text;
mod worth;

pub use allocate::allocate;
pub use amount::Amount;
pub use balance::Balance;
pub use error::MoneyError;
pub use euro_rate::EuroRate;
pub(crate) use ratio::greatest_common_divisor;
pub use ratio::{Ratio, Remainder, Rounded};
pub use rounding::Rounding;
pub use scale::Scale;
pub use worth::Worth;
