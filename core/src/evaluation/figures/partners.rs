//! What partners issued and took in, in units and in euro.
//!
//! Indicator 17 of `evaluation.md` section 3 as far as it is about partners: what goes out through them and what
//! comes back. It is [`PartnerTotals`], which values every entry at the unit's value on its day and rounds each sum
//! once.

use super::Indicator;
use crate::evaluation::{Figure, Movements, Population, Undefined, Window};
use crate::ledger::Ledger;
use crate::views::PartnerTotals;

pub(super) const ABOUT: Indicator = Indicator {
    name: "partners",
    definition: "Units that each partner issued and took in, and their worth in euro on the day of each entry.",
    source: "evaluation.md section 3, indicator 17",
};

/// What each partner issued and took in during the window, inside the ring and outside it, less what was taken
/// back.
///
/// Euro are in the lines where the unit had a value on every day that counts, and `None` in those where it had not.
/// Undefined for a unit without any value in euro, and for a list without a ledger: only a design says what a unit
/// is worth. `movements` are those of the ledger or the list. No sum of values is too large: where one is, euro are `None`.
pub fn partners(movements: &Movements, ledger: Option<&Ledger>, window: Window) -> Figure<PartnerTotals> {
    let totals = ledger.map(|ledger| PartnerTotals::of(ledger, window.from(), window.through()));
    let value = match totals {
        None => Err(Undefined::NotSaid),
        Some(totals) if totals.issued.euro.is_none() && totals.redeemed.euro.is_none() => {
            Err(Undefined::NoEuroValue)
        }
        Some(totals) => Ok(totals),
    };
    let rows = movements.within(window);
    let (used, dropped) = rows.fold((0_u64, movements.dropped), |(used, dropped), row| {
        if row.partner.is_some() {
            (used.saturating_add(1), dropped)
        } else {
            (used, dropped.saturating_add(1))
        }
    });
    Figure {
        name: ABOUT.name,
        undefined: value.as_ref().err().copied(),
        value: value.ok(),
        unit: format!("minor units of {}, and cents", movements.unit),
        window,
        population: Population::Everybody,
        rule: None,
        used,
        dropped,
        not_observed: None,
    }
}
