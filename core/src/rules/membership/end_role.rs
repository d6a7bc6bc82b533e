//! Ending a role: the rights end with the booking day.

use crate::books::{Change, Draft};
use crate::orders::{EndRole, Refusal, RefusalCode};
use crate::people::{Action, PeopleChange};
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for EndRole {
    fn about(&self, _: &Scene<'_>) -> Result<About, Refusal> {
        Ok(About::action(Action::AppointRole))
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let held = scene.people.appointments(&self.person);
        let found = held.iter().rev().find(|one| {
            let goes_on = one.until.is_none_or(|until| until > scene.day);
            one.role == self.role && one.scope == self.scope && goes_on
        });
        let Some(appointment) = found else {
            return Err(Refusal::about(RefusalCode::NotAppointed, self.person)
                .with(|figures| figures.what = Some(self.role)));
        };
        draft.entry.changes.push(Change::People(PeopleChange::RoleEnded {
            person: self.person,
            role: self.role,
            scope: self.scope,
            was: appointment.until,
            until: scene.day,
        }));
        Ok(())
    }
}
