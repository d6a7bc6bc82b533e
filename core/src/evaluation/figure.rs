//! [`Figure`]: a value with everything a reader has to know about it.

use super::{Fraction, Population, TracingRule, Window};

/// A figure, and what it was taken from. Where there is no value, `undefined` says why: a figure is never 0 for
/// want of data, and it is no float, so it is neither NaN nor infinite.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct Figure<T> {
    /// Which indicator; one of [`INDICATORS`](super::figures::INDICATORS).
    pub name: &'static str,
    /// The value, if there is one.
    pub value: Option<T>,
    /// What it is counted in.
    pub unit: String,
    /// Over which booking days.
    pub window: Window,
    /// Whom it is about.
    pub population: Population,
    /// By which rule units were followed, where they were.
    pub rule: Option<TracingRule>,
    /// How many movements it counts.
    pub used: u64,
    /// How many movements of the window it leaves out, because of their kind, their parties or the population,
    /// and rows of the source that were no movement.
    pub dropped: u64,
    /// The share of the units, or of their time, that was on notes, where nobody sees from hand to hand they go;
    /// `None` where the figure is not about that or nothing was there.
    pub not_observed: Option<Fraction>,
    /// Why there is no value.
    pub undefined: Option<Undefined>,
}

/// Why a figure has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Undefined {
    /// Nothing of the kind happened in the window.
    #[error("nothing that counts happened in the window")]
    NothingCounted,
    /// There were no units, so nothing turned over.
    #[error("nobody held any units in the window")]
    NoSupply,
    /// The source keeps no lots.
    #[error("the source keeps no lots: ask for another tracing rule")]
    NoLots,
    /// The source does not say what the figure asks for.
    #[error("the source does not say it")]
    NotSaid,
    /// The unit has no value in euro on every day.
    #[error("the unit has no euro value on every day that counts")]
    NoEuroValue,
    /// The rule keeps means exact and does not tell single holdings apart.
    #[error("well mixed units are not told apart: ask for the mean, or for another tracing rule")]
    NotToldApart,
}
