//! Giving up a place in the line (R25). If it was called, the next is.

use super::line::ended;
use crate::books::{Draft, PlaceEnd, WaitingPlace};
use crate::orders::{Refusal, RefusalCode, StopWaiting};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl StopWaiting {
    fn place<'s>(&self, scene: &Scene<'s>) -> Result<&'s WaitingPlace, Refusal> {
        scene.waiting.find(self.place).ok_or_else(|| Refusal::new(RefusalCode::PlaceUnknown))
    }
}

impl Act for StopWaiting {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let place = self.place(scene)?;
        let (account, _) = scene.participant(&place.account.id())?;
        Ok(About { account: Some(account), partner: Some(place.partner), ..About::action(Action::Reserve) })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        draft.entry.changes.push(ended(self.place(scene)?, PlaceEnd::Stopped));
        Ok(())
    }
}
