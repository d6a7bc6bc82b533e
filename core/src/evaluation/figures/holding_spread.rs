//! How holding times are spread.
//!
//! Indicator 9 of `evaluation.md` section 3: the distribution of holding times, weighted by amount, with the open
//! holdings beside it as censored.

use std::collections::BTreeMap;

use super::counted::{ends_holding, paper_share, rows_that};
use super::{About, Indicator};
use crate::calendar::Period;
use crate::evaluation::population::Members;
use crate::evaluation::trace::{Part, Watch, trace};
use crate::evaluation::{
    EvaluationError, Figure, Kinds, Movement, Movements, PartyNo, Population, TracingRule, Undefined, Window,
};

/// Holding times by length.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct HoldingTimes {
    /// Holdings that ended, in ascending order of days.
    pub ended: Vec<Held>,
    /// Holdings of the population that are open at the end of the window.
    pub open: Vec<Held>,
}

/// Units that were held as long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[allow(clippy::exhaustive_structs)]
pub struct Held {
    /// For how many days.
    pub days: i128,
    /// How many minor units.
    pub units: i128,
}

impl HoldingTimes {
    /// The least number of days in which at least `hundredths` in a hundred of the units that ended had left; of
    /// 50 the median. `None` above 100.
    pub fn quantile(&self, hundredths: u8) -> Option<i128> {
        let all = self.ended.iter().map(|held| held.units).fold(0, i128::saturating_add);
        let wanted = all.checked_mul(hundredths.into()).filter(|_| hundredths <= 100)?;
        let mut so_far = 0_i128;
        let reached = self.ended.iter().find(|held| {
            so_far = so_far.saturating_add(held.units);
            so_far.checked_mul(100).is_some_and(|there| there >= wanted)
        });
        reached.map(|held| held.days)
    }
}

struct Days<'k> {
    window: Window,
    kinds: &'k Kinds,
    members: Members,
    ended: BTreeMap<i128, i128>,
    open: BTreeMap<i128, i128>,
}

/// Parcels have one day, so what they were held for is a whole number of days each.
fn note(days: &mut BTreeMap<i128, i128>, units: i128, unit_days: i128) {
    let sum = days.entry(unit_days.checked_div(units).unwrap_or(0)).or_default();
    *sum = sum.saturating_add(units);
}

impl Watch for Days<'_> {
    fn left(&mut self, row: &Movement, part: &Part) -> Result<(), EvaluationError> {
        if self.window.contains(row.day) && ends_holding(row, self.kinds, &self.members) {
            note(&mut self.ended, part.units, part.held_until(row.day)?);
        }
        Ok(())
    }

    fn open(&mut self, party: PartyNo, part: &Part) -> Result<(), EvaluationError> {
        if self.members.has(party) {
            note(&mut self.open, part.units, part.held_until(self.window.end())?);
        }
        Ok(())
    }
}

/// How long units were held, by length: [`Holding`](super::Holding) taken apart.
///
/// Undefined where units are well mixed, because those that are mixed cannot be told apart; where nothing ended so;
/// and by the books if there are no lots. `not_observed` as there.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::exhaustive_structs)]
pub struct HoldingSpread {
    /// The days in which holdings end.
    pub window: Window,
    /// By which rule units are followed.
    pub rule: TracingRule,
    /// The movements that end a holding.
    pub ends_in: Kinds,
    /// Who holds.
    pub population: Population,
}

impl Indicator for HoldingSpread {
    const ABOUT: About = About {
        name: "holding_spread",
        definition: "How many units were held for how many days before a movement of the kinds that count, and how \
                     many have been held for how long.",
        source: "evaluation.md section 3, indicator 9",
    };
    type Value = HoldingTimes;

    /// # Errors
    /// [`EvaluationError::UnknownAccount`] if the population names one that is not there,
    /// [`EvaluationError::TooLarge`].
    fn figure(&self, movements: &Movements) -> Result<Figure<Self>, EvaluationError> {
        let (window, kinds) = (self.window, &self.ends_in);
        let members = self.population.members(movements)?;
        let rows = rows_that(movements, window, |row| ends_holding(row, kinds, &members));
        let mut watch = Days { window, kinds, members, ended: BTreeMap::new(), open: BTreeMap::new() };
        let value = if self.rule == TracingRule::WellMixed {
            Err(Undefined::NotToldApart)
        } else if trace(movements, window.through(), self.rule, Period::Day, &mut watch)?.is_none() {
            Err(Undefined::NoLots)
        } else if watch.ended.is_empty() {
            Err(Undefined::NothingCounted)
        } else {
            Ok(HoldingTimes { ended: by_length(watch.ended), open: by_length(watch.open) })
        };
        let figure = Figure::new(self, movements, String::from("days"), rows, value);
        Ok(figure.not_observed(paper_share(movements, window)?))
    }
}

fn by_length(held: BTreeMap<i128, i128>) -> Vec<Held> {
    held.into_iter().map(|(days, units)| Held { days, units }).collect()
}
