//! Pieces of an offer that are counted: taking them out of a partner's stock (R25, R51).
//!
//! A piece that is reserved is not in the stock. If there are too few, those are taken that somebody
//! reserved and did not pick up in time: their reservations are released in the same entry.

use super::bargain::{Bargain, pieces};
use super::free;
use super::line::{self, Line};
use crate::books::{Count, CounterKey, Draft, Reservation, ReservationEnd};
use crate::calendar::{Day, Instant};
use crate::design::Stock;
use crate::id::{Code, Id};
use crate::money::{Amount, Balance};
use crate::orders::{Refusal, RefusalCode};
use crate::rules::Scene;

/// How many pieces nobody has reserved; some can be kept for who waits.
pub(super) fn in_stock(scene: &Scene<'_>, partner: Id, reward: Code) -> Amount {
    scene.counters.used(&CounterKey::Stock { partner, reward })
}

/// Whether the pieces of an offer are counted, by the design of the booking day as everything that is
/// there or not.
pub(super) fn is_counted(scene: &Scene<'_>, reward: &Code) -> bool {
    let offer = scene.booking_design().redemption().get(reward);
    offer.is_some_and(|offer| offer.stock == Stock::Counted)
}

/// The same as a plain number.
pub(super) fn pieces_in_stock(scene: &Scene<'_>, partner: Id, reward: Code) -> u64 {
    u64::try_from(in_stock(scene, partner, reward).minor()).unwrap_or(0)
}

/// Takes the pieces of a bargain out of the stock for an account, if it is one that takes them; what the order itself takes is given back as a count.
/// No reservation of the `parties` is released, nor one of which the partner takes something in, because what
/// comes to them would be lost from sight among what they pay and receive.
pub(in crate::rules) fn take(
    scene: &Scene<'_>,
    bargain: &Bargain<'_>,
    whose: Option<Id>,
    parties: &[Id],
    draft: &mut Draft<'_>,
) -> Result<Option<Count>, Refusal> {
    let (partner, reward) = (bargain.partner, bargain.offer.code);
    if !is_counted(scene, &reward) {
        return Ok(None);
    }
    let wanted = u64::from(bargain.pieces);
    let line = Line::of(scene, partner, reward, whose);
    let there = line.available(pieces_in_stock(scene, partner, reward));
    if there < wanted {
        let shelf = Shelf { scene, bargain, there, wanted, parties };
        let first = || line.refusal(reward, there, wanted);
        // What ran out of time is for those who wait before others too.
        if let Some(refusal) = first().filter(|_| line.before > 0) {
            return Err(refusal);
        }
        let over = shelf.out_of_time().map_err(|refusal| first().unwrap_or(refusal))?;
        free(scene, &over, ReservationEnd::TimedOut, draft)?;
    }
    line::taken(&line, &mut draft.entry);
    let by = pieces(bargain.pieces).checked_neg().unwrap_or(Balance::ZERO);
    let count = Count { key: CounterKey::Stock { partner, reward }, by };
    draft.count(count.key, count.by)?;
    Ok(Some(count))
}

/// Too few pieces, and who reserved others.
struct Shelf<'a, 's> {
    scene: &'a Scene<'s>,
    bargain: &'a Bargain<'s>,
    there: u64,
    wanted: u64,
    parties: &'a [Id],
}

impl<'s> Shelf<'_, 's> {
    /// As many reservations that ran out of time as are needed, those that ended first before others.
    fn out_of_time(&self) -> Result<Vec<&'s Reservation>, Refusal> {
        let (partner, reward) = (self.bargain.partner, self.bargain.offer.code);
        let mut reserved: Vec<&Reservation> = self.scene.reservations.of_offer(partner, reward).collect();
        reserved.sort_by_key(|reservation| first_end(reservation));
        let (mut over, mut there) = (Vec::new(), self.there);
        for reservation in reserved.iter().filter(|one| one.is_out_of_time(self.scene.now)) {
            if there >= self.wanted {
                break;
            }
            if !self.is_left_alone(reservation) {
                there = there.saturating_add(u64::from(reservation.pieces));
                over.push(*reservation);
            }
        }
        if there >= self.wanted { Ok(over) } else { Err(self.refusal(&reserved)) }
    }

    fn refusal(&self, reserved: &[&Reservation]) -> Refusal {
        let reward = self.bargain.offer.code;
        let refuse =
            |code| Refusal::of(code, reward).with(|figures| figures.count = i64::try_from(self.there).ok());
        let mut there = self.there;
        for reservation in reserved {
            there = there.saturating_add(u64::from(reservation.pieces));
            if there < self.wanted {
                continue;
            }
            // When this one ends there are enough again.
            let kept_until = reservation.kept_until;
            return match (kept_until.instant, kept_until.day) {
                (Some(last), _) if last < self.scene.now => Refusal::of(RefusalCode::ReleaseFirst, reward)
                    .with(|figures| figures.who = self.left_alone(reserved)),
                (Some(last), _) => Refusal::of(RefusalCode::ReservedForMinutes, reward)
                    .with(|figures| figures.count = Some(minutes_until(last, self.scene.now))),
                (None, until) => refuse(RefusalCode::ReservedUntil).with(|figures| figures.until = until),
            };
        }
        refuse(RefusalCode::OutOfStock)
    }

    /// Whether a reservation that ran out is released by an order of its own, or by the closing, alone: that of
    /// a party, payer or partner, and one of which the partner takes something in.
    fn is_left_alone(&self, reservation: &Reservation) -> bool {
        let keeps = !reservation.kept_if_missed().is_zero();
        keeps || self.parties.contains(&reservation.account.id())
    }

    /// The account whose reservation ran out and stands in the way.
    fn left_alone(&self, reserved: &[&Reservation]) -> Option<Id> {
        let mut over = reserved.iter().filter(|one| one.is_out_of_time(self.scene.now));
        over.find(|one| self.is_left_alone(one)).map(|one| one.account.id())
    }
}

/// Those that end by the minute come before those that end by the day.
fn first_end(reservation: &Reservation) -> (bool, Option<Instant>, Option<Day>) {
    let kept_until = reservation.kept_until;
    (kept_until.instant.is_none(), kept_until.instant, kept_until.day)
}

/// How many minutes until an instant is past; a minute that has begun counts.
fn minutes_until(last: Instant, now: Instant) -> i64 {
    const MILLIS: i64 = 60_000;
    let left = last.millis().saturating_sub(now.millis());
    left.checked_div(MILLIS).unwrap_or(0).saturating_add(1)
}
