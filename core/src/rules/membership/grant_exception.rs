//! Letting an account go past its limits for some time (R15). Who asked and who approved it stand in the
//! entry.

use super::set_limits::{about, decided, figures_fit};
use crate::books::{AccountLimits, Draft, LimitException};
use crate::orders::{GrantException, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for GrantException {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        about(scene, Action::ExceedLimit, &self.account)
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let (row, _) = scene.participant(&self.account)?;
        if self.floor.is_none() && self.ceiling.is_none() {
            return Err(Refusal::about(RefusalCode::ExceptionEmpty, self.account));
        }
        figures_fit(scene, self.account, self.floor, self.ceiling)?;
        if self.until < scene.day {
            return Err(Refusal::new(RefusalCode::DatesWrong).with(|figures| {
                figures.from = Some(scene.day);
                figures.until = Some(self.until);
            }));
        }
        let asked_by = scene.order.actor;
        let exception = LimitException {
            until: self.until,
            asked_by,
            approved_by: scene.completer.map_or(asked_by, |completer| completer.actor),
            floor: self.floor,
            ceiling: self.ceiling,
        };
        decided(scene, row, |was| AccountLimits { exception: Some(exception), ..was }, draft)
    }
}
