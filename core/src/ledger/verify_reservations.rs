//! Verifying what an entry says of reservations: what is set aside on `system:reserved` is what is
//! reserved, lot by lot.

use std::collections::BTreeMap;

use super::State;
use super::verify::{Misfit, require};
use crate::books::{Change, Entry, Missed, Piece, RESERVED, Reservation, ReservationEnd, redeemed_by};
use crate::dense::LotNo;
use crate::money::Balance;
use crate::orders::Order;

impl State {
    /// Whether the pieces that come to and leave `system:reserved` are those of the reservations made and
    /// ended, and of no other.
    pub(super) fn verify_set_aside(&self, entry: &Entry) -> Result<(), Misfit> {
        let mut set_aside: BTreeMap<LotNo, i128> = BTreeMap::new();
        let mut add = |lot: LotNo, units: i128| {
            let sum = set_aside.entry(lot).or_default();
            *sum = sum.saturating_add(units);
        };
        for change in &entry.changes {
            let (reservation, sign) = match change {
                Change::Reserved(reservation) => (reservation, -1),
                Change::ReservationEnded { reservation, .. } => (reservation, 1),
                _ => continue,
            };
            for Piece(lot, units) in &reservation.lots {
                add(*lot, i128::from(units.minor()).saturating_mul(sign));
            }
        }
        let legs = entry.legs.iter().filter(|leg| leg.account.id() == *RESERVED);
        for leg in legs {
            for Piece(lot, units) in &leg.lots {
                add(*lot, units.minor().into());
            }
        }
        require(set_aside.values().all(|left| *left == 0), "what is set aside is not what is reserved")
    }

    pub(super) fn verify_reserved(
        &self,
        order: &Order,
        entry: &Entry,
        reservation: &Reservation,
    ) -> Result<(), Misfit> {
        let made = |change: &&Change| matches!(change, Change::Reserved(_));
        require(entry.changes.iter().filter(made).count() == 1, "two reservations are made at once")?;
        require(self.reservations.find(reservation.id).is_none(), "a reservation is there already")?;
        let account = self.books.account(self.row(&reservation.account)?).ok_or("an account is not known")?;
        require(account.kind().is_participant(), "a reservation is not a participant's")?;
        require(self.people.partner(&reservation.partner).is_some(), "a partner is not known")?;
        let kept_until = reservation.kept_until;
        let from_today = kept_until.day.is_none_or(|day| day >= self.day);
        let from_now = kept_until.instant.is_none_or(|instant| instant >= order.instant);
        let kept = kept_until.day.is_some() || kept_until.instant.is_some();
        require(kept && from_today && from_now, "a reservation is kept for no time")?;
        let lots = &reservation.lots;
        for (at, Piece(lot, units)) in lots.iter().enumerate() {
            let once = lots.iter().skip(at.saturating_add(1)).all(|Piece(other, _)| other != lot);
            require(once && units.minor() > 0, "a reservation's pieces are not above zero, each once")?;
        }
        require(!lots.is_empty() && reservation.pieces > 0, "nothing is reserved")
    }

    pub(super) fn verify_reservation_ended(
        &self,
        entry: &Entry,
        reservation: &Reservation,
    ) -> Result<(), Misfit> {
        let same = |change: &&Change| matches!(change, Change::ReservationEnded { reservation: other, .. } if other.id == reservation.id);
        require(entry.changes.iter().filter(same).count() == 1, "a reservation ends twice")?;
        require(self.reservations.find(reservation.id) == Some(reservation), "a reservation is not known")
    }

    /// Nobody came for a reservation that ran out here, and the partner took in what was agreed for that case.
    pub(super) fn verify_no_show(&self, entry: &Entry, no_show: &Missed) -> Result<(), Misfit> {
        let same = |change: &&Change| matches!(change, Change::NoShow(other) if other.reservation == no_show.reservation);
        require(entry.changes.iter().filter(same).count() == 1, "a reservation is missed twice")?;
        let ran_out = entry.changes.iter().find_map(|change| match change {
            Change::ReservationEnded { reservation, end: ReservationEnd::TimedOut } => {
                (reservation.id == no_show.reservation).then_some(reservation)
            }
            _ => None,
        });
        let reservation = ran_out.ok_or("what is missed did not run out")?;
        let terms = reservation.no_show.ok_or("nothing was agreed for who does not come")?;
        let whose = (reservation.account, reservation.partner, terms.person);
        require(whose == (no_show.account, no_show.partner, no_show.person), "somebody else did not come")?;
        require(no_show.kept == reservation.kept_if_missed(), "more or less is kept than was agreed")?;
        let kept = Balance::from(no_show.kept);
        let outside = redeemed_by(&no_show.partner).ok().and_then(|account| entry.leg(&account));
        let inside = entry.changes.iter().any(|change| {
            matches!(change, Change::TakenIn { partner, amount, .. } if *partner == no_show.partner && *amount == kept)
        });
        let came = inside || outside.is_some_and(|leg| leg.amount == kept);
        require(kept == Balance::ZERO || came, "what is kept did not come to the partner")
    }
}

#[cfg(test)]
mod tests {
    use crate::books::{Change, Entry, Missed};
    use crate::calendar::Instant;
    use crate::ledger::Ledger;
    use crate::money::Amount;
    use crate::orders::{CloseDay, Order};
    use crate::views::scenario::{Scenario, day, id};

    /// The closing by which `m-1` has not come for a tent, of which `p-14` keeps 12 of 25.
    fn missed() -> (Ledger, Order, Entry) {
        let mut it = Scenario::rabot_with_tents();
        it.book("s-010", "project_manager", r#"{"restock":{"partner":"p-14","reward":"tent","by":1}}"#);
        let reserve = r#"{"reserve":{"account":"m-1","partner":"p-14","reward":"tent","count":1}}"#;
        let reserved = it.book("m-1", "participant", reserve);
        it.close_through("2025-02-05");
        let close = CloseDay { through: day("2025-02-06"), today: day("2025-02-07") };
        let mut order: Order = it.ledger.records_from(0).find_map(|one| one.order().cloned()).unwrap();
        order.id = reserved.replace('0', "7").parse().unwrap();
        (order.actor, order.role) = (id("s-900"), crate::id::Code::parse("system").unwrap());
        (order.instant, order.booking_day) = (Instant::new(0), day("2025-02-06"));
        order.ask = close.into();
        let entry = it.ledger.decide(&order).unwrap();
        (it.ledger, order, entry)
    }

    fn forged(change: impl Fn(&mut Missed)) -> Result<(), &'static str> {
        let (ledger, order, mut entry) = missed();
        for one in &mut entry.changes {
            if let Change::NoShow(no_show) = one {
                change(no_show);
            }
        }
        ledger.state.verify(&order, &entry)
    }

    #[test]
    fn a_no_show_is_what_was_agreed_or_does_not_fit() {
        assert_eq!(forged(|_| {}), Ok(()));
        let kept = |minor| move |it: &mut Missed| it.kept = Amount::from_minor(minor).unwrap();
        assert_eq!(forged(kept(13)), Err("more or less is kept than was agreed"));
        assert_eq!(forged(kept(0)), Err("more or less is kept than was agreed"));
        assert_eq!(forged(|it| it.person = id("m-2")), Err("somebody else did not come"));
        assert_eq!(forged(|it| it.partner = id("p-01")), Err("somebody else did not come"));
        let other = |it: &mut Missed| it.reservation = crate::id::OrderId::new(99);
        assert_eq!(forged(other), Err("what is missed did not run out"));
    }

    #[test]
    fn a_no_show_that_comes_twice_or_to_nobody_does_not_fit() {
        let (ledger, order, entry) = missed();
        let mut twice = entry.clone();
        twice.changes.extend(entry.changes.iter().filter(|one| matches!(one, Change::NoShow(_))).cloned());
        assert_eq!(ledger.state.verify(&order, &twice), Err("a reservation is missed twice"));
        let mut elsewhere = entry;
        for leg in &mut elsewhere.legs {
            if leg.account.id() == id("redeemed:p-14") {
                let row = ledger.state.books.number_of(&id("system:lapsed")).unwrap();
                leg.account = crate::books::AccountRef::new(id("system:lapsed"), row);
            }
        }
        let misfit = ledger.state.verify(&order, &elsewhere);
        assert_eq!(misfit, Err("what is kept did not come to the partner"));
    }
}
