//! Lists worked by hand, and lists at random.

#![allow(clippy::arithmetic_side_effects, reason = "the figures of the tests are small")]

mod cyclos;
mod day_book;
mod dirt;
mod follow_the_money;
mod micro_velocity;
mod round_trip;
mod rows;
mod ukds;

use super::{Observed, RowPlace, WhyLeftOutRow};
use crate::evaluation::Kind;

/// Every movement: line, kind, whether it takes back, from, to, minor units.
fn movements(list: &Observed) -> Vec<(u64, Kind, bool, &str, &str, i64)> {
    let name = |party| list.movements.party(party).unwrap().name.as_str();
    let rows = list.movements.rows.iter();
    rows.map(|row| (row.seq, row.kind, row.back, name(row.from), name(row.to), row.amount.minor())).collect()
}

fn left_out(list: &Observed) -> Vec<(RowPlace, WhyLeftOutRow)> {
    list.health.left_out.iter().map(|row| (row.place, row.why.clone())).collect()
}

/// Every bad row: line, and its faults as a person reads them.
fn bad_rows(list: &Observed) -> Vec<(u64, String)> {
    let text =
        |row: &super::BadRow| row.faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
    list.health.bad_rows.iter().map(|row| (row.place.line, text(row))).collect()
}
