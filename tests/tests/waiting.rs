//! The line of who waits for a piece, against a list that is kept by hand: after every act the same is booked or
//! refused, the same members wait in the same order, and the same are called until the same day.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that stops says more than one that goes on"
)]

use muntwerk::books::CounterKey;
use muntwerk::calendar::Day;
use muntwerk::id::OrderId;
use muntwerk::ledger::Ledger;
use muntwerk::orders::{Ask, CloseDay};
use muntwerk_tests::stage::{SECRET, code, day, id, open, order};
use muntwerk_tests::strategies::config;
use proptest::prelude::*;
use serde_json::{Value, json};

const DESIGN: &str = r#"format = 0
[currency]
id = "kring"
names = { nl = "Kring", fr = "Cercle", en = "Ring" }
zone = "Europe/Brussels"
[unit]
kind = "free_point"
scale = 0
names.nl = { one = "punt", many = "punten" }
names.fr = { one = "point", many = "points" }
names.en = { one = "point", many = "points" }
[circulation]
reward = true
[[earning]]
code = "klus"
names = { nl = "Klus", fr = "Coup de main", en = "Odd job" }
per = "action"
units = 1000
[[redemption]]
code = "fiets"
names = { nl = "Fiets", fr = "Vélo", en = "Bicycle" }
price = 4
stock = "counted"
hold = { days = 2 }
no_show = { keeps_percent = 25 }
waiting = { days = 2 }
[[office_holder]]
person = "s-001"
role = "steering_group"
[[office_holder]]
person = "s-010"
role = "project_manager"
[[office_holder]]
person = "s-050"
role = "issuing_partner"
scope = "p-01"
[[office_holder]]
person = "s-900"
role = "system"
"#;

const MEMBERS: usize = 5;
/// Days of the hold and of the call.
const DAYS: i32 = 2;

/// Somebody who waits: who, for how many, and until when they are called.
type Place = (usize, i64, Option<Day>);

/// What a person with a pencil keeps.
struct Pencil {
    day: Day,
    stock: i64,
    line: Vec<(OrderId, Place)>,
    reserved: Vec<(OrderId, i64, Day)>,
}

impl Pencil {
    fn called(&self, but: Option<usize>) -> i64 {
        let others = self.line.iter().filter(|(_, (who, _, until))| until.is_some() && Some(*who) != but);
        others.map(|(_, (_, pieces, _))| pieces).sum()
    }

    fn place(&self, member: usize) -> Option<usize> {
        self.line.iter().position(|(_, (who, ..))| *who == member)
    }

    /// How many pieces a member could take now, and whether anybody is before them.
    fn room(&self, member: usize) -> (i64, bool) {
        let own = self.place(member);
        let mine = own.map(|at| self.line[at].1);
        let ahead = match (own, mine) {
            (Some(at), Some((_, _, None))) => &self.line[..at],
            _ => &self.line[..],
        };
        let before = ahead.iter().any(|(_, (who, _, until))| *who != member && until.is_none());
        match mine {
            Some((_, pieces, Some(_))) if before => (pieces, true),
            _ if before => (0, true),
            _ => (self.stock - self.called(Some(member)), false),
        }
    }

    fn call(&mut self) {
        let mut free = self.stock - self.called(None);
        let until = self.day.plus_days(DAYS);
        for (_, (_, pieces, called)) in self.line.iter_mut().filter(|(_, (.., called))| called.is_none()) {
            if *pieces > free {
                break;
            }
            free -= *pieces;
            *called = until;
        }
    }

    fn take(&mut self, member: usize, pieces: i64) -> bool {
        if self.room(member).0 < pieces {
            return false;
        }
        self.stock -= pieces;
        self.line.retain(|(_, (who, ..))| *who != member);
        true
    }

    fn close(&mut self) {
        let day = self.day;
        let over = self.reserved.iter().filter(|(.., last)| *last <= day).map(|(_, pieces, _)| pieces);
        self.stock += over.sum::<i64>();
        self.reserved.retain(|(.., last)| *last > day);
        self.call();
        self.line.retain(|(_, (.., until))| until.is_none_or(|until| until > day));
        self.call();
        self.day = day.next().unwrap();
    }
}

struct Played {
    ledger: Ledger,
    pencil: Pencil,
    next: u128,
}

impl Played {
    fn open() -> Self {
        let first = day("2025-01-02");
        let pencil = Pencil { day: first, stock: 0, line: Vec::new(), reserved: Vec::new() };
        let mut it = Self { ledger: open(DESIGN, first), pencil, next: 1 };
        for (partner, role) in [("p-01", "issuing"), ("p-11", "redeeming")] {
            let ask = json!({"approve_partner": {"partner": partner, "roles": [role]}});
            assert!(it.ask("s-001", "steering_group", ask).1);
        }
        for member in 0..MEMBERS {
            let who = format!("m-{member}");
            let ask = json!({"open_account": {"account": who, "kind": "person", "holders": [who]}});
            assert!(it.ask("s-010", "project_manager", ask).1);
            let ask = json!({"award": {"partner": "p-01", "to": who, "activity": "klus", "measured": 1}});
            assert!(it.ask("s-050", "issuing_partner", ask).1);
        }
        it
    }

    fn ask(&mut self, actor: &str, role: &str, ask: Value) -> (OrderId, bool) {
        let ask: Ask = serde_json::from_value(ask).unwrap();
        let order = order(self.next, actor, role, self.ledger.day(), ask);
        self.next += 1;
        (order.id, self.ledger.execute(&order).is_ok())
    }

    fn own(&mut self, member: usize, kind: &str, pieces: i64) -> (OrderId, bool) {
        let who = format!("m-{member}");
        let wish = json!({"account": who, "partner": "p-11", "reward": "fiets", "count": pieces});
        self.ask(&who, "participant", json!({ kind: wish }))
    }

    /// One act of both; whether they agree that it was booked.
    fn act(&mut self, [what, who, pieces]: [u8; 3]) -> (bool, bool) {
        let member = usize::from(who) % MEMBERS;
        let pieces = i64::from(pieces % 3) + 1;
        match what % 16 {
            0..=3 => {
                let (id, booked) = self.own(member, "wait", pieces);
                let (room, before) = self.pencil.room(member);
                let expected = self.pencil.place(member).is_none() && (before || room < pieces);
                if expected {
                    self.pencil.line.push((id, (member, pieces, None)));
                }
                (expected, booked)
            }
            4..=6 => {
                let (id, booked) = self.own(member, "reserve", pieces);
                let expected = self.pencil.take(member, pieces);
                if expected {
                    let last = self.pencil.day.plus_days(DAYS).unwrap();
                    self.pencil.reserved.push((id, pieces, last));
                }
                (expected, booked)
            }
            7 => {
                let booked = self.own(member, "redeem", pieces).1;
                (self.pencil.take(member, pieces), booked)
            }
            8..=10 => {
                let by = if who % 4 == 0 { -pieces } else { pieces };
                let come = json!({"restock": {"partner": "p-11", "reward": "fiets", "by": by}});
                let booked = self.ask("s-010", "project_manager", come).1;
                let expected = self.pencil.stock + by >= self.pencil.called(None).max(0);
                if expected {
                    self.pencil.stock += by;
                }
                (expected, booked)
            }
            11 if !self.pencil.line.is_empty() => {
                let at = usize::from(who) % self.pencil.line.len();
                let (place, _) = self.pencil.line.remove(at);
                let booked =
                    self.ask("s-010", "project_manager", json!({"stop_waiting": {"place": place}})).1;
                (true, booked)
            }
            12 | 13 if !self.pencil.reserved.is_empty() => {
                let at = usize::from(who) % self.pencil.reserved.len();
                let (reservation, pieces, _) = self.pencil.reserved.remove(at);
                self.pencil.stock += pieces;
                let ask = json!({"release": {"reservation": reservation}});
                (true, self.ask("s-010", "project_manager", ask).1)
            }
            _ => {
                let (through, today) = (self.ledger.day(), self.ledger.day().next().unwrap());
                let order = order(self.next, "s-900", "system", through, CloseDay { through, today });
                self.next += 1;
                let booked = self.ledger.execute(&order).is_ok();
                self.pencil.close();
                (true, booked)
            }
        }
    }

    fn line(&self) -> Vec<(String, i64, Option<Day>)> {
        let line = self.ledger.state().waiting().line(id("p-11"), code("fiets"));
        line.map(|place| (place.account.id().to_string(), i64::from(place.pieces), place.called_until))
            .collect()
    }

    fn stock(&self) -> i64 {
        let key = CounterKey::Stock { partner: id("p-11"), reward: code("fiets") };
        self.ledger.state().counters().used(&key).minor()
    }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn the_line_is_what_a_list_says(acts in proptest::collection::vec(any::<[u8; 3]>(), 1..80)) {
        let mut it = Played::open();
        for act in acts {
            let (expected, booked) = it.act(act);
            prop_assert_eq!(expected, booked, "{:?}", act);
            it.pencil.call();
            let line = it.pencil.line.iter().map(|(_, (who, pieces, until))| (format!("m-{who}"), *pieces, *until));
            prop_assert_eq!(it.line(), line.collect::<Vec<_>>(), "{:?}", act);
            prop_assert_eq!(it.stock(), it.pencil.stock);
        }
        prop_assert_eq!(it.ledger.audit(), vec![]);
        let replayed = Ledger::replay(it.ledger.journal(), SECRET);
        prop_assert!(replayed.unwrap().state() == it.ledger.state());
    }
}
