//! A payment that came back from the bank: the claim stands on the pay list again.

use super::{claim, payee, stands_otherwise};
use crate::books::{Change, ClaimState, Draft};
use crate::orders::{Refusal, ReturnPayment};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for ReturnPayment {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let partner = Some(claim(scene, self.claim)?.partner);
        Ok(About { partner, ..About::action(Action::ConfirmPayment) })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let claim = claim(scene, self.claim)?;
        let ClaimState::Paid { approved_on: on, pay, set_off, .. } = claim.state else {
            return Err(stands_otherwise(claim));
        };
        // What was set off as a whole was never with a bank.
        if pay.is_zero() {
            return Err(stands_otherwise(claim));
        }
        draft.owe(pay, payee(scene, &claim.partner)?)?;
        let is = ClaimState::Approved { on, pay, set_off };
        draft.entry.changes.push(Change::ClaimMoved { claim: claim.id, was: claim.state, is });
        Ok(())
    }
}
