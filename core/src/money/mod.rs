//! Exact money: whole minor units and their text.
//!
//! Nothing here touches a float.

mod amount;
mod balance;
mod decimal;
mod error;
mod scale;
mod text;

pub use amount::Amount;
pub use balance::Balance;
pub use error::MoneyError;
pub use scale::Scale;
