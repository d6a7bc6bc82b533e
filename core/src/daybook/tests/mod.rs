//! The day book as an office could write it, rightly and wrongly.

mod errors;
mod kinds;
mod resuming;
mod running;
mod take_over;
mod text;

use std::collections::BTreeMap;

use super::{Column, DayBook, LineError, LineOutcome, Run, RunLine, What, read_order};
use crate::calendar::Day;
use crate::dense::Secret;
use crate::design::Design;
use crate::id::{Code, Id};
use crate::ledger::Ledger;
use crate::orders::Order;
use crate::people::Action;

const RABOT: &str = include_str!("../../../designs/rabot-example.toml");

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn ledger_of(design: &str) -> Ledger {
    let design = Design::parse(design).unwrap();
    Ledger::open(Id::parse("rabot-1").unwrap(), design, day("2025-01-01"), Secret::new([7; 16])).unwrap()
}

/// A day book with one line: what every line fills, unless the cells say otherwise, and the cells.
fn one_line(cells: &[(&str, &str)]) -> String {
    let usual = [("line", "w-1"), ("day", "2025-01-02"), ("actor", "m-1"), ("role", "participant")];
    let usual = usual.iter().filter(|(column, _)| cells.iter().all(|(other, _)| other != column));
    let all: Vec<_> = usual.chain(cells).collect();
    let join =
        |side: fn(&(&str, &str)) -> String| all.iter().map(|cell| side(cell)).collect::<Vec<_>>().join(";");
    format!("# daybook 1\n{}\n{}\n", join(|cell| cell.0.to_owned()), join(|cell| cell.1.to_owned()))
}

fn order_on(design: &str, cells: &[(&str, &str)]) -> Result<Order, Vec<LineError>> {
    let text = one_line(cells);
    let amendments = BTreeMap::from([(Code::parse("summer-2025").unwrap(), Design::parse(design).unwrap())]);
    let mut book = DayBook::read(text.as_bytes()).unwrap().with_amendments(&amendments);
    read_order(&book.next().unwrap().unwrap(), &ledger_of(design))
}

fn order(cells: &[(&str, &str)]) -> Result<Order, Vec<LineError>> {
    order_on(RABOT, cells)
}

/// What was told, with the lists of everything that there is cut to their names.
fn without_lists(told: &str) -> String {
    let lists = [
        (What::names(), "<kinds>"),
        (Action::ALL.map(Action::name).join(", "), "<actions>"),
        (Column::ALL.map(Column::name).join(", "), "<columns>"),
    ];
    lists.iter().fold(told.to_owned(), |told, (list, name)| told.replace(list, name))
}

fn run<'t>(ledger: &mut Ledger, text: impl Into<&'t [u8]>) -> Vec<RunLine> {
    Run::new(ledger, DayBook::read(text.into()).unwrap()).collect()
}

/// What came of every line, one line each.
fn told(lines: &[RunLine]) -> String {
    let mut told = String::new();
    for one in lines {
        let closed = match &one.closed {
            Some(Ok(_)) => "days closed; ",
            Some(Err(_)) => "days not closed; ",
            None => "",
        };
        let reference = one.reference.map_or_else(|| "?".to_owned(), |id| id.to_string());
        let outcome = match &one.outcome {
            LineOutcome::Booked(receipt) if receipt.repeated => format!("again {}", receipt.number),
            LineOutcome::Booked(receipt) => format!("booked {}", receipt.number),
            LineOutcome::Refused(refused) => refused.to_string(),
            LineOutcome::Bad(errors) => errors
                .iter()
                .map(|error| error.in_file("book.csv").to_string())
                .collect::<Vec<_>>()
                .join("\n  "),
        };
        told.push_str(&format!("{} {reference}: {closed}{outcome}\n", one.line));
    }
    told
}
