//! Spending units outside the ring, by the redemption catalogue (R25, H4.6).
//!
//! One redeems what one holds; credit is for services between participants.

use crate::books::Draft;
use crate::design::Offer;
use crate::money::{Amount, Balance};
use crate::orders::{Redeem, Refusal, RefusalCode};
use crate::people::{Action, PartnerRole};
use crate::rules::rule::Act;
use crate::rules::standing::{Means, credit, may_pay};
use crate::rules::{About, Scene, amounts};

fn price(redeem: &Redeem, reward: &Offer) -> Option<Amount> {
    let minor = reward.price.minor().checked_mul(i64::from(redeem.count))?;
    Amount::from_minor(minor).ok()
}

impl Act for Redeem {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let (account, _) = scene.participant(&self.account)?;
        let reward = scene
            .value_design()
            .redemption()
            .get(&self.reward)
            .ok_or_else(|| Refusal::of(RefusalCode::RewardUnknown, self.reward))?;
        if !reward.may_redeem(&self.partner) {
            return Err(Refusal::about(RefusalCode::RewardElsewhere, self.partner)
                .with(|figures| figures.what = Some(self.reward)));
        }
        let amount = price(self, reward).ok_or_else(|| Refusal::new(RefusalCode::Overflow))?;
        Ok(About {
            account: Some(account),
            partner: Some(self.partner),
            debits: true,
            amount: amounts::positive(amount)?,
            ..About::action(Action::Redeem)
        })
    }

    fn draft(&self, scene: &Scene<'_>, about: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let redeemed = super::partner(scene, &self.partner, PartnerRole::Redeeming)?.redeemed;
        let (from, account) = scene.participant(&self.account)?;
        may_pay(scene, account, about.amount, Means::Held, draft)?;
        draft.pay(from, about.amount, || credit(scene))?;
        Ok(draft.counter_side(redeemed, Balance::from(about.amount))?)
    }
}
