//! Lists of transactions that others kept, read without a design.
//!
//! A list becomes an [`Observed`]: [`Movements`](super::Movements) as a ledger gives them, but without lots; the
//! [`Health`] of the list; and what it says about accounts. Every figure that needs no lots works on the movements,
//! and the others say [`NoLots`](super::Undefined::NoLots) or [`NotSaid`](super::Undefined::NotSaid).
//!
//! | list | read by |
//! |---|---|
//! | UK Data Service 855142 (Sarafu): transactions and users | [`Observed::of_ukds`] |
//! | follow-the-money: CSV without a header, JSON that names the columns | [`Observed::of_follow_the_money`] |
//! | Cyclos 3: `accounts`, `transfers`, `custom_field_values` | [`Observed::of_cyclos`] |
//! | MicroVelocityAnalyzer: allocations and transfers by block | [`Observed::of_micro_velocity`] |
//! | our own day book, where there is no design | [`Observed::of_day_book`] |
//! | rows that the host has | [`Observed::of_rows`] |
//!
//! One file each; all of them feed [one builder](Observed), so that a line means the same in all. See
//! [the manual](crate::manual::observed).

mod balances;
mod cells;
mod cyclos;
mod day_book;
mod ends;
mod error;
mod fault;
mod follow_the_money;
mod gather;
mod health;
mod list;
mod micro_velocity;
mod moment;
mod order;
mod place;
mod reading;
mod rows;
mod settle;
mod step;
mod table;
#[cfg(test)]
mod tests;
mod ukds;
mod written;

pub use error::ImportError;
pub use fault::{Reason, RowFault};
pub use health::{
    BadRow, BreakKind, DayGap, FileHealth, Health, IdentityBreak, LeftOutRow, NumberGap, OpeningBalance,
    TieBreak, TiedRows, UnknownAccount, WhyLeftOutRow,
};
pub use list::{Attributes, Observed};
pub use micro_velocity::Blocks;
pub use place::{ListFile, RowPlace};
pub use reading::{Beyond, Boundary, Enters, Leaves, Reading};
pub use rows::ObservedRow;
