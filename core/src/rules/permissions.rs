//! Who may do what: the compiled permission matrix, roles, mandates (R14, R47).

use super::{About, Scene};
use crate::books::{Account, CounterKey};
use crate::calendar::Day;
use crate::dense::PersonNo;
use crate::design::{Design, RoleIx, RoleScope};
use crate::id::Id;
use crate::money::Balance;
use crate::orders::{Order, Refusal, RefusalCode, WaitsFor};
use crate::people::{Action, Grant, Mandate, Mode, People};

/// How an order may be done: at once or after somebody else, and under which mandate.
pub(crate) struct Permit<'s> {
    pub(crate) waits_for: Option<WaitsFor>,
    pub(crate) mandate: Option<&'s Mandate>,
}

/// Whether the actor of `order` may do what the scene is about.
pub(crate) fn authorise<'s>(scene: &Scene<'s>, order: &Order, about: &About) -> Result<Permit<'s>, Refusal> {
    let desk = Desk::open(scene, order, about)?;
    let (design, role) = (desk.design, desk.role);
    let grant = design
        .permissions()
        .grant(role, about.action)
        .ok_or_else(|| Refusal::of(RefusalCode::ActionNotAllowed, order.role))?;
    desk.holds_role()?;
    if grant.own {
        desk.is_own()?;
    }
    if grant.same_day {
        desk.is_same_day()?;
    }
    let mandate = match grant.mode {
        Mode::Allow => {
            if about.debits && scope_of(design, role) != RoleScope::Account {
                desk.names_the_client()?;
            }
            None
        }
        Mode::Behalf => {
            desk.names_the_client()?;
            Some(desk.mandate()?)
        }
        Mode::Register => {
            if order.evidence.is_none() {
                return Err(Refusal::of(RefusalCode::EvidenceNeeded, order.role));
            }
            desk.names_the_client()?;
            None
        }
        Mode::Propose => None,
    };
    Ok(Permit { waits_for: waits_for(grant), mandate })
}

/// Whether the actor of an order holds the role they act in.
pub(crate) fn holds_role(scene: &Scene<'_>, order: &Order) -> Result<(), Refusal> {
    Desk::open(scene, order, &About::action(Action::SeeAccount))?.holds_role()
}

/// What a role is held at.
pub(crate) fn scope_of(design: &Design, role: RoleIx) -> RoleScope {
    design.permissions().get(role).map_or(RoleScope::None, |role| role.scope)
}

fn waits_for(grant: Grant) -> Option<WaitsFor> {
    match (grant.mode, grant.second) {
        (Mode::Propose, _) => Some(WaitsFor::Approval),
        (_, true) => Some(WaitsFor::SecondPerson),
        (_, false) => None,
    }
}

/// One order in front of the matrix.
struct Desk<'d, 's> {
    scene: &'d Scene<'s>,
    order: &'d Order,
    about: &'d About,
    design: &'s Design,
    role: RoleIx,
    actor: PersonNo,
}

impl<'d, 's> Desk<'d, 's> {
    fn open(scene: &'d Scene<'s>, order: &'d Order, about: &'d About) -> Result<Self, Refusal> {
        let design = scene.booking_design();
        let role = design.permissions().role(&order.role);
        let role = role.ok_or_else(|| Refusal::of(RefusalCode::RoleUnknown, order.role))?;
        // The ledger looked up the actor of its own order already.
        let known = std::ptr::eq(order, scene.order).then_some(scene.actor);
        let actor = known.or_else(|| scene.people.number_of(&order.actor));
        let actor = actor.ok_or_else(|| Refusal::about(RefusalCode::ActorUnknown, order.actor))?;
        Ok(Self { scene, order, about, design, role, actor })
    }

    fn holds_role(&self) -> Result<(), Refusal> {
        let order = self.order;
        let not_held = || {
            Refusal::of(RefusalCode::RoleNotHeld, order.role).with(|figures| {
                figures.who = Some(order.actor);
                figures.until = Some(self.scene.day);
            })
        };
        match scope_of(self.design, self.role) {
            RoleScope::Account => {
                let person = self.scene.people.person(self.actor).ok_or_else(not_held)?;
                if person.accounts().is_empty() { Err(not_held()) } else { Ok(()) }
            }
            RoleScope::ContactPoint => {
                let place = order
                    .contact_point
                    .ok_or_else(|| Refusal::of(RefusalCode::ContactPointNeeded, order.role))?;
                let Some(point) = self.design.contact_points().get(&place) else {
                    return Err(Refusal::about(RefusalCode::ContactPointUnknown, place));
                };
                if !point.is_open_on(self.scene.day) {
                    return Err(Refusal::about(RefusalCode::ContactPointClosed, place)
                        .with(|figures| figures.until = Some(self.scene.day)));
                }
                if self.appointed(|scope| scope == Some(place)) { Ok(()) } else { Err(not_held()) }
            }
            RoleScope::None | RoleScope::Partner => {
                if self.appointed(|_| true) {
                    Ok(())
                } else {
                    Err(not_held())
                }
            }
        }
    }

    fn appointed(&self, for_scope: impl Fn(Option<Id>) -> bool) -> bool {
        let held = self.scene.people.appointments(&self.order.actor);
        held.iter()
            .any(|one| one.role == self.order.role && one.holds_on(self.scene.day) && for_scope(one.scope))
    }

    /// Own account for a participant, own partner for its operators, own acts for the others.
    fn is_own(&self) -> Result<(), Refusal> {
        let about = self.about;
        let (own, whose) = match scope_of(self.design, self.role) {
            RoleScope::Account => {
                let accounts = [about.account, about.other].into_iter().flatten();
                let mut rows = accounts.filter_map(|row| self.scene.books.account(row));
                let holds = rows.any(|account| account.is_held_by(self.actor));
                let is_person = about.person == Some(self.order.actor);
                let shown = about.account.and_then(|row| self.scene.books.account(row)).map(Account::id);
                (holds || is_person, shown.or(about.person))
            }
            RoleScope::Partner => (
                about.partner.is_some_and(|partner| self.appointed(|scope| scope == Some(partner))),
                about.partner,
            ),
            RoleScope::ContactPoint => {
                let made_at = self.scene.original.and_then(|original| original.asked().contact_point);
                (made_at.is_some() && made_at == self.order.contact_point, made_at)
            }
            RoleScope::None => {
                let acted =
                    self.scene.original.map(|original| [original.order.actor, original.asked().actor]);
                let own = acted.is_some_and(|acted| acted.contains(&self.order.actor));
                (own, acted.map(|[actor, _]| actor))
            }
        };
        if own {
            return Ok(());
        }
        Err(Refusal::of(RefusalCode::NotOwn, self.order.role).with(|figures| figures.who = whose))
    }

    fn is_same_day(&self) -> Result<(), Refusal> {
        // A proposal is bound to its own day; whoever completes it later answers for themselves.
        let booked = self.scene.original.map_or(self.scene.day, |original| original.order.booking_day);
        if booked == self.order.booking_day {
            return Ok(());
        }
        let refusal = Refusal::of(RefusalCode::NotSameDay, self.order.role);
        Err(refusal.with(|figures| figures.until = Some(booked)))
    }

    /// Whoever acts for a participant says for whom, and it is that participant's account.
    fn names_the_client(&self) -> Result<(), Refusal> {
        let client =
            self.order.on_behalf_of.ok_or_else(|| Refusal::of(RefusalCode::ClientNeeded, self.order.role))?;
        let Some(account) = self.about.account.and_then(|row| self.scene.books.account(row)) else {
            return if self.about.person.is_none_or(|person| person == client) {
                Ok(())
            } else {
                Err(Refusal::about(RefusalCode::NotTheClient, client))
            };
        };
        let client = self.scene.people.number_of(&client);
        if client.is_some_and(|client| account.is_held_by(client)) {
            Ok(())
        } else {
            Err(Refusal::about(RefusalCode::NotTheClient, account.id()))
        }
    }

    /// A mandate that covers the act; if several do, the first with room for it.
    fn mandate(&self) -> Result<&'s Mandate, Refusal> {
        let client = self.order.on_behalf_of.unwrap_or(self.order.actor);
        let mut why_not = Refusal::about(RefusalCode::MandateMissing, client)
            .with(|figures| figures.until = Some(self.scene.day));
        for mandate in self.scene.people.mandates_between(&self.order.actor, &client) {
            if !mandate.holds_on(self.scene.day) || !mandate.actions.contains(self.about.action) {
                continue;
            }
            match self.has_room(mandate) {
                Ok(()) => return Ok(mandate),
                Err(refusal) => why_not = refusal,
            }
        }
        Err(why_not)
    }

    fn has_room(&self, mandate: &Mandate) -> Result<(), Refusal> {
        let asked = self.about.amount;
        if let Some(limit) = mandate.per_order.filter(|limit| asked > *limit) {
            return Err(Refusal::about(RefusalCode::MandatePerOrder, mandate.id).with(|figures| {
                figures.asked = Some(asked.into());
                figures.limit = Some(limit.into());
            }));
        }
        let Some(limit) = mandate.per_month else { return Ok(()) };
        let month = self.scene.order.value_day.first_of_month();
        let used = self.scene.counters.used(&CounterKey::Mandate { month, mandate: mandate.id });
        let available = Balance::from(limit).minus(used).unwrap_or(Balance::ZERO);
        if Balance::from(asked) <= available {
            return Ok(());
        }
        Err(Refusal::about(RefusalCode::MandatePerMonth, mandate.id).with(|figures| {
            figures.asked = Some(asked.into());
            figures.limit = Some(limit.into());
            figures.available = Some(available);
            figures.until = Some(month.last_of_month());
        }))
    }
}

/// Whether an actor may see an account's balance and entries (R13 of the privacy rules: who sees what
/// is data too). Holders see their own; the matrix says the rest.
pub(crate) fn may_see(people: &People, design: &Design, day: Day, actor: &Id, account: &Account) -> bool {
    let Some(number) = people.number_of(actor) else { return false };
    if account.is_held_by(number) {
        let participant = design.permissions().participant();
        return design.permissions().grant(participant, Action::SeeAccount).is_some();
    }
    people.appointments(actor).iter().filter(|held| held.holds_on(day)).any(|held| {
        let role = design.permissions().role(&held.role);
        let Some(grant) = role.and_then(|role| design.permissions().grant(role, Action::SeeAccount)) else {
            return false;
        };
        match grant.mode {
            Mode::Allow => !grant.own,
            // At the counter, for the member who stands there: the host knows who does.
            Mode::Register => true,
            Mode::Behalf => {
                account.holders().iter().filter_map(|holder| people.person(*holder)).any(|client| {
                    people
                        .mandates_between(actor, &client.id())
                        .any(|mandate| mandate.holds_on(day) && mandate.actions.contains(Action::SeeAccount))
                })
            }
            Mode::Propose => false,
        }
    })
}
