//! Pieces that come into a partner's stock, or are taken away (R25, R51). Only what is free can be: what
//! is reserved is somebody's.

use super::line::Line;
use super::stock::{in_stock, is_counted};
use crate::books::{Count, CounterKey, Draft};
use crate::money::Balance;
use crate::orders::{Refusal, RefusalCode, Restock};
use crate::people::{Action, PartnerRole};
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for Restock {
    fn about(&self, _: &Scene<'_>) -> Result<About, Refusal> {
        Ok(About { partner: Some(self.partner), ..About::action(Action::Restock) })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let offer = scene.booking_design().redemption().get(&self.reward);
        let offer = offer.ok_or_else(|| Refusal::of(RefusalCode::RewardUnknown, self.reward))?;
        if !offer.may_redeem(&self.partner) {
            return Err(Refusal::about(RefusalCode::RewardElsewhere, self.partner)
                .with(|figures| figures.what = Some(self.reward)));
        }
        super::partner(scene, &self.partner, PartnerRole::Redeeming)?;
        if !is_counted(scene, &self.reward) {
            return Err(Refusal::of(RefusalCode::StockEndless, self.reward));
        }
        let by = Balance::from_minor(i64::from(self.by)).unwrap_or(Balance::ZERO);
        if by.is_zero() {
            return Err(Refusal::new(RefusalCode::AmountZero));
        }
        let free = in_stock(scene, self.partner, self.reward);
        let count = Count { key: CounterKey::Stock { partner: self.partner, reward: self.reward }, by };
        let left = scene.counters.after(&count);
        let line = Line::of(scene, self.partner, self.reward, None);
        let stays = left.is_none_or(|left| left.minor().unsigned_abs() >= line.kept());
        if by.is_negative() && !stays {
            // What is kept for who is called is not taken away either.
            let others = free.minor().unsigned_abs().saturating_sub(line.kept());
            let refusal = line.refusal(self.reward, others, self.by.unsigned_abs().into());
            return Err(refusal.unwrap_or_else(|| Refusal::of(RefusalCode::OutOfStock, self.reward)));
        }
        if left.is_none() {
            let code = if by.is_negative() { RefusalCode::OutOfStock } else { RefusalCode::Overflow };
            return Err(Refusal::of(code, self.reward).with(|figures| figures.count = Some(free.minor())));
        }
        Ok(draft.count(count.key, count.by)?)
    }
}
