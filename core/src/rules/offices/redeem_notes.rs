//! Redeeming with notes at a desk, by a bearer whom nobody asks for a name (R25, R32). Change comes out of
//! the desk's stock.

use super::pay_out::picked;
use super::{accounts_of, minus, open_office, pieces, take_live, valid_series};
use crate::books::{Change, Draft};
use crate::money::Balance;
use crate::office::Place;
use crate::orders::{RedeemNotes, Refusal, RefusalCode};
use crate::people::{Action, PartnerRole};
use crate::rules::redeeming::{Bargain, Wanted, take_from_stock};
use crate::rules::rule::Act;
use crate::rules::settling::accept;
use crate::rules::{About, Scene, redeeming};

fn bargain<'s>(redeem: &RedeemNotes, scene: &Scene<'s>) -> Result<Bargain<'s>, Refusal> {
    let RedeemNotes { partner, reward, count, .. } = *redeem;
    let bargain = Bargain::of(scene, &Wanted { partner, reward, count, units: None })?;
    // Of what is for some, or of which each person gets so many, nobody without a name can be given any.
    if bargain.offer.per_person.is_some() || !bargain.offer.audience.is_empty() {
        return Err(Refusal::of(RefusalCode::OfferNamed, reward));
    }
    Ok(bargain)
}

impl Act for RedeemNotes {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        pieces(valid_series(scene, &self.series)?, &self.notes)?;
        let amount = bargain(self, scene)?.units;
        Ok(About { partner: Some(self.partner), amount, ..About::action(Action::Redeem) })
    }

    fn draft(&self, scene: &Scene<'_>, about: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let office = open_office(scene)?;
        let series = valid_series(scene, &self.series)?;
        let bargain = bargain(self, scene)?;
        bargain.in_season(scene)?;
        let partner = redeeming::partner(scene, &self.partner, PartnerRole::Redeeming)?;
        let accounts = accounts_of(scene, &self.series)?;
        let change = self.notes.value().checked_sub(about.amount).ok_or_else(|| {
            Refusal::of(RefusalCode::TenderedShort, self.reward).with(|figures| {
                figures.asked = Some(about.amount.into());
                figures.available = Some(self.notes.value().into());
            })
        })?;
        take_from_stock(scene, &bargain, None, &[], draft)?;
        take_live(scene, self.series, &self.notes, Place::Returned(office), draft)?;
        if !change.is_zero() {
            let back = picked(scene, series, change, Place::Stock(office))?;
            draft.move_notes(self.series, &back, Place::Stock(office), Place::Circulation)?;
        }
        draft.counter_side(accounts.paper, minus(about.amount))?;
        accept(scene, partner, about.amount, Some(self.series), draft)?;
        if !bargain.euro.is_zero() {
            let amount = Balance::from(bargain.euro);
            draft.entry.changes.push(Change::PaidInEuro { partner: self.partner, amount });
        }
        Ok(())
    }
}
