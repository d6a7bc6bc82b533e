//! `[lots]`: how finely units are told apart, and which are spent first.

use serde::{Deserialize, Serialize};

/// How finely units are told apart, and which are spent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct LotPolicy {
    /// What makes a lot of its own.
    pub grain: Grain,
    /// Which lots are spent first.
    pub spend: SpendOrder,
}

/// What makes a lot of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grain {
    /// Every issue.
    Issue,
    /// Every day: issues of one day with equal origin, end and restrictions are one lot.
    Day,
    /// Every month: issues of one month with equal origin, end and restrictions are one lot.
    Month,
}

/// Which lots are spent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpendOrder {
    /// Those that lapse soonest; those that never do come last.
    SoonestToExpire,
    /// Those that were earned first.
    OldestFirst,
}
