//! A day book that was broken off ends as one that was not.

use super::*;
use crate::daybook::{Done, DoneLine, resume};

/// Lines of every sort: answered, refused, sent again, turned away without a record, not to be read; days
/// that are closed one at a time and many at once.
const BOOK: &str = "# daybook 1
line;day;activity_day;what;actor;role;place;evidence;partner;account;person;from;to;item;measured;amount;refers
w-1;2025-01-01;;partner;s-001;steering_group;;;p-01;;;;;issuing;;;
w-13;2025-01-01;;transfer;m-1;participant;;;;;;m-1;m-2;;;1;
w-2;2025-01-01;;open;s-040;administration_point;cp-1;;;m-1;m-1;;;person;;;
w-3;2025-01-01;;open;s-040;administration_point;cp-1;;;m-2;m-2;;;person;;;
w-4;2025-01-03;2025-01-02;award;s-050;issuing_partner;;;p-01;m-1;;;;buurtwerk;2:30;;
w-5;2025-01-03;;transfer;m-1;participant;;;;;;m-1;m-2;;;12;
w-6;2025-01-03;;transfer;m-1;participant;;;;;;m-1;m-2;;;1000;
w-7;2025-01-02;;transfer;m-1;participant;;;;;;m-1;m-2;;;1;
w-8;2025-01-04;;transfer;m-1;participant;;;;;;m-1;m-2;;;1,5;
w-5;2025-01-06;2025-01-03;transfer;m-1;participant;;;;;;m-1;m-2;;;12;
w-5;2025-01-06;2025-01-03;transfer;m-1;participant;;;;;;m-1;m-2;;;13;
w-9;2026-01-06;;transfer;m-1;participant;;;;;;m-1;m-2;;;1;
nonsense
w-10;2025-02-20;;claim;m-2;participant;;;p-01;m-2;;;;bloembak;1;;
w-11;2025-02-20;;confirm;s-050;issuing_partner;;;;;;;;;;;w-10
w-13;2025-02-20;;transfer;m-1;participant;;;;;;m-1;m-2;;;1;
w-12;2025-02-22;;transfer;m-2;participant;;;;;;m-2;m-1;;;3;
w-14;2025-02-22;;transfer;m-9;participant;;;;;;m-1;m-2;;;1;
";

fn journal(ledger: &Ledger) -> Vec<Vec<u8>> {
    ledger.journal().collect()
}

#[test]
fn it_ends_in_the_same_journal_wherever_it_was_broken_off() {
    let mut whole = ledger_of(RABOT);
    run(&mut whole, BOOK.as_bytes());
    let lines = journal(&whole);
    assert!(lines.len() > 55, "the closing of many days is in there");
    for count in 1..=lines.len() {
        let mut ledger = Ledger::replay(&lines[..count], Secret::new([7; 16])).unwrap();
        let mut book = DayBook::read(BOOK.as_bytes()).unwrap();
        let done = resume(&mut ledger, &mut book);
        let rest: Vec<RunLine> = Run::new(&mut ledger, book).collect();
        assert!(journal(&ledger) == lines, "broken off after {count} records");
        assert!(ledger.state() == whole.state());
        // Every line is told once.
        let told = done.iter().map(|line| line.line).chain(rest.iter().map(|line| line.line));
        assert!(told.eq(3..=20), "broken off after {count} records");
    }
}

#[test]
fn what_became_of_the_lines_before_is_told() {
    let mut ledger = ledger_of(RABOT);
    run(&mut ledger, BOOK.as_bytes());
    let mut book = DayBook::read(BOOK.as_bytes()).unwrap();
    let records = ledger.len();
    let done = resume(&mut ledger, &mut book);
    assert_eq!(ledger.len(), records);
    let of = |line: u64| &done.iter().find(|done| done.line == line).unwrap().done;
    for answered in [3, 5, 6, 7, 8, 9, 10, 12, 13, 16, 17, 18, 19] {
        assert_eq!(of(answered), &Done::Answered, "line {answered}");
    }
    // Somebody unknown then; asked on the last day under the same reference, it was let in.
    assert_eq!(of(4), &Done::Answered);
    assert!(matches!(of(11), Done::Bad(_)) && matches!(of(15), Done::Bad(_)));
    // It lay a year ahead.
    assert_eq!(of(14), &Done::NoRecord);
    // The last line left no record, and is asked again.
    assert_eq!(done.last().map(|done| done.line), Some(19));
    assert_eq!(book.count(), 1);
}

#[test]
fn a_line_put_in_before_the_place_is_told_and_not_asked() {
    let mut ledger = ledger_of(RABOT);
    run(&mut ledger, BOOK.as_bytes());
    let records = ledger.len();
    let more = BOOK.replace(
        "w-6;2025-01-03",
        "w-99;2025-01-03;;transfer;m-1;participant;;;;;;m-1;m-2;;;2;\nw-6;2025-01-03",
    );
    let mut book = DayBook::read(more.as_bytes()).unwrap();
    let done = resume(&mut ledger, &mut book);
    let new = DoneLine { line: 9, reference: Id::parse("w-99").ok(), done: Done::NoRecord };
    assert!(done.contains(&new), "{done:?}");
    assert_eq!(ledger.len(), records);
}

#[test]
fn another_day_book_begins_at_its_first_line() {
    let mut ledger = ledger_of(RABOT);
    run(&mut ledger, BOOK.as_bytes());
    let next = BOOK.replace("w-", "v-").replace("2025-01-0", "2025-03-0");
    let mut book = DayBook::read(next.as_bytes()).unwrap();
    assert_eq!(resume(&mut ledger, &mut book), []);
    assert_eq!(book.count(), 18);
}
