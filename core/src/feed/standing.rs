//! What stands about a person when they come to hold an account.

use crate::books::{AccountChange, Change, Entry};
use crate::id::Id;
use crate::ledger::State;
use crate::people::PeopleChange;

use super::named::is_of_one;

/// Changes that make an account's chain know whoever comes to hold the account by this entry: that they
/// are there, the mandates between them and others, and of somebody who holds it alone their roles and
/// facts.
pub(super) fn of_new_holders(state: &State, account: &Id, entry: &Entry) -> Vec<Change> {
    let mut changes = Vec::new();
    for change in &entry.changes {
        let persons: Vec<Id> = match change {
            Change::Account(AccountChange::Opened { account: opened, holders, .. }) if opened == account => {
                holders.to_vec()
            }
            Change::Account(AccountChange::Holders { account: held, was, is }) if held.id() == *account => {
                is.iter().filter(|person| !was.contains(person)).copied().collect()
            }
            _ => continue,
        };
        for person in persons {
            changes.extend(of_person(state, account, &person).into_iter().map(Change::People));
        }
    }
    changes
}

fn of_person(state: &State, account: &Id, person: &Id) -> Vec<PeopleChange> {
    let people = state.people();
    let mut known = vec![PeopleChange::Known(*person)];
    if is_of_one(state, account, person) {
        let appointments = people.appointments(person).iter();
        known.extend(appointments.map(|one| PeopleChange::Appointed(*person, one.clone())));
        let facts =
            state.design().facts().kinds().iter().flat_map(|fact| people.facts_of(person, &fact.code));
        known.extend(facts.map(|fact| PeopleChange::FactRecorded(*person, *fact)));
    }
    let between = people.mandates().filter(|one| one.client == *person || one.holder == *person);
    known.extend(between.map(|mandate| PeopleChange::MandateGiven(Box::new(mandate.clone()))));
    known
}
