//! Asks that move units from one participant to another.

use serde::{Deserialize, Serialize};

use crate::id::{Code, Id};
use crate::money::Amount;
use crate::sparse::sparse;

/// How much a service is paid.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum Pay {
    /// Minor units.
    Amount(Amount),
    /// Minutes of service, where the unit is time: rounded to the design's step, then converted.
    Minutes(u32),
}

/// Pays another participant for a service (R22, H4.5); in mutual credit this is how units are born (R9).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// Who pays.
    pub from: Id,
    /// Who is paid.
    pub to: Id,
    /// How much.
    pub pay: Pay,
    /// An opaque reference to the offer or need it settles.
    #[serde(default)]
    pub offer: Option<Id>,
    /// What kind of service it was, as a code of the design's categories.
    #[serde(default)]
    pub category: Option<Code>,
}
sparse!(Transfer { from, to, pay | offer, category });

/// Gives units without a service (R23, R43, H4.7). The lots keep their dates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gift {
    /// Who gives.
    pub from: Id,
    /// Who receives.
    pub to: Id,
    /// How much.
    pub amount: Amount,
}

/// Pays for a service that a relative in need of care received (R24, H4.5).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayForRelative {
    /// Who pays.
    pub from: Id,
    /// Who rendered the service.
    pub to: Id,
    /// The relative who received it; they need no account.
    pub relative: Id,
    /// How much.
    pub pay: Pay,
    /// An opaque reference to the offer or need it settles.
    #[serde(default)]
    pub offer: Option<Id>,
    /// What kind of service it was, as a code of the design's categories.
    #[serde(default)]
    pub category: Option<Code>,
}
sparse!(PayForRelative { from, to, relative, pay | offer, category });
