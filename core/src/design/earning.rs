//! `[[earning]]`: the catalogue of what can be earned with.

use crate::id::{Code, Id};
use crate::money::{Amount, MoneyError, Ratio, Rounding};

use super::Names;

/// The catalogue of what can be earned with, in the order of its codes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Earning {
    pub(super) actions: Vec<EarningAction>,
}

/// One thing that can be earned with.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EarningAction {
    /// Its code.
    pub code: Code,
    /// Its name in each language.
    pub names: Names,
    /// What the reward is counted by.
    pub tariff: Tariff,
    /// The units per hour, per act or per quantity.
    pub units: Amount,
    /// The partners who may issue it; `None` if every issuing partner may.
    pub partners: Option<Vec<Id>>,
}

/// What a reward is counted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tariff {
    /// By the hour, measured in minutes.
    Hour {
        /// The minutes are rounded to a multiple of this.
        step_minutes: u16,
        /// Which way minutes go that do not fill a step.
        step_rounding: Rounding,
        /// Which way a fraction of a minor unit goes.
        unit_rounding: Rounding,
    },
    /// By the act, measured as how often.
    Action,
    /// By a quantity of something, measured in `measure`.
    Quantity {
        /// How much earns the tariff once.
        quantity: u32,
        /// What is measured: `kg`.
        measure: String,
        /// Which way a part of the quantity goes.
        step_rounding: Rounding,
    },
}

impl Earning {
    /// Everything that can be earned with, in the order of the codes.
    pub fn actions(&self) -> &[EarningAction] {
        &self.actions
    }

    /// The one with this code.
    pub fn get(&self, code: &Code) -> Option<&EarningAction> {
        let place = self.actions.binary_search_by(|action| action.code.cmp(code)).ok()?;
        self.actions.get(place)
    }
}

impl EarningAction {
    /// The units earned with what was measured: minutes, a number of acts, or a quantity.
    ///
    /// # Errors
    /// [`MoneyError`] if the units do not fit.
    pub fn units_for(&self, measured: u32) -> Result<Amount, MoneyError> {
        let measured = i64::from(measured);
        match &self.tariff {
            Tariff::Hour { step_minutes, step_rounding, unit_rounding } => {
                let minutes = step_rounding.to_step(measured, (*step_minutes).into())?;
                self.times(minutes, 60, *unit_rounding)
            }
            Tariff::Action => self.times(measured, 1, Rounding::Down),
            Tariff::Quantity { quantity, step_rounding, .. } => {
                let step = i64::from(*quantity);
                let whole = step_rounding
                    .divide(measured.into(), step.into())
                    .and_then(|whole| i64::try_from(whole).ok())
                    .ok_or(MoneyError::Step { value: measured, step })?;
                self.times(whole, 1, Rounding::Down)
            }
        }
    }

    fn times(&self, num: i64, den: i64, rounding: Rounding) -> Result<Amount, MoneyError> {
        if num == 0 {
            return Ok(Amount::ZERO);
        }
        Ok(Ratio::new(num, den)?.apply(self.units, rounding)?.amount)
    }

    /// Whether a partner may issue it.
    pub fn may_issue(&self, partner: &Id) -> bool {
        self.partners.as_ref().is_none_or(|partners| partners.contains(partner))
    }
}
