//! [`AccountKind`] and [`AccountState`]: what an account is for, and how its holder stands.

use serde::{Deserialize, Serialize};

/// What an account is for (R4, R6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum AccountKind {
    /// One participant's account.
    Person,
    /// Shared by the members of a household.
    Household,
    /// An association, a shop or an institution that takes part in the ring.
    Organisation,
    /// The common pot.
    Pot,
    /// The ring itself (groepsrekening): contra of start balances, joining gifts and debts that were
    /// written off, so that a ring still sums to zero (R56). It holds units and goes below zero without
    /// a floor.
    Group,
    /// The units set aside for what is reserved.
    Reserved,
    /// Contra of the units a partner issued.
    Issued,
    /// The units a partner took in for goods or services.
    Redeemed,
    /// The units that lapsed.
    Lapsed,

    /// Contra of the balances taken over from a scheme that was running already.
    Opening,
    /// The units on the live notes of a series (D8 of the design).
    Paper,
    /// Contra of the notes that were short: a loss of the issuer.
    Shortage,
    /// The notes that were over: a gain of the issuer.
    Surplus,
}

impl AccountKind {
    /// Accounts that orders open: persons, households, organisations.
    pub const fn is_participant(self) -> bool {
        matches!(self, Self::Person | Self::Household | Self::Organisation)
    }

    /// Accounts whose balance consists of lots; the other ones are counter-sides.
    pub const fn holds_lots(self) -> bool {
        self.is_participant() || matches!(self, Self::Pot | Self::Group | Self::Reserved)
    }
}

/// The state of a participant's account (R7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum AccountState {
    /// Enrolled but not let in yet: neither pays nor receives.
    Candidate,
    /// Takes part.
    Active,
    /// Takes part but has been quiet; paying or receiving is possible.
    Inactive,
    /// Is leaving: may only move its balance towards zero (practice of LETS groups).
    Leaver,
    /// Neither pays nor receives. Notices and expiry go on.
    Blocked,
    /// The holder died: neither pays nor receives.
    Deceased,
    /// Closed for good.
    Closed,
}

impl AccountState {
    /// Whether an account in this state may be put in the other one. Closing has its own order,
    /// because a balance may be left; closed is for good. Accounts open active; whoever is not let in yet is
    /// made a candidate.
    pub const fn may_become(self, next: Self) -> bool {
        use AccountState::{Active, Blocked, Candidate, Deceased, Inactive, Leaver};
        matches!(
            (self, next),
            (Candidate, Active | Deceased)
                | (Active, Candidate | Inactive | Leaver | Blocked | Deceased)
                | (Inactive, Active | Leaver | Blocked | Deceased)
                | (Leaver, Active | Inactive | Blocked | Deceased)
                | (Blocked, Active | Inactive | Leaver | Deceased)
                | (Deceased, Blocked)
        )
    }
}
