//! Holding times.
//!
//! Indicator 8 of `evaluation.md` section 3: τ = Σ a d / Σ a over the holdings that end in a movement of the kinds
//! that count, a the units and d the days they were held; 1/τ is the velocity from holding.

use super::counted::{add, ends_holding, minor, paper_share, rows_that};
use super::{About, Indicator};
use crate::calendar::Period;
use crate::evaluation::population::Members;
use crate::evaluation::trace::{Part, Watch, trace};
use crate::evaluation::{
    EvaluationError, Figure, Fraction, Kinds, Movement, Movements, PartyNo, Population, TracingRule,
    Undefined, Window,
};

/// How long units were held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct HoldingTime {
    /// Minor units whose holding ended in the window by a movement that counts.
    pub ended: Fraction,
    /// Minor units times days they had been held, also before the window.
    pub ended_days: Fraction,
    /// The mean number of days, weighted by amount: τ.
    pub mean_days: Fraction,
    /// Minor units that the population still held when the window ended. Their time is not over: a mean of
    /// ended holdings alone is too short where much lies still.
    pub open: Fraction,
    /// Minor units times days that those had been held.
    pub open_days: Fraction,
}

struct Watched<'k> {
    window: Window,
    kinds: &'k Kinds,
    members: Members,
    ended: i128,
    ended_days: i128,
    open: i128,
    open_days: i128,
}

impl Watch for Watched<'_> {
    fn left(&mut self, row: &Movement, part: &Part) -> Result<(), EvaluationError> {
        if self.window.contains(row.day) && ends_holding(row, self.kinds, &self.members) {
            add(&mut self.ended, part.units)?;
            add(&mut self.ended_days, part.held_until(row.day)?)?;
        }
        Ok(())
    }

    fn open(&mut self, party: PartyNo, part: &Part) -> Result<(), EvaluationError> {
        if self.members.has(party) {
            add(&mut self.open, part.units)?;
            add(&mut self.open_days, part.held_until(self.window.end())?)?;
        }
        Ok(())
    }
}

/// How long the population held units before movements of `ends_in` in the window, by a tracing rule.
///
/// The time of a holding runs from the day on which units came to the account to that on which they left it, also
/// where it began before the window. By the books it ends at the counter: what comes off notes begins anew.
/// `not_observed` is the part of all unit-time of the window that stood on notes. Undefined if no holding ended
/// so, or by the books if there are no lots.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::exhaustive_structs)]
pub struct Holding {
    /// The days in which holdings end.
    pub window: Window,
    /// By which rule units are followed.
    pub rule: TracingRule,
    /// The movements that end a holding.
    pub ends_in: Kinds,
    /// Who holds.
    pub population: Population,
}

impl Indicator for Holding {
    const ABOUT: About = About {
        name: "holding",
        definition: "How long units were held before a movement of the kinds that count, the mean weighted by \
                     amount, with what is still held beside it.",
        source: "evaluation.md section 3, indicator 8 (Mattsson, Luedtke and Takes 2022)",
    };
    type Value = HoldingTime;

    /// # Errors
    /// [`EvaluationError::UnknownAccount`] if the population names one that is not there,
    /// [`EvaluationError::TooLarge`].
    fn figure(&self, movements: &Movements) -> Result<Figure<Self>, EvaluationError> {
        let (window, kinds) = (self.window, &self.ends_in);
        let members = self.population.members(movements)?;
        let rows = rows_that(movements, window, |row| ends_holding(row, kinds, &members));
        let mut watch = Watched { window, kinds, members, ended: 0, ended_days: 0, open: 0, open_days: 0 };
        let parts = trace(movements, window.through(), self.rule, Period::Lifetime, &mut watch)?;
        let value = match (parts, Fraction::new(watch.ended_days, watch.ended)?) {
            (Some(parts), Some(mean_days)) => Ok(HoldingTime {
                ended: minor(watch.ended, parts)?,
                ended_days: minor(watch.ended_days, parts)?,
                mean_days,
                open: minor(watch.open, parts)?,
                open_days: minor(watch.open_days, parts)?,
            }),
            (None, _) => Err(Undefined::NoLots),
            (Some(_), None) => Err(Undefined::NothingCounted),
        };
        let figure = Figure::new(self, movements, String::from("days"), rows, value);
        Ok(figure.not_observed(paper_share(movements, window)?))
    }
}
