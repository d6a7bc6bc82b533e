//! Paying for a service that a relative in need of care received (R24, H4.5).

use super::{category, movement};
use crate::books::Draft;
use crate::orders::{PayForRelative, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::standing::Means;
use crate::rules::{About, Scene, amounts};

impl Act for PayForRelative {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        if !scene.booking_design().spending().pay_for_relatives {
            return Err(Refusal::new(RefusalCode::RelativesOff));
        }
        category::check(scene, self.category)?;
        let amount = amounts::for_service(scene, self.pay)?;
        let about = movement::about(scene, Action::Transfer, &self.from, &self.to, amount)?;
        if let Some(relative) = scene.people.number_of(&self.relative) {
            for row in [about.account, about.gains].into_iter().flatten() {
                if scene.row(row)?.is_held_by(relative) {
                    return Err(Refusal::about(RefusalCode::RelativeIsParty, self.relative));
                }
            }
        }
        Ok(about)
    }

    fn draft(&self, scene: &Scene<'_>, about: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let on_transfer = scene.booking_design().expiry().on_transfer;
        movement::draft(scene, about, Means::Credit, on_transfer, draft)
    }
}
