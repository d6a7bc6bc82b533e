//! Units that are handed in for goods and services: redeeming, and what is kept for it.

mod bargain;
mod freeing;
pub(in crate::rules) mod line;
mod no_show;
mod pick_up;
mod quota;
mod redeem;
mod release;
mod reserve;
mod restock;
mod stock;
mod stop_waiting;
mod take_in;
mod taker;
mod wait;

pub(crate) use take_in::take_in;

pub(super) use bargain::{Bargain, Wanted};
pub(super) use freeing::free;
pub(super) use stock::take as take_from_stock;

use crate::books::{Account, AccountState, Reservation};
use crate::id::{Code, Id, OrderId};
use crate::orders::{Refusal, RefusalCode};
use crate::people::{Contract, Partner, PartnerRole};
use crate::rules::Scene;
use crate::rules::standing::word;

/// A partner with the contract that held on the day of the activity, if it gave the partner this role.
pub(crate) fn partner<'s>(
    scene: &Scene<'s>,
    id: &Id,
    role: PartnerRole,
) -> Result<(&'s Partner, &'s Contract), Refusal> {
    let partner = scene.people.partner(id).ok_or_else(|| Refusal::about(RefusalCode::PartnerUnknown, *id))?;
    let on = scene.order.value_day;
    let contract = partner.contract_on(on).ok_or_else(|| {
        Refusal::about(RefusalCode::ContractNotInForce, *id).with(|figures| figures.until = Some(on))
    })?;
    if contract.has(role) {
        return Ok((partner, contract));
    }
    let word = match role {
        PartnerRole::Issuing => "issuing",
        PartnerRole::Redeeming => "redeeming",
    };
    Err(Refusal::about(RefusalCode::PartnerRole, *id).with(|figures| figures.what = Code::parse(word).ok()))
}

/// An open reservation.
fn reservation<'s>(scene: &Scene<'s>, id: OrderId) -> Result<&'s Reservation, Refusal> {
    scene.reservations.find(id).ok_or_else(|| Refusal::new(RefusalCode::ReservationUnknown))
}

/// Whether what was reserved, or waited for, can go to the account: whoever may not pay may not have it either
/// (R62).
fn may_have(account: &Account) -> Result<(), Refusal> {
    match account.state() {
        AccountState::Active | AccountState::Inactive | AccountState::Leaver => Ok(()),
        state => {
            Err(Refusal::about(RefusalCode::MayNotPay, account.id())
                .with(|figures| figures.what = word(state)))
        }
    }
}
