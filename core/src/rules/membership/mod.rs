//! Accounts, roles and mandates.

mod amend_contract;
mod appoint;
mod approve_partner;
mod change_holders;
mod change_state;
mod close_account;
mod contract;
mod end_role;
mod give_mandate;
mod grant_exception;
mod open_account;
mod record_fact;
mod revoke_mandate;
mod set_limits;
mod settle;
mod welcome;
mod write_off;

pub(crate) use settle::{Remainder, settle};

use crate::books::{Change, Draft};
use crate::id::Id;
use crate::people::PeopleChange;
use crate::rules::Scene;

/// More people than this do not share one account.
const MOST_HOLDERS: usize = 20;

/// Makes a person known to the ledger, unless they are.
fn get_to_know(scene: &Scene<'_>, person: Id, draft: &mut Draft<'_>) {
    let known = Change::People(PeopleChange::Known(person));
    if scene.people.number_of(&person).is_none() && !draft.entry.changes.contains(&known) {
        draft.entry.changes.push(known);
    }
}
