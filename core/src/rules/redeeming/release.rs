//! Giving up what was reserved (R25, R51).

use super::free;
use crate::books::{Draft, ReservationEnd};
use crate::orders::{Refusal, Release};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for Release {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let reservation = super::reservation(scene, self.reservation)?;
        let (account, _) = scene.participant(&reservation.account.id())?;
        Ok(About {
            account: Some(account),
            partner: Some(reservation.partner),
            ..About::action(Action::Reserve)
        })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let reservation = super::reservation(scene, self.reservation)?;
        let over = reservation.is_over(scene.day, scene.now);
        let end = if over { ReservationEnd::TimedOut } else { ReservationEnd::Released };
        free(scene, &[reservation], end, draft)
    }
}
