//! Counting the drawers at the end of an office's day (R35).
//!
//! The count is blind: what it brings about is the same whatever should have been there, so that neither
//! booking it nor a preview tells.

use super::{open_office, series};
use crate::books::{Change, Draft};
use crate::id::Code;
use crate::office::{CashCount, OfficeChange, OfficeDay};
use crate::orders::{CountCash, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

/// The count in the order of the series' codes, each of them once and with faces that it has.
fn in_order(scene: &Scene<'_>, count: &CashCount) -> Result<CashCount, Refusal> {
    let mut count = count.clone();
    count.series.sort_by_key(|one| one.series);
    let mut before: Option<Code> = None;
    for one in &count.series {
        if before == Some(one.series) {
            return Err(Refusal::of(RefusalCode::SeriesTwice, one.series));
        }
        before = Some(one.series);
        let known = series(scene, &one.series)?;
        for notes in [&one.stock, &one.till, &one.returned] {
            if !notes.is_empty() {
                super::pieces(known, notes)?;
            }
        }
    }
    count.series.retain(|one| !(one.stock.is_empty() && one.till.is_empty() && one.returned.is_empty()));
    Ok(count)
}

impl Act for CountCash {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        super::paper(scene)?;
        Ok(About::action(Action::CountCash))
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let office = open_office(scene)?;
        let count = Box::new(in_order(scene, &self.count)?);
        let is = Box::new(OfficeDay::Counted { on: scene.day, by: scene.order.actor, count });
        let was = scene.offices.day(&office).cloned().map(Box::new);
        draft.entry.changes.push(Change::Office(OfficeChange::Day { office, was, is }));
        Ok(())
    }
}
