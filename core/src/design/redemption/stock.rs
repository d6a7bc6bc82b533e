//! `stock`: whether the pieces of an offer are counted.

use serde::{Deserialize, Serialize};

/// Whether there are only so many pieces of an offer (R25).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stock {
    /// As many as anybody wants.
    Endless,
    /// As many as a partner has brought in, kept for each partner apart. It begins with none.
    Counted,
}

/// What holds without the key.
pub(super) const STOCK: Stock = Stock::Endless;
