//! Our own day book without its design.

use super::{bad_rows, left_out, movements};
use crate::evaluation::Kind;
use crate::evaluation::observed::{ImportError, ListFile, Observed, Reading, RowPlace, WhyLeftOutRow};

const BOOK: &str = "\
# daybook 1
line;day;time;what;actor;role;place;for;partner;account;from;to;item;measured;series;amount
w-1;2025-01-02;14:30;award;s-050;issuing_partner;;;p-01;m-1;;;buurtwerk;2:30;;
w-2;2025-01-02;15:00;transfer;s-1;mediator;cp-1;m-1;;;m-1;m-2;;;;2,50
w-3;2025-01-02;14:00;gift;m-2;participant;;;;;m-2;m-3;;;;1
w-4;2025-01-03;;transfer;m-1;participant;;;;;m-1;m-2;;1:00;;
;;;;;;;;;;;;;;;
w-5;2025-01-03;;open;s-1;registrar;;;;m-9;;;person;;;
w-6;2025-01-03;;pay_out;m-2;participant;cp-1;;;m-2;;;;;n-5;1.5
w-7;2025-01-03;;transfer;m-1;participant;;;;;m-1;m-2;;;;1.250
w-8;2025-01-03;;dance;m-1;participant;;;;;m-1;m-2;;;;1
w-2;2025-01-04;;transfer;m-1;participant;;;;;m-1;m-2;;;;9
";

#[test]
fn what_is_stated_is_a_movement_and_the_rest_is_told() {
    let list = Observed::of_day_book(BOOK.as_bytes(), &Reading::default()).unwrap();
    assert_eq!(
        movements(&list),
        [
            (5, Kind::Unexplained, false, "unexplained", "m-2", 10),
            (5, Kind::Gift, false, "m-2", "m-3", 10),
            (4, Kind::Unexplained, false, "unexplained", "m-1", 25),
            (4, Kind::Transfer, false, "m-1", "m-2", 25),
            (9, Kind::PayOut, false, "m-2", "n-5", 15),
        ]
    );
    let at = |line| RowPlace { file: ListFile::DayBook, line };
    let design = |what: &str| WhyLeftOutRow::OnlyTheDesignTells { what: what.into() };
    assert_eq!(
        left_out(&list),
        [
            (at(3), design("award")),
            (at(6), design("transfer")),
            (at(8), WhyLeftOutRow::MovesNothing { what: "open".into() }),
            (at(12), WhyLeftOutRow::Duplicate { first: 4, same: false }),
        ]
    );
    let bad = bad_rows(&list);
    assert_eq!(bad.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [10, 11]);
    assert!(bad[0].1.starts_with("amount: in \"1.250\" a sign may stand between thousands"), "{}", bad[0].1);
    assert!(bad[1].1.starts_with("what: \"dance\" is none of open, "), "{}", bad[1].1);
    let file = &list.health.files[0];
    assert_eq!((file.rows, file.used, file.bad, file.left_out, file.blank_lines), (9, 3, 2, 4, 1));
    assert_eq!(list.health.out_of_order, [at(5)]);
    let asked = &list.movements.rows[3];
    assert!(asked.on_behalf && asked.is_mediated());
    assert_eq!(asked.role, "mediator".parse().ok());
    assert_eq!(asked.contact_point, "cp-1".parse().ok());
}

#[test]
fn what_is_no_day_book_is_told() {
    let error = Observed::of_day_book(b"id,timeset\n", &Reading::default()).unwrap_err();
    assert!(matches!(error, ImportError::NotAList { file: ListFile::DayBook, line: 1, .. }), "{error}");
}
