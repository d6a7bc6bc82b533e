//! Which accounts an order names.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::id::Id;
use crate::ledger::State;
use crate::orders::{Ask, Order};

/// Every participant's account that an ask names, under whatever key: as JSON an account is its id.
pub(super) fn accounts(state: &State, ask: &Ask) -> BTreeSet<Id> {
    let mut found = BTreeSet::new();
    if let Ok(value) = serde_json::to_value(ask) {
        collect(state, &value, &mut found);
    }
    found
}

fn collect(state: &State, value: &Value, found: &mut BTreeSet<Id>) {
    match value {
        Value::String(text) => {
            let id = Id::parse(text).ok();
            let account = id.and_then(|id| state.books().find(&id));
            found.extend(account.filter(|account| account.kind().is_participant()).map(|one| one.id()));
        }
        Value::Array(values) => values.iter().for_each(|value| collect(state, value, found)),
        Value::Object(values) => values.values().for_each(|value| collect(state, value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The accounts of whoever asks, or for whom it is asked, that an order is about; all of theirs if it
/// names none of them and they ask as participants.
pub(super) fn askers_accounts(state: &State, order: &Order) -> BTreeSet<Id> {
    let named = accounts(state, &order.ask);
    let own: BTreeSet<Id> = [Some(order.actor), order.on_behalf_of]
        .into_iter()
        .flatten()
        .flat_map(|person| held_by(state, &person))
        .collect();
    let about: BTreeSet<Id> = own.intersection(&named).copied().collect();
    let permissions = state.design().permissions();
    let as_participant = permissions.role(&order.role) == Some(permissions.participant());
    match (about.is_empty(), as_participant) {
        (false, _) => about,
        (true, true) => own,
        (true, false) => BTreeSet::new(),
    }
}

/// The participants' accounts that a person holds.
pub(super) fn held_by(state: &State, person: &Id) -> Vec<Id> {
    let rows = state.people().find(person).map_or(&[][..], |person| person.accounts());
    rows.iter().filter_map(|row| state.books().account(*row)).map(|account| account.id()).collect()
}

/// Whether only this person holds the account: then what concerns the person concerns nobody else.
pub(super) fn is_of_one(state: &State, account: &Id, person: &Id) -> bool {
    let holders = state.books().find(account).map_or(&[][..], |account| account.holders());
    match holders {
        [only] => state.people().person(*only).is_some_and(|holder| holder.id() == *person),
        _ => false,
    }
}
