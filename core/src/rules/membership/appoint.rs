//! Giving a person a role.

use super::get_to_know;
use crate::books::{Change, Draft};
use crate::design::RoleScope;
use crate::orders::{Appoint, Refusal, RefusalCode};
use crate::people::{Action, Appointment, PeopleChange};
use crate::rules::permissions::scope_of;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

fn scope_fits(ask: &Appoint, scene: &Scene<'_>) -> Result<bool, Refusal> {
    let design = scene.booking_design();
    let role = design
        .permissions()
        .role(&ask.role)
        .ok_or_else(|| Refusal::of(RefusalCode::RoleUnknown, ask.role))?;
    Ok(match (scope_of(design, role), ask.scope) {
        (RoleScope::None, None) => true,
        (RoleScope::Partner, Some(partner)) => scene.people.partner(&partner).is_some(),
        (RoleScope::ContactPoint, Some(place)) => {
            let function = design.permissions().get(role).and_then(|role| role.function);
            design
                .contact_points()
                .get(&place)
                .is_some_and(|place| function.is_none_or(|function| place.has(function)))
        }
        // Every account holder is a participant; nobody is appointed one.
        _ => false,
    })
}

impl Act for Appoint {
    fn about(&self, _: &Scene<'_>) -> Result<About, Refusal> {
        Ok(About::action(Action::AppointRole))
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        if !scope_fits(self, scene)? || self.person.is_chart() {
            return Err(Refusal::of(RefusalCode::ScopeWrong, self.role));
        }
        if self.until.is_some_and(|until| until < self.from || until < scene.day) {
            return Err(Refusal::new(RefusalCode::DatesWrong).with(|figures| {
                figures.from = Some(self.from);
                figures.until = self.until;
            }));
        }
        let held = scene.people.appointments(&self.person);
        let overlaps = |one: &&Appointment| {
            let ends_before = one.until.is_some_and(|until| until < self.from);
            let starts_after = self.until.is_some_and(|until| until < one.from);
            one.role == self.role && one.scope == self.scope && !ends_before && !starts_after
        };
        if held.iter().find(overlaps).is_some() {
            return Err(Refusal::about(RefusalCode::AlreadyAppointed, self.person)
                .with(|figures| figures.what = Some(self.role)));
        }
        get_to_know(scene, self.person, draft);
        let appointment =
            Appointment { role: self.role, from: self.from, scope: self.scope, until: self.until };
        draft.entry.changes.push(Change::People(PeopleChange::Appointed(self.person, appointment)));
        Ok(())
    }
}
