//! Sending notes with a carrier (R34): they wait in transit until they are received.

use super::{are_there, may_touch, pieces, series};
use crate::books::{Change, Draft};
use crate::design::Function;
use crate::office::{Depot, OfficeChange, OfficeDay, Place, Sending};
use crate::orders::{Refusal, RefusalCode, SendNotes};
use crate::people::{Action, PartnerRole};
use crate::rules::rule::Act;
use crate::rules::{About, Scene, redeeming};

/// Whether notes can go there: a vault, an office that works with notes, a partner that rewards.
fn can_go(scene: &Scene<'_>, to: Depot) -> Result<(), Refusal> {
    match to {
        Depot::Vault => Ok(()),
        Depot::Partner(partner) => redeeming::partner(scene, &partner, PartnerRole::Issuing).map(|_| ()),
        Depot::Returned(office) => Err(Refusal::about(RefusalCode::RouteWrong, office)),
        Depot::Stock(office) => {
            let point = scene.booking_design().contact_points().get(&office);
            let point = point.ok_or_else(|| Refusal::about(RefusalCode::ContactPointUnknown, office))?;
            let ended = matches!(scene.offices.day(&office), Some(OfficeDay::Ended { .. }));
            if ended || !(point.has(Function::Exchange) || point.has(Function::Redemption)) {
                return Err(Refusal::about(RefusalCode::NotAnOffice, office));
            }
            Ok(())
        }
    }
}

impl Act for SendNotes {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        pieces(series(scene, &self.series)?, &self.notes)?;
        if self.from == self.to {
            let whose = self.from.place().office().unwrap_or(self.carrier);
            return Err(Refusal::about(RefusalCode::RouteWrong, whose));
        }
        if self.carrier.is_chart() {
            return Err(Refusal::about(RefusalCode::PersonUnknown, self.carrier));
        }
        let partner = if let Depot::Partner(partner) = self.from { Some(partner) } else { None };
        Ok(About { partner, ..About::action(Action::SendNotes) })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        may_touch(scene, self.from)?;
        can_go(scene, self.to)?;
        are_there(scene, self.series, &self.notes, self.from.place())?;
        draft.move_notes(self.series, &self.notes, self.from.place(), Place::Transit(self.carrier))?;
        let sending = Sending {
            order: scene.order.id,
            from: self.from,
            to: self.to,
            carrier: self.carrier,
            series: self.series,
            notes: self.notes.clone(),
            on: scene.day,
        };
        draft.entry.changes.push(Change::Office(OfficeChange::Sent(Box::new(sending))));
        Ok(())
    }
}
