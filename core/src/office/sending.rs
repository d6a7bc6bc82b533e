//! [`Sending`]: notes on their way with a carrier (R34, two-step hand-over).

use serde::{Deserialize, Serialize};

use super::{Notes, Place};
use crate::calendar::Day;
use crate::id::{Code, Id, OrderId};

/// Where a sending can leave from or go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum Depot {
    /// The vault.
    Vault,
    /// An office's stock.
    Stock(Id),
    /// What an office took in.
    Returned(Id),
    /// An issuing partner's own stock.
    Partner(Id),
}

impl Depot {
    /// The place.
    pub fn place(&self) -> Place {
        match self {
            Self::Vault => Place::Vault,
            Self::Stock(office) => Place::Stock(*office),
            Self::Returned(office) => Place::Returned(*office),
            Self::Partner(partner) => Place::Partner(*partner),
        }
    }
}

/// Notes that left one place and have not been received at the other: they wait with the carrier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sending {
    /// The order that sent them; whoever receives them names it.
    pub order: OrderId,
    /// Where they left.
    pub from: Depot,
    /// Where they go.
    pub to: Depot,
    /// Who carries them; the person needs no account.
    pub carrier: Id,
    /// The series.
    pub series: Code,
    /// The pieces, as the sender counted them.
    pub notes: Notes,
    /// The day they left.
    pub on: Day,
}
