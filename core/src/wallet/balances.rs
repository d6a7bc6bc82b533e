//! [`Balances`]: what a member has, and what of it can be spent.

use serde::Serialize;

use super::scratch::Scratch;
use super::{Wallet, WalletError};
use crate::calendar::Day;
use crate::money::{Amount, Balance};
use crate::views::{HeldLot, WhyLimit};

/// What a member has, on the phone's day, in minor units.
///
/// `confirmed - ended + pending` is the balance that the server is expected to come to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Balances {
    /// The day for which it holds.
    pub day: Day,
    /// The record of the journal up to which the wallet knows the account.
    pub record: u64,
    /// What the server told.
    pub confirmed: Balance,
    /// What will have lapsed, less what will have come back of reservations, by the closing of the days
    /// since: it can no longer be spent, though no feed has said so. Below zero if more comes back.
    pub ended: Balance,
    /// What the orders in the outbox are expected to bring, or to take if below zero.
    pub pending: Balance,
    /// What is set aside for reservations.
    pub reserved: Amount,
    /// What can be spent, given and redeemed of what is held, after the orders in the outbox.
    pub available: Amount,
    /// What can be paid for services, credit included; none if there is no limit.
    pub payable: Option<Amount>,
    /// The lots, in the order in which they will be spent, and when they end.
    pub lots: Vec<HeldLot>,
}

impl Wallet {
    /// What the member has on the phone's civil day.
    ///
    /// # Errors
    /// [`WalletError`] before the account is there, or if the phone's day is out of reach.
    pub fn balances(&self, today: Day) -> Result<Balances, WalletError> {
        let replica = self.replica()?;
        let own = replica.own().ok_or(WalletError::NotOpen(self.account))?;
        let confirmed = own.balance();
        let closed = self.balance_on(&Scratch::on(replica, today)?);
        let scratch = self.after_outbox(today, None)?;
        let expected = self.balance_on(&scratch);
        let ledger = scratch.ledger();
        let limits = WhyLimit::of(&ledger, &self.account).ok_or(WalletError::NotOpen(self.account))?;
        let reserved = ledger.state().reservations().of_account(self.account);
        let reserved = reserved.map(|one| one.units()).try_fold(Amount::ZERO, Amount::checked_add);
        let difference = |one: Balance, two: Balance| one.checked_sub(two).unwrap_or(Balance::ZERO);
        Ok(Balances {
            day: scratch.day(),
            record: self.record(),
            confirmed,
            ended: difference(confirmed, closed),
            pending: difference(expected, closed),
            reserved: reserved.unwrap_or(Amount::MAX),
            available: limits.give.available.unwrap_or(Amount::MAX),
            payable: limits.pay.available,
            lots: HeldLot::on(&ledger, &self.account).unwrap_or_default(),
        })
    }

    /// How far the account may go on the phone's civil day, and why.
    ///
    /// # Errors
    /// [`WalletError`] before the account is there, or if the phone's day is out of reach.
    pub fn limits(&self, today: Day) -> Result<WhyLimit, WalletError> {
        let ledger = self.after_outbox(today, None)?.ledger();
        WhyLimit::of(&ledger, &self.account).ok_or(WalletError::NotOpen(self.account))
    }

    fn balance_on(&self, scratch: &Scratch<'_>) -> Balance {
        scratch.state().books().find(&self.account).map_or(Balance::ZERO, |account| account.balance())
    }
}
