//! Undoing a settled acceptance (R39): the only way. The units go back as a reversal gives them back, and the
//! partner owes the euro. What came in as notes has no account to go back to: of it only the euro come back.

use super::backing::par;
use super::payee;
use crate::books::{Change, Claim, ClaimState, Claimed, Draft, EuroPlace, Stands};
use crate::money::Amount;
use crate::orders::{ClawBack, Refusal, RefusalCode, Reverse};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene, amounts, governing};

impl ClawBack {
    fn settled<'s>(&self, scene: &Scene<'s>) -> Result<(&'s Claim, &'s Claimed), Refusal> {
        let stands = scene.settlements.stands(self.original);
        let Some(Stands::In(claim)) = stands else { return Err(Refusal::new(RefusalCode::NotSettled)) };
        match claim.state {
            ClaimState::Approved { .. } | ClaimState::Paid { .. } => {
                let claimed = claim.acceptance(self.original);
                Ok((claim, claimed.ok_or_else(|| Refusal::new(RefusalCode::NotSettled))?))
            }
            ClaimState::Filed | ClaimState::Rejected { .. } => {
                Err(Refusal::about(RefusalCode::InClaim, claim.invoice))
            }
        }
    }

    fn units(&self, claimed: &Claimed) -> Result<Amount, Refusal> {
        let units = amounts::positive(self.amount.unwrap_or(claimed.units))?;
        if units <= claimed.units {
            return Ok(units);
        }
        Err(Refusal::new(RefusalCode::MoreThanOriginal).with(|figures| {
            figures.asked = Some(units.into());
            figures.limit = Some(claimed.units.into());
        }))
    }
}

impl Act for ClawBack {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let (claim, claimed) = self.settled(scene)?;
        let amount = self.units(claimed)?;
        Ok(About { partner: Some(claim.partner), amount, ..About::action(Action::ClawBack) })
    }

    fn draft(&self, scene: &Scene<'_>, about: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let (claim, claimed) = self.settled(scene)?;
        let line = claim.line(claimed.line).ok_or_else(|| Refusal::new(RefusalCode::NotSettled))?;
        let units = about.amount;
        let overflow = || Refusal::new(RefusalCode::Overflow);
        if claimed.series.is_none() {
            governing::give_back(&Reverse { original: self.original, amount: Some(units) }, scene, draft)?;
        }
        let cents = line.to_claw_back(units).ok_or_else(overflow)?;
        let mut is = line.clone();
        is.clawed_units = is.clawed_units.checked_add(units).ok_or_else(overflow)?;
        is.clawed_cents = is.clawed_cents.checked_add(cents).ok_or_else(overflow)?;
        draft.owe_back(cents, payee(scene, &claim.partner)?)?;
        if claimed.series.is_none() {
            give_up_fee(scene, units, cents, draft)?;
        }
        draft.entry.changes.push(Change::ClaimLineChanged {
            claim: claim.id,
            acceptance: self.original,
            had: claimed.units,
            has: claimed.units.checked_sub(units).ok_or_else(overflow)?,
            was: Box::new(line.clone()),
            is: Box::new(is),
        });
        Ok(())
    }
}

/// Units that are on an account again are backed again: by the fee that was kept of them now, and by what the
/// partner owes when it is set off.
fn give_up_fee(
    scene: &Scene<'_>,
    units: Amount,
    owed_back: Amount,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    if !scene.booking_design().circulation().euro_backed {
        return Ok(());
    }
    let kept = par(scene, units)?.checked_sub(owed_back).unwrap_or(Amount::ZERO);
    let there = Amount::from_minor(scene.books.euro().cents(EuroPlace::Fees)).unwrap_or(Amount::ZERO);
    Ok(draft.restore_backing(kept.min(there))?)
}
