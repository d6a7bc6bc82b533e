//! Setting the limits of one account, and the group whose limits it has (R15).

use crate::books::{AccountChange, AccountLimits, AccountState, Change, Draft};
use crate::dense::AccountNo;
use crate::id::Id;
use crate::money::Balance;
use crate::orders::{Refusal, RefusalCode, SetLimits};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

/// Whoever decides about limits, it is not their own: they gain by it.
pub(super) fn about(scene: &Scene<'_>, action: Action, account: &Id) -> Result<About, Refusal> {
    let (row, account) = scene.participant(account)?;
    if account.state() == AccountState::Closed {
        return Err(Refusal::about(RefusalCode::AccountClosed, account.id()));
    }
    Ok(About { account: Some(row), gains: Some(row), ..About::action(action) })
}

/// Whether these figures can be limits: a floor is zero or below, and below only with mutual credit; a
/// ceiling is above zero, or nobody could hold anything.
pub(super) fn figures_fit(
    scene: &Scene<'_>,
    account: Id,
    floor: Option<Balance>,
    ceiling: Option<Balance>,
) -> Result<(), Refusal> {
    let credit = scene.booking_design().circulation().mutual_credit;
    let floor = floor.filter(|at| *at > Balance::ZERO || (at.is_negative() && !credit));
    let ceiling = ceiling.filter(|at| *at <= Balance::ZERO);
    match floor.or(ceiling) {
        None => Ok(()),
        at => Err(Refusal::about(RefusalCode::LimitWrong, account).with(|figures| figures.limit = at)),
    }
}

/// Drafts what is decided about an account's limits now.
pub(super) fn decided(
    scene: &Scene<'_>,
    row: AccountNo,
    change: impl FnOnce(AccountLimits) -> AccountLimits,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    let was = scene.row(row)?.own_limits().copied().unwrap_or_default();
    let (account, is) = (draft.refer(row)?, Box::new(change(was)));
    let limits = AccountChange::Limits { account, was: Box::new(was), is };
    draft.entry.changes.push(Change::Account(limits));
    Ok(())
}

impl Act for SetLimits {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        about(scene, Action::SetLimits, &self.account)
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let (row, _) = scene.participant(&self.account)?;
        figures_fit(scene, self.account, self.floor, self.ceiling)?;
        let limits = scene.booking_design().limits();
        if let Some(group) = self.group.filter(|group| limits.group(group).is_none()) {
            return Err(Refusal::of(RefusalCode::GroupUnknown, group));
        }
        let Self { floor, ceiling, group, .. } = *self;
        decided(scene, row, |was| AccountLimits { floor, ceiling, group, ..was }, draft)
    }
}
