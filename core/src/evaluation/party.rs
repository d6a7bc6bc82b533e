//! [`Party`]: where units come from, who holds them, where they go.

use crate::books::{AccountKind, BOUGHT, EXCHANGED};
use crate::id::Id;

/// Number of a party in a list of movements, in the order of appearance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct PartyNo(pub(crate) u32);

impl PartyNo {
    /// The number itself: the place in [`Movements::parties`](super::Movements::parties).
    pub const fn get(self) -> u32 {
        self.0
    }

    pub(crate) fn index(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }
}

/// One end of movements.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[allow(clippy::exhaustive_structs)]
pub struct Party {
    /// As the books, or the file it was read from, call it.
    pub name: String,
    /// What it is.
    pub kind: PartyKind,
}

/// What a party is: a holder, a source or a sink.
///
/// Units that a holder has are the supply S of `evaluation.md` section 3: what stands outside the accounts of
/// the issuer. Sources and sinks are where the supply grows and shrinks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum PartyKind {
    /// Holder: a participant's account.
    Participant,
    /// Holder: the pot or the group's account.
    Common,
    /// Holder: units set aside for what is reserved.
    Reserved,
    /// Holder: the live notes of a series. Who has them is not observed.
    Paper,
    /// Source: what a partner issued.
    Issued,
    /// Source: balances taken over, or the start of a list that begins halfway.
    Opening,
    /// Source: units bought with euro.
    Bought,
    /// Source and sink: credit that participants draw and repay.
    Credit,
    /// Source: notes that were short, which the issuer bears.
    Shortage,
    /// Source: units that a list does not say the origin of.
    Unexplained,
    /// Sink: what a partner took in outside the ring.
    Redeemed,
    /// Sink: what lapsed.
    Lapsed,
    /// Sink: units that became euro again.
    Exchanged,
    /// Sink: notes that were over.
    Surplus,
}

impl PartyKind {
    /// Its word in JSON and in tables.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Participant => "participant",
            Self::Common => "common",
            Self::Reserved => "reserved",
            Self::Paper => "paper",
            Self::Issued => "issued",
            Self::Opening => "opening",
            Self::Bought => "bought",
            Self::Credit => "credit",
            Self::Shortage => "shortage",
            Self::Unexplained => "unexplained",
            Self::Redeemed => "redeemed",
            Self::Lapsed => "lapsed",
            Self::Exchanged => "exchanged",
            Self::Surplus => "surplus",
        }
    }

    /// Whether it holds units; otherwise it is a source or a sink.
    pub const fn holds(self) -> bool {
        matches!(self, Self::Participant | Self::Common | Self::Reserved | Self::Paper)
    }

    pub(crate) fn of_account(id: &Id, kind: AccountKind) -> Self {
        match kind {
            AccountKind::Person | AccountKind::Household | AccountKind::Organisation => Self::Participant,
            AccountKind::Pot | AccountKind::Group => Self::Common,
            AccountKind::Reserved => Self::Reserved,
            AccountKind::Paper => Self::Paper,
            AccountKind::Issued if *id == *BOUGHT || id.with_str(|id| id.starts_with("bought:")) => {
                Self::Bought
            }
            AccountKind::Issued => Self::Issued,
            AccountKind::Opening => Self::Opening,
            AccountKind::Shortage => Self::Shortage,
            AccountKind::Redeemed if *id == *EXCHANGED => Self::Exchanged,
            AccountKind::Redeemed => Self::Redeemed,
            AccountKind::Lapsed => Self::Lapsed,
            AccountKind::Surplus => Self::Surplus,
        }
    }
}
