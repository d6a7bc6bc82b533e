//! The indicators, one file each.
//!
//! To add one: write its file, with the definition and where it comes from in the doc comment, and add it to
//! [`INDICATORS`].

mod active;
mod monthly_flows;
mod transactions;

pub use active::{Active, CountIn, active};
pub use monthly_flows::{Flow, flows};
pub use transactions::{Transactions, transactions};

/// What an indicator is, for lists and for figures that travel without the rows they were taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[allow(clippy::exhaustive_structs)]
pub struct Indicator {
    /// The name that its figures carry.
    pub name: &'static str,
    /// What it is, in a sentence.
    pub definition: &'static str,
    /// Where the definition comes from.
    pub source: &'static str,
}

/// Every indicator.
pub const INDICATORS: &[Indicator] = &[monthly_flows::ABOUT, active::ABOUT, transactions::ABOUT];
