//! Recording that a claim of the pay list was paid.

use super::{claim, payee, stands_otherwise};
use crate::books::{Change, ClaimState, Draft};
use crate::orders::{ConfirmPaid, Refusal};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for ConfirmPaid {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let partner = Some(claim(scene, self.claim)?.partner);
        Ok(About { partner, ..About::action(Action::ConfirmPayment) })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let claim = claim(scene, self.claim)?;
        let ClaimState::Approved { on, pay, set_off } = claim.state else {
            return Err(stands_otherwise(claim));
        };
        draft.pay_owed(pay, payee(scene, &claim.partner)?)?;
        let is = ClaimState::Paid { approved_on: on, on: scene.order.value_day.max(on), pay, set_off };
        draft.entry.changes.push(Change::ClaimMoved { claim: claim.id, was: claim.state, is });
        Ok(())
    }
}
