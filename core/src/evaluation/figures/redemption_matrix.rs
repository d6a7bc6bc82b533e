//! The issue × redemption matrix.
//!
//! Indicator 11 of `evaluation.md` section 3: how many of the units of each issue month were redeemed in each month.

use std::collections::BTreeMap;

use super::counted::{add, minor, redeems, rows_that};
use super::{About, Indicator};
use crate::calendar::{Day, Period};
use crate::evaluation::population::Members;
use crate::evaluation::trace::{Part, Watch, trace};
use crate::evaluation::{
    EvaluationError, Figure, Fraction, Movement, Movements, Population, TracingRule, Undefined, Window,
};

/// A cell of the matrix that is not empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Cell {
    /// The first day of the period of issue; `None` by the books for units that had been on notes.
    pub issued: Option<Day>,
    /// The first day of the period of redemption.
    pub redeemed: Day,
    /// How many minor units.
    pub units: Fraction,
}

struct Cells<'m> {
    movements: &'m Movements,
    window: Window,
    members: Members,
    period: Period,
    rule: TracingRule,
    cells: BTreeMap<(Option<Day>, Day), i128>,
    all: i128,
    unseen: i128,
}

impl Watch for Cells<'_> {
    fn left(&mut self, row: &Movement, part: &Part) -> Result<(), EvaluationError> {
        if !self.window.contains(row.day) || !redeems(self.movements, row, &self.members) {
            return Ok(());
        }
        let issued = part.issued_in(self.period, self.rule);
        add(self.cells.entry((issued, self.period.first_day(row.day))).or_default(), part.units)?;
        add(&mut self.all, part.units)?;
        add(&mut self.unseen, if part.unseen { part.units } else { 0 })
    }
}

/// What the population redeemed in the window, by period of issue and of redemption and by a tracing rule.
///
/// Days of issue and `not_observed` as in [`RedemptionAge`](super::RedemptionAge). The cells of one redemption
/// period add up to what was redeemed in it, exactly. Undefined if nothing was redeemed, and by the books if there
/// are no lots.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::exhaustive_structs)]
pub struct RedemptionMatrix {
    /// The days of redemption.
    pub window: Window,
    /// By which rule units are followed.
    pub rule: TracingRule,
    /// The periods of issue and of redemption.
    pub by: Period,
    /// Who redeems.
    pub population: Population,
}

impl Indicator for RedemptionMatrix {
    const ABOUT: About = About {
        name: "redemption_matrix",
        definition: "Units by the period in which they were issued and that in which they were redeemed.",
        source: "evaluation.md section 3, indicator 11",
    };
    type Value = Vec<Cell>;

    /// # Errors
    /// [`EvaluationError::UnknownAccount`] if the population names one that is not there,
    /// [`EvaluationError::TooLarge`].
    fn figure(&self, movements: &Movements) -> Result<Figure<Self>, EvaluationError> {
        let (window, period) = (self.window, self.by);
        let members = self.population.members(movements)?;
        let rows = rows_that(movements, window, |row| redeems(movements, row, &members));
        let (cells, rule) = (BTreeMap::new(), self.rule);
        let mut watch = Cells { movements, window, members, period, rule, cells, all: 0, unseen: 0 };
        let parts = trace(movements, window.through(), rule, period, &mut watch)?;
        let value = match parts {
            None => Err(Undefined::NoLots),
            Some(_) if watch.cells.is_empty() => Err(Undefined::NothingCounted),
            Some(parts) => {
                let cell =
                    |((issued, redeemed), units)| Ok(Cell { issued, redeemed, units: minor(units, parts)? });
                Ok(watch.cells.into_iter().map(cell).collect::<Result<Vec<_>, EvaluationError>>()?)
            }
        };
        let figure = Figure::new(self, movements, movements.minor_units(), rows, value);
        Ok(figure.not_observed(Fraction::new(watch.unseen, watch.all)?))
    }
}
