//! [`EuroBooks`]: the euro that pass over a counter, in cents.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::id::Id;
use crate::office::PlaceError;

/// Where cash at a counter can be, or what passes through the bank for it. What is owed to somebody is no
/// cash: see [`EuroPayee`](crate::people::EuroPayee).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums)]
pub enum Cash {
    /// The world outside.
    Outside,
    /// The bank account on which offices deposit.
    Bank,
    /// An office's euro till.
    Till(Id),
}

impl From<Cash> for EuroPlace {
    fn from(cash: Cash) -> Self {
        match cash {
            Cash::Outside => Self::Outside,
            Cash::Bank => Self::Bank,
            Cash::Till(office) => Self::Till(office),
        }
    }
}

/// What the euro in a backing account are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(clippy::exhaustive_enums)]
pub enum BackedBy {
    /// Units on accounts.
    Account,
    /// Units on live notes.
    Paper,
}

impl BackedBy {
    pub(super) fn other(self) -> Self {
        match self {
            Self::Account => Self::Paper,
            Self::Paper => Self::Account,
        }
    }
}

/// Where euro are. As text `outside`, `bank`, `till:<office>`, `owed:<partner>`, `due:<partner>`,
/// `given:<partner>`, `backing:account`, `backing:paper`, `fees`, `vat`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(clippy::exhaustive_enums)]
pub enum EuroPlace {
    /// Contra: the world outside.
    Outside,
    /// The bank account on which offices deposit.
    Bank,
    /// An office's euro till.
    Till(Id),
    /// Set aside for a partner whose claim was approved, until it is paid.
    Owed(Id),
    /// What a partner owes back for what was clawed back.
    Due(Id),
    /// The given part of fees, until it is put on the pay list.
    Given(Id),
    /// What backs the units on accounts, or those on paper.
    Backing(BackedBy),
    /// What the issuer kept.
    Fees,
    /// Tax on what it kept.
    Vat,
}

/// So many cents coming to a place, or leaving it when below zero. The legs of an entry sum to zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EuroLeg {
    /// Where.
    pub place: EuroPlace,
    /// How many cents come; below zero they leave.
    pub cents: i64,
}

/// Cents by place; they sum to zero.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EuroBooks {
    cents: BTreeMap<EuroPlace, i64>,
}

impl EuroBooks {
    /// The cents in a place; below zero only outside.
    pub fn cents(&self, place: EuroPlace) -> i64 {
        self.cents.get(&place).copied().unwrap_or(0)
    }

    /// Every place with euro.
    pub fn iter(&self) -> impl Iterator<Item = (EuroPlace, i64)> {
        self.cents.iter().map(|(place, cents)| (*place, *cents))
    }

    /// What there would be after a leg, if it can be: no till and no bank goes below zero.
    pub(crate) fn after(&self, leg: &EuroLeg) -> Option<i64> {
        let after = self.cents(leg.place).checked_add(leg.cents)?;
        let bound = crate::money::Amount::MAX.minor();
        let least = if leg.place == EuroPlace::Outside { bound.saturating_neg() } else { 0 };
        (least..=bound).contains(&after).then_some(after)
    }

    pub(crate) fn apply(&mut self, leg: &EuroLeg) {
        match self.cents(leg.place).saturating_add(leg.cents) {
            0 => self.cents.remove(&leg.place),
            cents => self.cents.insert(leg.place, cents),
        };
    }
}

impl fmt::Display for EuroPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Outside => f.pad("outside"),
            Self::Bank => f.pad("bank"),
            Self::Till(office) => f.pad(&format!("till:{office}")),
            Self::Owed(partner) => f.pad(&format!("owed:{partner}")),
            Self::Due(partner) => f.pad(&format!("due:{partner}")),
            Self::Given(partner) => f.pad(&format!("given:{partner}")),
            Self::Backing(BackedBy::Account) => f.pad("backing:account"),
            Self::Backing(BackedBy::Paper) => f.pad("backing:paper"),
            Self::Fees => f.pad("fees"),
            Self::Vat => f.pad("vat"),
        }
    }
}

impl FromStr for EuroPlace {
    type Err = PlaceError;
    fn from_str(text: &str) -> Result<Self, PlaceError> {
        match text.split_once(':') {
            None if text == "outside" => Ok(Self::Outside),
            None if text == "bank" => Ok(Self::Bank),
            None if text == "fees" => Ok(Self::Fees),
            None if text == "vat" => Ok(Self::Vat),
            Some(("backing", "account")) => Ok(Self::Backing(BackedBy::Account)),
            Some(("backing", "paper")) => Ok(Self::Backing(BackedBy::Paper)),
            Some((kind, whose)) => {
                let whose = Id::parse(whose).ok().filter(|whose| !whose.is_chart()).ok_or(PlaceError)?;
                match kind {
                    "till" => Ok(Self::Till(whose)),
                    "owed" => Ok(Self::Owed(whose)),
                    "due" => Ok(Self::Due(whose)),
                    "given" => Ok(Self::Given(whose)),
                    _ => Err(PlaceError),
                }
            }
            None => Err(PlaceError),
        }
    }
}

impl Serialize for EuroPlace {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for EuroPlace {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <std::borrow::Cow<'de, str>>::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}
