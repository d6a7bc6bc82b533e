//! Collections whose order never depends on chance and whose growth never makes one order wait.

mod index;
mod number_set;
mod numbers;
mod segments;

pub use index::Secret;
pub(crate) use index::{Index, order_hash};
pub(crate) use number_set::NumberSet;
pub use numbers::{AccountNo, LotNo, PersonNo};
pub(crate) use segments::Segments;
