//! Waiting for pieces of an offer that has none (R25). A place in line moves no units and fixes no price: the
//! price is that of the day of reserving.

use super::bargain::{Bargain, Wanted};
use super::line::Line;
use super::{no_show, quota, stock, taker};
use crate::books::{Change, Draft, WaitingPlace};
use crate::orders::{Refusal, RefusalCode, Wait};
use crate::people::{Action, PartnerRole};
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for Wait {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let (account, _) = scene.participant(&self.account)?;
        Bargain::of(scene, &Wanted::from(self))?;
        // As for reserving, whoever is not the holder says for whom it is.
        Ok(About {
            account: Some(account),
            partner: Some(self.partner),
            debits: true,
            ..About::action(Action::Reserve)
        })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let bargain = Bargain::of(scene, &Wanted::from(self))?;
        if bargain.offer.waiting.is_none() || super::line::list(scene, self.reward).is_none() {
            return Err(Refusal::of(RefusalCode::WaitOff, self.reward));
        }
        super::partner(scene, &self.partner, PartnerRole::Redeeming)?;
        let (row, account) = scene.participant(&self.account)?;
        bargain.in_season(scene)?;
        taker::is_for(scene, &bargain, account)?;
        super::may_have(account)?;
        no_show::agreed(scene, &bargain, account)?;
        // Whoever could not reserve it today for having had their share does not wait for it.
        quota::take(scene, &bargain, account, &mut scene.new_draft())?;
        let line = Line::of(scene, self.partner, self.reward, Some(self.account));
        if let Some(mine) = line.mine {
            return Err(Refusal::of(RefusalCode::WaitsAlready, self.reward).with(|figures| {
                figures.who = Some(self.account);
                figures.until = mine.called_until;
            }));
        }
        let there = line.available(stock::pieces_in_stock(scene, self.partner, self.reward));
        if line.before == 0 && there >= u64::from(bargain.pieces) {
            return Err(Refusal::of(RefusalCode::NothingToWaitFor, self.reward)
                .with(|figures| figures.count = i64::try_from(there).ok()));
        }
        draft.entry.changes.push(Change::PlaceOpened(Box::new(WaitingPlace {
            id: scene.order.id,
            number: scene.number,
            account: draft.refer(row)?,
            partner: self.partner,
            reward: self.reward,
            pieces: bargain.pieces,
            called_until: None,
        })));
        Ok(())
    }
}
