//! The age of what is outstanding.
//!
//! Indicators 9 and 11 of `evaluation.md` section 3, seen from what is still there: units whose life is not over, by
//! the period in which they were issued.

use std::collections::BTreeMap;

use super::counted::{add, minor, paper_share};
use super::{About, Indicator};
use crate::calendar::{Day, Period};
use crate::evaluation::figure::Rows;
use crate::evaluation::population::Members;
use crate::evaluation::trace::{Part, Watch, trace};
use crate::evaluation::{
    EvaluationError, Figure, Fraction, Movement, Movements, PartyNo, Population, TracingRule, Undefined,
    Window,
};

/// Units of one period of issue that are outstanding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct IssuedIn {
    /// The first day of the period of issue; `None` by the books for units that had been on notes.
    pub issued: Option<Day>,
    /// How many minor units.
    pub units: Fraction,
}

/// What the population holds at the end of the window, by period of issue and by a tracing rule.
///
/// Days of issue as in [`RedemptionAge`](super::RedemptionAge). The lines add up to what the population holds,
/// exactly. `not_observed` is the part of all unit-time of the window that stood on notes. Undefined if the
/// population holds nothing, and by the books if there are no lots.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::exhaustive_structs)]
pub struct Outstanding {
    /// Its last day is the one that counts.
    pub window: Window,
    /// By which rule units are followed.
    pub rule: TracingRule,
    /// The periods of issue.
    pub by: Period,
    /// Who holds.
    pub population: Population,
}

struct Standing {
    members: Members,
    by: Period,
    rule: TracingRule,
    units: BTreeMap<Option<Day>, i128>,
}

impl Watch for Standing {
    fn left(&mut self, _: &Movement, _: &Part) -> Result<(), EvaluationError> {
        Ok(())
    }

    fn open(&mut self, party: PartyNo, part: &Part) -> Result<(), EvaluationError> {
        if !self.members.has(party) {
            return Ok(());
        }
        add(self.units.entry(part.issued_in(self.by, self.rule)).or_default(), part.units)
    }
}

impl Indicator for Outstanding {
    const ABOUT: About = About {
        name: "outstanding",
        definition: "Units that are held at the end of the window, by the period in which they were issued.",
        source: "evaluation.md section 3, indicators 9 and 11",
    };
    type Value = Vec<IssuedIn>;

    /// # Errors
    /// [`EvaluationError::UnknownAccount`] if the population names one that is not there,
    /// [`EvaluationError::TooLarge`].
    fn figure(&self, movements: &Movements) -> Result<Figure<Self>, EvaluationError> {
        let through = self.window.through();
        let mut standing = Standing {
            members: self.population.members(movements)?,
            by: self.by,
            rule: self.rule,
            units: BTreeMap::new(),
        };
        let parts = trace(movements, through, self.rule, self.by, &mut standing)?;
        let value = match parts {
            None => Err(Undefined::NoLots),
            Some(_) if standing.units.is_empty() => Err(Undefined::NoSupply),
            Some(parts) => {
                let line = |(issued, units)| Ok(IssuedIn { issued, units: minor(units, parts)? });
                Ok(standing.units.into_iter().map(line).collect::<Result<Vec<_>, EvaluationError>>()?)
            }
        };
        let rows = Rows::through(movements, through);
        let figure = Figure::new(self, movements, movements.minor_units(), rows, value);
        Ok(figure.not_observed(paper_share(movements, self.window)?))
    }
}
