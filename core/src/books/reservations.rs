//! [`Reservations`]: everything that is reserved.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Reservation;
use crate::calendar::{Day, Instant};
use crate::id::{Code, Id, OrderId};

/// The reservations that are open, found by id, by offer, by account and by when they end, so that what
/// is due costs no walk over the others.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Vec<Reservation>", into = "Vec<Reservation>")]
pub struct Reservations {
    open: BTreeMap<OrderId, Reservation>,
    by_offer: BTreeSet<(Id, Code, OrderId)>,
    by_account: BTreeSet<(Id, OrderId)>,
    by_day: BTreeSet<(Day, OrderId)>,
    by_instant: BTreeSet<(Instant, OrderId)>,
}

impl From<Vec<Reservation>> for Reservations {
    fn from(open: Vec<Reservation>) -> Self {
        let mut reservations = Self::default();
        for reservation in &open {
            reservations.open(reservation);
        }
        reservations
    }
}

impl From<Reservations> for Vec<Reservation> {
    fn from(reservations: Reservations) -> Self {
        reservations.open.into_values().collect()
    }
}

const FIRST: OrderId = OrderId::new(0);
const LAST: OrderId = OrderId::new(u128::MAX);

impl Reservations {
    /// An open reservation.
    pub fn find(&self, id: OrderId) -> Option<&Reservation> {
        self.open.get(&id)
    }

    /// Every open reservation, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Reservation> {
        self.open.values()
    }

    /// How many are open.
    pub fn len(&self) -> usize {
        self.open.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    /// Those of an account, by id.
    pub fn of_account(&self, account: Id) -> impl Iterator<Item = &Reservation> {
        let ids = self.by_account.range((account, FIRST)..=(account, LAST));
        ids.filter_map(|(_, id)| self.open.get(id))
    }

    /// Those of an offer at a partner, by id.
    pub fn of_offer(&self, partner: Id, reward: Code) -> impl Iterator<Item = &Reservation> {
        let ids = self.by_offer.range((partner, reward, FIRST)..=(partner, reward, LAST));
        ids.filter_map(|(_, _, id)| self.open.get(id))
    }

    /// The first that the closing of a day releases: its last day is there, or its minutes are over.
    pub(crate) fn first_due(&self, day: Day, now: Instant) -> Option<&Reservation> {
        let by_day = self.by_day.first().filter(|(last, _)| *last <= day).map(|(_, id)| id);
        let by_instant = self.by_instant.first().filter(|(last, _)| *last < now).map(|(_, id)| id);
        self.open.get(by_day.or(by_instant)?)
    }

    pub(crate) fn open(&mut self, reservation: &Reservation) {
        let id = reservation.id;
        self.by_offer.insert((reservation.partner, reservation.reward, id));
        self.by_account.insert((reservation.account.id(), id));
        self.by_day.extend(reservation.kept_until.day.map(|day| (day, id)));
        self.by_instant.extend(reservation.kept_until.instant.map(|instant| (instant, id)));
        self.open.insert(id, reservation.clone());
    }

    pub(crate) fn end(&mut self, reservation: &Reservation) {
        let id = reservation.id;
        self.by_offer.remove(&(reservation.partner, reservation.reward, id));
        self.by_account.remove(&(reservation.account.id(), id));
        if let Some(day) = reservation.kept_until.day {
            self.by_day.remove(&(day, id));
        }
        if let Some(instant) = reservation.kept_until.instant {
            self.by_instant.remove(&(instant, id));
        }
        self.open.remove(&id);
    }
}
