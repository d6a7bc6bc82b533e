//! Opening an office's day (R35).

use super::{difference, office};
use crate::books::{Change, Draft};
use crate::office::{OfficeChange, OfficeDay};
use crate::orders::{OpenOffice, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for OpenOffice {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        super::paper(scene)?;
        Ok(About::action(Action::CountCash))
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let office = office(scene)?;
        let was = scene.offices.day(&office);
        match was {
            None | Some(OfficeDay::Settled { .. }) => {}
            Some(OfficeDay::Open { .. }) => return Err(Refusal::about(RefusalCode::OfficeOpen, office)),
            Some(OfficeDay::Ended { .. }) => return Err(Refusal::about(RefusalCode::OfficeEnded, office)),
            Some(OfficeDay::Counted { count, .. }) => {
                if !difference(scene, office, count)?.is_nothing() {
                    return Err(Refusal::about(RefusalCode::DifferenceOpen, office));
                }
            }
        }
        let (was, is) = (was.cloned().map(Box::new), Box::new(OfficeDay::Open { on: scene.day }));
        draft.entry.changes.push(Change::Office(OfficeChange::Day { office, was, is }));
        Ok(())
    }
}
