//! What can be earned with.

use super::{Wallet, WalletError};
use crate::calendar::Day;
use crate::design::{Names, Tariff};
use crate::id::{Code, Id};
use crate::money::Amount;
use crate::people::PartnerRole;

/// A line of the earning catalogue.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Activity {
    /// Its code.
    pub activity: Code,
    /// Its name in each language.
    pub names: Names,
    /// What the reward is counted by.
    pub tariff: Tariff,
    /// The minor units per hour, per act or per quantity.
    pub units: Amount,
    /// The partners who reward it on the day.
    pub partners: Vec<Id>,
}

impl Wallet {
    /// The earning catalogue on the phone's civil day, by code. What is left of caps, [`Wallet::limits`] says.
    ///
    /// # Errors
    /// [`WalletError`] before the account is there, or if the phone's day is out of reach.
    pub fn activities(&self, today: Day) -> Result<Vec<Activity>, WalletError> {
        let scratch = self.after_outbox(today, None)?;
        let (state, day) = (scratch.state(), scratch.day());
        let issuing = |partner: &&crate::people::Partner| {
            partner.contract_on(day).is_some_and(|contract| contract.has(PartnerRole::Issuing))
        };
        let issuing: Vec<Id> = state.people().partners().filter(issuing).map(|one| one.id).collect();
        let actions = state.design().earning().actions().iter();
        let line = |action: &crate::design::EarningAction| Activity {
            activity: action.code,
            names: action.names.clone(),
            tariff: action.tariff.clone(),
            units: action.units,
            partners: issuing.iter().filter(|partner| action.may_issue(partner)).copied().collect(),
        };
        Ok(actions.map(line).collect())
    }
}
