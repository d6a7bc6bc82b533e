//! Putting what was given to a beneficiary on the pay list (R29: half-yearly, or when the host likes).

use super::{payee, settlement};
use crate::books::{Change, Claim, ClaimState, Draft, EuroPlace};
use crate::money::Amount;
use crate::orders::{PayGiven, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene, amounts};

impl Act for PayGiven {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        super::partner(scene, &self.partner)?;
        Ok(About { partner: Some(self.partner), ..About::action(Action::PayGiven) })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let settlement = settlement(scene)?;
        let payee = payee(scene, &self.partner)?;
        if scene.settlements.has_invoice(self.partner, self.invoice) {
            return Err(Refusal::about(RefusalCode::InvoiceUsed, self.invoice));
        }
        let cents = scene.books.euro().cents(EuroPlace::Given(self.partner));
        let pay = amounts::positive(Amount::from_minor(cents).unwrap_or(Amount::ZERO))?;
        draft.owe_given(pay, payee)?;
        let claim = Claim {
            id: scene.booked_as(),
            partner: self.partner,
            invoice: self.invoice,
            filed_by: scene.order.actor,
            filed_on: scene.day,
            through: scene.day,
            rounding: settlement.rounding,
            lines: Vec::new(),
            acceptances: Vec::new(),
            state: ClaimState::Approved { on: scene.day, pay, set_off: Amount::ZERO },
            pay_by: settlement.terms.pay_days.and_then(|days| scene.day.plus_days(i32::from(days))),
        };
        draft.entry.changes.push(Change::ClaimFiled(Box::new(claim)));
        Ok(())
    }
}
