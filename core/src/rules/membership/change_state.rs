//! Changing the state of an account (R7, R62).

use crate::books::{AccountChange, AccountState, Change, Draft};
use crate::orders::{ChangeState, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::standing::word;
use crate::rules::{About, Scene};

impl Act for ChangeState {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let (account, _) = scene.participant(&self.account)?;
        Ok(About { account: Some(account), ..About::action(Action::ChangeAccountState) })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let (row, account) = scene.participant(&self.account)?;
        if !account.state().may_become(self.state) {
            return Err(Refusal::about(RefusalCode::StateChange, self.account)
                .with(|figures| figures.what = word(self.state)));
        }
        // A household goes on when one of its people dies (R46).
        let holders = account.holders().len();
        if self.state == AccountState::Deceased && holders > 1 {
            return Err(Refusal::about(RefusalCode::HouseholdContinues, self.account)
                .with(|figures| figures.count = i64::try_from(holders).ok()));
        }
        let account = AccountChange::State {
            account: draft.refer(row)?,
            was: account.state(),
            since: account.state_since(),
            is: self.state,
        };
        draft.entry.changes.push(Change::Account(account));
        Ok(())
    }
}
