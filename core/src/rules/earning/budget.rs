//! A partner's budget: how many units it may still issue in the period of the activity (R11, R38).

use crate::books::{Count, CounterKey, Draft};
use crate::money::{Amount, Balance};
use crate::orders::{Refusal, RefusalCode};
use crate::people::{Contract, Partner};
use crate::rules::Scene;

/// Counts what is issued against the partner's budget, to the last unit and no further.
pub(crate) fn count_budget(
    scene: &Scene<'_>,
    (partner, contract): (&Partner, &Contract),
    amount: Amount,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    let Some(budget) = contract.budget.filter(|_| !amount.is_zero()) else { return Ok(()) };
    let (first, last) = contract.budget_period(budget.per, scene.order.value_day);
    let key = CounterKey::PartnerBudget { partner: partner.id, per: budget.per, first };
    // A budget that was lowered since may have been passed already.
    let available = Balance::from(budget.units).minus(scene.counters.used(&key)).unwrap_or(Balance::ZERO);
    if Balance::from(amount) > available {
        return Err(Refusal::about(RefusalCode::PartnerBudget, partner.id).with(|figures| {
            figures.asked = Some(amount.into());
            figures.available = Some(available.max(Balance::ZERO));
            figures.limit = Some(budget.units.into());
            figures.until = Some(last);
        }));
    }
    draft.entry.counters.push(Count { key, by: amount.into() });
    Ok(())
}
