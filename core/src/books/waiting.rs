//! [`Waiting`]: everybody who waits for a piece.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::WaitingPlace;
use crate::calendar::Day;
use crate::id::{Code, Id, OrderId};

/// The places in every line, found by id, by line in their order, by account, and by the last day for which
/// they are called.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Vec<WaitingPlace>", into = "Vec<WaitingPlace>")]
pub struct Waiting {
    places: BTreeMap<OrderId, WaitingPlace>,
    lines: BTreeMap<(Id, Code), BTreeMap<u64, OrderId>>,
    by_account: BTreeSet<(Id, OrderId)>,
    by_day: BTreeSet<(Day, OrderId)>,
}

impl From<Vec<WaitingPlace>> for Waiting {
    fn from(places: Vec<WaitingPlace>) -> Self {
        let mut waiting = Self::default();
        for place in &places {
            waiting.open(place);
        }
        waiting
    }
}

impl From<Waiting> for Vec<WaitingPlace> {
    fn from(waiting: Waiting) -> Self {
        waiting.places.into_values().collect()
    }
}

const FIRST: OrderId = OrderId::new(0);
const LAST: OrderId = OrderId::new(u128::MAX);

impl Waiting {
    /// A place.
    pub fn find(&self, id: OrderId) -> Option<&WaitingPlace> {
        self.places.get(&id)
    }

    /// Every place, by id.
    pub fn iter(&self) -> impl Iterator<Item = &WaitingPlace> {
        self.places.values()
    }

    /// How many wait.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether nobody waits.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// What is waited for: partner and offer, in order.
    pub fn lines(&self) -> impl Iterator<Item = (Id, Code)> {
        self.lines.keys().copied()
    }

    /// Who waits for an offer at a partner, the first in line first.
    pub fn line(&self, partner: Id, reward: Code) -> impl Iterator<Item = &WaitingPlace> {
        let line = self.lines.get(&(partner, reward));
        line.into_iter().flat_map(BTreeMap::values).filter_map(|id| self.places.get(id))
    }

    /// The places of an account, by id.
    pub fn of_account(&self, account: Id) -> impl Iterator<Item = &WaitingPlace> {
        let ids = self.by_account.range((account, FIRST)..=(account, LAST));
        ids.filter_map(|(_, id)| self.places.get(id))
    }

    /// The first whose last day to come is not after a day.
    pub(crate) fn first_due(&self, day: Day) -> Option<&WaitingPlace> {
        let (_, id) = self.by_day.first().filter(|(last, _)| *last <= day)?;
        self.places.get(id)
    }

    pub(crate) fn open(&mut self, place: &WaitingPlace) {
        let id = place.id;
        self.lines.entry((place.partner, place.reward)).or_default().insert(place.number, id);
        self.by_account.insert((place.account.id(), id));
        self.by_day.extend(place.called_until.map(|day| (day, id)));
        self.places.insert(id, place.clone());
    }

    pub(crate) fn end(&mut self, place: &WaitingPlace) {
        let (id, line) = (place.id, (place.partner, place.reward));
        if let Some(places) = self.lines.get_mut(&line) {
            places.remove(&place.number);
            if places.is_empty() {
                self.lines.remove(&line);
            }
        }
        self.by_account.remove(&(place.account.id(), id));
        if let Some(day) = place.called_until {
            self.by_day.remove(&(day, id));
        }
        self.places.remove(&id);
    }

    /// Calls a place until a day, or takes that back.
    pub(crate) fn call(&mut self, id: OrderId, until: Option<Day>) {
        let Some(place) = self.places.get_mut(&id) else { return };
        if let Some(day) = place.called_until {
            self.by_day.remove(&(day, id));
        }
        self.by_day.extend(until.map(|day| (day, id)));
        place.called_until = until;
    }
}
