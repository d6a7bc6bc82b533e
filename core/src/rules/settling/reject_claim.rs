//! Turning a claim down before it is approved: as a whole, or one acceptance of it (R39).

use super::{claim, stands_otherwise};
use crate::books::{Change, Claim, ClaimState, Draft};
use crate::id::OrderId;
use crate::orders::{Refusal, RefusalCode, RejectClaim};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene, amounts};

impl Act for RejectClaim {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let partner = Some(claim(scene, self.claim)?.partner);
        Ok(About { partner, ..About::action(Action::RejectClaim) })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let claim = claim(scene, self.claim)?;
        if claim.state != ClaimState::Filed {
            return Err(stands_otherwise(claim));
        }
        if scene.order.reason.is_none() {
            return Err(Refusal::new(RefusalCode::ReasonNeeded));
        }
        let Some(acceptance) = self.acceptance else {
            if self.units.is_some() {
                return Err(Refusal::about(RefusalCode::NotInClaim, claim.invoice));
            }
            let is = ClaimState::Rejected { on: scene.day };
            draft.entry.changes.push(Change::ClaimMoved { claim: claim.id, was: claim.state, is });
            return Ok(());
        };
        self.reject_one(claim, acceptance, draft)
    }
}

impl RejectClaim {
    fn reject_one(&self, claim: &Claim, acceptance: OrderId, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let claimed = claim.acceptance(acceptance).filter(|claimed| !claimed.units.is_zero());
        let (claimed, line) = claimed
            .and_then(|claimed| Some((claimed, claim.line(claimed.line)?)))
            .ok_or_else(|| Refusal::about(RefusalCode::NotInClaim, claim.invoice))?;
        let units = amounts::positive(self.units.unwrap_or(claimed.units))?;
        let has = claimed.units.checked_sub(units).ok_or_else(|| {
            Refusal::new(RefusalCode::MoreThanOriginal).with(|figures| {
                figures.asked = Some(units.into());
                figures.limit = Some(claimed.units.into());
            })
        })?;
        let is = line.without(units, claim.rounding).ok_or_else(|| Refusal::new(RefusalCode::Overflow))?;
        draft.entry.changes.push(Change::ClaimLineChanged {
            claim: claim.id,
            acceptance,
            had: claimed.units,
            has,
            was: Box::new(line.clone()),
            is: Box::new(is),
        });
        Ok(())
    }
}
