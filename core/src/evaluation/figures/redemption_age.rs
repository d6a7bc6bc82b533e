//! Age at redemption.
//!
//! Indicator 11 of `evaluation.md` section 3: the age of units from issue to redemption, I -> R, weighted by amount.

use super::counted::{add, minor, redeems, rows_that};
use super::{About, Indicator};
use crate::calendar::Period;
use crate::evaluation::population::Members;
use crate::evaluation::trace::{Part, Watch, trace};
use crate::evaluation::{
    EvaluationError, Figure, Fraction, Movement, Movements, Population, TracingRule, Undefined, Window,
};

/// How old units were when they were redeemed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Age {
    /// Minor units whose age counts.
    pub units: Fraction,
    /// Minor units times days since they were issued.
    pub unit_days: Fraction,
    /// The mean number of days, weighted by amount.
    pub mean_days: Fraction,
}

struct Ages<'m> {
    movements: &'m Movements,
    window: Window,
    members: Members,
    rule: TracingRule,
    all: i128,
    unseen: i128,
    units: i128,
    unit_days: i128,
}

impl Watch for Ages<'_> {
    fn left(&mut self, row: &Movement, part: &Part) -> Result<(), EvaluationError> {
        if !self.window.contains(row.day) || !redeems(self.movements, row, &self.members) {
            return Ok(());
        }
        add(&mut self.all, part.units)?;
        if part.unseen {
            add(&mut self.unseen, part.units)?;
        }
        if part.has_age(self.rule) {
            add(&mut self.units, part.units)?;
            add(&mut self.unit_days, part.age_on(row.day)?)?;
        }
        Ok(())
    }
}

/// The age of what the population redeemed in the window, by a tracing rule.
///
/// By the books the day of issue is that of earning, and what came off notes has none and is left out; by the other
/// rules it is the booking day on which units came about, and units are followed through notes as if a series were
/// one account. `not_observed` is the share of what was redeemed that had been on notes, or was there before the
/// list begins. Undefined if nothing with an age was redeemed, and by the books if there are no lots.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::exhaustive_structs)]
pub struct RedemptionAge {
    /// The days of redemption.
    pub window: Window,
    /// By which rule units are followed.
    pub rule: TracingRule,
    /// Who redeems.
    pub population: Population,
}

impl Indicator for RedemptionAge {
    const ABOUT: About = About {
        name: "redemption_age",
        definition: "Days from the issue of units to their redemption, the mean weighted by amount.",
        source: "evaluation.md section 3, indicator 11",
    };
    type Value = Age;

    /// # Errors
    /// [`EvaluationError::UnknownAccount`] if the population names one that is not there,
    /// [`EvaluationError::TooLarge`].
    fn figure(&self, movements: &Movements) -> Result<Figure<Self>, EvaluationError> {
        let window = self.window;
        let members = self.population.members(movements)?;
        let rows = rows_that(movements, window, |row| redeems(movements, row, &members));
        let rule = self.rule;
        let mut ages = Ages { movements, window, members, rule, all: 0, unseen: 0, units: 0, unit_days: 0 };
        let parts = trace(movements, window.through(), rule, Period::Lifetime, &mut ages)?;
        let value = match (parts, Fraction::new(ages.unit_days, ages.units)?) {
            (Some(parts), Some(mean_days)) => {
                let (units, unit_days) = (minor(ages.units, parts)?, minor(ages.unit_days, parts)?);
                Ok(Age { units, unit_days, mean_days })
            }
            (None, _) => Err(Undefined::NoLots),
            (Some(_), None) => Err(Undefined::NothingCounted),
        };
        let figure = Figure::new(self, movements, String::from("days"), rows, value);
        Ok(figure.not_observed(Fraction::new(ages.unseen, ages.all)?))
    }
}
