//! What transfers, gifts and payments for a relative have in common.

use crate::books::Draft;
use crate::dense::AccountNo;
use crate::design::OnTransfer;
use crate::id::Id;
use crate::money::Amount;
use crate::orders::{Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::standing::{Means, credit, may_pay, may_receive};
use crate::rules::{About, Scene};

/// What a movement of units between two participants concerns.
pub(super) fn about(
    scene: &Scene<'_>,
    action: Action,
    from: &Id,
    to: &Id,
    amount: Amount,
) -> Result<About, Refusal> {
    let (from_row, _) = scene.participant(from)?;
    let (to_row, _) = scene.participant(to)?;
    if from_row == to_row {
        return Err(Refusal::about(RefusalCode::SelfTransfer, *from));
    }
    Ok(About { account: Some(from_row), debits: true, gains: Some(to_row), amount, ..About::action(action) })
}

/// Moves units from the account to the one that gains.
pub(super) fn draft(
    scene: &Scene<'_>,
    about: &About,
    means: Means,
    on_transfer: OnTransfer,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    let (Some(from), Some(to)) = (about.account, about.gains) else {
        return Err(Refusal::new(RefusalCode::Overflow));
    };
    may_pay(scene, scene.row(from)?, about.amount, means, draft)?;
    may_receive(scene, scene.row(to)?, about.amount, draft)?;
    let taken = draft.pay(from, about.amount, || credit(scene))?;
    let moved = match on_transfer {
        OnTransfer::Keep => taken,
        OnTransfer::Renew => renewed(scene, from, draft, &taken)?,
    };
    Ok(draft.receive(to, &moved)?)
}

/// Whoever earns units by a service has them as if they were new.
fn renewed(
    scene: &Scene<'_>,
    from: AccountNo,
    draft: &mut Draft<'_>,
    taken: &crate::books::Taken,
) -> Result<crate::books::Taken, Refusal> {
    let dates = credit(scene);
    Ok(draft.renew(taken, from, |_| (dates.earned_on, dates.ends_on))?)
}
