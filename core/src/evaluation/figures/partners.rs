//! What partners issued and took in, in units and in euro.
//!
//! Indicator 17 of `evaluation.md` section 3 as far as it is about partners: what goes out through them and what
//! comes back. It is [`PartnerTotals`], which values every entry at the unit's value on its day and rounds each sum
//! once.

use super::{About, Indicator};
use crate::evaluation::{EvaluationError, Figure, Movements, Undefined, Window};
use crate::views::PartnerTotals;

use super::counted::rows_that;

/// What each partner issued and took in during the window, inside the ring and outside it, less what was taken
/// back.
///
/// Euro are in the lines where the unit had a value on every day that counts, and `None` in those where it had not,
/// or where a sum leaves 128 bits. Undefined for a unit without any value in euro, and for a list without a ledger:
/// only a design says what a unit is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::exhaustive_structs)]
pub struct Partners {
    /// The booking days.
    pub window: Window,
}

impl Indicator for Partners {
    const ABOUT: About = About {
        name: "partners",
        definition: "Units that each partner issued and took in, and their worth in euro on the day of each entry.",
        source: "evaluation.md section 3, indicator 17",
    };
    type Value = PartnerTotals;

    fn figure(&self, movements: &Movements) -> Result<Figure<Self>, EvaluationError> {
        let window = self.window;
        let totals = movements.partners.as_ref().map(|book| book.totals(window.from(), window.through()));
        let value = match totals {
            None => Err(Undefined::NotSaid),
            Some(totals) if totals.issued.euro.is_none() && totals.redeemed.euro.is_none() => {
                Err(Undefined::NoEuroValue)
            }
            Some(totals) => Ok(totals),
        };
        let rows = rows_that(movements, window, |row| row.partner.is_some());
        let unit = format!("{}, and cents", movements.minor_units());
        Ok(Figure::new(self, movements, unit, rows, value))
    }
}
