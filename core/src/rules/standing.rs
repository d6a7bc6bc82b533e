//! Whether an account may pay or receive: its state, floor and ceiling (R7, R15, R16).

use super::Scene;
use crate::books::{Account, AccountState, Credit};
use crate::design::Tested;
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

/// Whether the account may pay this much by these means.
pub(crate) fn may_pay(
    scene: &Scene<'_>,
    account: &Account,
    amount: Amount,
    means: Means,
) -> Result<(), Refusal> {
    match account.state() {
        AccountState::Active | AccountState::Inactive => {}
        AccountState::Leaver => towards_zero(account, amount, account.balance())?,
        AccountState::Candidate | AccountState::Blocked | AccountState::Deceased | AccountState::Closed => {
            return Err(state_refuses(RefusalCode::MayNotPay, account));
        }
    }
    let circulation = scene.booking_design().circulation();
    let (floor, tested) = match (means, &circulation.mutual_credit) {
        (Means::Credit, Some(credit)) => (credit.floor, credit.floor_tested),
        _ => (Balance::ZERO, Tested::After),
    };
    match tested {
        Tested::After => {
            let available = account.balance().checked_sub(floor).unwrap_or(Balance::MAX).max(Balance::ZERO);
            if Balance::from(amount) <= available {
                return Ok(());
            }
            Err(Refusal::about(RefusalCode::InsufficientBalance, account.id()).with(|figures| {
                figures.asked = Some(amount.into());
                figures.available = Some(available);
                figures.limit = Some(floor);
            }))
        }
        Tested::Before => {
            if account.balance() > floor {
                return Ok(());
            }
            Err(Refusal::about(RefusalCode::DebtStop, account.id()).with(|figures| {
                figures.asked = Some(amount.into());
                figures.available = Some(account.balance());
                figures.limit = Some(floor);
            }))
        }
    }
}

/// Whether the account may receive this much.
pub(crate) fn may_receive(scene: &Scene<'_>, account: &Account, amount: Amount) -> Result<(), Refusal> {
    match account.state() {
        AccountState::Active | AccountState::Inactive => {}
        AccountState::Leaver => {
            towards_zero(account, amount, account.balance().checked_neg().unwrap_or(Balance::ZERO))?;
        }
        AccountState::Candidate | AccountState::Blocked | AccountState::Deceased | AccountState::Closed => {
            return Err(state_refuses(RefusalCode::MayNotReceive, account));
        }
    }
    let Some(ceiling) = scene.booking_design().circulation().ceiling() else { return Ok(()) };
    let room = ceiling.checked_sub(account.balance()).unwrap_or(Balance::MAX).max(Balance::ZERO);
    if Balance::from(amount) <= room {
        return Ok(());
    }
    Err(Refusal::about(RefusalCode::Ceiling, account.id()).with(|figures| {
        figures.asked = Some(amount.into());
        figures.available = Some(room);
        figures.limit = Some(ceiling);
    }))
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
    let ends_on = scene.value_design().expiry().ends_on(earned_on).map(|end| end.max(scene.day));
    Credit { earned_on, ends_on }
}
