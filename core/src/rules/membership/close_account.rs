//! Closing an account for good (R45, R46): what is left goes where the design says, never to euro.

use super::settle::{Remainder, settle};
use crate::books::{Account, AccountState, Draft};
use crate::money::Amount;
use crate::orders::{CloseAccount, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::standing::word;
use crate::rules::{About, Scene};

impl Act for CloseAccount {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let (row, account) = scene.participant(&self.account)?;
        // A mandate with a limit does not close an account with more on it.
        let amount = account.balance().as_amount().unwrap_or(Amount::ZERO);
        let gains = self.heir.map(|heir| scene.participant(&heir)).transpose()?.map(|(heir, _)| heir);
        Ok(About { account: Some(row), gains, amount, ..About::action(Action::CloseAccount) })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let (row, account) = scene.participant(&self.account)?;
        if account.state() == AccountState::Closed {
            return Err(Refusal::about(RefusalCode::StateChange, self.account)
                .with(|figures| figures.what = word(AccountState::Closed)));
        }
        // Closed, it could not have back what is set aside (R69): pick it up or release it first.
        let reserved = scene.reservations.of_account(self.account).count();
        if reserved > 0 {
            return Err(Refusal::about(RefusalCode::ReservationOpen, self.account)
                .with(|figures| figures.count = i64::try_from(reserved).ok()));
        }
        settle(scene, row, account, self.remainder(scene, account)?, draft)
    }
}

impl CloseAccount {
    fn remainder(&self, scene: &Scene<'_>, account: &Account) -> Result<Remainder, Refusal> {
        let leaving = scene.booking_design().leaving();
        let died = account.state() == AccountState::Deceased;
        let Some(heir) = self.heir else {
            let to = if died { leaving.death.without_heir(leaving.balance_to) } else { leaving.balance_to };
            return Ok(Remainder::To(to));
        };
        if !died || leaving.death != crate::design::DeathTo::Heir {
            return Err(Refusal::about(RefusalCode::HeirNotPossible, heir));
        }
        if heir == self.account {
            return Err(Refusal::about(RefusalCode::SelfTransfer, heir));
        }
        Ok(Remainder::Heir(scene.participant(&heir)?.0))
    }
}
