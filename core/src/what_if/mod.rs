//! What if the design had been another one: the orders of a ledger decided again, and both books compared.
//!
//! [`WhatIf::of`] takes a [`Ledger`] and another [`Design`] and gives the ledger as it would be, on which every view
//! and every figure works, with a [`Comparison`]. What was refused is tried again. The given ledger stays as it is.
//!
//! **Nobody is assumed to behave otherwise** ([`ASSUMPTION`]): the same people ask the same things on the same
//! days. That is what such a comparison can say, and all it can say.
//!
//! The handbook's chapter is [`manual::what_if`](crate::manual::what_if).

mod accounts;
mod again;
mod asked;
mod assumption;
mod came_to;
mod comparison;
mod error;
mod lapsed;
mod named;
mod past_end;
mod same_unit;
mod sums;
mod tally;
#[cfg(test)]
mod tests;
mod tried;

pub use accounts::{AccountCompared, AccountStanding};
pub use assumption::{ASSUMPTION, assumption};
pub use came_to::CameTo;
pub use comparison::{Changed, Comparison, LeftOut, Orphaned, WhyLeftOut};
pub use error::WhatIfError;
pub use sums::LedgerSums;

use crate::design::Design;
use crate::ledger::Ledger;

/// A ledger as it would be under another design, and how it differs from the one that is.
#[derive(Clone)]
pub struct WhatIf {
    ledger: Ledger,
    comparison: Comparison,
}

impl WhatIf {
    /// Decides every order of a ledger again, under a design that is in force from its first day.
    ///
    /// The order of events is that of the records: each order on the day on which it was recorded, each day
    /// closed where it was closed, with the same day told as today. An order that came twice was recorded once
    /// and is tried once. The journal does not say which orders were sent as a batch that succeeds whole or not
    /// at all, so each is tried on its own; of a batch that did not succeed there is no record, and neither is
    /// there of orders that were turned away without one.
    ///
    /// The ledger that comes of it has an id of its own, so that nobody takes its journal for the other one.
    /// Takes as long as deciding all the orders did, and the memory of a second ledger.
    ///
    /// # Errors
    /// [`WhatIfError`] if amounts would mean something else under the design, if a day
    /// that was closed cannot be closed under it, or if the figures cannot be taken.
    pub fn of(ledger: &Ledger, design: Design) -> Result<Self, WhatIfError> {
        same_unit::check(ledger, &design)?;
        let (other, tally) = again::run(ledger, design)?;
        let comparison = Comparison::of(ledger, &other, tally)?;
        Ok(Self { ledger: other, comparison })
    }

    /// The ledger as it would be.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// How it differs.
    pub fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// Both, to keep.
    pub fn into_parts(self) -> (Ledger, Comparison) {
        (self.ledger, self.comparison)
    }
}
