//! Approving a partner (R10, R38).

use super::contract;
use crate::books::{AccountChange, Change, Draft, issued_by, redeemed_by};
use crate::orders::{ApprovePartner, Refusal, RefusalCode};
use crate::people::{Action, Contract};
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

/// So that `redeemed:<partner>` is still an id.
const LONGEST_ID: i64 = 23;

impl Act for ApprovePartner {
    fn about(&self, _: &Scene<'_>) -> Result<About, Refusal> {
        Ok(About::action(Action::ApprovePartner))
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        if scene.people.partner(&self.partner).is_some() {
            return Err(Refusal::about(RefusalCode::AccountExists, self.partner));
        }
        // What is owed stands under one id.
        if scene.settlements.claims().any(|claim| claim.partner == self.partner) {
            return Err(Refusal::about(RefusalCode::AccountExists, self.partner));
        }
        if self.partner.is_chart() || issued_by(&self.partner).is_err() || redeemed_by(&self.partner).is_err()
        {
            return Err(
                Refusal::new(RefusalCode::PartnerIdLong).with(|figures| figures.count = Some(LONGEST_ID))
            );
        }
        let contract = Contract {
            roles: self.roles.clone(),
            from: self.from,
            until: self.until,
            budget: self.budget,
            account: self.account,
            settlement: self.settlement.clone(),
        };
        contract::check(scene, self.partner, &contract)?;
        draft.entry.changes.push(Change::Account(AccountChange::PartnerApproved {
            partner: self.partner,
            contract: Box::new(contract),
            on: scene.day,
        }));
        Ok(())
    }
}
