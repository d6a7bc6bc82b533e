//! A partner's budget: how many units it may still issue in the period of the activity (R11, R38).

use crate::books::{BudgetUse, Count, Draft};
use crate::calendar::Day;
use crate::money::Amount;
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
    if amount.is_zero() {
        return Ok(());
    }
    let Some(budget) = BudgetUse::on(scene.order.value_day, partner, contract, scene.counters) else {
        return Ok(());
    };
    if amount > budget.left {
        return Err(Refusal::about(RefusalCode::PartnerBudget, partner.id).with(|figures| {
            figures.asked = Some(amount.into());
            figures.available = Some(budget.left.into());
            figures.limit = Some(budget.limit.into());
            figures.until = Some(budget.through.unwrap_or(Day::LAST));
        }));
    }
    draft.entry.counters.push(Count { key: budget.key, by: amount.into() });
    Ok(())
}
