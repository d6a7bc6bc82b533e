//! Verifying what an entry says of those who wait: places begin and end once, who is called is next in line,
//! and the pieces that are kept for whoever is called are there.

use std::collections::BTreeSet;

use super::State;
use super::verify::{Misfit, require};
use crate::books::{Change, CounterKey, Entry, WaitingPlace};
use crate::id::{Code, Id, OrderId};

impl State {
    pub(super) fn verify_place_opened(&self, entry: &Entry, place: &WaitingPlace) -> Result<(), Misfit> {
        let opened = |change: &&Change| matches!(change, Change::PlaceOpened(_));
        require(entry.changes.iter().filter(opened).count() == 1, "two places are taken at once")?;
        require(self.waiting.find(place.id).is_none(), "a place is there already")?;
        let account = self.books.account(self.row(&place.account)?).ok_or("an account is not known")?;
        require(account.kind().is_participant(), "a place is not a participant's")?;
        require(self.people.partner(&place.partner).is_some(), "a partner is not known")?;
        let mut line = self.waiting.line(place.partner, place.reward);
        require(line.all(|other| other.account != place.account), "an account waits twice")?;
        let last = place.number == entry.number && place.called_until.is_none() && place.pieces > 0;
        require(last, "a place is not the last in line")
    }

    pub(super) fn verify_place_ended(&self, entry: &Entry, place: &WaitingPlace) -> Result<(), Misfit> {
        let same = |change: &&Change| matches!(change, Change::PlaceEnded { place: other, .. } if other.id == place.id);
        require(entry.changes.iter().filter(same).count() == 1, "a place ends twice")?;
        require(self.waiting.find(place.id) == Some(place), "a place is not known")
    }

    /// Every line that an entry touches: whoever it calls is next, and what is kept is there.
    pub(super) fn verify_lines(&self, entry: &Entry) -> Result<(), Misfit> {
        let mut touched: BTreeSet<(Id, Code)> = BTreeSet::new();
        let mut called: BTreeSet<OrderId> = BTreeSet::new();
        let mut ended: BTreeSet<OrderId> = BTreeSet::new();
        for count in &entry.counters {
            if let CounterKey::Stock { partner, reward } = count.key {
                touched.insert((partner, reward));
            }
        }
        for change in &entry.changes {
            match change {
                Change::PlaceEnded { place, .. } => {
                    ended.insert(place.id);
                }
                Change::PlaceCalled { place: id, account, until } => {
                    let place = self.waiting.find(*id).ok_or("a place is not known")?;
                    let sound = place.called_until.is_none() && place.account == *account;
                    require(sound && *until >= self.day, "somebody is called who is called already")?;
                    require(called.insert(*id), "somebody is called twice")?;
                    touched.insert((place.partner, place.reward));
                }
                _ => {}
            }
        }
        require(called.is_disjoint(&ended), "somebody is called who waits no more")?;
        for (partner, reward) in touched {
            let line = || self.waiting.line(partner, reward).filter(|place| !ended.contains(&place.id));
            let is_called = |place: &WaitingPlace| place.called_until.is_some() || called.contains(&place.id);
            let in_order =
                line().skip_while(|place| is_called(place)).all(|place| !called.contains(&place.id));
            require(in_order, "somebody is called before the first in line")?;
            let kept = line().filter(|place| is_called(place)).map(|place| i64::from(place.pieces));
            let key = CounterKey::Stock { partner, reward };
            let moved = entry.counters.iter().filter(|count| count.key == key).map(|count| count.by.minor());
            let stock = moved.fold(self.counters.used(&key).minor(), i64::saturating_add);
            require(kept.fold(0, i64::saturating_add) <= stock, "more is kept for who waits than is there")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::books::{AccountRef, Change, Entry, Finding};
    use crate::calendar::{Day, Instant};
    use crate::id::OrderId;
    use crate::ledger::Ledger;
    use crate::orders::Order;
    use crate::views::scenario::{Scenario, day, id};

    /// `m-1` and then `m-2` wait for a tent.
    fn line() -> (Scenario, [OrderId; 2]) {
        let mut it = Scenario::rabot_with_tents();
        let places = ["m-1", "m-2"].map(|member| {
            let ask =
                format!(r#"{{"wait":{{"account":"{member}","partner":"p-14","reward":"tent","count":1}}}}"#);
            it.book(member, "participant", &ask).parse().unwrap()
        });
        (it, places)
    }

    fn asked(ledger: &Ledger, ask: &str) -> (Order, Entry) {
        let mut order: Order = ledger.records_from(0).find_map(|one| one.order().cloned()).unwrap();
        order.id = OrderId::new(0x7777);
        (order.actor, order.role) = (id("s-010"), crate::id::Code::parse("project_manager").unwrap());
        (order.instant, order.booking_day, order.value_day) = (Instant::new(0), ledger.day(), ledger.day());
        order.ask = serde_json::from_str(ask).unwrap();
        let entry = ledger.decide(&order).unwrap();
        (order, entry)
    }

    const COME: &str = r#"{"restock":{"partner":"p-14","reward":"tent","by":1}}"#;

    fn forged(change: impl Fn(&mut OrderId, &mut AccountRef, &mut Day)) -> Result<(), &'static str> {
        let (it, _) = line();
        let (order, mut entry) = asked(&it.ledger, COME);
        for one in &mut entry.changes {
            if let Change::PlaceCalled { place, account, until } = one {
                change(place, account, until);
            }
        }
        it.ledger.state.verify(&order, &entry)
    }

    #[test]
    fn who_is_called_is_the_next_in_line() {
        let (it, [_, second]) = line();
        let other = |it: &Scenario, account: &str| {
            AccountRef::new(id(account), it.ledger.state.books.number_of(&id(account)).unwrap())
        };
        let m_2 = other(&it, "m-2");
        assert_eq!(forged(|_, _, _| {}), Ok(()));
        let overtaken = forged(|place, account, _| (*place, *account) = (second, m_2));
        assert_eq!(overtaken, Err("somebody is called before the first in line"));
        let twisted = forged(|_, account, _| *account = m_2);
        assert_eq!(twisted, Err("somebody is called who is called already"));
        assert_eq!(forged(|place, _, _| *place = OrderId::new(5)), Err("a place is not known"));
        let late = forged(|_, _, until| *until = day("2025-02-04"));
        assert_eq!(late, Err("somebody is called who is called already"));
    }

    #[test]
    fn no_more_is_kept_than_is_there() {
        let (it, [_, second]) = line();
        let (order, mut entry) = asked(&it.ledger, COME);
        let account = AccountRef::new(id("m-2"), it.ledger.state.books.number_of(&id("m-2")).unwrap());
        let both = Change::PlaceCalled { place: second, account, until: day("2025-02-07") };
        entry.changes.push(both.clone());
        let misfit = it.ledger.state.verify(&order, &entry);
        assert_eq!(misfit, Err("more is kept for who waits than is there"));
        entry.changes.push(both);
        assert_eq!(it.ledger.state.verify(&order, &entry), Err("somebody is called twice"));
    }

    #[test]
    fn a_place_begins_and_ends_once() {
        let (it, [first, _]) = line();
        let place = it.ledger.state.waiting.find(first).unwrap().clone();
        let (order, entry) = asked(&it.ledger, &format!(r#"{{"stop_waiting":{{"place":"{first}"}}}}"#));
        assert_eq!(it.ledger.state.verify(&order, &entry), Ok(()));
        let mut twice = entry.clone();
        twice.changes.extend(entry.changes.clone());
        assert_eq!(it.ledger.state.verify(&order, &twice), Err("a place ends twice"));
        let mut other = entry.clone();
        for change in &mut other.changes {
            if let Change::PlaceEnded { place, .. } = change {
                place.pieces = 2;
            }
        }
        assert_eq!(it.ledger.state.verify(&order, &other), Err("a place is not known"));
        let mut again = entry;
        again.changes = vec![Change::PlaceOpened(Box::new(place.clone()))];
        assert_eq!(it.ledger.state.verify(&order, &again), Err("a place is there already"));
        let mut fresh = place;
        (fresh.id, fresh.number) = (OrderId::new(9), again.number);
        again.changes = vec![Change::PlaceOpened(Box::new(fresh.clone()))];
        assert_eq!(it.ledger.state.verify(&order, &again), Err("an account waits twice"));
        fresh.account = AccountRef::new(id("m-3"), it.ledger.state.books.number_of(&id("m-3")).unwrap());
        again.changes = vec![Change::PlaceOpened(Box::new(fresh.clone()))];
        assert_eq!(it.ledger.state.verify(&order, &again), Ok(()));
        fresh.number = 0;
        again.changes = vec![Change::PlaceOpened(Box::new(fresh))];
        assert_eq!(it.ledger.state.verify(&order, &again), Err("a place is not the last in line"));
    }

    /// The audit finds what is kept and not there, and who is called for a day that is past.
    #[test]
    fn kept_pieces_that_are_not_there_are_found() {
        let (mut it, [first, second]) = line();
        it.book("s-010", "project_manager", COME);
        assert_eq!(it.ledger.audit(), []);
        it.ledger.state.waiting.call(second, Some(day("2025-02-06")));
        let found = it.ledger.state.audit();
        assert!(matches!(&found[..], [Finding::MoreKept { kept: 2, there: 1, .. }]), "{found:?}");
        it.ledger.state.waiting.call(second, None);
        it.ledger.state.waiting.call(first, Some(day("2025-02-04")));
        let told: Vec<String> = it.ledger.state.audit().iter().map(ToString::to_string).collect();
        assert_eq!(told, [format!("place {first} is called since before 2025-02-04, its last day")]);
    }
}
