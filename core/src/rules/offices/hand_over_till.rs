//! Handing over an office's till (R36): notes go back into circulation with whoever takes them along, euro
//! to the bank.

use super::{are_there, open_office, pieces, series};
use crate::books::{Cash, Draft, EuroPlace};
use crate::money::Amount;
use crate::office::Place;
use crate::orders::{HandOverTill, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for HandOverTill {
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
        are_there(scene, self.series, &self.notes, Place::Till(office))?;
        if scene.books.euro().cents(EuroPlace::Till(office)) < self.euro.minor() {
            return Err(euro_short(scene, self.euro, office));
        }
        draft.move_notes(self.series, &self.notes, Place::Till(office), Place::Circulation)?;
        Ok(draft.move_cash(self.euro, Cash::Till(office), Cash::Bank)?)
    }
}

/// There are not so many euro in a till; how many there are is not said.
pub(super) fn euro_short(_: &Scene<'_>, cents: Amount, office: crate::id::Id) -> Refusal {
    Refusal::about(RefusalCode::EuroShort, office).with(|figures| figures.count = Some(cents.minor()))
}
