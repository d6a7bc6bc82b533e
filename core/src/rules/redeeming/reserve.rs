//! Keeping pieces of an offer for a member (R25, R51): the price is that of today, and the units that will
//! pay it are set aside on `system:reserved`, where lapse waits (D6).

use smallvec::SmallVec;

use super::bargain::{Bargain, Wanted};
use super::{no_show, quota, stock, taker};
use crate::books::{Change, Count, Draft, KeptUntil, Piece, RESERVED, Reservation};
use crate::calendar::Instant;
use crate::design::Hold;
use crate::money::Balance;
use crate::orders::{Refusal, RefusalCode, Reserve};
use crate::people::{Action, PartnerRole};
use crate::rules::rule::Act;
use crate::rules::standing::{Means, credit, may_pay};
use crate::rules::{About, Scene};

impl Act for Reserve {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let (account, _) = scene.participant(&self.account)?;
        let bargain = Bargain::of(scene, &Wanted::from(self))?;
        Ok(About {
            account: Some(account),
            partner: Some(self.partner),
            debits: true,
            amount: bargain.units,
            ..About::action(Action::Reserve)
        })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let bargain = Bargain::of(scene, &Wanted::from(self))?;
        let Some(hold) = bargain.offer.hold else {
            return Err(Refusal::of(RefusalCode::ReserveOff, self.reward));
        };
        super::partner(scene, &self.partner, PartnerRole::Redeeming)?;
        let (from, account) = scene.participant(&self.account)?;
        bargain.in_season(scene)?;
        taker::is_for(scene, &bargain, account)?;
        let no_show = no_show::agreed(scene, &bargain, account)?;
        may_pay(scene, account, bargain.units, Means::Held, draft)?;
        let taken = quota::take(scene, &bargain, account, draft)?;
        let stocked = stock::take(scene, &bargain, Some(self.account), &[self.account], draft)?;
        let counters: Vec<Count> = taken.into_iter().chain(stocked).collect();
        let set_aside = draft.pay(from, bargain.units, || credit(scene))?;
        draft.receive(scene.chart(RESERVED)?, &set_aside)?;
        let lots: SmallVec<[Piece; 2]> =
            set_aside.iter().map(|(lot, units)| Piece(*lot, Balance::from(*units))).collect();
        draft.entry.changes.push(Change::Reserved(Box::new(Reservation {
            id: scene.order.id,
            account: draft.refer(from)?,
            partner: self.partner,
            reward: self.reward,
            pieces: bargain.pieces,
            lots,
            kept_until: kept_until(scene, hold)?,
            euro: bargain.euro,
            counters,
            no_show,
        })));
        Ok(())
    }
}

/// When it ends: so many days after the current day, so many minutes after the latest instant seen.
fn kept_until(scene: &Scene<'_>, hold: Hold) -> Result<KeptUntil, Refusal> {
    let overflow = || Refusal::new(RefusalCode::Overflow);
    let day = match hold.days {
        Some(days) => Some(scene.day.plus_days(i32::from(days)).ok_or_else(overflow)?),
        None => None,
    };
    let minutes = |minutes: u16| i64::from(minutes).saturating_mul(60_000);
    let instant = hold.minutes.map(|count| scene.now.millis().saturating_add(minutes(count)));
    Ok(KeptUntil { day, instant: instant.map(Instant::new) })
}
