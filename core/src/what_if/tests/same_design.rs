//! Under the very design that it has, a ledger is what it is.

use super::seven_months::{seven_months, text};
use crate::calendar::Day;
use crate::daybook::{DayBook, Run};
use crate::dense::Secret;
use crate::design::Design;
use crate::evaluation::tests::ledgers::every_ledger;
use crate::ledger::{Ledger, Record};
use crate::orders::Order;
use crate::views::scenario::id;
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

/// A closing that stopped between two accounts goes on where it was.
#[test]
fn a_closing_that_is_under_way_is_as_far() {
    let mut ledger = seven_months(&text("12", "lapsed"));
    let close = |through: &str, today: &str| -> Order {
        let order = format!(
            r#"{{"id":"000000000000000000000000000f0000","actor":"s-900","role":"system","instant":0,
                "booking_day":"{}","value_day":"{}",
                "ask":{{"close_day":{{"through":"{through}","today":"{today}"}}}}}}"#,
            ledger.day(),
            ledger.day()
        );
        serde_json::from_str(&order).unwrap()
    };
    let order = close("2026-02-28", "2026-03-01");
    let mut steps: u32 = 0;
    let mut stopped = 0;
    while ledger.day() <= Day::parse("2026-02-28").unwrap() {
        let step = ledger.decide(&order).unwrap();
        let inside = !step.changes.iter().any(|one| matches!(one, crate::books::Change::DayClosed { .. }));
        ledger.apply(&order, &step).unwrap();
        steps = steps.saturating_add(1);
        if inside {
            stopped += 1;
            stays_as_it_is(&format!("step {steps}"), &ledger);
        }
    }
    // The notices of two accounts; their lapse waits for thirty days from the day on which they were told.
    assert_eq!(stopped, 2);
    stays_as_it_is("closed", &ledger);
}

/// The generated years of the demo that no amendment changes.
#[test]
fn the_years_of_the_demo_stay_as_they_are() {
    let uurbank = (
        include_str!("../../../designs/uurbank-example.toml"),
        include_str!("../../../../examples/data/uurbank-2025/daybook.csv"),
    );
    let wijk = (
        include_str!("../../../designs/wijk-example.toml"),
        include_str!("../../../../examples/data/wijk-2025/daybook.csv"),
    );
    let papier = (
        include_str!("../../../../examples/data/papier-2025/design.toml"),
        include_str!("../../../../examples/data/papier-2025/daybook.csv"),
    );
    let years = [("2025-01-06", uurbank), ("2025-01-13", wijk), ("2025-08-04", papier)];
    for (name, (design, book)) in years {
        let book = DayBook::read(book.as_bytes()).unwrap();
        let mut ledger = first_day(design, name);
        Run::new(&mut ledger, book).for_each(drop);
        let refused = ledger.records_from(0).filter(|record| record.entry().is_none()).count();
        assert!(
            ledger.len() > 1_000 && refused > 1,
            "from {name}: {} records, {refused} refused",
            ledger.len()
        );
        stays_as_it_is(name, &ledger);
    }
}

fn first_day(design: &str, on: &str) -> Ledger {
    let design = Design::parse(design).unwrap();
    Ledger::open(id("demo-1"), design, Day::parse(on).unwrap(), Secret::new([7; 16])).unwrap()
}
