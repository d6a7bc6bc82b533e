//! What must be true of every ledger, however it came about.

use muntwerk::books::Finding;
use muntwerk::dense::Secret;
use muntwerk::ledger::{Ledger, verify_journal};

use super::Depth;

/// Stops if the audit finds anything, or if the journal does not read back as the same ledger.
pub(crate) fn all_is_well(ledger: &mut Ledger, sealed: &[u8], depth: Depth) {
    assert_eq!(ledger.state().audit(), []);
    if depth == Depth::Full {
        sound_but_for(ledger, |_| false);
        replays(ledger, sealed);
    }
}

pub(crate) fn sound_but_for(ledger: &Ledger, expected: impl Fn(&Finding) -> bool) {
    let found: Vec<_> = ledger.audit().into_iter().filter(|finding| !expected(finding)).collect();
    assert!(found.is_empty(), "the audit found {found:?}");
}

/// The journal reads back as the same ledger. What was sealed before is at hand; reading the design
/// again for it would take most of the time.
fn replays(ledger: &mut Ledger, sealed: &[u8]) {
    let mut text = sealed.to_vec();
    let head = ledger.seal(&mut text);
    let lines = || text.split_inclusive(|byte| *byte == b'\n');
    let verified = verify_journal(lines()).unwrap_or_else(|error| panic!("its own journal: {error}"));
    assert_eq!(verified.head, head, "the journal ends in another head");
    let again = Ledger::replay(lines(), Secret::new([0x5a; 16]))
        .unwrap_or_else(|error| panic!("its own journal: {error}"));
    same(ledger, &again);
    assert_eq!(again.head(), head, "replayed to another head");
}

/// Two ledgers with the same state and the same records.
pub(crate) fn same(one: &Ledger, two: &Ledger) {
    assert!(one.state() == two.state(), "another state");
    assert_eq!(one.len(), two.len(), "another number of records");
    assert!(one.records_from(1).eq(two.records_from(1)), "other records");
}
