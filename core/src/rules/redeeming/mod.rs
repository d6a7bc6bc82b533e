//! Units that leave the ring for goods and services: redeeming, and what is kept for it.

mod bargain;
mod freeing;
mod pick_up;
mod quota;
mod redeem;
mod release;
mod reserve;
mod restock;
mod stock;

pub(super) use bargain::{Bargain, Wanted};
pub(super) use freeing::free;
pub(super) use stock::take as take_from_stock;

use crate::books::Reservation;
use crate::id::{Code, Id, OrderId};
use crate::orders::{Refusal, RefusalCode};
use crate::people::{Partner, PartnerRole};
use crate::rules::Scene;

/// A partner that has a role.
pub(crate) fn partner<'s>(scene: &Scene<'s>, id: &Id, role: PartnerRole) -> Result<&'s Partner, Refusal> {
    let partner = scene.people.partner(id).ok_or_else(|| Refusal::about(RefusalCode::PartnerUnknown, *id))?;
    if partner.roles.contains(&role) {
        return Ok(partner);
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
