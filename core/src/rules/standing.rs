//! Whether an account may pay or receive: its state, floor and ceiling (R7, R15, R16).

use super::Scene;
use crate::books::{Account, AccountState, Credit, Draft, Flag, LimitsInForce};
use crate::design::{Bound, Verdict};
use crate::id::Code;
use crate::money::{Amount, Balance};
use crate::orders::{Refusal, RefusalCode};

/// What may be spent: what stands on the account, or credit too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Means {
    /// What is held; R43: "overdraft is for services only".
    Held,
    /// What is held, then credit down to the floor.
    Credit,
}

/// The word of a state, as it stands in figures.
pub(crate) fn word(state: AccountState) -> Option<Code> {
    Code::parse(match state {
        AccountState::Candidate => "candidate",
        AccountState::Active => "active",
        AccountState::Inactive => "inactive",
        AccountState::Leaver => "leaver",
        AccountState::Blocked => "blocked",
        AccountState::Deceased => "deceased",
        AccountState::Closed => "closed",
    })
    .ok()
}

fn state_refuses(code: RefusalCode, account: &Account) -> Refusal {
    Refusal::about(code, account.id()).with(|figures| figures.what = word(account.state()))
}

/// What says how far an account may go today.
pub(crate) fn limits_of(scene: &Scene<'_>, account: &Account) -> LimitsInForce {
    account.limits_on(scene.day, scene.booking_design().limits())
}

/// Whether the account may pay this much by these means. Passing a soft floor is flagged in the draft.
pub(crate) fn may_pay(
    scene: &Scene<'_>,
    account: &Account,
    amount: Amount,
    means: Means,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    match account.state() {
        AccountState::Active | AccountState::Inactive => {}
        AccountState::Leaver => towards_zero(account, amount, account.balance())?,
        AccountState::Candidate | AccountState::Blocked | AccountState::Deceased | AccountState::Closed => {
            return Err(state_refuses(RefusalCode::MayNotPay, account));
        }
    }
    let on_credit = means == Means::Credit && scene.booking_design().circulation().mutual_credit;
    let floor = if on_credit { limits_of(scene, account).floor.bound } else { Bound::FLOOR };
    let before = i128::from(account.balance().minor());
    let after = before.saturating_sub(amount.minor().into());
    let refuse = |code, available| {
        Err(Refusal::about(code, account.id()).with(|figures| {
            figures.asked = Some(amount.into());
            figures.available = Some(available);
            figures.limit = Some(floor.at);
        }))
    };
    match floor.at_floor(before, after) {
        Verdict::Within => {}
        Verdict::Flagged => draft.flag(Flag::OverFloor),
        Verdict::Refused => {
            let room = account.balance().checked_sub(floor.lowest()).unwrap_or(Balance::MAX);
            return refuse(RefusalCode::InsufficientBalance, room.max(Balance::ZERO));
        }
        Verdict::Stopped => return refuse(RefusalCode::DebtStop, account.balance()),
    }
    Ok(())
}

/// Whether the account may receive this much. Passing a soft ceiling is flagged in the draft.
pub(crate) fn may_receive(
    scene: &Scene<'_>,
    account: &Account,
    amount: Amount,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    match account.state() {
        AccountState::Active | AccountState::Inactive => {}
        AccountState::Leaver => {
            towards_zero(account, amount, account.balance().checked_neg().unwrap_or(Balance::ZERO))?;
        }
        AccountState::Candidate | AccountState::Blocked | AccountState::Deceased | AccountState::Closed => {
            return Err(state_refuses(RefusalCode::MayNotReceive, account));
        }
    }
    if amount.is_zero() {
        // An effort recorded without units moves nothing.
        return Ok(());
    }
    let Some(ceiling) = limits_of(scene, account).ceiling.map(|ceiling| ceiling.bound) else {
        return Ok(());
    };
    let before = i128::from(account.balance().minor());
    let after = before.saturating_add(amount.minor().into());
    let refuse = |code, available| {
        Err(Refusal::about(code, account.id()).with(|figures| {
            figures.asked = Some(amount.into());
            figures.available = Some(available);
            figures.limit = Some(ceiling.at);
        }))
    };
    match ceiling.at_ceiling(before, after) {
        Verdict::Within => {}
        Verdict::Flagged => draft.flag(Flag::OverCeiling),
        Verdict::Refused => {
            let room = ceiling.highest().checked_sub(account.balance()).unwrap_or(Balance::MAX);
            return refuse(RefusalCode::Ceiling, room.max(Balance::ZERO));
        }
        Verdict::Stopped => return refuse(RefusalCode::SpendFirst, account.balance()),
    }
    Ok(())
}

/// A leaver's balance only moves towards zero (practice of LETS groups).
fn towards_zero(account: &Account, amount: Amount, distance: Balance) -> Result<(), Refusal> {
    let distance = distance.max(Balance::ZERO);
    if Balance::from(amount) <= distance {
        return Ok(());
    }
    Err(Refusal::about(RefusalCode::LeaverDirection, account.id()).with(|figures| {
        figures.asked = Some(amount.into());
        figures.available = Some(distance);
    }))
}

/// The credit that paying beyond the holdings makes today.
pub(crate) fn credit(scene: &Scene<'_>) -> Credit {
    let earned_on = scene.order.value_day;
    let ends_on = scene.dated(earned_on).map(|end| end.max(scene.day));
    Credit { earned_on, ends_on }
}
