//! Who takes what an account pays for, and whether the offer is for them (R25: audience; R27).

use super::bargain::Bargain;
use crate::books::Account;
use crate::orders::{Refusal, RefusalCode};
use crate::people::Person;
use crate::rules::Scene;

/// Who takes it: the participant acted for, or the one who acts; of an account of one, that one.
pub(super) fn taker<'s>(scene: &Scene<'s>, account: &Account) -> Result<&'s Person, Refusal> {
    let order = scene.order;
    let named = [order.on_behalf_of, Some(order.actor)].into_iter().flatten();
    let named = named.filter_map(|person| scene.people.number_of(&person));
    let only = match account.holders() {
        [only] => Some(*only),
        _ => None,
    };
    let taker = named.chain(only).find(|person| account.is_held_by(*person));
    let taker = taker.and_then(|person| scene.people.person(person));
    taker.ok_or_else(|| Refusal::of(RefusalCode::ClientNeeded, order.role))
}

/// Everything that the offer wants holds about whoever takes it, on the day of the activity.
pub(super) fn is_for(scene: &Scene<'_>, bargain: &Bargain<'_>, account: &Account) -> Result<(), Refusal> {
    let audience = &bargain.offer.audience;
    if audience.is_empty() {
        return Ok(());
    }
    let (person, day) = (taker(scene, account)?.id(), scene.order.value_day);
    let missing = audience.iter().find(|required| !required.met_by(scene.people, &person, day));
    missing.map_or(Ok(()), |required| {
        Err(Refusal::about(RefusalCode::NotInAudience, person).with(|figures| {
            figures.what = Some(required.fact);
            figures.until = Some(day);
        }))
    })
}
