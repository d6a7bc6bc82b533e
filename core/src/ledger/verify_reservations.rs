//! Verifying what an entry says of reservations: what is set aside on `system:reserved` is what is
//! reserved, lot by lot.

use std::collections::BTreeMap;

use super::State;
use super::verify::{Misfit, require};
use crate::books::{Change, Entry, Piece, RESERVED, Reservation};
use crate::dense::LotNo;
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
}
