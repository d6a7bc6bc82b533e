//! Transactions and volume, mean and median size.
//!
//! Indicator 5 of `evaluation.md` section 3.

use super::Indicator;
use crate::evaluation::{EvaluationError, Figure, Fraction, Kinds, Movements, Population, Undefined, Window};

pub(super) const ABOUT: Indicator = Indicator {
    name: "transactions",
    definition: "How many movements of the kinds that count, how many units they moved, and the mean and the \
                 median of one.",
    source: "evaluation.md section 3, indicator 5",
};

/// What was moved, in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Transactions {
    /// How many, those included that were taken back later.
    pub count: u64,
    /// How many minor units they moved.
    pub volume: i128,
    /// Volume by count.
    pub mean: Fraction,
    /// The one in the middle; of an even number, half the sum of the two in the middle.
    pub median: Fraction,
    /// How many movements of the window took back one of the kinds that count.
    pub taken_back: u64,
    /// How many minor units those gave back.
    pub taken_back_volume: i128,
}

/// The movements of `kinds` in the window whose actor is of the population, with their mean and median, exact.
///
/// Undefined if there were none: the mean of nothing is no number. What passes from hand to hand in notes is not
/// seen.
///
/// # Errors
/// [`EvaluationError::UnknownAccount`] if the population names one, [`EvaluationError::TooLarge`].
pub fn transactions(
    movements: &Movements,
    window: Window,
    kinds: &Kinds,
    population: &Population,
) -> Result<Figure<Transactions>, EvaluationError> {
    let members = population.members(movements)?;
    let mut amounts = Vec::new();
    let (mut taken_back, mut taken_back_volume, mut dropped) = (0_u64, 0_i128, movements.dropped);
    for row in movements.within(window) {
        let amount = i128::from(row.amount.minor());
        let counts = kinds.has(row.kind);
        if counts && row.actor().is_some_and(|actor| members.has(actor)) {
            amounts.push(amount);
        } else if counts && row.undone_actor().is_some_and(|actor| members.has(actor)) {
            taken_back = taken_back.saturating_add(1);
            taken_back_volume = taken_back_volume.saturating_add(amount);
        } else {
            dropped = dropped.saturating_add(1);
        }
    }
    amounts.sort_unstable();
    let count = u64::try_from(amounts.len()).unwrap_or(u64::MAX);
    let volume = amounts.iter().copied().fold(0, i128::saturating_add);
    let value = Fraction::new(volume, count.into())?
        .zip(median(&amounts)?)
        .map(|(mean, median)| Transactions { count, volume, mean, median, taken_back, taken_back_volume });
    Ok(Figure {
        name: ABOUT.name,
        undefined: value.is_none().then_some(Undefined::NothingCounted),
        value,
        unit: format!("minor units of {}", movements.unit),
        window,
        population: population.clone(),
        rule: None,
        used: count.saturating_add(taken_back),
        dropped,
        not_observed: None,
    })
}

/// Of amounts in ascending order.
fn median(sorted: &[i128]) -> Result<Option<Fraction>, EvaluationError> {
    let high = sorted.len().checked_div(2).unwrap_or(0);
    let low = sorted.len().saturating_sub(1).checked_div(2).unwrap_or(0);
    match sorted.get(low).zip(sorted.get(high)) {
        Some((low, high)) => Fraction::new(low.saturating_add(*high), 2),
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_exact() {
        assert_eq!(median(&[]).unwrap(), None);
        assert_eq!(median(&[7]).unwrap(), Some(Fraction::whole(7)));
        assert_eq!(median(&[1, 2, 10]).unwrap(), Some(Fraction::whole(2)));
        assert_eq!(median(&[1, 2, 5, 10]).unwrap(), Fraction::new(7, 2).unwrap());
    }
}
