//! Closing an office for good: once its drawers were counted, what differed was booked, and they are empty.

use super::{difference, expected};
use crate::books::{Change, Draft};
use crate::office::{CashCount, OfficeChange, OfficeDay};
use crate::orders::{EndOffice, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for EndOffice {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        super::paper(scene)?;
        Ok(About::action(Action::AppointRole))
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let office = self.office;
        let was = scene.offices.day(&office);
        match was {
            Some(OfficeDay::Settled { .. }) => {}
            Some(OfficeDay::Counted { count, .. }) => {
                if !difference(scene, office, count)?.is_nothing() {
                    return Err(Refusal::about(RefusalCode::DifferenceOpen, office));
                }
            }
            Some(OfficeDay::Open { .. }) => return Err(Refusal::about(RefusalCode::OfficeOpen, office)),
            Some(OfficeDay::Ended { .. }) => return Err(Refusal::about(RefusalCode::OfficeEnded, office)),
            None => return Err(Refusal::about(RefusalCode::NotAnOffice, office)),
        }
        if expected(scene.books, office) != CashCount::default() {
            return Err(Refusal::about(RefusalCode::OfficeNotEmpty, office));
        }
        if scene.offices.sendings().any(|sending| sending.to.place().office() == Some(office)) {
            return Err(Refusal::about(RefusalCode::OfficeNotEmpty, office));
        }
        let (was, is) = (was.cloned().map(Box::new), Box::new(OfficeDay::Ended { on: scene.day }));
        draft.entry.changes.push(Change::Office(OfficeChange::Day { office, was, is }));
        Ok(())
    }
}
