//! Recording a fact about a person: insured until a day, a declaration made, a residence.

use crate::books::{Change, Draft};
use crate::design::RoleScope;
use crate::orders::{RecordFact, Refusal, RefusalCode};
use crate::people::{Action, Fact, PeopleChange};
use crate::rules::permissions::scope_of;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for RecordFact {
    fn about(&self, _: &Scene<'_>) -> Result<About, Refusal> {
        Ok(About { person: Some(self.person), ..About::action(Action::RecordFact) })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        if scene.people.number_of(&self.person).is_none() {
            return Err(Refusal::about(RefusalCode::PersonUnknown, self.person));
        }
        let design = scene.booking_design();
        let kind = design.facts().get(&self.fact);
        let kind = kind.ok_or_else(|| Refusal::of(RefusalCode::FactUnknown, self.fact))?;
        if !kind.takes(self.value) {
            return Err(Refusal::of(RefusalCode::FactValue, self.fact));
        }
        let role = design.permissions().role(&scene.order.role);
        let by_participant = role.map(|role| scope_of(design, role)) == Some(RoleScope::Account);
        if by_participant && scene.completer.is_none() && !kind.self_declared {
            return Err(Refusal::of(RefusalCode::FactByOthers, self.fact));
        }
        // The day before the first ends the fact; an earlier one is a slip of the pen.
        if self.until.is_some_and(|until| until.next().is_some_and(|after| after < self.from)) {
            return Err(Refusal::new(RefusalCode::DatesWrong).with(|figures| {
                figures.from = Some(self.from);
                figures.until = self.until;
            }));
        }
        let fact = Fact { fact: self.fact, from: self.from, value: self.value, until: self.until };
        draft.entry.changes.push(Change::People(PeopleChange::FactRecorded(self.person, fact)));
        Ok(())
    }
}
