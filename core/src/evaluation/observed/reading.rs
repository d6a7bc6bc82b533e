//! [`Reading`]: what whoever reads a list knows that does not stand in it.

use std::collections::BTreeMap;

use crate::evaluation::PartyKind;
use crate::money::Scale;

/// What a list does not say of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs)]
pub struct Reading {
    /// What a unit is called. If empty, what the list calls it, or `units`.
    pub unit: String,
    /// How many decimals count; figures that need more are bad rows. `None` for as many as the list needs, so that
    /// `25.00` needs none, up to [`Scale::MAX`].
    pub scale: Option<Scale>,
    /// Accounts that are no participant's, by name: the pot, what is set aside, notes. Only kinds that
    /// [hold](PartyKind::holds) units.
    pub holders: BTreeMap<String, PartyKind>,
    /// What it means that units come from outside, or go there, where the list says no more.
    pub boundary: Boundary,
    /// What it means that an account pays more than it holds.
    pub beyond: Beyond,
}

/// What it means that an account pays more than it holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums)]
pub enum Beyond {
    /// The list does not say where the rest came from: an identity break.
    #[default]
    Unexplained,
    /// It draws credit, as in a currency of mutual credit, and repays it from what it gets next.
    Credit,
}

/// What crossing the boundary of a system means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs)]
pub struct Boundary {
    /// What comes in.
    pub enters: Enters,
    /// What goes out.
    pub leaves: Leaves,
}

/// What it means that units come from outside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums)]
pub enum Enters {
    /// The issuer gives them for an effort.
    #[default]
    Earned,
    /// They are bought with euro, or another currency.
    Bought,
}

/// What it means that units go outside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums)]
pub enum Leaves {
    /// They are spent outside the ring.
    #[default]
    Redeemed,
    /// They become euro, or another currency, again.
    Exchanged,
}

impl Enters {
    pub(super) fn party(self) -> PartyKind {
        match self {
            Self::Earned => PartyKind::Issued,
            Self::Bought => PartyKind::Bought,
        }
    }
}

impl Leaves {
    pub(super) fn party(self) -> PartyKind {
        match self {
            Self::Redeemed => PartyKind::Redeemed,
            Self::Exchanged => PartyKind::Exchanged,
        }
    }
}
