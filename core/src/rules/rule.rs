//! [`Act`] and [`Rule`]: how every ask goes through the same gate.

use super::awaken::awaken;
use super::permissions::{Permit, authorise};
use super::redeeming::line;
use super::{About, Scene, guards};
use crate::books::{Change, Count, CounterKey, Draft, Entry, Flag};
use crate::money::Balance;
use crate::orders::{Ask, Pending, Refusal, RefusalCode, for_each_ask};

/// Something a person does to the books or to the people. Permissions, guards and mandates are the
/// same for all of them; only what it concerns and what it brings about differ.
pub(crate) trait Act {
    /// Whom and what it concerns.
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal>;

    /// What it brings about.
    fn draft(&self, scene: &Scene<'_>, about: &About, draft: &mut Draft<'_>) -> Result<(), Refusal>;
}

/// Anything that can be asked: an act, or something done to another order or to the day.
pub(crate) trait Rule {
    /// What the act concerns; only acts can wait for somebody.
    fn concerns(&self, _scene: &Scene<'_>) -> Result<About, Refusal> {
        Err(Refusal::new(RefusalCode::CannotWait))
    }

    /// The entry, or why not.
    fn decide(&self, scene: &Scene<'_>) -> Result<Entry, Refusal>;
}

impl<A: Act> Rule for A {
    fn concerns(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        self.about(scene)
    }

    fn decide(&self, scene: &Scene<'_>) -> Result<Entry, Refusal> {
        let about = self.about(scene)?;
        let permit = authorise(scene, scene.order, &about)?;
        if let Some(completer) = scene.completer {
            guards::second_person(scene.order, completer)?;
            guards::may_complete(scene, completer, &about)?;
        }
        guards::interests(scene, &about)?;
        let mut draft = scene.new_draft();
        self.draft(scene, &about, &mut draft)?;
        line::keep(scene, scene.day, &mut draft.entry)?;
        let there = draft.entry.notes.iter().all(|leg| scene.books.paper().after(leg).is_some())
            && draft.entry.euro.iter().all(|leg| scene.books.euro().after(leg).is_some());
        if !there || !scene.books.bears(&draft.entry.legs) {
            return Err(Refusal::new(RefusalCode::Overflow));
        }
        if let (Some(waits_for), None) = (permit.waits_for, scene.completer) {
            // It was drafted all the same: what could not be booked today is not worth waiting for.
            let until = i32::from(scene.booking_design().days().pending);
            let until = scene.day.plus_days(until).ok_or_else(|| Refusal::new(RefusalCode::Overflow))?;
            let mut waiting = scene.new_draft().entry;
            let order = Box::new(scene.order.clone());
            waiting.changes.push(Change::PendingOpened(Pending { order, waits_for, until }));
            waiting.concerns = draft.entry.concerns;
            return Ok(waiting);
        }
        awaken(scene, &mut draft);
        count_mandate(scene, &permit, &about, &mut draft)?;
        if permit.mandate.is_some() && guards::acts_for_both_sides(scene, &about) {
            draft.entry.flags.push(Flag::BothSides);
        }
        Ok(draft.entry)
    }
}

fn count_mandate(
    scene: &Scene<'_>,
    permit: &Permit<'_>,
    about: &About,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    if let Some(mandate) = permit.mandate.filter(|mandate| mandate.per_month.is_some()) {
        let key = CounterKey::Mandate { month: scene.order.value_day.first_of_month(), mandate: mandate.id };
        let count = Count { key, by: Balance::from(about.amount) };
        draft.count(count.key, count.by)?;
        for change in &mut draft.entry.changes {
            // Released, it gives the room back.
            if let Change::Reserved(reservation) = change {
                reservation.counters.push(count);
            }
        }
    }
    Ok(())
}

macro_rules! define_rule_of {
    ($($kind:ident),* $(,)?) => {
        /// The rule for an ask.
        fn rule_of(ask: &Ask) -> &dyn Rule {
            match ask { $(Ask::$kind(ask) => ask,)* }
        }
    };
}

for_each_ask!(define_rule_of);

/// Decides the scene's order.
pub(crate) fn decide(scene: &Scene<'_>) -> Result<Entry, Refusal> {
    rule_of(&scene.order.ask).decide(scene)
}

/// What the scene's order concerns, if it can wait for somebody.
pub(crate) fn concerns(scene: &Scene<'_>) -> Result<About, Refusal> {
    rule_of(&scene.order.ask).concerns(scene)
}
