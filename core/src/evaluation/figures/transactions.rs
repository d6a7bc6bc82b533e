//! Transactions and volume, mean and median size.
//!
//! Indicator 5 of `evaluation.md` section 3.

use super::{About, Indicator};
use crate::evaluation::figure::Rows;
use crate::evaluation::{EvaluationError, Figure, Fraction, Kinds, Movements, Population, Undefined, Window};

/// What was moved, in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Transacted {
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
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::exhaustive_structs)]
pub struct Transactions {
    /// The days.
    pub window: Window,
    /// The movements that count.
    pub kinds: Kinds,
    /// Whose.
    pub population: Population,
}

impl Indicator for Transactions {
    const ABOUT: About = About {
        name: "transactions",
        definition: "How many movements of the kinds that count, how many units they moved, and the mean and the \
                     median of one.",
        source: "evaluation.md section 3, indicator 5",
    };
    type Value = Transacted;

    /// # Errors
    /// [`EvaluationError::UnknownAccount`] if the population names one that is not there,
    /// [`EvaluationError::TooLarge`].
    fn figure(&self, movements: &Movements) -> Result<Figure<Self>, EvaluationError> {
        let members = self.population.members(movements)?;
        let mut amounts = Vec::new();
        let (mut taken_back, mut taken_back_volume) = (0_u64, 0_i128);
        let mut rows = Rows::of(movements);
        for row in movements.within(self.window) {
            let amount = i128::from(row.amount.minor());
            let kind = self.kinds.has(row.kind);
            let counts = kind && row.actor().is_some_and(|actor| members.has(actor));
            let undoes = kind && row.back && (members.has(row.from) || members.has(row.to));
            rows.note(counts || undoes);
            if counts {
                amounts.push(amount);
            } else if undoes {
                taken_back = taken_back.saturating_add(1);
                taken_back_volume = taken_back_volume.saturating_add(amount);
            }
        }
        amounts.sort_unstable();
        let count = u64::try_from(amounts.len()).unwrap_or(u64::MAX);
        let volume = amounts.iter().copied().fold(0, i128::saturating_add);
        let middle = Fraction::new(volume, count.into())?.zip(median(&amounts)?);
        let value = middle
            .map(|(mean, median)| Transacted { count, volume, mean, median, taken_back, taken_back_volume })
            .ok_or(Undefined::NothingCounted);
        Ok(Figure::new(self, movements, movements.minor_units(), rows, value))
    }
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
