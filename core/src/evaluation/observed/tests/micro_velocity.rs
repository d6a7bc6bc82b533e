//! Blocks, worked by hand.

use std::num::NonZeroU32;

use super::{bad_rows, movements};
use crate::calendar::Day;
use crate::evaluation::Kind;
use crate::evaluation::observed::{Blocks, BreakKind, ListFile, Observed, Reading, RowPlace};

const ALLOCATIONS: &str = "to_address,amount,block_number\nann,100,1\nbob,5,12\n";
const TRANSFERS: &str = "\
block_number,from_address,to_address,amount
1,ann,bob,30
25,bob,cas,50
x,ann,bob,1
+9,ann,bob,1
99999999999,ann,bob,1
12,ann,bob,-3
";

#[test]
fn a_block_is_of_the_day_that_is_said() {
    let blocks =
        Blocks { first_day: Day::parse("2021-12-31").unwrap(), per_day: NonZeroU32::new(10).unwrap() };
    let (allocations, transfers) = (ALLOCATIONS.as_bytes(), TRANSFERS.as_bytes());
    let list = Observed::of_micro_velocity(allocations, transfers, blocks, &Reading::default()).unwrap();
    assert_eq!(
        movements(&list),
        [
            (2, Kind::Earn, false, "allocation", "ann", 100),
            (2, Kind::Transfer, false, "ann", "bob", 30),
            (3, Kind::Earn, false, "allocation", "bob", 5),
            (3, Kind::Unexplained, false, "unexplained", "bob", 15),
            (3, Kind::Transfer, false, "bob", "cas", 50),
        ]
    );
    let days: Vec<_> = list.movements.rows.iter().map(|row| row.day.to_string()).collect();
    assert_eq!(days, ["2021-12-31", "2021-12-31", "2022-01-01", "2022-01-02", "2022-01-02"]);
    assert_eq!(
        bad_rows(&list),
        [
            (4, "block_number: \"x\" is not the number of a block".into()),
            (5, "block_number: \"+9\" is not the number of a block".into()),
            (6, "block_number: block 99999999999 lies beyond the last day of the calendar".into()),
            (7, "amount: \"-3\" is below zero".into()),
        ]
    );
    // In block 1 the allocation goes first.
    let at = |file, line| RowPlace { file, line };
    assert_eq!(list.health.ties[0].places, [at(ListFile::Allocations, 2), at(ListFile::Transfers, 2)]);
    let found = &list.health.identity_breaks[0];
    assert_eq!(
        (found.place, found.what, found.amount),
        (at(ListFile::Transfers, 3), BreakKind::PaysMoreThanItHolds, 15)
    );
    assert_eq!(list.movements.dropped, 4);
}
