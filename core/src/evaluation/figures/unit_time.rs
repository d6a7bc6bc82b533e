//! The area identity: the time of all holdings is the area under the supply curve.
//!
//! `evaluation.md` section 6: "area under supply = sum of holdings". It holds under every tracing rule, because a
//! rule says only which units stood where, never how many stood for how long.

use super::counted::{add, minor, paper_share};
use super::{About, Indicator};
use crate::calendar::{Day, Period};
use crate::evaluation::figure::Rows;
use crate::evaluation::supply::area;
use crate::evaluation::trace::{Part, Watch, trace};
use crate::evaluation::{
    EvaluationError, Figure, Fraction, Movement, Movements, PartyNo, TracingRule, Undefined, Window,
};

/// Minor units times days, from the first movement to the end of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct UnitTimes {
    /// Of holdings that ended.
    pub ended: Fraction,
    /// Of holdings that are open, until the day after the window.
    pub open: Fraction,
    /// Both together.
    pub held: Fraction,
    /// The area under the supply curve: what stood at the end of each day, summed.
    pub under_curve: i128,
}

impl UnitTimes {
    /// Whether the identity holds.
    pub fn holds(&self) -> bool {
        self.held == Fraction::whole(self.under_curve)
    }
}

struct Sum {
    end: Day,
    ended: i128,
    open: i128,
}

impl Watch for Sum {
    fn left(&mut self, row: &Movement, part: &Part) -> Result<(), EvaluationError> {
        add(&mut self.ended, part.held_until(row.day)?)
    }

    fn open(&mut self, _: PartyNo, part: &Part) -> Result<(), EvaluationError> {
        add(&mut self.open, part.held_until(self.end)?)
    }
}

/// The time of all holdings of everybody, from the first movement there is to the end of the window, by a tracing
/// rule, and the area under the supply curve over the same days. `held` and `under_curve` are always equal; the
/// figure is a check for whoever is handed the rows. Undefined if there is no movement by then, and by the books if
/// there are no lots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::exhaustive_structs)]
pub struct UnitTime {
    /// Until when; its first day does not matter.
    pub window: Window,
    /// By which rule units are followed.
    pub rule: TracingRule,
}

impl Indicator for UnitTime {
    const ABOUT: About = About {
        name: "unit_time",
        definition: "Units times days of all holdings, open ones included, beside the area under the supply curve.",
        source: "evaluation.md section 6, check 10",
    };
    type Value = UnitTimes;

    /// # Errors
    /// [`EvaluationError::TooLarge`].
    fn figure(&self, movements: &Movements) -> Result<Figure<Self>, EvaluationError> {
        let through = self.window.through();
        let mut sum = Sum { end: self.window.end(), ended: 0, open: 0 };
        let parts = trace(movements, through, self.rule, Period::Lifetime, &mut sum)?;
        let first = movements.rows.first().map(|row| row.day).filter(|day| *day <= through);
        let value = match (parts, first) {
            (None, _) => Err(Undefined::NoLots),
            (_, None) => Err(Undefined::NothingCounted),
            (Some(parts), Some(first)) => {
                let all = Window::new(first, through)?;
                let under_curve = area(movements, all, |party| movements.kind_of(party).holds())?;
                let mut held = sum.ended;
                add(&mut held, sum.open)?;
                let (ended, open) = (minor(sum.ended, parts)?, minor(sum.open, parts)?);
                Ok(UnitTimes { ended, open, held: minor(held, parts)?, under_curve })
            }
        };
        let rows = Rows::through(movements, through);
        let unit = format!("{} times days", movements.minor_units());
        let figure = Figure::new(self, movements, unit, rows, value);
        Ok(figure.not_observed(paper_share(movements, self.window)?))
    }
}
