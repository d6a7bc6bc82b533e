//! `[circulation]`: how units come into circulation, and how far an account may go.

use serde::{Deserialize, Serialize};

use crate::money::Balance;

/// How units come into circulation: as reward points, as mutual credit, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Circulation {
    /// Whether issuing partners credit units for effort.
    pub reward: bool,
    /// Whether, and how far, participants pay with units they have yet to earn.
    pub mutual_credit: Option<MutualCredit>,
}

/// How far a participant may go into the red, and how high a balance may grow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct MutualCredit {
    /// The lowest balance, zero or below.
    pub floor: Balance,
    /// The highest balance, if there is one.
    pub ceiling: Option<Balance>,
    /// Which balance the floor refuses.
    pub floor_tested: Tested,
}

/// Which balance the floor is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tested {
    /// The balance before the act. A debt stop: whoever is at the floor or under it must earn first;
    /// the act itself may pass it.
    Before,
    /// The balance after the act, which may not pass the floor.
    After,
}

impl Circulation {
    /// The lowest balance of a participant: zero unless there is mutual credit.
    pub fn floor(&self) -> Balance {
        self.mutual_credit.map_or(Balance::ZERO, |credit| credit.floor)
    }

    /// The highest balance of a participant, if there is one.
    pub fn ceiling(&self) -> Option<Balance> {
        self.mutual_credit.and_then(|credit| credit.ceiling)
    }

    /// Which balance the floor is compared with: after the act unless the design says before.
    pub fn floor_tested(&self) -> Tested {
        self.mutual_credit.map_or(Tested::After, |credit| credit.floor_tested)
    }

    /// Whether all balances sum to zero: units are born by mutual credit alone.
    pub fn is_zero_sum(&self) -> bool {
        self.mutual_credit.is_some() && !self.reward
    }
}
