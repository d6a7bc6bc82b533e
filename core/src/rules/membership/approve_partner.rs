//! Approving a partner (R10, R38).

use crate::books::{AccountChange, Change, Draft, issued_by, redeemed_by};
use crate::orders::{ApprovePartner, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

/// So that `redeemed:<partner>` is still an id.
const LONGEST_ID: i64 = 22;

impl Act for ApprovePartner {
    fn about(&self, _: &Scene<'_>) -> Result<About, Refusal> {
        Ok(About::action(Action::ApprovePartner))
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        if scene.people.partner(&self.partner).is_some() {
            return Err(Refusal::about(RefusalCode::AccountExists, self.partner));
        }
        if self.partner.is_chart() || issued_by(&self.partner).is_err() || redeemed_by(&self.partner).is_err()
        {
            return Err(
                Refusal::new(RefusalCode::PartnerIdLong).with(|figures| figures.count = Some(LONGEST_ID))
            );
        }
        if !matches!(self.roles.as_slice(), [_] | [_, _]) || self.roles.first() == self.roles.get(1) {
            return Err(Refusal::about(RefusalCode::PartnerRolesWrong, self.partner));
        }
        draft.entry.changes.push(Change::Account(AccountChange::PartnerApproved {
            partner: self.partner,
            roles: self.roles.clone(),
            on: scene.day,
        }));
        Ok(())
    }
}
