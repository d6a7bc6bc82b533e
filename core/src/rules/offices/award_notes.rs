//! Rewarding an effort in notes, from the issuing partner's own stock (R10): also somebody who has no
//! account and whom the ledger does not know.

use super::pay_out::picked;
use super::{accounts_of, are_there, minus, pieces, valid_series};
use crate::books::Draft;
use crate::money::Balance;
use crate::office::Place;
use crate::orders::{Award, AwardNotes, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene, earning};

impl AwardNotes {
    /// The award that would be booked on an account.
    fn award(&self) -> Award {
        let (partner, to, activity) = (self.partner, self.person, self.activity);
        Award { partner, to, activity, measured: self.measured, earner: None }
    }
}

impl Act for AwardNotes {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        if self.person.is_chart() {
            return Err(Refusal::about(RefusalCode::PersonUnknown, self.person));
        }
        let series = valid_series(scene, &self.series)?;
        if let Some(want) = &self.want {
            pieces(series, want)?;
        }
        let amount = earning::units_for(&self.award(), scene)?;
        Ok(About {
            person: Some(self.person),
            partner: Some(self.partner),
            amount,
            ..About::action(Action::Award)
        })
    }

    fn draft(&self, scene: &Scene<'_>, about: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        for one in [Some(scene.order), scene.completer].into_iter().flatten() {
            if one.actor == self.person {
                return Err(Refusal::about(RefusalCode::SelfReward, one.actor));
            }
        }
        let (partner, contract) = earning::issuing_partner(&self.award(), scene)?;
        let amount = earning::credited_in_notes(&self.award(), scene, about.amount, draft)?;
        if amount.is_zero() {
            // The effort is on record, and no notes are handed over.
            return Ok(());
        }
        earning::count_budget(scene, (partner, contract), amount, draft)?;
        let series = valid_series(scene, &self.series)?;
        let accounts = accounts_of(scene, &self.series)?;
        let stock = Place::Partner(self.partner);
        let notes = match &self.want {
            None => picked(scene, series, amount, stock)?,
            Some(want) if want.value() == amount => {
                are_there(scene, self.series, want, stock)?;
                want.clone()
            }
            Some(want) => {
                return Err(Refusal::of(RefusalCode::SwapDiffers, self.series).with(|figures| {
                    figures.asked = Some(want.value().into());
                    figures.limit = Some(amount.into());
                }));
            }
        };
        draft.counter_side(partner.issued, minus(amount))?;
        draft.counter_side(accounts.paper, Balance::from(amount))?;
        Ok(draft.move_notes(self.series, &notes, stock, Place::Circulation)?)
    }
}
