//! Printing notes of a series (R32): blank, into the vault.

use super::{pieces, series};
use crate::books::{AccountChange, Books, Change, Draft};
use crate::office::{Note, Place};
use crate::orders::{PrintNotes, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for PrintNotes {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        pieces(series(scene, &self.series)?, &self.notes)?;
        Ok(About::action(Action::PrintNotes))
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let series = series(scene, &self.series)?;
        let most = i64::from(series.print_run.unwrap_or(u32::MAX));
        for (face, count) in self.notes.iter() {
            let printed = scene.books.paper().count(Note { series: series.code, face }, Place::Printed);
            let left = most.saturating_add(printed);
            if i64::from(count) > left {
                return Err(Refusal::of(RefusalCode::PrintRun, series.code).with(|figures| {
                    figures.asked = Some(face.into());
                    figures.count = Some(left);
                }));
            }
        }
        let known = |id| scene.books.number_of(&id).is_some();
        let opened = Books::chart_accounts_of_series(&series.code);
        let opened = opened.ok_or_else(|| Refusal::new(RefusalCode::Overflow))?;
        if !opened.iter().any(|(id, _)| known(*id)) {
            let change = AccountChange::SeriesOpened { series: series.code, on: scene.day };
            draft.entry.changes.push(Change::Account(change));
        }
        Ok(draft.move_notes(series.code, &self.notes, Place::Printed, Place::Vault)?)
    }
}
