//! Approving a claim: within the budgets, set off against what the partner owes back, and by people who did
//! not file it (R39). Two of them, as the matrix has it.

use super::backing::{Divided, beneficiary, take_out};
use super::{claim, payee, settlement, stands_otherwise, terms};
use crate::books::{BackedBy, Change, Claim, ClaimState, CounterKey, Draft, EuroPlace};
use crate::calendar::Day;
use crate::money::{Amount, Balance};
use crate::orders::{ApproveClaim, Refusal, RefusalCode};
use crate::people::{Action, BudgetPeriod, EuroPayee, Partner};
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for ApproveClaim {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let partner = Some(claim(scene, self.claim)?.partner);
        Ok(About { partner, ..About::action(Action::ApproveSettlement) })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let claim = claim(scene, self.claim)?;
        if claim.state != ClaimState::Filed {
            return Err(stands_otherwise(claim));
        }
        for one in [Some(scene.order), scene.completer].into_iter().flatten() {
            if one.actor == claim.filed_by {
                return Err(Refusal::about(RefusalCode::OwnClaim, one.actor));
            }
        }
        let payee = payee(scene, &claim.partner)?;
        let net = claim.net();
        within_budgets(scene, claim, super::partner(scene, &claim.partner)?, draft)?;
        let due = scene.books.euro().cents(EuroPlace::Due(claim.partner));
        let due = Amount::from_minor(due).unwrap_or(Amount::ZERO);
        let set_off = due.min(net);
        let pay = net.checked_sub(set_off).unwrap_or(Amount::ZERO);
        draft.set_off(set_off, payee)?;
        if scene.booking_design().circulation().euro_backed {
            out_of_backing(scene, claim, pay, payee, draft)?;
            // What was clawed back is on an account again; what is set off for it backs it again.
            draft.restore_backing(set_off)?;
        } else {
            draft.owe(pay, payee)?;
        }
        let on = scene.day;
        // What is set off as a whole leaves nothing to pay.
        let is = if pay.is_zero() {
            ClaimState::Paid { approved_on: on, on, pay, set_off }
        } else {
            ClaimState::Approved { on, pay, set_off }
        };
        draft.entry.changes.push(Change::ClaimMoved { claim: claim.id, was: claim.state, is });
        Ok(())
    }
}

/// Pays a claim out of what backs its units, those that came in as notes out of the paper's.
fn out_of_backing(
    scene: &Scene<'_>,
    claim: &Claim,
    pay: Amount,
    payee: EuroPayee,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    let sum = |paper: bool| {
        let units = claim.acceptances.iter().filter(|one| one.series.is_some() == paper);
        let mut units = units.map(|one| one.units);
        units.try_fold(Amount::ZERO, Amount::checked_add).ok_or_else(|| Refusal::new(RefusalCode::Overflow))
    };
    let units = [(sum(false)?, BackedBy::Account), (sum(true)?, BackedBy::Paper)];
    let given = claim.given();
    let gets = beneficiary(scene, super::partner(scene, &claim.partner)?);
    let divided = Divided { net: pay, given, vat: Amount::ZERO };
    take_out(scene, units, divided, (payee, gets), draft)
}

/// What the claim comes to fits what is left of the partner's budget and of everybody's.
fn within_budgets(
    scene: &Scene<'_>,
    claim: &Claim,
    partner: &Partner,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    let day = scene.day;
    if let Some(budget) = settlement(scene)?.budget {
        let key = CounterKey::Settled { per: budget.per, first: budget.per.first_day(day) };
        use_up(scene, claim, key, (budget.cents, budget.per.last_day(day)), draft)?;
    }
    let (Some(budget), Some(contract)) = (terms(scene, partner)?.budget, partner.contract_on(day)) else {
        return Ok(());
    };
    let (first, last) = contract.budget_period(budget.per, day);
    let first =
        if budget.per == BudgetPeriod::Contract { contract.from.unwrap_or(Day::FIRST) } else { first };
    let key = CounterKey::PartnerSettled { partner: partner.id, per: budget.per, first };
    use_up(scene, claim, key, (budget.cents, last), draft)
}

fn use_up(
    scene: &Scene<'_>,
    claim: &Claim,
    key: CounterKey,
    (limit, until): (Amount, Day),
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    let net = claim.net();
    let left = limit.checked_sub(scene.counters.used(&key)).unwrap_or(Amount::ZERO);
    if net > left {
        return Err(Refusal::about(RefusalCode::SettlementBudget, claim.partner).with(|figures| {
            figures.euro = Some(net.into());
            figures.euro_limit = Some(left.into());
            figures.until = (until != Day::LAST).then_some(until);
        }));
    }
    Ok(draft.count(key, Balance::from(net))?)
}
