//! What closing a day does to those who wait for a piece (R25): who was called and did not come loses the
//! place, and the next is called; where the list is no more nobody waits; and who could not be called before,
//! because it could not be had then, is called now.

use crate::books::{Entry, PlaceEnd};
use crate::calendar::Day;
use crate::orders::Refusal;
use crate::rules::Scene;
use crate::rules::redeeming::line;

/// The day from which somebody who is called by a closing has their days. A closing that comes late tells late:
/// what is closed before the day that was really over the day before is not counted.
pub(super) fn told(scene: &Scene<'_>, today: Day) -> Day {
    today.minus_days(1).unwrap_or(Day::FIRST).max(scene.day)
}

/// What is due first, if anything is.
pub(super) fn next_in_line(scene: &Scene<'_>, today: Day) -> Result<Option<Entry>, Refusal> {
    if scene.waiting.is_empty() {
        return Ok(None);
    }
    let told = told(scene, today);
    let mut entry = scene.new_draft().entry;
    if let Some(place) = scene.waiting.first_due(scene.day) {
        entry.changes.push(line::ended(place, PlaceEnd::NotTaken));
        line::keep(scene, told, &mut entry)?;
        return Ok(Some(entry));
    }
    for (partner, reward) in scene.waiting.lines() {
        if line::list(scene, reward).is_none() {
            let places = scene.waiting.line(partner, reward);
            entry.changes.extend(places.map(|place| line::ended(place, PlaceEnd::ListEnded)));
        } else {
            line::call(scene, (partner, reward), told, &mut entry)?;
        }
        if !entry.changes.is_empty() {
            return Ok(Some(entry));
        }
    }
    Ok(None)
}
