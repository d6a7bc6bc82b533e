//! Handing over what was reserved, at the price it was reserved at, whatever the catalogue says since
//! (R51).
//!
//! It was paid when it was reserved: no floor, date or limit is looked at again, and a mandate is not
//! used up a second time. Whoever may not pay any more may not take it either; an account that is
//! blocked, or whose holder died, has its units back when the reservation ends (R62).

use crate::books::{Change, Draft, RESERVED, ReservationEnd, Taken};
use crate::money::Balance;
use crate::orders::{PickUp, Refusal, RefusalCode};
use crate::people::{Action, PartnerRole};
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for PickUp {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let reservation = super::reservation(scene, self.reservation)?;
        let (account, _) = scene.participant(&reservation.account.id())?;
        Ok(About {
            account: Some(account),
            partner: Some(reservation.partner),
            debits: true,
            ..About::action(Action::Redeem)
        })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let reservation = super::reservation(scene, self.reservation)?;
        if reservation.is_over(scene.day, scene.now) {
            return Err(Refusal::of(RefusalCode::ReservationOver, reservation.reward));
        }
        let (payer, account) = scene.participant(&reservation.account.id())?;
        super::may_have(account)?;
        let partner = super::partner(scene, &reservation.partner, PartnerRole::Redeeming)?;
        let set_aside: Taken = reservation.taken().collect();
        draft.remove(scene.chart(RESERVED)?, &set_aside)?;
        super::take_in(scene, partner, payer, &set_aside, draft)?;
        if !reservation.euro.is_zero() {
            let (partner, amount) = (reservation.partner, Balance::from(reservation.euro));
            draft.entry.changes.push(Change::PaidInEuro { partner, amount });
        }
        let (reservation, end) = (Box::new(reservation.clone()), ReservationEnd::PickedUp);
        draft.entry.changes.push(Change::ReservationEnded { reservation, end });
        Ok(())
    }
}
