//! Who may act for whom.

use super::told;
use crate::id::Id;
use crate::views::scenario::{Scenario, day, id};

#[test]
fn mandates_that_were_revoked_or_have_ended_are_not_shown() {
    let mut it = Scenario::rabot();
    for (mandate, until) in [("v-1", "2026-01-31"), ("v-2", "2026-01-31"), ("v-3", "2025-03-31")] {
        let ask = format!(
            r#"{{"give_mandate":{{"mandate":"{mandate}","client":"m-1","holder":"s-020","actions":["transfer"],
                "from":"2025-02-05","until":"{until}"}}}}"#
        );
        it.book("m-1", "participant", &ask);
    }
    it.book("m-1", "participant", r#"{"revoke_mandate":{"mandate":"v-2"}}"#);
    let wallet = told(&it.ledger, id("m-1"));
    let shown = |on: &str| -> Vec<Id> {
        wallet.mandates(day(on)).unwrap().iter().map(|mandate| mandate.id).collect()
    };
    assert_eq!(shown("2025-03-31"), [id("v-1"), id("v-3")]);
    assert_eq!(shown("2025-04-01"), [id("v-1")]);
    assert_eq!(shown("2026-01-31"), [id("v-1")]);
    assert!(shown("2026-02-01").is_empty());
}
