//! Whether whoever earned has what the activity requires (R14; law of 3 July 2005: insurance; benefits:
//! a declaration beforehand).

use crate::books::{Account, Draft, Flag};
use crate::design::{EarningAction, WhenMissing};
use crate::id::Id;
use crate::orders::{Refusal, RefusalCode};
use crate::rules::Scene;

/// Refuses, or flags, what is earned by somebody about whom a required fact does not hold on the day of
/// the activity. Nobody says who of several holders earned it, so it must hold for each.
pub(super) fn check(
    activity: &EarningAction,
    account: &Account,
    scene: &Scene<'_>,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    let Some((person, fact)) = missing(activity, account, scene) else { return Ok(()) };
    match activity.when_missing {
        WhenMissing::Refuse => Err(Refusal::about(RefusalCode::FactMissing, person).with(|figures| {
            figures.what = Some(fact);
            figures.until = Some(scene.order.value_day);
        })),
        WhenMissing::Flag => {
            draft.entry.flags.push(Flag::FactMissing);
            Ok(())
        }
    }
}

/// The first holder and fact that are not in order.
fn missing(activity: &EarningAction, account: &Account, scene: &Scene<'_>) -> Option<(Id, crate::id::Code)> {
    let on = scene.order.value_day;
    let holders = account.holders().iter().filter_map(|holder| scene.people.person(*holder));
    let mut cases =
        holders.flat_map(|person| activity.requires.iter().map(move |required| (person.id(), required)));
    cases
        .find(|(person, required)| !required.met_by(scene.people, person, on))
        .map(|(person, required)| (person, required.fact))
}
