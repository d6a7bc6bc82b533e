//! Giving a mandate, or recording one at a contact point (R47).

use crate::books::{Change, Draft};
use crate::orders::{GiveMandate, Refusal, RefusalCode};
use crate::people::{Action, ActionSet, Mandate, PeopleChange};
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

/// What somebody can do for a participant.
fn actable() -> ActionSet {
    ActionSet::of(&[
        Action::Transfer,
        Action::Gift,
        Action::Redeem,
        Action::Reserve,
        Action::RecordFact,
        Action::PayOut,
        Action::TakeIn,
        Action::CloseAccount,
        Action::SeeAccount,
    ])
}

impl Act for GiveMandate {
    fn about(&self, _: &Scene<'_>) -> Result<About, Refusal> {
        Ok(About { person: Some(self.client), ..About::action(Action::GiveMandate) })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        if scene.people.mandate(&self.mandate).is_some() {
            return Err(Refusal::about(RefusalCode::MandateExists, self.mandate));
        }
        for person in [&self.client, &self.holder] {
            if scene.people.number_of(person).is_none() {
                return Err(Refusal::about(RefusalCode::PersonUnknown, *person));
            }
        }
        if self.client == self.holder {
            return Err(Refusal::about(RefusalCode::MandateToSelf, self.client));
        }
        let mut actors = std::iter::once(scene.order).chain(scene.completer);
        if actors.any(|order| order.actor == self.holder) {
            return Err(Refusal::about(RefusalCode::MandateByHolder, self.holder));
        }
        if self.actions.is_empty() || self.actions.iter().any(|action| !actable().contains(action)) {
            return Err(Refusal::new(RefusalCode::MandateEmpty));
        }
        if self.until < self.from || self.until < scene.day {
            return Err(Refusal::new(RefusalCode::DatesWrong).with(|figures| {
                figures.from = Some(self.from);
                figures.until = Some(self.until);
            }));
        }
        draft.entry.changes.push(Change::People(PeopleChange::MandateGiven(Box::new(Mandate {
            id: self.mandate,
            client: self.client,
            holder: self.holder,
            actions: self.actions,
            from: self.from,
            until: self.until,
            per_order: self.per_order,
            per_month: self.per_month,
            evidence: scene.order.evidence,
            revoked: None,
        }))));
        Ok(())
    }
}
