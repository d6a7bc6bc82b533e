//! Guards that no role can switch off: nobody rewards themselves, a mediator is never payee of a
//! client, two-person acts take two people. They look at the person over all accounts and households.

use super::permissions::{authorise, scope_of};
use super::{About, Scene};
use crate::books::{Account, AccountKind};
use crate::dense::{AccountNo, PersonNo};
use crate::design::RoleScope;
use crate::id::Id;
use crate::orders::{Order, Refusal, RefusalCode};
use crate::people::{Action, Mode};

/// Whether an account is held by the person, or by somebody they share a household account with.
fn is_in_circle(scene: &Scene<'_>, person: PersonNo, account: &Account) -> bool {
    if account.is_held_by(person) {
        return true;
    }
    let own = scene.people.person(person).map_or(&[][..], |person| person.accounts());
    let households = own.iter().filter_map(|row| scene.books.account(*row));
    households
        .filter(|household| household.kind() == AccountKind::Household)
        .flat_map(|household| household.holders())
        .any(|housemate| account.is_held_by(*housemate))
}

fn id_is_in_circle(scene: &Scene<'_>, person: &Id, account: AccountNo) -> bool {
    let account = scene.books.account(account);
    let person = scene.people.number_of(person);
    matches!((person, account), (Some(person), Some(account)) if is_in_circle(scene, person, account))
}

/// Two-person acts need two people.
pub(crate) fn second_person(asked: &Order, completer: &Order) -> Result<(), Refusal> {
    if asked.actor == completer.actor {
        return Err(Refusal::about(RefusalCode::SecondPersonNeeded, completer.actor));
    }
    Ok(())
}

/// Who completes a pending order must be able to do it themselves, not only to propose it.
pub(crate) fn may_complete(scene: &Scene<'_>, completer: &Order, about: &About) -> Result<(), Refusal> {
    let design = scene.booking_design();
    let role = design.permissions().role(&completer.role);
    let grant = role.and_then(|role| design.permissions().grant(role, about.action));
    if grant.is_none_or(|grant| grant.mode == Mode::Propose) {
        return Err(Refusal::of(RefusalCode::ActionNotAllowed, completer.role));
    }
    authorise(scene, completer, about).map(|_| ())
}

/// Nobody rewards themselves or their household; nobody who acts for another gains by it.
pub(crate) fn interests(scene: &Scene<'_>, about: &About) -> Result<(), Refusal> {
    let Some(gains) = about.gains else { return Ok(()) };
    let order = scene.order;
    let rewards = about.action == Action::Award;
    for (at, one) in [Some(order), scene.completer].into_iter().flatten().enumerate() {
        let role = scene.booking_design().permissions().role(&one.role);
        let scope = role.map(|role| scope_of(scene.booking_design(), role));
        // A participant who claims or spends acts for themselves; who completes a claim does not.
        let for_themselves = scope == Some(RoleScope::Account) && (at == 0 || !rewards);
        if !for_themselves && id_is_in_circle(scene, &one.actor, gains) {
            let code = if rewards { RefusalCode::SelfReward } else { RefusalCode::ConflictOfInterest };
            return Err(Refusal::about(code, one.actor));
        }
    }
    Ok(())
}

/// Whether the mediator also holds a mandate of the side that gains: allowed, and flagged.
pub(crate) fn acts_for_both_sides(scene: &Scene<'_>, about: &About) -> bool {
    let Some(gains) = about.gains.and_then(|row| scene.books.account(row)) else { return false };
    let holders = gains.holders().iter().filter_map(|holder| scene.people.person(*holder));
    let actor = &scene.order.actor;
    holders.map(|holder| holder.id()).any(|client| {
        scene.people.mandates_between(actor, &client).any(|mandate| mandate.holds_on(scene.day))
    })
}
