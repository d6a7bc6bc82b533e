//! [`Partner`]: an organisation that rewards or takes units in.

use serde::{Deserialize, Serialize};

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

/// A partner and its two accounts of the chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Partner {
    /// The partner's id.
    pub id: Id,
    /// What it may do.
    pub roles: Vec<PartnerRole>,
    /// Contra of what it issued; its balance is minus the units issued.
    pub issued: AccountNo,
    /// What it took in.
    pub redeemed: AccountNo,
}
