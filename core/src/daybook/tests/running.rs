//! A day book through a ledger.

use super::*;
use crate::daybook::close_through;

const HEADER: &str = "# daybook 1\nline;day;activity_day;what;actor;role;place;evidence;partner;account;person;from;to;item;measured;amount;refers\n";

fn book(lines: &[&str]) -> String {
    format!("{HEADER}{}\n", lines.join("\n"))
}

#[test]
fn a_year_goes_by_line_by_line() {
    let text = book(&[
        "w-1;2025-01-01;;partner;s-001;steering_group;;;p-01;;;;;issuing;;;",
        "w-2;2025-01-01;;open;s-040;administration_point;cp-1;;;m-1;m-1;;;person;;;",
        "w-3;2025-01-01;;open;s-040;administration_point;cp-1;;;m-2;m-2;;;person;;;",
        "w-4;2025-01-03;2025-01-02;award;s-050;issuing_partner;;;p-01;m-1;;;;buurtwerk;2:30;;",
        "w-5;2025-01-03;;transfer;m-1;participant;;;;;;m-1;m-2;;;12;",
        "w-6;2025-01-03;;transfer;m-1;participant;;;;;;m-1;m-2;;;1000;",
        "w-7;2025-01-02;;transfer;m-1;participant;;;;;;m-1;m-2;;;1;",
        "w-8;2025-01-04;;transfer;m-1;participant;;;;;;m-1;m-2;;;1,5;",
        "w-5;2025-01-06;2025-01-03;transfer;m-1;participant;;;;;;m-1;m-2;;;12;",
        "w-5;2025-01-06;2025-01-03;transfer;m-1;participant;;;;;;m-1;m-2;;;13;",
        "w-9;2026-01-06;;transfer;m-1;participant;;;;;;m-1;m-2;;;1;",
        "w-10;2025-01-06;;claim;m-2;participant;;;p-01;m-2;;;;bloembak;1;;",
        "w-11;2025-01-07;;confirm;s-050;issuing_partner;;;;;;;;;;;w-10",
        "w-12;2025-01-07;;reverse;s-010;project_manager;;;;;;;;;;2;w-5",
        "w-13;2025-01-07;;transfer;m-9;participant;;;;;;m-1;m-2;;;1;",
    ]);
    let mut ledger = ledger_of(RABOT);
    insta::assert_snapshot!(told(&run(&mut ledger, text.as_bytes())), @r"
    3 w-1: booked 1
    4 w-2: booked 2
    5 w-3: booked 3
    6 w-4: days closed; booked 6
    7 w-5: booked 7
    8 w-6: refused: insufficient_balance
    9 w-7: refused: day_closed
    10 w-8: book.csv:10: amount: 1.5 has a digit beyond the 0 decimals that are kept
    11 w-5: days closed; again 7
    12 w-5: refused: id_conflict
    13 w-9: book.csv:13: day: 2026-01-06 is 365 days after the current day, and a day book goes ahead by at most 92 at once
    14 w-10: booked 13
    15 w-11: days closed; booked 15
    16 w-12: booked 16
    17 w-13: refused: actor_unknown
    ");
    let balance = |id| ledger.state().books().find(&Id::parse(id).unwrap()).unwrap().balance().minor();
    // 2:30 hours at 25 are 62,5, of which the half is not issued; 12 paid, 2 of them taken back; a flower box is 10.
    assert_eq!((balance("m-1"), balance("m-2")), (62 - 12 + 2, 12 - 2 + 10));
    assert_eq!(ledger.day(), day("2025-01-07"));
}

#[test]
fn the_same_day_book_again_books_nothing() {
    let text = book(&[
        "w-1;2025-01-01;;partner;s-001;steering_group;;;p-01;;;;;issuing;;;",
        "w-2;2025-01-01;;open;s-040;administration_point;cp-1;;;m-1;m-1;;;person;;;",
    ]);
    let mut ledger = ledger_of(RABOT);
    run(&mut ledger, text.as_bytes());
    let before = ledger.len();
    let again = run(&mut ledger, text.as_bytes());
    assert!(
        again.iter().all(|line| matches!(&line.outcome, LineOutcome::Booked(receipt) if receipt.repeated))
    );
    assert_eq!(ledger.len(), before);
}

#[test]
fn days_are_closed_by_whoever_may_do_so_alone() {
    let mut ledger = ledger_of(RABOT);
    let closed = close_through(&mut ledger, day("2025-01-31"), day("2025-02-03"));
    assert!(closed.unwrap().is_ok());
    assert_eq!(ledger.day(), day("2025-02-01"));
    assert_eq!(close_through(&mut ledger, day("2025-01-31"), day("2025-02-04")), None);
}

#[test]
fn how_far_ahead_a_line_may_lie_can_be_told() {
    let text = book(&["w-1;2026-01-01;;partner;s-001;steering_group;;;p-01;;;;;issuing;;;"]);
    let mut ledger = ledger_of(RABOT);
    let book = DayBook::read(text.as_bytes()).unwrap();
    let line = Run::new(&mut ledger, book).longest_gap(365).next().unwrap();
    assert!(matches!(line.outcome, LineOutcome::Booked(_)));
}
