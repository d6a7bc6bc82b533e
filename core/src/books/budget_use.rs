//! [`BudgetUse`]: how much of a partner's budget is used, and what is left of it.

use super::{CounterKey, Counters};
use crate::calendar::Day;
use crate::money::Amount;
use crate::people::{Contract, Partner};

/// How much of a partner's budget is used in the period of a day, and what is left, in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct BudgetUse {
    /// First day of the period; `None` for a contract without one.
    pub from: Option<Day>,
    /// Last day of the period; `None` for a contract without one.
    pub through: Option<Day>,
    /// What it may issue in the period.
    pub limit: Amount,
    /// What it issued in it, less what was taken back.
    pub used: Amount,
    /// What it may still issue. A budget that was lowered since may have been passed already; then it is
    /// zero.
    pub left: Amount,
    /// The counter of the period.
    #[serde(skip)]
    pub(crate) key: CounterKey,
}

impl BudgetUse {
    /// What is left on a day of the budget in a partner's contract; `None` if it has none.
    pub fn on(day: Day, partner: &Partner, contract: &Contract, counters: &Counters) -> Option<Self> {
        let budget = contract.budget?;
        let (first, last) = contract.budget_period(budget.per, day);
        let key = CounterKey::PartnerBudget { partner: partner.id, per: budget.per, first };
        let used = counters.used(&key);
        let left = budget.units.checked_sub(used).unwrap_or(Amount::ZERO);
        Some(Self {
            from: (first != Day::FIRST).then_some(first),
            through: (last != Day::LAST).then_some(last),
            limit: budget.units,
            used,
            left,
            key,
        })
    }
}
