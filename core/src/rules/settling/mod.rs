//! Paying partners in euro for what they take in (R38, R39, R52): accepted, claimed, approved by two
//! people, paid; and the one way to undo what was settled.

mod accept;
mod approve_claim;
mod backing;
mod claw_back;
mod confirm_paid;
mod exchange_back;
mod file_claim;
mod fund_backing;
mod pay_given;
mod reject_claim;
mod return_payment;
mod taken_back;
mod top_up;

pub(super) use accept::accept;
pub(super) use backing::{keep, shift};
pub(super) use taken_back::taken_back;

use crate::books::Claim;
use crate::design::Settlement;
use crate::id::{Code, Id, OrderId};
use crate::orders::{Refusal, RefusalCode};
use crate::people::{EuroPayee, Partner, SettlementTerms};
use crate::rules::Scene;

/// The block about settlement, today's.
fn settlement<'s>(scene: &Scene<'s>) -> Result<&'s Settlement, Refusal> {
    scene.booking_design().settlement().ok_or_else(|| Refusal::new(RefusalCode::SettlementOff))
}

fn partner<'s>(scene: &Scene<'s>, id: &Id) -> Result<&'s Partner, Refusal> {
    scene.people.partner(id).ok_or_else(|| Refusal::about(RefusalCode::PartnerUnknown, *id))
}

/// Somebody whom euro can be owed to: a partner, or whoever the design lets exchange.
fn payee(scene: &Scene<'_>, id: &Id) -> Result<EuroPayee, Refusal> {
    if scene.people.partner(id).is_none()
        && let Some(payee) = EuroPayee::of_permission(scene.booking_design(), *id)
    {
        return Ok(payee);
    }
    EuroPayee::of_contract(partner(scene, id)?).ok_or_else(|| {
        Refusal::about(RefusalCode::PartnerRole, *id)
            .with(|figures| figures.what = Code::parse("redeeming").ok())
    })
}

/// What was agreed with a partner by today, and where the contract says nothing what the design says.
fn terms(scene: &Scene<'_>, partner: &Partner) -> Result<SettlementTerms, Refusal> {
    let design = settlement(scene)?.terms;
    let own = partner.contract_on(scene.day).and_then(|contract| contract.settlement.as_deref());
    Ok(own.map_or(design, |own| own.or(design)))
}

fn claim<'s>(scene: &Scene<'s>, id: OrderId) -> Result<&'s Claim, Refusal> {
    scene.settlements.claim(id).ok_or_else(|| Refusal::new(RefusalCode::ClaimUnknown))
}

/// How the claim stands is not how it must stand.
fn stands_otherwise(claim: &Claim) -> Refusal {
    Refusal::about(RefusalCode::ClaimStands, claim.invoice)
        .with(|figures| figures.what = Code::parse(claim.state.word()).ok())
}
