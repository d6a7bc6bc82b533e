//! Whether whoever earned has what the activity requires (R14; law of 3 July 2005: insurance; benefits:
//! a declaration beforehand).

use smallvec::SmallVec;

use super::effort::Effort;
use crate::books::{Draft, Flag};
use crate::design::{Requirement, WhenMissing};
use crate::id::{Code, Id};
use crate::orders::{Refusal, RefusalCode};
use crate::people::Person;
use crate::rules::Scene;

/// Refuses, or flags, what is earned by somebody about whom a required fact does not hold on the day of
/// the activity. Where nobody says who of several holders earned it, it must hold for each; of somebody
/// whom the ledger does not know nothing holds.
pub(super) fn check(effort: &Effort<'_>, scene: &Scene<'_>, draft: &mut Draft<'_>) -> Result<(), Refusal> {
    let Some((person, fact)) = missing(effort, scene) else { return Ok(()) };
    match effort.activity.when_missing {
        WhenMissing::Refuse => Err(Refusal::about(RefusalCode::FactMissing, person).with(|figures| {
            figures.what = Some(fact);
            figures.until = Some(scene.order.value_day);
        })),
        WhenMissing::Flag => {
            draft.flag(Flag::FactMissing);
            Ok(())
        }
    }
}

/// The first person and fact that are not in order.
fn missing(effort: &Effort<'_>, scene: &Scene<'_>) -> Option<(Id, Code)> {
    let on = scene.order.value_day;
    let holders = effort.account.map_or(&[][..], |account| account.holders()).iter();
    let holders = holders.filter_map(|holder| scene.people.person(*holder)).map(Person::id);
    let persons: SmallVec<[Id; 2]> = match effort.earner {
        Some(earner) => SmallVec::from_iter([earner]),
        None => holders.collect(),
    };
    let holds = |person: &Id, required: &Requirement| required.met_by(scene.people, person, on);
    let cases =
        persons.iter().flat_map(|person| effort.activity.requires.iter().map(move |one| (person, one)));
    cases
        .into_iter()
        .find(|(person, required)| !holds(person, required))
        .map(|(person, required)| (*person, required.fact))
}
