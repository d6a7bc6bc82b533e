//! When a new version of the design takes over, units there are already may get the later of the end
//! they have and the one its rule gives (R8: what existing lots keep is for the amendment to say).

use crate::books::{EarnedSpan, EndsMoved, Towards};
use crate::design::Existing;
use crate::rules::Scene;

/// What comes of the version that takes over when the current day is closed; nothing unless it says so
/// and its rule is another one than before.
pub(super) fn extension(scene: &Scene<'_>, look_back: i32) -> Option<EndsMoved> {
    let (before, version) = scene.designs.taking_over_on(scene.day.next()?)?;
    let expiry = version.design.expiry();
    if version.existing == Existing::Keep || expiry.rule == before.design.expiry().rule {
        return None;
    }
    // Days on which units were earned, and those whose units may still be booked late.
    let mut days = scene.books.earned_days(scene.day);
    let late = (0..=look_back).filter_map(|back| scene.day.minus_days(back));
    days.extend(late);
    let mut spans: Vec<EarnedSpan> = Vec::new();
    for day in days {
        let ends_on = expiry.ends_on(day);
        match spans.last_mut().filter(|span| span.ends_on == ends_on) {
            Some(span) => span.through = day,
            None => spans.push(EarnedSpan { from: day, through: day, ends_on }),
        }
    }
    (!spans.is_empty()).then_some(EndsMoved { towards: Towards::Later, spans })
}
