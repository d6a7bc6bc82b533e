//! Giving without a service (R23, R43, H4.7): the lots keep their dates, and by default one gives only
//! what one has.

use super::movement;
use crate::books::Draft;
use crate::design::OnTransfer;
use crate::money::Balance;
use crate::orders::{Gift, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::standing::Means;
use crate::rules::{About, Scene, amounts};

impl Act for Gift {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        if !scene.booking_design().spending().gifts {
            return Err(Refusal::new(RefusalCode::GiftsOff));
        }
        movement::about(scene, Action::Gift, &self.from, &self.to, amounts::positive(self.amount)?)
    }

    fn draft(&self, scene: &Scene<'_>, about: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let spending = &scene.booking_design().spending();
        if spending.gifts_from_credit {
            return movement::draft(scene, about, Means::Credit, OnTransfer::Keep, draft);
        }
        let (_, giver) = scene.participant(&self.from)?;
        let held = giver.balance().max(Balance::ZERO);
        if Balance::from(self.amount) > held && scene.booking_design().circulation().mutual_credit {
            return Err(Refusal::about(RefusalCode::GiftFromCredit, self.from).with(|figures| {
                figures.asked = Some(self.amount.into());
                figures.available = Some(held);
            }));
        }
        movement::draft(scene, about, Means::Held, OnTransfer::Keep, draft)
    }
}
