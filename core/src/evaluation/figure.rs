//! [`Figure`]: a value with everything a reader has to know about it.

use super::figures::Indicator;
use super::{Fraction, Movements};
use crate::calendar::Day;

/// A figure, and what it was taken from. Where there is no value, `undefined` says why: a figure is never 0 for
/// want of data, and it is no float, so it is neither NaN nor infinite.
///
/// What was asked travels with the answer: the window, the population, the kinds that count, the rule.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(bound(serialize = "I: Indicator"))]
#[non_exhaustive]
pub struct Figure<I: Indicator> {
    /// Which indicator; one of [`INDICATORS`](super::figures::INDICATORS).
    pub indicator: &'static str,
    /// What was asked.
    pub asked: I,
    /// The value, if there is one.
    pub value: Option<I::Value>,
    /// What it is counted in.
    pub unit: String,
    /// How many decimals a minor unit stands for, where it is counted in those.
    pub decimals: u8,
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

/// How many movements count, and how many do not.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    pub(super) used: u64,
    pub(super) dropped: u64,
}

impl Rows {
    /// None yet, but for what the source had dropped already.
    pub(super) fn of(movements: &Movements) -> Self {
        Self { used: 0, dropped: movements.dropped }
    }

    /// All through a day count.
    pub(super) fn through(movements: &Movements, day: Day) -> Self {
        let used = movements.rows.partition_point(|row| row.day <= day);
        Self { used: u64::try_from(used).unwrap_or(u64::MAX), dropped: movements.dropped }
    }

    /// One more that counts, or does not.
    pub(super) fn note(&mut self, counts: bool) {
        let side = if counts { &mut self.used } else { &mut self.dropped };
        *side = side.saturating_add(1);
    }
}

impl<I: Indicator> Figure<I> {
    pub(super) fn new(
        asked: &I,
        movements: &Movements,
        unit: String,
        rows: Rows,
        value: Result<I::Value, Undefined>,
    ) -> Self {
        Self {
            indicator: I::ABOUT.name,
            asked: asked.clone(),
            undefined: value.as_ref().err().copied(),
            value: value.ok(),
            unit,
            decimals: movements.scale.digits(),
            used: rows.used,
            dropped: rows.dropped,
            not_observed: None,
        }
    }

    pub(super) fn not_observed(self, share: Option<Fraction>) -> Self {
        Self { not_observed: share, ..self }
    }
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
