//! Closing an account for good (R45): what is left goes where the design says, never to euro.

use crate::books::{AccountChange, AccountState, Change, Draft, LAPSED, POT};
use crate::design::BalanceTo;
use crate::money::{Amount, Balance};
use crate::orders::{CloseAccount, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::standing::{credit, word};
use crate::rules::{About, Scene};

impl Act for CloseAccount {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let (row, account) = scene.participant(&self.account)?;
        // A mandate with a limit does not close an account with more on it.
        let amount = account.balance().as_amount().unwrap_or(Amount::ZERO);
        Ok(About { account: Some(row), amount, ..About::action(Action::CloseAccount) })
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
        let left = account.balance();
        let Some(amount) = left.as_amount() else {
            return Err(Refusal::about(RefusalCode::InDebt, self.account)
                .with(|figures| figures.available = Some(left.magnitude().into())));
        };
        if !amount.is_zero() {
            let destination = scene.booking_design().leaving().balance_to;
            if destination == BalanceTo::Refuse {
                return Err(Refusal::about(RefusalCode::BalanceLeft, self.account)
                    .with(|figures| figures.available = Some(left)));
            }
            let pieces = draft.pay(row, amount, || credit(scene))?;
            match destination {
                BalanceTo::Pot => draft.receive(scene.chart(POT)?, &pieces)?,
                BalanceTo::Lapsed | BalanceTo::Refuse => {
                    draft.counter_side(scene.chart(LAPSED)?, Balance::from(amount))?;
                }
            }
        }
        draft.entry.changes.push(Change::Account(AccountChange::State {
            account: draft.refer(row)?,
            was: account.state(),
            is: AccountState::Closed,
        }));
        Ok(())
    }
}
