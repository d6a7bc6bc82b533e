//! How fast a day book is read and its orders executed in Rust alone: the yardstick of the benchmark of the
//! Python package. Run with `cargo run --release --package muntwerk --example batch -- design.toml daybook.csv`.
//!
//! So many lines set the ledger up and are not counted.
#![allow(clippy::print_stdout, reason = "what was measured is there to be read")]
#![allow(clippy::disallowed_methods, reason = "a benchmark looks at the clock")]
#![allow(clippy::float_arithmetic, clippy::as_conversions, reason = "seconds, and nothing of money")]

use std::error::Error;
use std::time::Instant;

use muntwerk::daybook::{DayBook, read_order};
use muntwerk::dense::Secret;
use muntwerk::design::Design;
use muntwerk::id::Id;
use muntwerk::ledger::Ledger;
use muntwerk::orders::Order;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let usage = "usage: batch design.toml daybook.csv lines-of-setting-up";
    let design = Design::parse(&std::fs::read_to_string(arguments.next().ok_or(usage)?)?)?;
    let text = std::fs::read(arguments.next().ok_or(usage)?)?;
    let set_up: usize = arguments.next().ok_or(usage)?.parse()?;

    let book = DayBook::read(&text)?;
    let first = book.first_day().ok_or("no line has a day")?;
    let id = Id::parse(&format!("{}-1", design.currency().id))?;
    let opened = || Ledger::open(id, design.clone(), first, Secret::new([7; 16]));
    let ledger = opened()?;

    let start = Instant::now();
    let read = |row: Result<_, _>| -> Result<Order, Box<dyn Error>> {
        read_order(&row?, &ledger)
            .map_err(|errors| errors.into_iter().map(|error| error.to_string()).collect::<String>().into())
    };
    let orders: Vec<Order> = book.map(read).collect::<Result<_, _>>()?;
    let reading = start.elapsed().as_secs_f64();

    let (before, measured) = orders.split_at(set_up.min(orders.len()));
    // The best of three, on memory that was touched before, as the benchmark in Python has it.
    let (mut executing, mut booked) = (f64::INFINITY, 0);
    for _ in 0..3 {
        let mut ledger = opened()?;
        for order in before {
            ledger.execute(order)?;
        }
        let start = Instant::now();
        booked = measured.iter().filter(|order| ledger.execute(order).is_ok()).count();
        executing = executing.min(start.elapsed().as_secs_f64());
    }
    println!(
        "{{\"read_per_s\": {:.0}, \"execute_per_s\": {:.0}, \"booked\": {booked}}}",
        orders.len() as f64 / reading,
        measured.len() as f64 / executing,
    );
    Ok(())
}
