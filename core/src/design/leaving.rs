//! `[leaving]`: what happens to the balance of somebody who leaves.

use serde::{Deserialize, Serialize};

/// What happens to the balance of somebody who leaves. Never euro.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Leaving {
    /// Where a positive balance goes when an account is closed.
    pub balance_to: BalanceTo,
}

/// Where a positive balance goes when an account is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BalanceTo {
    /// Nowhere: the account is not closed before it is spent or given.
    Refuse,
    /// Into the common pot.
    Pot,
    /// Out of circulation.
    Lapsed,
}
