//! Booking what a count differed (R35): with a reason, by somebody who did not count. What is short is a
//! loss of the issuer, and may turn up; what is over is a gain.

use super::{counted, difference, gain, lose, needs_reason};
use crate::books::{Cash, Change, Draft};
use crate::office::{OfficeChange, OfficeDay};
use crate::orders::{ApproveDifference, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for ApproveDifference {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        super::paper(scene)?;
        Ok(About::action(Action::ApproveDifference))
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let count = counted(scene, self.office)?;
        for one in [Some(scene.order), scene.completer].into_iter().flatten() {
            if one.actor == count.by {
                return Err(Refusal::about(RefusalCode::SecondPersonNeeded, one.actor));
            }
        }
        let difference = difference(scene, self.office, count.count)?;
        if !difference.is_nothing() {
            needs_reason(scene)?;
        }
        for (series, place, short, _) in &difference.notes {
            lose(scene, *series, short, *place, draft)?;
        }
        for (series, place, _, over) in &difference.notes {
            gain(scene, *series, over, *place, draft)?;
        }
        let till = Cash::Till(self.office);
        draft.move_cash(difference.euro_short, till, Cash::Outside)?;
        draft.move_cash(difference.euro_over, Cash::Outside, till)?;
        let was = scene.offices.day(&self.office).cloned().map(Box::new);
        let is = Box::new(OfficeDay::Settled { on: count.on });
        draft.entry.changes.push(Change::Office(OfficeChange::Day { office: self.office, was, is }));
        Ok(())
    }
}
