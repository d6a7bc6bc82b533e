//! Under the very design that it has, a ledger is what it is.

use crate::design::Design;
use crate::evaluation::tests::ledgers::every_ledger;
use crate::ledger::{Ledger, Record};
use crate::what_if::WhatIf;

fn same_design(ledger: &Ledger) -> Design {
    let first = ledger.state().designs().iter().next().unwrap();
    (*first.design).clone()
}

fn records(ledger: &Ledger) -> Vec<Record> {
    ledger.records_from(1).collect()
}

#[track_caller]
fn stays_as_it_is(name: &str, ledger: &Ledger) {
    let before = ledger.snapshot();
    let what_if = WhatIf::of(ledger, same_design(ledger)).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(records(what_if.ledger()) == records(ledger), "{name}");
    assert_eq!(ledger.snapshot(), before, "{name}");
    let comparison = what_if.comparison();
    assert_eq!(comparison.as_it_was, comparison.as_it_would_be, "{name}");
    assert!(comparison.accounts.is_empty() && comparison.changed.is_empty(), "{name}");
    assert_eq!(
        comparison.accounts_alike,
        ledger.state().books().accounts().map(|_| 1).sum::<u64>(),
        "{name}"
    );
    assert_eq!(comparison.moved_otherwise, 0, "{name}");
    assert!(comparison.orphaned.is_empty() && comparison.left_out.is_empty(), "{name}");
}

/// R8: a dry run that changes nothing reports no difference, entry for entry.
#[test]
fn the_same_design_gives_the_same_journal() {
    for (name, ledger) in every_ledger() {
        stays_as_it_is(name, &ledger);
    }
}
