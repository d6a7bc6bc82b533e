//! [`Observed::of_follow_the_money`]: a CSV without a header, and the JSON that follow-the-money reads it by.
//!
//! Columns by `evaluation.md` section 1.4; what stands in the JSON is told at `Configuration`.

mod boundary;
mod configuration;
mod line;

use self::boundary::Boundary;
use self::configuration::Configuration;
use self::line::Line;
use super::gather::Gather;
use super::settle::settle;
use super::table::Schema;
use super::{ImportError, ListFile, Observed, Reading};

const SCHEMA: Schema = Schema {
    file: ListFile::Transactions,
    needed: &["txn_ID", "timestamp", "src_ID", "tgt_ID", "amt"],
    may: &["type", "src_fee", "tgt_fee", "src_categ", "tgt_categ", "src_balance", "tgt_balance"],
};

impl Observed {
    /// Reads transactions by a configuration. What it means to cross the boundary is what the reading says; what lies
    /// outside it, or outside the time window, is left out. A fee is a movement of its own on the same line, from
    /// whoever bears it to `fees`, outside the system.
    ///
    /// Balances in the file do not supersede ours: where an account first appears with one, that is what it held from
    /// the first day, and where one differs later, the health says so.
    ///
    /// # Errors
    /// [`ImportError`].
    pub fn of_follow_the_money(
        transactions: &[u8],
        configuration: &[u8],
        reading: &Reading,
    ) -> Result<Self, ImportError> {
        let configuration = Configuration::read(configuration)?;
        let table = || configuration.table(transactions);
        let boundary = Boundary::of(&configuration, table()?)?;
        let mut list = Gather::new(reading);
        list.table(table()?, |list, place, cells| {
            Line { configuration: &configuration, boundary: &boundary, place }.read(list, cells)
        });
        settle(list)
    }
}
