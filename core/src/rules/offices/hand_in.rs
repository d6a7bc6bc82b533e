//! A shop hands in notes it was paid with, by count, for a claim (R39): blank again, and what the partner
//! took in. What the claim comes to in euro is for the settlement.

use super::take_in::in_deposit_window;
use super::{accounts_of, minus, open_office, pieces, series, take_live};
use crate::books::Draft;
use crate::office::Place;
use crate::orders::{HandIn, Refusal};
use crate::people::{Action, PartnerRole};
use crate::rules::rule::Act;
use crate::rules::settling::accept;
use crate::rules::{About, Scene, redeeming};

impl Act for HandIn {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let amount = pieces(series(scene, &self.series)?, &self.notes)?;
        Ok(About { partner: Some(self.partner), amount, ..About::action(Action::TakeIn) })
    }

    fn draft(&self, scene: &Scene<'_>, about: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let office = open_office(scene)?;
        let partner = redeeming::partner(scene, &self.partner, PartnerRole::Redeeming)?;
        in_deposit_window(scene, series(scene, &self.series)?)?;
        let accounts = accounts_of(scene, &self.series)?;
        take_live(scene, self.series, &self.notes, Place::Returned(office), draft)?;
        draft.counter_side(accounts.paper, minus(about.amount))?;
        accept(scene, partner, about.amount, Some(self.series), draft)
    }
}
