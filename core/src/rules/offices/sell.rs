//! A sale or a fee at an office's till, in notes, in euro, or in both (R26, V9).
//!
//! The price says how much of it is in units and how much in euro. Change is given in what was given too
//! much: units in notes out of the till, never in euro for units.

use super::hand_over_till::euro_short;
use super::pay_out::picked_from;
use super::{open_office, pieces, take_live, valid_series};
use crate::books::{Cash, Draft, EuroPlace};
use crate::money::Amount;
use crate::office::{Note, Notes, Place};
use crate::orders::{Refusal, RefusalCode, Sell};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

fn too_little(sell: &Sell, asked: Amount) -> Refusal {
    Refusal::of(RefusalCode::TenderedShort, sell.what).with(|figures| {
        figures.asked = Some(sell.price.into());
        figures.available = Some(asked.into());
    })
}

impl Act for Sell {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let series = valid_series(scene, &self.series)?;
        if !self.notes.is_empty() {
            pieces(series, &self.notes)?;
        }
        if self.price.is_zero() && self.euro_price.is_zero() {
            return Err(Refusal::new(RefusalCode::AmountZero));
        }
        Ok(About { amount: self.price, ..About::action(Action::KeepTill) })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let office = open_office(scene)?;
        let series = valid_series(scene, &self.series)?;
        let (till, euro_till) = (Place::Till(office), Cash::Till(office));
        let change = self.notes.value().checked_sub(self.price);
        let change = change.ok_or_else(|| too_little(self, self.notes.value()))?;
        let euro_change = self.euro.checked_sub(self.euro_price).ok_or_else(|| {
            Refusal::of(RefusalCode::EuroTenderedShort, self.what)
                .with(|figures| figures.count = Some(self.euro_price.minor()))
        })?;
        // What is given can be given back as change.
        let all = |(face, count): (Amount, u32)| {
            let there = scene.books.paper().count(Note { series: series.code, face }, till);
            (face, count.saturating_add(u32::try_from(there).unwrap_or(0)))
        };
        let faces = series.denominations.iter().map(|face| (*face, self.notes.count_of(*face)));
        let drawer = Notes::new(faces.map(all)).map_err(|_| Refusal::new(RefusalCode::Overflow))?;
        take_live(scene, series.code, &self.notes, till, draft)?;
        if !change.is_zero() {
            let back = picked_from(scene, series, change, drawer)?;
            draft.move_notes(series.code, &back, till, Place::Circulation)?;
        }
        let there = scene.books.euro().cents(EuroPlace::Till(office)).saturating_add(self.euro.minor());
        if there < euro_change.minor() {
            return Err(euro_short(scene, euro_change, office));
        }
        draft.move_cash(self.euro, Cash::Outside, euro_till)?;
        Ok(draft.move_cash(euro_change, euro_till, Cash::Outside)?)
    }
}
