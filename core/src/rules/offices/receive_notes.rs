//! Receiving a sending (R34): counted by whoever receives it, and what differs is booked with a reason.

use super::{compared, gain, lose, may_touch, needs_reason};
use crate::books::{Change, Draft};
use crate::office::{Depot, OfficeChange, Place, Sending};
use crate::orders::{ReceiveNotes, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

fn sending<'s>(receive: &ReceiveNotes, scene: &Scene<'s>) -> Result<&'s Sending, Refusal> {
    scene.offices.sending(receive.sending).ok_or_else(|| Refusal::new(RefusalCode::SendingUnknown))
}

impl Act for ReceiveNotes {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let sending = sending(self, scene)?;
        let partner = if let Depot::Partner(partner) = sending.to { Some(partner) } else { None };
        Ok(About { partner, ..About::action(Action::ReceiveNotes) })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let sending = sending(self, scene)?;
        may_touch(scene, sending.to)?;
        let faces = super::series(scene, &sending.series)?;
        if !self.notes.is_empty() {
            super::pieces(faces, &self.notes)?;
        }
        // Whoever asks says what they counted before the books say anything: a difference is booked, and
        // the refusal for want of a reason says only that there is one.
        let (short, over) = compared(&sending.notes, &self.notes)?;
        if !short.is_empty() || !over.is_empty() {
            needs_reason(scene)?;
        }
        let transit = Place::Transit(sending.carrier);
        let to = sending.to.place();
        draft.move_notes(sending.series, &sending.notes, transit, to)?;
        lose(scene, sending.series, &short, to, draft)?;
        gain(scene, sending.series, &over, to, draft)?;
        draft.entry.changes.push(Change::Office(OfficeChange::Arrived(Box::new(sending.clone()))));
        Ok(())
    }
}
