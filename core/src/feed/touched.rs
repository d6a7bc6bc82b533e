//! Which accounts a record concerns.

use std::collections::BTreeSet;

use super::named::{accounts, askers_accounts, held_by, is_of_one};
use crate::books::{AccountChange, Change, Entry};
use crate::id::{Id, OrderId};
use crate::ledger::State;
use crate::orders::Order;
use crate::people::PeopleChange;

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
    for change in &entry.changes {
        match change {
            Change::Account(change) => match change {
                AccountChange::Opened { account, .. } => found.extend([*account]),
                AccountChange::Holders { account, .. }
                | AccountChange::State { account, .. }
                | AccountChange::Limits { account, .. } => found.extend([account.id()]),
                AccountChange::PartnerApproved { .. } | AccountChange::SeriesOpened { .. } => {}
            },
            Change::People(change) => match change {
                PeopleChange::MandateGiven(mandate) => {
                    found.extend(held_by(state, &mandate.client));
                    found.extend(held_by(state, &mandate.holder));
                }
                PeopleChange::MandateRevoked(mandate, _) => {
                    if let Some(mandate) = state.people().mandate(mandate) {
                        found.extend(held_by(state, &mandate.client));
                        found.extend(held_by(state, &mandate.holder));
                    }
                }
                // What is known about somebody is nobody else's business, not even a housemate's.
                PeopleChange::Appointed(person, _)
                | PeopleChange::RoleEnded { person, .. }
                | PeopleChange::FactRecorded(person, _) => {
                    let own = held_by(state, person);
                    found.extend(own.into_iter().filter(|account| is_of_one(state, account, person)));
                }
                PeopleChange::Known(_) | PeopleChange::ContractAmended(..) => {}
            },
            Change::PendingOpened(pending) => found.extend(waits_for(state, &pending.order)),
            Change::Reserved(reservation) | Change::ReservationEnded { reservation, .. } => {
                found.extend([reservation.account.id()]);
            }
            Change::PlaceOpened(place) | Change::PlaceEnded { place, .. } => {
                found.extend([place.account.id()]);
            }
            Change::NoShow(missed) => found.extend([missed.account.id()]),
            Change::PlaceCalled { account, .. }
            | Change::NoticeGiven { account, .. }
            | Change::NoticeRecorded { account, .. }
            | Change::Lapsed { account, .. }
            | Change::QuietWarned { account, .. } => found.extend([account.id()]),
            Change::PendingEnded { .. }
            | Change::Reversed { .. }
            | Change::PaidInEuro { .. }
            | Change::TakenIn { .. }
            | Change::Accepted(_)
            | Change::AcceptanceReduced { .. }
            | Change::ClaimFiled(_)
            | Change::ClaimMoved { .. }
            | Change::ClaimLineChanged { .. }
            | Change::EndsMoved(_)
            | Change::TakenOver
            | Change::Office(_)
            | Change::DesignAdopted { .. }
            | Change::DayClosed { .. } => {}
        }
    }
    let participant = |id: &Id| state.books().find(id).is_some_and(|account| account.kind().is_participant());
    found.retain(participant);
    found
}
