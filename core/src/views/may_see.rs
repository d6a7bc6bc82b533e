//! Who may see what.

use crate::id::Id;
use crate::ledger::Ledger;
use crate::rules;

impl Ledger {
    /// Whether an actor may see an account's balance and entries today: holders their own, the others
    /// as the design's permission `see_account` and their mandates say. The host, which authenticates,
    /// asks this before it shows a view. No for an account or an actor the ledger does not know.
    pub fn may_see(&self, actor: &Id, account: &Id) -> bool {
        let state = self.state();
        let account = state.books().find(account);
        account.is_some_and(|account| {
            rules::may_see(state.people(), state.design(), state.day(), actor, account)
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::views::scenario::{Scenario, id};

    #[test]
    fn holders_see_their_own_and_the_matrix_says_who_else() {
        let ledger = Scenario::rabot().ledger;
        let sees = |actor: &str, account: &str| ledger.may_see(&id(actor), &id(account));
        assert!(sees("m-1", "m-1"));
        assert!(!sees("m-1", "m-2"));
        assert!(sees("s-010", "m-1"), "the project manager sees every account");
        assert!(!sees("s-020", "m-1"), "a mediator needs a mandate");
        assert!(!sees("s-050", "m-1"), "an issuing partner sees nobody's");
        assert!(!sees("m-9", "m-1"));
        assert!(!sees("s-010", "m-9"));
    }
}
