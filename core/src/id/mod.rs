//! Identifiers: short text ids for persons, accounts and codes, and 128-bit order ids.

mod order_id;
mod packed;
mod text;

pub use order_id::{OrderId, OrderIdError};
pub use text::{Code, Id, IdError};
