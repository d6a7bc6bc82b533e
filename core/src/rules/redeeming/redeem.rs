//! Spending units outside the ring, by the redemption catalogue (R25, R26, H4.6).
//!
//! One redeems what one holds; credit is for services between participants.

use super::bargain::{Bargain, Wanted};
use super::{quota, stock, taker};
use crate::books::{Change, Draft};
use crate::id::Id;
use crate::money::Balance;
use crate::orders::{Redeem, Refusal};
use crate::people::{Action, PartnerRole};
use crate::rules::rule::Act;
use crate::rules::standing::{Means, credit, may_pay};
use crate::rules::{About, Scene};

impl Act for Redeem {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let (account, _) = scene.participant(&self.account)?;
        let bargain = Bargain::of(scene, &Wanted::from(self))?;
        Ok(About {
            account: Some(account),
            partner: Some(self.partner),
            debits: true,
            amount: bargain.units,
            ..About::action(Action::Redeem)
        })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let bargain = Bargain::of(scene, &Wanted::from(self))?;
        let partner = super::partner(scene, &self.partner, PartnerRole::Redeeming)?;
        let (from, account) = scene.participant(&self.account)?;
        bargain.in_season(scene)?;
        taker::is_for(scene, &bargain, account)?;
        may_pay(scene, account, bargain.units, Means::Held, draft)?;
        quota::take(scene, &bargain, account, draft)?;
        // What is released to make room stands before what is paid: a reversal looks at the last two legs, so
        // neither side of the payment may have one already.
        let parties: Vec<Id> = [Some(self.account), partner.1.account].into_iter().flatten().collect();
        stock::take(scene, &bargain, Some(self.account), &parties, draft)?;
        let pieces = draft.pay(from, bargain.units, || credit(scene))?;
        super::take_in(scene, partner, from, &pieces, draft)?;
        if !bargain.euro.is_zero() {
            let (partner, amount) = (self.partner, Balance::from(bargain.euro));
            draft.entry.changes.push(Change::PaidInEuro { partner, amount });
        }
        Ok(())
    }
}
