//! Putting notes in an office's till, as a float for change: they were in circulation and stay live.

use super::{open_office, pieces, series, take_live};
use crate::books::{Cash, Draft};
use crate::office::Place;
use crate::orders::{FillTill, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for FillTill {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let series = series(scene, &self.series)?;
        if !self.notes.is_empty() {
            pieces(series, &self.notes)?;
        } else if self.euro.is_zero() {
            return Err(Refusal::new(RefusalCode::AmountZero));
        }
        Ok(About::action(Action::KeepTill))
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let office = open_office(scene)?;
        take_live(scene, self.series, &self.notes, Place::Till(office), draft)?;
        Ok(draft.move_cash(self.euro, Cash::Outside, Cash::Till(office))?)
    }
}
