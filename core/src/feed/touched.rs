//! Which accounts a record concerns.

use std::collections::BTreeSet;

use super::named::{accounts, askers_accounts, held_by, is_of_one};
use crate::books::{AccountChange, Change, Entry};
use crate::id::{Id, OrderId};
use crate::ledger::State;
use crate::orders::Order;
use crate::people::{Mandate, PeopleChange};

/// The pending orders that an entry ends, as they stand before it.
pub(super) fn ended<'s>(state: &'s State, entry: &Entry) -> Vec<&'s Order> {
    let order = |change: &Change| match change {
        Change::PendingEnded { order, .. } => state.pendings().find(*order).map(|one| &*one.order),
        _ => None,
    };
    entry.changes.iter().filter_map(order).collect()
}

/// The participants' accounts that a pending order concerns: those that it names, and the asker's.
pub(super) fn waits_for(state: &State, order: &Order) -> BTreeSet<Id> {
    let mut found = accounts(state, &order.ask);
    found.extend(askers_accounts(state, order));
    found
}

/// The accounts that a booked record concerns. `state` is the one after it; the pending orders that it
/// ended are in it no more.
pub(super) fn touched(state: &State, entry: &Entry, ended: &[(OrderId, BTreeSet<Id>)]) -> BTreeSet<Id> {
    let mut found: BTreeSet<Id> = ended.iter().flat_map(|(_, accounts)| accounts).copied().collect();
    found.extend(entry.legs.iter().map(|leg| leg.account.id()));
    found.extend(entry.changes.iter().flat_map(|change| concerned(state, change)));
    let participant = |id: &Id| state.books().find(id).is_some_and(|account| account.kind().is_participant());
    found.retain(participant);
    found
}

/// The accounts that a change concerns by itself, whatever else its record brings about.
pub(super) fn concerned(state: &State, change: &Change) -> BTreeSet<Id> {
    match change {
        Change::Account(change) => match change {
            AccountChange::Opened { account, .. } => BTreeSet::from([*account]),
            AccountChange::Holders { account, .. }
            | AccountChange::State { account, .. }
            | AccountChange::Limits { account, .. } => BTreeSet::from([account.id()]),
            AccountChange::PartnerApproved { .. } | AccountChange::SeriesOpened { .. } => BTreeSet::new(),
        },
        Change::People(change) => match change {
            PeopleChange::MandateGiven(mandate) => between(state, mandate),
            PeopleChange::MandateRevoked(mandate, _) => {
                state.people().mandate(mandate).map_or_else(BTreeSet::new, |mandate| between(state, mandate))
            }
            // What is known about somebody is nobody else's business, not even a housemate's.
            PeopleChange::Appointed(person, _)
            | PeopleChange::RoleEnded { person, .. }
            | PeopleChange::FactRecorded(person, _) => {
                let own = held_by(state, person).into_iter();
                own.filter(|account| is_of_one(state, account, person)).collect()
            }
            // Those who come to hold an account are named by what stands about them.
            PeopleChange::Known(_) | PeopleChange::ContractAmended(..) => BTreeSet::new(),
        },
        Change::PendingOpened(pending) => waits_for(state, &pending.order),
        Change::Reserved(reservation) | Change::ReservationEnded { reservation, .. } => {
            BTreeSet::from([reservation.account.id()])
        }
        Change::PlaceOpened(place) | Change::PlaceEnded { place, .. } => BTreeSet::from([place.account.id()]),
        Change::NoShow(missed) => BTreeSet::from([missed.account.id()]),
        Change::PlaceCalled { account, .. }
        | Change::TakenIn { account, .. }
        | Change::NoticeGiven { account, .. }
        | Change::NoticeRecorded { account, .. }
        | Change::Lapsed { account, .. }
        | Change::QuietWarned { account, .. } => BTreeSet::from([account.id()]),
        Change::PendingEnded { .. }
        | Change::Reversed { .. }
        | Change::PaidInEuro { .. }
        | Change::Accepted(_)
        | Change::AcceptanceReduced { .. }
        | Change::ClaimFiled(_)
        | Change::ClaimMoved { .. }
        | Change::ClaimLineChanged { .. }
        | Change::EndsMoved(_)
        | Change::TakenOver
        | Change::Office(_)
        | Change::DesignAdopted { .. }
        | Change::DayClosed { .. } => BTreeSet::new(),
    }
}

/// The accounts of both sides of a mandate.
fn between(state: &State, mandate: &Mandate) -> BTreeSet<Id> {
    held_by(state, &mandate.client).into_iter().chain(held_by(state, &mandate.holder)).collect()
}
