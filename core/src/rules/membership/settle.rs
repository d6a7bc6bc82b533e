//! Closing an account with what is left on it: shared by whoever asks for it and by the closing of a day.

use crate::books::{Account, AccountChange, AccountState, Change, Draft, GROUP, LAPSED, POT};
use crate::dense::AccountNo;
use crate::design::BalanceTo;
use crate::money::{Amount, Balance};
use crate::orders::{Refusal, RefusalCode};
use crate::rules::Scene;
use crate::rules::standing::{credit, may_receive};

/// Where what is left goes.
#[derive(Clone, Copy)]
pub(crate) enum Remainder {
    /// Where the design says.
    To(BalanceTo),
    /// To an heir's account.
    Heir(AccountNo),
}

/// Moves what is left on an account, and closes it. A debt has to be cleared or written off first.
pub(crate) fn settle(
    scene: &Scene<'_>,
    row: AccountNo,
    account: &Account,
    remainder: Remainder,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    let left = account.balance();
    let amount = left.as_amount().ok_or_else(|| {
        Refusal::about(RefusalCode::InDebt, account.id())
            .with(|figures| figures.available = Some(left.magnitude().into()))
    })?;
    if !amount.is_zero() {
        pay_out(scene, row, amount, remainder, draft)?;
    }
    draft.entry.changes.push(Change::Account(AccountChange::State {
        account: draft.refer(row)?,
        was: account.state(),
        since: account.state_since(),
        is: AccountState::Closed,
    }));
    Ok(())
}

fn pay_out(
    scene: &Scene<'_>,
    from: AccountNo,
    amount: Amount,
    remainder: Remainder,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    let common = match remainder {
        Remainder::To(BalanceTo::Refuse) => {
            let account = scene.row(from)?;
            return Err(Refusal::about(RefusalCode::BalanceLeft, account.id())
                .with(|figures| figures.available = Some(account.balance())));
        }
        Remainder::To(BalanceTo::Lapsed) => {
            draft.pay(from, amount, || credit(scene))?;
            return Ok(draft.counter_side(scene.chart(LAPSED)?, Balance::from(amount))?);
        }
        Remainder::To(BalanceTo::Pot) => scene.chart(POT)?,
        Remainder::To(BalanceTo::Group) => scene.chart(GROUP)?,
        Remainder::Heir(heir) => {
            may_receive(scene, scene.row(heir)?, amount, draft)?;
            heir
        }
    };
    // Whoever gets the units gets them with their dates.
    let pieces = draft.pay(from, amount, || credit(scene))?;
    Ok(draft.receive(common, &pieces)?)
}
