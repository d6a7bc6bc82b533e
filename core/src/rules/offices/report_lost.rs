//! Reporting notes lost (R48): a sending that does not arrive, a drawer that was emptied. What was blank
//! is missing from now on, and the issuer bears it; whoever counted it is not asked.

use super::{are_there, lose, needs_reason, pieces, series};
use crate::books::{Change, Draft};
use crate::office::{OfficeChange, Place};
use crate::orders::{Lost, Refusal, RefusalCode, ReportLost};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for ReportLost {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        super::paper(scene)?;
        Ok(About::action(Action::ApproveDifference))
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        needs_reason(scene)?;
        match &self.lost {
            Lost::Sending(order) => {
                let sending = scene.offices.sending(*order);
                let sending = sending.ok_or_else(|| Refusal::new(RefusalCode::SendingUnknown))?;
                lose(scene, sending.series, &sending.notes, Place::Transit(sending.carrier), draft)?;
                draft.entry.changes.push(Change::Office(OfficeChange::Arrived(Box::new(sending.clone()))));
                Ok(())
            }
            Lost::Notes { place, series: code, notes } => {
                pieces(series(scene, code)?, notes)?;
                match place {
                    Place::Vault
                    | Place::Stock(_)
                    | Place::Returned(_)
                    | Place::Partner(_)
                    | Place::Till(_) => {}
                    _ => {
                        let why = Refusal::of(RefusalCode::NotesElsewhere, *code);
                        return Err(why);
                    }
                }
                are_there(scene, *code, notes, *place)?;
                lose(scene, *code, notes, *place, draft)
            }
        }
    }
}
