//! How unequally balances are spread.
//!
//! Indicator 22 of `evaluation.md` section 3: G = 2 Σ i x_i / (n Σ x) - (n + 1) / n over balances in ascending order
//! (Fraňková and others 2014), with the balances themselves, which are the points of the Lorenz curve.

use super::counted::add;
use super::{About, Indicator};
use crate::evaluation::figure::Rows;
use crate::evaluation::{EvaluationError, Figure, Fraction, Movements, Population, Undefined, Window};

/// Balances, and how unequal they are.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Unequal {
    /// What each account holds, in ascending order, without saying whose it is.
    pub balances: Vec<i128>,
    /// All of it.
    pub total: i128,
    /// The Gini coefficient: 0 if all hold the same, towards 1 if one holds everything.
    pub gini: Fraction,
}

/// What the accounts of the population hold at the end of the window, and the Gini coefficient of it.
///
/// Accounts that appear in a movement by then and hold nothing count as zero; who never did anything is in no
/// movement and does not count. What somebody drew beyond what it held is not taken off: these are the units
/// that it holds, never below zero. Undefined if nobody holds anything. With few accounts the balances themselves
/// say who is who; see the manual before they are handed out.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::exhaustive_structs)]
pub struct Inequality {
    /// Its last day is the one that counts.
    pub window: Window,
    /// Whose balances.
    pub population: Population,
}

impl Indicator for Inequality {
    const ABOUT: About = About {
        name: "inequality",
        definition: "Balances in ascending order and their Gini coefficient, G = 2 sum(i x_i) / (n sum(x)) - (n + 1) / n.",
        source: "evaluation.md section 3, indicator 22 (Frankova and others 2014)",
    };
    type Value = Unequal;

    /// # Errors
    /// [`EvaluationError::UnknownAccount`] if the population names one that is not there,
    /// [`EvaluationError::TooLarge`].
    fn figure(&self, movements: &Movements) -> Result<Figure<Self>, EvaluationError> {
        let through = self.window.through();
        let members = self.population.members(movements)?;
        let mut held: Vec<Option<i128>> = movements.parties.iter().map(|_| None).collect();
        for row in movements.rows.iter().take_while(|row| row.day <= through) {
            let amount = i128::from(row.amount.minor());
            for (party, by) in [(row.from, amount.saturating_neg()), (row.to, amount)] {
                if let Some(held) = held.get_mut(party.index()).filter(|_| members.has(party)) {
                    add(held.get_or_insert(0), by)?;
                }
            }
        }
        let mut balances: Vec<i128> = held.into_iter().flatten().collect();
        balances.sort_unstable();
        let value = unequal(balances)?.ok_or(Undefined::NoSupply);
        let rows = Rows::through(movements, through);
        Ok(Figure::new(self, movements, movements.minor_units(), rows, value))
    }
}

/// Of balances in ascending order.
fn unequal(balances: Vec<i128>) -> Result<Option<Unequal>, EvaluationError> {
    let (mut total, mut ranked, mut rank) = (0_i128, 0_i128, 0_i128);
    for balance in &balances {
        add(&mut rank, 1)?;
        add(&mut total, *balance)?;
        add(&mut ranked, balance.checked_mul(rank).ok_or(EvaluationError::TooLarge)?)?;
    }
    // 2 ranked / (n total) - (n + 1) / n = (2 ranked - (n + 1) total) / (n total).
    let terms = || {
        let over = ranked.checked_mul(2)?.checked_sub(rank.checked_add(1)?.checked_mul(total)?)?;
        Some((over, rank.checked_mul(total)?))
    };
    let (over, under) = terms().ok_or(EvaluationError::TooLarge)?;
    Ok(Fraction::new(over, under)?.map(|gini| Unequal { balances, total, gini }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_coefficient_worked_by_hand() {
        let gini = |balances: &[i128]| unequal(balances.to_vec()).unwrap().map(|it| it.gini);
        assert_eq!(gini(&[]), None);
        assert_eq!(gini(&[0, 0]), None);
        assert_eq!(gini(&[5, 5, 5]), Some(Fraction::whole(0)));
        // One of four has all: 2 x 4 x 8 / (4 x 8) - 5/4 = 3/4.
        assert_eq!(gini(&[0, 0, 0, 8]), Fraction::new(3, 4).unwrap());
        // 1, 2, 3: 2 (1 + 4 + 9) / (3 x 6) - 4/3 = 14/9 - 12/9.
        assert_eq!(gini(&[1, 2, 3]), Fraction::new(2, 9).unwrap());
    }
}
