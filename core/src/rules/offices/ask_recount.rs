//! Sending a count back: the office is open again until it is counted anew.

use super::counted;
use crate::books::{Change, Draft};
use crate::office::{OfficeChange, OfficeDay};
use crate::orders::{AskRecount, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for AskRecount {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        super::paper(scene)?;
        Ok(About::action(Action::ApproveDifference))
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let count = counted(scene, self.office)?;
        if scene.order.actor == count.by {
            return Err(Refusal::about(RefusalCode::SecondPersonNeeded, count.by));
        }
        let was = scene.offices.day(&self.office).cloned().map(Box::new);
        let is = Box::new(OfficeDay::Open { on: scene.day });
        draft.entry.changes.push(Change::Office(OfficeChange::Day { office: self.office, was, is }));
        Ok(())
    }
}
