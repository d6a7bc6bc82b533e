//! Changing the state of an account (R7, R62).

use crate::books::{AccountChange, Change, Draft};
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
        let account =
            AccountChange::State { account: draft.refer(row)?, was: account.state(), is: self.state };
        draft.entry.changes.push(Change::Account(account));
        Ok(())
    }
}
