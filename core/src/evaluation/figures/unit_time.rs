//! The area identity: the time of all holdings is the area under the supply curve.
//!
//! `evaluation.md` section 6: "area under supply = sum of holdings". It holds under every tracing rule, because a
//! rule says only which units stood where, never how many stood for how long.

use super::Indicator;
use super::counted::{add, minor, paper_share};
use crate::calendar::{Day, Period};
use crate::evaluation::supply::area;
use crate::evaluation::trace::{Part, Watch, trace};
use crate::evaluation::{
    EvaluationError, Figure, Fraction, Movement, Movements, PartyNo, Population, TracingRule, Undefined,
    Window,
};

pub(super) const ABOUT: Indicator = Indicator {
    name: "unit_time",
    definition: "Units times days of all holdings, open ones included, beside the area under the supply curve.",
    source: "evaluation.md section 6, check 10",
};

/// Minor units times days, from the first movement to the end of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct UnitTime {
    /// Of holdings that ended.
    pub ended: Fraction,
    /// Of holdings that are open, until the day after the window.
    pub open: Fraction,
    /// Both together.
    pub held: Fraction,
    /// The area under the supply curve: what stood at the end of each day, summed.
    pub under_curve: i128,
}

impl UnitTime {
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
///
/// # Errors
/// [`EvaluationError::TooLarge`].
pub fn unit_time(
    movements: &Movements,
    window: Window,
    rule: TracingRule,
) -> Result<Figure<UnitTime>, EvaluationError> {
    let mut sum = Sum { end: window.end(), ended: 0, open: 0 };
    let parts = trace(movements, window.through(), rule, Period::Lifetime, &mut sum)?;
    let first = movements.rows.first().map(|row| row.day).filter(|day| *day <= window.through());
    let value = match (parts, first) {
        (None, _) => Err(Undefined::NoLots),
        (_, None) => Err(Undefined::NothingCounted),
        (Some(parts), Some(first)) => {
            let all = Window::new(first, window.through())?;
            let under_curve = area(movements, all, |party| movements.kind_of(party).holds())?;
            let mut held = sum.ended;
            add(&mut held, sum.open)?;
            let (ended, open) = (minor(sum.ended, parts)?, minor(sum.open, parts)?);
            Ok(UnitTime { ended, open, held: minor(held, parts)?, under_curve })
        }
    };
    let used = movements.rows.partition_point(|row| row.day <= window.through());
    Ok(Figure {
        name: ABOUT.name,
        undefined: value.err(),
        value: value.ok(),
        unit: format!("minor units of {} times days", movements.unit),
        window,
        population: Population::Everybody,
        rule: Some(rule),
        used: u64::try_from(used).unwrap_or(u64::MAX),
        dropped: movements.dropped,
        not_observed: paper_share(movements, window)?,
    })
}
