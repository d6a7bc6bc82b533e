//! Reserving and not coming (R25). What was agreed on reserving says how much of the units the partner takes
//! in all the same, as if it had been picked up on the day it ran out, and whether it is counted.
//!
//! Nobody misses what could not be had: of an account that is blocked, or whose holder died, of a partner
//! without a contract, or one that could not have taken the units in, everything comes back and nothing is
//! counted. A release in time is none either.

use super::bargain::Bargain;
use super::taker::taker;
use crate::books::{
    Account, Change, Count, CounterKey, Draft, Missed, NoShowTerms, Reservation, Taken, first,
};
use crate::calendar::Period;
use crate::orders::{Order, Refusal, RefusalCode};
use crate::people::PartnerRole;
use crate::rules::Scene;

/// What is agreed on reserving, if the offer says anything about it; refused if the person did not come too
/// often in this period. A period goes by the day of booking, as reservations run out.
pub(super) fn agreed(
    scene: &Scene<'_>,
    bargain: &Bargain<'_>,
    account: &Account,
) -> Result<Option<NoShowTerms>, Refusal> {
    let Some(no_show) = bargain.offer.no_show else { return Ok(None) };
    let person = taker(scene, account)?.id();
    if let Some(limit) = no_show.limit {
        let from = limit.per.first_day(scene.day);
        let key = CounterKey::NoShows { reward: bargain.offer.code, person, period: limit.per, from };
        let times = scene.counters.used(&key).minor();
        if times >= i64::from(limit.times) {
            return Err(Refusal::of(RefusalCode::NoShowLimit, bargain.offer.code).with(|figures| {
                figures.who = Some(person);
                figures.count = Some(times);
                figures.until = (limit.per != Period::Lifetime).then(|| limit.per.last_day(from));
            }));
        }
    }
    let (keeps_percent, per) = (no_show.keeps_percent, no_show.limit.map(|limit| limit.per));
    Ok(Some(NoShowTerms { person, keeps_percent, per }))
}

/// What the partner takes in of a reservation that ran out; nothing if that was nobody's fault. The units have
/// left `system:reserved` already.
pub(super) fn kept(
    scene: &Scene<'_>,
    reservation: &Reservation,
    draft: &mut Draft<'_>,
) -> Result<Taken, Refusal> {
    let Some(terms) = reservation.no_show else { return Ok(Taken::new()) };
    let (kept, _) = first(reservation.taken(), reservation.kept_if_missed());
    let mut missed = draft.clone();
    if hand_over(scene, reservation, &kept, &mut missed).is_err() {
        return Ok(Taken::new());
    }
    *draft = missed;
    if let Some(period) = terms.per {
        let (reward, from) = (reservation.reward, period.first_day(scene.day));
        let key = CounterKey::NoShows { reward, person: terms.person, period, from };
        let Count { key, by } = Count::once(key);
        draft.count(key, by)?;
    }
    draft.entry.changes.push(Change::NoShow(Missed {
        reservation: reservation.id,
        account: reservation.account,
        person: terms.person,
        partner: reservation.partner,
        kept: reservation.kept_if_missed(),
    }));
    Ok(kept)
}

/// Takes units in as picking up would have done today. What is accepted is known by the order that reserved:
/// one closing ends many reservations.
fn hand_over(
    scene: &Scene<'_>,
    reservation: &Reservation,
    units: &Taken,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    let order = Order { id: reservation.id, value_day: scene.day, ..scene.order.clone() };
    let scene = Scene { order: &order, completer: None, ..*scene };
    let (payer, account) = scene.participant(&reservation.account.id())?;
    super::may_have(account)?;
    let partner = super::partner(&scene, &reservation.partner, PartnerRole::Redeeming)?;
    if units.is_empty() {
        return Ok(());
    }
    super::take_in(&scene, partner, payer, units, draft)
}
