//! The tables of a release, as CSV (RFC 4180): names have no sign that would need a quotation mark.

use super::Pseudonyms;
use crate::evaluation::{Movements, Party};

/// Every movement: the day and the place in the order, and nothing finer.
pub(super) fn movements(movements: &Movements, names: &Pseudonyms) -> String {
    let parties: Vec<String> = movements.parties.iter().map(|party| names.name(party)).collect();
    let name = |index: usize| parties.get(index).map_or("", String::as_str);
    let mut csv = String::from("seq,day,kind,back,from,to,amount\n");
    for (seq, row) in (1_u64..).zip(&movements.rows) {
        let (day, kind, back, amount) = (row.day, row.kind.word(), u8::from(row.back), row.amount.minor());
        let (from, to) = (name(row.from.index()), name(row.to.index()));
        csv.push_str(&format!("{seq},{day},{kind},{back},{from},{to},{amount}\n"));
    }
    csv
}

/// Every party and what it is, by name, so that the order of appearance in the books says nothing.
pub(super) fn parties(movements: &Movements, names: &Pseudonyms) -> String {
    let line = |party: &Party| format!("{},{}\n", names.name(party), party.kind.word());
    let mut lines: Vec<String> = movements.parties.iter().map(line).collect();
    lines.sort();
    format!("party,kind\n{}", lines.concat())
}
