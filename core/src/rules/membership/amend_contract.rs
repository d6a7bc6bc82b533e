//! Agreeing something else with a partner (R38): from a day on, what held before stays as it was.

use super::contract;
use crate::books::{Change, Draft};
use crate::orders::{AmendContract, Refusal, RefusalCode};
use crate::people::{Action, Contract, PeopleChange};
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for AmendContract {
    fn about(&self, _: &Scene<'_>) -> Result<About, Refusal> {
        Ok(About::action(Action::ApprovePartner))
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        if scene.people.partner(&self.partner).is_none() {
            return Err(Refusal::about(RefusalCode::PartnerUnknown, self.partner));
        }
        let contract = Contract {
            roles: self.roles.clone(),
            from: Some(self.from.unwrap_or(scene.day)),
            until: self.until,
            budget: self.budget,
            account: self.account,
            settlement: self.settlement.clone(),
        };
        contract::check(scene, self.partner, &contract)?;
        let change = PeopleChange::ContractAmended(self.partner, Box::new(contract));
        draft.entry.changes.push(Change::People(change));
        Ok(())
    }
}
