//! Taking over a scheme of ten thousand accounts in one order.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops by panicking")]
#![allow(clippy::disallowed_methods, reason = "it is the tests that look at the clock")]
#![allow(clippy::arithmetic_side_effects, reason = "the figures of the tests are small")]

use std::time::{Duration, Instant};

use muntwerk::books::{AccountKind, OPENING};
use muntwerk::dense::Secret;
use muntwerk::ledger::Ledger;
use muntwerk::money::Balance;
use muntwerk::orders::{Complete, OpenAccount, TakeOver, TakeOverLine, TakeOverLot};
use muntwerk_tests::stage::{amount, day, id, open, order};
use muntwerk_tests::town::DESIGN;

const SECRET: Secret = Secret::new([5; 16]);

/// A ledger of so many accounts, and what they bring along: three lots each, of as many days as there
/// are accounts, so that nothing is shared.
fn town(accounts: u32, grain: &str) -> (Ledger, TakeOver) {
    let design = format!("{DESIGN}[lots]\ngrain = \"{grain}\"\n");
    let mut ledger = open(&design, day("2025-01-15"));
    let mut lines = Vec::new();
    for n in 0..accounts {
        let account = id(&format!("m-{n}"));
        let ask =
            OpenAccount { account, kind: AccountKind::Person, holders: [account].into_iter().collect() };
        ledger.execute(&order(u128::from(n) + 10, "s-21", "project_manager", ledger.day(), ask)).unwrap();
        let back = i32::try_from(n % 3_000).unwrap();
        let lot = |units: i64, back: i32| TakeOverLot {
            amount: amount(units),
            earned_on: day("2025-01-14").minus_days(back).unwrap(),
            ends_on: Some(day("2025-02-01").plus_days(back).unwrap()),
        };
        let lots = vec![lot(5, back), lot(7, back + 1), lot(9, back + 2)];
        lines.push(TakeOverLine { account, balance: Balance::from(amount(21)), lots });
    }
    (ledger, TakeOver { lines })
}

/// Asks, completes, and gives the time that took, with the ledger after it.
fn taken_over(accounts: u32, grain: &str) -> (Ledger, Duration) {
    let (mut ledger, take_over) = town(accounts, grain);
    let asked = order(1, "s-21", "project_manager", ledger.day(), take_over);
    let completed = order(2, "s-22", "project_manager", ledger.day(), Complete { pending: asked.id });
    let begin = Instant::now();
    ledger.execute(&asked).unwrap();
    ledger.execute(&completed).unwrap();
    (ledger, begin.elapsed())
}

#[test]
fn ten_thousand_accounts_come_along_in_one_order() {
    for grain in ["issue", "day"] {
        let (ledger, _) = taken_over(10_000, grain);
        let books = ledger.state().books();
        assert_eq!(books.find(&id(OPENING)).unwrap().balance().minor(), -210_000);
        assert_eq!(books.find(&id("m-9999")).unwrap().holdings().len(), 3);
        assert_eq!(ledger.audit(), vec![]);
        let begin = Instant::now();
        let replayed = Ledger::replay(ledger.journal(), SECRET).unwrap();
        assert!(replayed.state() == ledger.state());
        assert!(begin.elapsed() < Duration::from_secs(20), "replaying took {:?}", begin.elapsed());
    }
}

/// Ten times the accounts take about ten times as long; a look-up per pair would take a hundred times.
#[test]
fn it_takes_time_in_proportion() {
    for grain in ["issue", "day"] {
        let least = |accounts| (0..2).map(|_| taken_over(accounts, grain).1).min().unwrap();
        let (few, many) = (least(500), least(5_000));
        #[allow(clippy::print_stdout, reason = "shown with --nocapture")]
        {
            println!("{grain}: 500 accounts {few:?}, 5,000 accounts {many:?}");
        }
        assert!(many < few * 40 + Duration::from_millis(50), "{grain}: {few:?} and {many:?}");
    }
}
