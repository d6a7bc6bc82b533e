//! Paying for a service (R9, R22, H4.5).

use super::{category, movement};
use crate::books::Draft;
use crate::orders::{Refusal, Transfer};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::standing::Means;
use crate::rules::{About, Scene, amounts};

impl Act for Transfer {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        category::check(scene, self.category)?;
        let amount = amounts::for_service(scene, self.pay)?;
        movement::about(scene, Action::Transfer, &self.from, &self.to, amount)
    }

    fn draft(&self, scene: &Scene<'_>, about: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let on_transfer = scene.booking_design().expiry().on_transfer;
        movement::draft(scene, about, Means::Credit, on_transfer, draft)
    }
}
