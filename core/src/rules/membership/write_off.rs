//! Writing off the debt of somebody who is gone (R45): the pot or the group bears it, so that a ring that
//! sums to zero still does (R56). Nobody's debt is written off as long as they take part.

use crate::books::{AccountState, Draft, GROUP, POT};
use crate::design::DebtTo;
use crate::orders::{Refusal, RefusalCode, WriteOff};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::standing::{credit, word};
use crate::rules::{About, Scene};

impl Act for WriteOff {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let (row, account) = scene.participant(&self.account)?;
        let amount = account.balance().magnitude();
        Ok(About { account: Some(row), gains: Some(row), amount, ..About::action(Action::WriteOff) })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let (row, account) = scene.participant(&self.account)?;
        let bearer = match scene.booking_design().leaving().debt {
            DebtTo::Refuse => return Err(Refusal::new(RefusalCode::WriteOffOff)),
            DebtTo::Pot => scene.chart(POT)?,
            DebtTo::Group => scene.chart(GROUP)?,
        };
        match account.state() {
            AccountState::Leaver
            | AccountState::Inactive
            | AccountState::Blocked
            | AccountState::Deceased => {}
            state @ (AccountState::Candidate | AccountState::Active | AccountState::Closed) => {
                return Err(Refusal::about(RefusalCode::NotGone, self.account)
                    .with(|figures| figures.what = word(state)));
            }
        }
        if !account.balance().is_negative() {
            return Err(Refusal::about(RefusalCode::NotInDebt, self.account));
        }
        let debt = account.balance().magnitude();
        let held = scene.row(bearer)?.balance();
        if scene.booking_design().leaving().debt == DebtTo::Pot && crate::money::Balance::from(debt) > held {
            return Err(Refusal::new(RefusalCode::PotShort).with(|figures| {
                figures.asked = Some(debt.into());
                figures.available = Some(held);
            }));
        }
        let pieces = draft.pay(bearer, debt, || credit(scene))?;
        Ok(draft.receive(row, &pieces)?)
    }
}
