//! The indicators, one file each.
//!
//! To add one: write its file, with the definition and where it comes from in the doc comment, and add it to
//! [`INDICATORS`].

mod active;
mod counted;
mod holding;
mod life;
mod mediated;
mod monthly_flows;
mod partners;
mod redemption_age;
mod spread;
mod transactions;
mod unit_time;
mod velocity;

pub use active::{Active, CountIn, active};
pub use holding::{Holding, holding};
pub use life::{Cell, life};
pub use mediated::{Mediated, Share, mediated};
pub use monthly_flows::{Flow, flows};
pub use partners::partners;
pub use redemption_age::{Age, redemption_age};
pub use spread::{Held, Spread, spread};
pub use transactions::{Transactions, transactions};
pub use unit_time::{UnitTime, unit_time};
pub use velocity::{Per, Supply, Velocity, velocity};

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
pub const INDICATORS: &[Indicator] = &[
    monthly_flows::ABOUT,
    active::ABOUT,
    transactions::ABOUT,
    velocity::ABOUT,
    holding::ABOUT,
    spread::ABOUT,
    unit_time::ABOUT,
    redemption_age::ABOUT,
    life::ABOUT,
    partners::ABOUT,
    mediated::ABOUT,
];
