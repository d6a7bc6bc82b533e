//! Taking units in outside the ring: what leaves it, and what the partner will be paid for it (R39). The
//! rate and the fee of the day of the activity go with it (R52).

use crate::books::{Acceptance, Change, Draft};
use crate::id::Code;
use crate::money::{Amount, Balance, EuroRate};
use crate::orders::{Refusal, RefusalCode};
use crate::people::{Contract, Partner};
use crate::rules::Scene;

use crate::design::UnitValue;

/// Units come to a partner and leave the ring, `series` says from which notes.
pub(in crate::rules) fn accept(
    scene: &Scene<'_>,
    (partner, contract): (&Partner, &Contract),
    units: Amount,
    series: Option<Code>,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    draft.counter_side(partner.redeemed, Balance::from(units))?;
    let value_day = scene.order.value_day;
    let Some(settlement) = scene.value_design().settlement() else { return Ok(()) };
    let own = contract.settlement.as_deref().copied().unwrap_or_default();
    let pegged = || match scene.value_design().unit().value_on(value_day) {
        Some(UnitValue::Euro(cents_per_minor)) => Some(EuroRate::from(cents_per_minor)),
        _ => None,
    };
    // Whoever would not be paid is told before the goods are gone.
    let rate = own.rate.or_else(|| settlement.rate_on(value_day)).or_else(pegged).ok_or_else(|| {
        Refusal::about(RefusalCode::RateUnknown, partner.id).with(|figures| figures.until = Some(value_day))
    })?;
    // Where units become euro again, taking them in is exchanging them.
    let exchange = scene.value_design().exchange_back();
    let fee =
        own.fee.or_else(|| exchange.map(|block| block.fee)).or(settlement.terms.fee).unwrap_or_default();
    let given = exchange.map(|block| block.given.min(fee)).unwrap_or_default();
    let order = scene.booked_as();
    let acceptance = Acceptance { order, partner: partner.id, value_day, units, rate, fee, given, series };
    draft.entry.changes.push(Change::Accepted(Box::new(acceptance)));
    Ok(())
}
