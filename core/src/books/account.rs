//! [`Account`]: one row of the books.

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use super::{AccountLimits, Holdings, LimitsInForce};
use crate::calendar::Day;
use crate::dense::PersonNo;
use crate::design::Limits;
use crate::id::Id;
use crate::money::{Amount, Balance};
use crate::people::{AccountKind, AccountState};

/// One account: who holds it, what stands on it.
///
/// For participants `balance = sum of holdings - drawn`, and holdings and drawn are never both above
/// zero.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Account {
    pub(crate) id: Id,
    pub(crate) kind: AccountKind,
    pub(crate) state: AccountState,
    pub(crate) opened_on: Day,
    pub(crate) state_since: Day,
    pub(crate) acted_on: Day,
    pub(crate) balance: Balance,
    pub(crate) drawn: Amount,
    pub(crate) technical: Amount,
    pub(crate) holdings: Holdings,
    pub(crate) holders: SmallVec<[PersonNo; 2]>,
    // Boxed: most accounts have none of it.
    pub(crate) limits: Option<Box<AccountLimits>>,
}

impl Account {
    pub(crate) fn new(id: Id, kind: AccountKind, opened_on: Day) -> Self {
        Self {
            id,
            kind,
            state: AccountState::Active,
            opened_on,
            state_since: opened_on,
            acted_on: opened_on,
            balance: Balance::ZERO,
            drawn: Amount::ZERO,
            technical: Amount::ZERO,
            holdings: Holdings::default(),
            holders: SmallVec::new(),
            limits: None,
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

    /// The day since which it is in that state.
    pub fn state_since(&self) -> Day {
        self.state_since
    }

    /// The last day on which a holder paid, earned or was paid for a service; the day of opening before
    /// that. What is given to them, lapses or is taken back is no act of theirs.
    pub fn acted_on(&self) -> Day {
        self.acted_on
    }

    /// The day since which nobody did anything with it, nor changed its state.
    pub fn quiet_since(&self) -> Day {
        self.acted_on.max(self.state_since)
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

    /// What was decided about its limits, if anything was.
    pub fn own_limits(&self) -> Option<&AccountLimits> {
        self.limits.as_deref()
    }

    /// How far it may go on a day, under a design's limits.
    pub fn limits_on(&self, day: Day, limits: &Limits) -> LimitsInForce {
        LimitsInForce::on(day, limits, self.opened_on, self.own_limits())
    }

    /// Whether a person holds it.
    pub fn is_held_by(&self, person: PersonNo) -> bool {
        self.holders.contains(&person)
    }
}
