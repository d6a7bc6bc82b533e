//! [`Partner`]: an organisation that rewards or takes units in.

use serde::{Deserialize, Serialize};

use super::Contract;
use crate::calendar::Day;
use crate::dense::AccountNo;
use crate::id::Id;

/// What a partner may do (H3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum PartnerRole {
    /// It rewards with new units (uitgiftepartner).
    Issuing,
    /// It takes units in for goods or services (verzilverpartner).
    Redeeming,
}

/// A partner, what was agreed with it, and its two accounts of the chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Partner {
    /// The partner's id.
    pub id: Id,
    /// What was agreed, in the order in which it was.
    pub contracts: Vec<Contract>,
    /// Contra of what it issued; its balance is minus the units issued.
    pub issued: AccountNo,
    /// What it took in from outside the ring.
    pub redeemed: AccountNo,
}

impl Partner {
    /// The contract that holds on a day: the one made last of those that begin by then decides.
    pub fn contract_on(&self, day: Day) -> Option<&Contract> {
        let decides = self.contracts.iter().rev().find(|contract| contract.has_begun(day));
        decides.filter(|contract| contract.holds_on(day))
    }
}
