//! Destroying notes (R33): out of the vault, for good.

use super::{are_there, pieces, series};
use crate::books::Draft;
use crate::office::Place;
use crate::orders::{DestroyNotes, Refusal};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for DestroyNotes {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        pieces(series(scene, &self.series)?, &self.notes)?;
        Ok(About::action(Action::PrintNotes))
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        are_there(scene, self.series, &self.notes, Place::Vault)?;
        Ok(draft.move_notes(self.series, &self.notes, Place::Vault, Place::Destroyed)?)
    }
}
