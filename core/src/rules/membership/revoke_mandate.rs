//! Taking a mandate back (R47).

use crate::books::{Change, Draft};
use crate::orders::{Refusal, RefusalCode, RevokeMandate};
use crate::people::{Action, Mandate, PeopleChange};
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

fn mandate<'s>(ask: &RevokeMandate, scene: &Scene<'s>) -> Result<&'s Mandate, Refusal> {
    let found = scene.people.mandate(&ask.mandate).filter(|mandate| mandate.revoked.is_none());
    found.ok_or_else(|| Refusal::about(RefusalCode::MandateUnknown, ask.mandate))
}

impl Act for RevokeMandate {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let person = Some(mandate(self, scene)?.client);
        Ok(About { person, ..About::action(Action::RevokeMandate) })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let id = mandate(self, scene)?.id;
        draft.entry.changes.push(Change::People(PeopleChange::MandateRevoked(id, scene.day)));
        Ok(())
    }
}
