//! [`Account`]: one row of the books.

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use super::Holdings;
use crate::calendar::Day;
use crate::dense::PersonNo;
use crate::id::Id;
use crate::money::{Amount, Balance};

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
    /// Contra of the units a partner issued.
    Issued,
    /// The units a partner took in for goods or services.
    Redeemed,
    /// The units that lapsed.
    Lapsed,
}

impl AccountKind {
    /// Accounts that orders open: persons, households, organisations.
    pub const fn is_participant(self) -> bool {
        matches!(self, Self::Person | Self::Household | Self::Organisation)
    }

    /// Accounts whose balance consists of lots; the other ones are counter-sides.
    pub const fn holds_lots(self) -> bool {
        self.is_participant() || matches!(self, Self::Pot)
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
    /// because a balance may be left; closed is for good.
    pub const fn may_become(self, next: Self) -> bool {
        use AccountState::{Active, Blocked, Candidate, Deceased, Inactive, Leaver};
        matches!(
            (self, next),
            (Candidate, Active | Deceased)
                | (Active, Inactive | Leaver | Blocked | Deceased)
                | (Inactive, Active | Leaver | Blocked | Deceased)
                | (Leaver, Active | Inactive | Blocked | Deceased)
                | (Blocked, Active | Inactive | Leaver | Deceased)
                | (Deceased, Blocked)
        )
    }
}

/// One account: who holds it, what stands on it.
///
/// For participants `balance = sum of holdings - drawn`, and holdings and drawn are never both above
/// zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    pub(crate) id: Id,
    pub(crate) kind: AccountKind,
    pub(crate) state: AccountState,
    pub(crate) opened_on: Day,
    pub(crate) balance: Balance,
    pub(crate) drawn: Amount,
    pub(crate) technical: Amount,
    pub(crate) holdings: Holdings,
    pub(crate) holders: SmallVec<[PersonNo; 2]>,
}

impl Account {
    pub(crate) fn new(id: Id, kind: AccountKind, opened_on: Day) -> Self {
        Self {
            id,
            kind,
            state: AccountState::Active,
            opened_on,
            balance: Balance::ZERO,
            drawn: Amount::ZERO,
            technical: Amount::ZERO,
            holdings: Holdings::default(),
            holders: SmallVec::new(),
        }
    }

    /// The account's id.
    pub fn id(&self) -> Id {
        self.id
    }

    /// What it is for.
    pub fn kind(&self) -> AccountKind {
        self.kind
    }

    /// Its state.
    pub fn state(&self) -> AccountState {
        self.state
    }

    /// The day it was opened.
    pub fn opened_on(&self) -> Day {
        self.opened_on
    }

    /// Minor units on it; below zero in the red.
    pub fn balance(&self) -> Balance {
        self.balance
    }

    /// Units paid beyond what it held, not yet earned back.
    pub fn drawn(&self) -> Amount {
        self.drawn
    }

    /// The part of [`Account::drawn`] that a reversal caused (R44).
    pub fn technical_debt(&self) -> Amount {
        self.technical
    }

    /// The pieces of lots on it, in the order in which they will be spent.
    pub fn holdings(&self) -> &Holdings {
        &self.holdings
    }

    /// The persons who hold it.
    pub fn holders(&self) -> &[PersonNo] {
        &self.holders
    }

    /// Whether a person holds it.
    pub fn is_held_by(&self, person: PersonNo) -> bool {
        self.holders.contains(&person)
    }
}
