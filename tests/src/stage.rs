//! Opening ledgers and writing orders in few words.

use muntwerk::calendar::{Day, Instant};
use muntwerk::dense::Secret;
use muntwerk::design::Design;
use muntwerk::id::{Code, Id, OrderId};
use muntwerk::ledger::Ledger;
use muntwerk::money::Amount;
use muntwerk::orders::{Ask, Order};

/// An id, known to be one.
pub fn id(text: &str) -> Id {
    Id::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// A code, known to be one.
pub fn code(text: &str) -> Code {
    Code::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// A day, known to be one.
pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// An amount in minor units.
pub fn amount(minor: i64) -> Amount {
    Amount::from_minor(minor).unwrap()
}

/// The secret of every ledger in the tests.
pub const SECRET: Secret = Secret::new([7; 16]);

/// A ledger with a design file.
pub fn open(design: &str, on: Day) -> Ledger {
    let design = Design::parse(design).unwrap_or_else(|error| panic!("{error}\n{design}"));
    Ledger::open(id("test-1"), design, on, SECRET).unwrap()
}

/// An order of somebody in a role, booked and valued on a day.
pub fn order(number: u128, actor: &str, role: &str, on: Day, ask: impl Into<Ask>) -> Order {
    Order {
        id: OrderId::new(number),
        actor: id(actor),
        role: code(role),
        instant: Instant::new(1_700_000_000_000),
        booking_day: on,
        value_day: on,
        ask: ask.into(),
        contact_point: None,
        on_behalf_of: None,
        reason: None,
        evidence: None,
    }
}
