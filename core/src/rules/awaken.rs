//! Whoever does something again is active again (R62).

use super::Scene;
use crate::books::{AccountChange, AccountState, Change, Draft};

/// Calls the accounts active whose holders act in this entry and who were inactive.
pub(crate) fn awaken(scene: &Scene<'_>, draft: &mut Draft<'_>) {
    for at in 0..draft.entry.legs.len() {
        let Some(leg) = draft.entry.legs.get(at) else { break };
        let account = leg.account.row().and_then(|row| scene.books.account(row));
        let Some(account) = account.filter(|account| account.state() == AccountState::Inactive) else {
            continue;
        };
        if account.kind().is_participant() && scene.order.ask.is_act_of(leg.amount.is_negative()) {
            let awake = AccountChange::State {
                account: leg.account,
                was: AccountState::Inactive,
                since: account.state_since(),
                is: AccountState::Active,
            };
            draft.entry.changes.push(Change::Account(awake));
        }
    }
}
