//! Notes against a naive model: random days of two offices, with carriers, members and bearers, never
//! lose a note; units follow the live notes after every entry (D8); and every prefix of the journal is
//! sound books.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops by panicking")]
#![allow(clippy::arithmetic_side_effects, reason = "the figures of the tests are small")]

use std::collections::BTreeMap;

use muntwerk::books::AccountKind;
use muntwerk::dense::Secret;
use muntwerk::ledger::Ledger;
use muntwerk::orders::Order;
use muntwerk_tests::stage::{day, open};
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
units = 1
[[redemption]]
code = "soep"
names = { nl = "Soep", fr = "Soupe", en = "Soup" }
price = 4
[expiry]
rule = "months"
months = 12
destination = "pot"
[pot]
names = { nl = "Pot", fr = "Caisse", en = "Pot" }
[paper]
stamps_to = "pot"
[[paper.series]]
code = "r-1"
names = { nl = "a", fr = "b", en = "c" }
denominations = [1, 5, 20]
valid_from = 2024-01-01
spend_until = 2025-06-30
stamp_percent = 10
[[paper.series]]
code = "r-2"
names = { nl = "a", fr = "b", en = "c" }
denominations = [1, 5, 20]
valid_from = 2024-12-01
spend_until = 2025-12-31
[[contact_point]]
id = "cp-1"
functions = ["exchange", "redemption"]
[[contact_point]]
id = "cp-2"
functions = ["exchange", "redemption"]
[permissions.print_notes]
project_manager = "allow"
[permissions.send_notes]
project_manager = "allow"
[permissions.receive_notes]
project_manager = "allow"
[permissions.chargeback]
project_manager = "allow"
[permissions.redeem]
exchange_office = "allow"
[[office_holder]]
person = "s-001"
role = "steering_group"
[[office_holder]]
person = "s-010"
role = "project_manager"
[[office_holder]]
person = "s-041"
role = "exchange_office"
scope = "cp-1"
[[office_holder]]
person = "s-042"
role = "exchange_office"
scope = "cp-2"
[[office_holder]]
person = "s-050"
role = "issuing_partner"
scope = "p-01"
[[office_holder]]
person = "s-900"
role = "system"
"#;

/// What somebody tries, in small numbers.
type Try = (u8, u8, u8, u8, u8);

/// Pieces by series, face and place: nothing else is known.
type Model = BTreeMap<(String, i64, String), i64>;

struct Town {
    ledger: Ledger,
    model: Model,
    asked: u128,
    sendings: Vec<String>,
    operations: Vec<String>,
    booked: usize,
}

impl Town {
    fn new() -> Self {
        let ledger = open(DESIGN, day("2025-01-01"));
        let mut town =
            Self { ledger, model: Model::new(), asked: 0, sendings: vec![], operations: vec![], booked: 0 };
        for (partner, role) in [("p-01", "issuing"), ("p-02", "redeeming")] {
            let ask = json!({"approve_partner": {"partner": partner, "roles": [role]}});
            town.ask("s-001", "steering_group", None, &ask).unwrap();
        }
        for member in ["m-1", "m-2"] {
            let ask = json!({"open_account": {"account": member, "kind": "person", "holders": [member]}});
            town.ask("s-010", "project_manager", None, &ask).unwrap();
            let ask = json!({"award": {"partner": "p-01", "to": member, "activity": "klus", "measured": 90}});
            town.ask("s-050", "issuing_partner", None, &ask).unwrap();
        }
        town
    }

    /// The id of what was booked, or the code of the refusal.
    fn ask(&mut self, actor: &str, role: &str, office: Option<&str>, ask: &Value) -> Result<String, String> {
        self.asked += 1;
        let (id, today) = (format!("{:032x}", self.asked), self.ledger.day());
        let mut order = json!({
            "id": id, "actor": actor, "role": role, "instant": 0, "booking_day": today, "value_day": today,
            "reason": "because", "ask": ask,
        });
        if let Some(office) = office {
            order["contact_point"] = json!(office);
            order["on_behalf_of"] = json!(ask["pay_out"]["account"].as_str().unwrap_or("m-1"));
        }
        let order: Order = serde_json::from_value(order).unwrap();
        let (preview, before) = (self.ledger.decide(&order), self.ledger.state().books().clone());
        match self.ledger.execute(&order) {
            Ok(_) => {
                self.booked += 1;
                Ok(id)
            }
            Err(refused) => {
                assert_eq!(preview.err(), Some(refused.refusal.clone()));
                assert!(before == *self.ledger.state().books(), "a refusal moves nothing");
                Err(refused.refusal.code.text().to_owned())
            }
        }
    }

    fn there(&self, series: &str, face: i64, place: &str) -> i64 {
        self.model.get(&(series.into(), face, place.into())).copied().unwrap_or(0)
    }

    fn put(&mut self, series: &str, face: i64, place: &str, by: i64) {
        *self.model.entry((series.into(), face, place.into())).or_default() += by;
    }

    fn shift(&mut self, series: &str, face: i64, from: &str, to: &str, count: i64) {
        self.put(series, face, from, -count);
        self.put(series, face, to, count);
    }

    /// Out of circulation, then out of what is missing; whether there are so many.
    fn draw(&mut self, series: &str, face: i64, to: &str, count: i64) {
        let first = count.min(self.there(series, face, "circulation"));
        self.shift(series, face, "circulation", to, first);
        self.shift(series, face, "missing", to, count - first);
    }

    fn is_live(&self, series: &str, face: i64, count: i64) -> bool {
        self.there(series, face, "circulation") + self.there(series, face, "missing") >= count
    }

    /// Which pieces the engine chose is read from its entry, and that it could is checked here.
    fn follow(&mut self, from: &str, to: &str, worth: i64) {
        let record = self.ledger.get(self.ledger.len() - 1).unwrap();
        let moved: Vec<(String, i64, i64)> = record
            .entry()
            .unwrap()
            .notes
            .iter()
            .filter(|leg| leg.place.to_string() == from && leg.by < 0)
            .map(|leg| (leg.series.to_string(), leg.face.minor(), -leg.by))
            .collect();
        assert_eq!(moved.iter().map(|(_, face, count)| face * count).sum::<i64>(), worth);
        for (series, face, count) in moved {
            self.shift(&series, face, from, to, count);
        }
    }

    fn tries(&mut self, (what, who, kind, size, more): Try) {
        let (office, keeper) = [("cp-1", "s-041"), ("cp-2", "s-042")][usize::from(who % 2)];
        let member = ["m-1", "m-2"][usize::from(who / 2 % 2)];
        let series = ["r-1", "r-2"][usize::from(kind % 2)];
        let face = [1, 5, 20][usize::from(kind / 2 % 3)];
        let count = i64::from(size % 6 + 1);
        let notes = json!([[face, count]]);
        let (stock, returned, till) =
            (format!("stock:{office}"), format!("returned:{office}"), format!("till:{office}"));
        let pm = "project_manager";
        let at = Some(office);
        match what % 18 {
            0 | 1 => {
                let ask = json!({"print_notes": {"series": series, "notes": [[face, count * 3]]}});
                self.ask("s-010", pm, None, &ask).unwrap();
                self.shift(series, face, "printed", "vault", count * 3);
            }
            2 | 3 => {
                let ask = json!({"send_notes": {"from": "vault", "to": {"stock": office}, "carrier": "c-1", "series": series, "notes": notes}});
                let answer = self.ask("s-010", pm, None, &ask);
                assert_eq!(answer.is_ok(), self.there(series, face, "vault") >= count, "{answer:?}");
                if let Ok(id) = answer {
                    self.shift(series, face, "vault", "transit:c-1", count);
                    self.sendings.push(id);
                }
            }
            4 | 5 => {
                let Some(sending) = self.sendings.last().cloned() else { return };
                let sent = self
                    .ledger
                    .state()
                    .offices()
                    .sendings()
                    .find(|one| one.order.to_string() == sending)
                    .cloned();
                let Some(sent) = sent else { return };
                let (face, count) =
                    sent.notes.iter().next().map(|(face, count)| (face.minor(), i64::from(count))).unwrap();
                let series = sent.series.to_string();
                let to = sent.to.place().to_string();
                // Sometimes one is short, sometimes one is over.
                let counted = (count + i64::from(more.is_multiple_of(8)) - i64::from(more % 8 == 1)).max(0);
                let ask = json!({"receive_notes": {"sending": sending, "notes": [[face, counted]]}});
                let keeper = if to == "stock:cp-1" { ("s-041", "cp-1") } else { ("s-042", "cp-2") };
                if self.ask(keeper.0, "exchange_office", Some(keeper.1), &ask).is_ok() {
                    self.sendings.pop();
                    self.shift(&series, face, "transit:c-1", &to, count);
                    if counted < count {
                        self.shift(&series, face, &to, "missing", count - counted);
                    } else {
                        self.draw(&series, face, &to, counted - count);
                    }
                }
            }
            6 => drop(self.ask(keeper, "exchange_office", at, &json!({"open_office": {}}))),
            7 | 8 => {
                let amount = i64::from(more % 30 + 1);
                let ask =
                    json!({"pay_out": {"account": member, "series": series, "want": {"amount": amount}}});
                if let Ok(id) = self.ask(keeper, "exchange_office", at, &ask) {
                    self.follow(&stock, "circulation", amount);
                    self.operations.push(id);
                }
            }
            9 => {
                let ask = json!({"pay_out": {"account": member, "series": series, "want": {"notes": notes}}});
                if let Ok(id) = self.ask(keeper, "exchange_office", at, &ask) {
                    self.shift(series, face, &stock, "circulation", count);
                    self.operations.push(id);
                }
            }
            10 | 11 => {
                let live = self.is_live(series, face, count);
                let ask = json!({"take_in": {"account": member, "series": series, "notes": notes}});
                let answer = self.ask(keeper, "exchange_office", at, &ask);
                assert!(live || answer.is_err(), "more came in than was issued");
                if let Ok(id) = answer {
                    self.draw(series, face, &returned, count);
                    self.operations.push(id);
                }
            }
            12 => {
                let ask =
                    json!({"swap_notes": {"from": series, "notes": notes, "to": "r-2", "stamped": more % 4}});
                if self.ask(keeper, "exchange_office", at, &ask).is_ok() {
                    // Two half years after the first have begun by January 2025.
                    let missing = if series == "r-1" { (2 - i64::from(more % 4)).max(0) } else { 0 };
                    let due = face * count - face * count * missing / 10;
                    self.draw(series, face, &returned, count);
                    if series == "r-2" {
                        // The same kind may leave the stock and come back: only the difference is a leg.
                        self.resync(&stock);
                    } else {
                        self.follow(&stock, "circulation", due);
                    }
                }
            }
            13 => {
                let ask = json!({"fill_till": {"series": series, "notes": notes, "euro": 100}});
                if let Ok(_id) = self.ask(keeper, "exchange_office", at, &ask) {
                    self.draw(series, face, &till, count);
                }
            }
            14 => {
                let ask = json!({"hand_over_till": {"series": series, "notes": notes, "euro": 50}});
                if self.ask(keeper, "exchange_office", at, &ask).is_ok() {
                    self.shift(series, face, &till, "circulation", count);
                }
            }
            15 => {
                let ask = json!({"redeem_notes": {"partner": "p-02", "reward": "soep", "count": 1, "series": series, "notes": notes}});
                if self.ask(keeper, "exchange_office", at, &ask).is_ok() {
                    self.draw(series, face, &returned, count);
                    self.resync(&stock);
                }
            }
            16 => self.count(office, keeper, more),
            _ => {
                let Some(original) = self.operations.pop() else { return };
                let before = self.model.clone();
                if self.ask("s-010", pm, None, &json!({"chargeback": {"original": original}})).is_ok() {
                    let record = self.ledger.get(self.ledger.len() - 1).unwrap();
                    for leg in &record.entry().unwrap().notes {
                        self.put(&leg.series.to_string(), leg.face.minor(), &leg.place.to_string(), leg.by);
                    }
                } else {
                    assert_eq!(before, self.model);
                }
            }
        }
    }

    /// Change out of a stock: what left it went into circulation.
    fn resync(&mut self, stock: &str) {
        let record = self.ledger.get(self.ledger.len() - 1).unwrap();
        for leg in record.entry().unwrap().notes.clone() {
            if leg.place.to_string() == stock {
                let (series, face) = (leg.series.to_string(), leg.face.minor());
                self.shift(&series, face, stock, "circulation", -leg.by);
            }
        }
    }

    /// The keeper counts what the model says, but for a slip now and then; somebody else settles it.
    fn count(&mut self, office: &str, keeper: &str, more: u8) {
        let mut slip = i64::from(more.is_multiple_of(5)) - i64::from(more % 5 == 1);
        let mut counted: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        let mut differ = Vec::new();
        for ((series, face, place), count) in self.model.clone() {
            let Some((drawer, whose)) = place.split_once(':') else { continue };
            if whose != office || count == 0 {
                continue;
            }
            let hand = (count + slip).max(0);
            if hand != count {
                differ.push((series.clone(), face, place.clone(), hand - count));
            }
            slip = 0;
            counted.entry(format!("{series} {drawer}")).or_default().push(json!([face, hand]));
        }
        let of = |series: &str, drawer: &str| {
            counted.get(&format!("{series} {drawer}")).cloned().unwrap_or_default()
        };
        let one = |series: &str| json!({"series": series, "stock": of(series, "stock"), "till": of(series, "till"), "returned": of(series, "returned")});
        let place = format!("till:{office}").parse().unwrap();
        let euro = self.ledger.state().books().euro().cents(place);
        let ask = json!({"count_cash": {"count": {"series": [one("r-1"), one("r-2")], "euro": euro}}});
        if self.ask(keeper, "exchange_office", Some(office), &ask).is_err() {
            return;
        }
        let ask = json!({"approve_difference": {"office": office}});
        match self.ask("s-010", "project_manager", None, &ask) {
            Ok(_) => {
                for (series, face, place, by) in differ {
                    if by < 0 {
                        self.shift(&series, face, &place, "missing", -by);
                    } else {
                        self.draw(&series, face, &place, by);
                    }
                }
            }
            Err(code) => {
                assert_eq!(code, "more_than_issued");
                self.ask("s-010", "project_manager", None, &json!({"ask_recount": {"office": office}}))
                    .unwrap();
            }
        }
    }

    /// Prefixes of the journal, one in so many, replay to books that are sound; the whole to the same state.
    fn replays(&self, every: usize) {
        let lines: Vec<Vec<u8>> = self.ledger.journal().collect();
        let replayed = |end: usize| Ledger::replay(lines[..end].iter(), Secret::new([9; 16])).unwrap();
        for end in (1..=lines.len()).filter(|end| end % every == 0) {
            assert_eq!(replayed(end).audit(), vec![]);
        }
        assert!(replayed(lines.len()).state() == self.ledger.state());
    }

    fn agrees(&self) {
        let books = self.ledger.state().books();
        let there: Model = books
            .paper()
            .iter()
            .map(|(note, place, count)| {
                ((note.series.to_string(), note.face.minor(), place.to_string()), count)
            })
            .collect();
        let expected: Model = self
            .model
            .iter()
            .filter(|(_, count)| **count != 0)
            .map(|(key, count)| (key.clone(), *count))
            .collect();
        assert_eq!(expected, there);
        // D8: issued = on accounts + on live paper + redeemed + lapsed, with what was short and over.
        let sum = |kinds: &[AccountKind]| -> i64 {
            let of = books.accounts().filter(|(_, account)| kinds.contains(&account.kind()));
            of.map(|(_, account)| account.balance().minor()).sum()
        };
        let live: i64 = expected
            .iter()
            .filter(|((_, _, place), _)| {
                ["circulation", "missing"].contains(&place.as_str()) || place.starts_with("till:")
            })
            .map(|((_, face, _), count)| face * count)
            .sum();
        let issued = -sum(&[AccountKind::Issued, AccountKind::Shortage]);
        let held = sum(&[AccountKind::Person, AccountKind::Pot]);
        let left = sum(&[AccountKind::Redeemed, AccountKind::Lapsed, AccountKind::Surplus]);
        assert_eq!(issued, held + live + left);
        assert_eq!(sum(&[AccountKind::Paper]), live);
        assert_eq!(self.ledger.state().audit(), vec![]);
    }
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn random_days_of_two_offices_never_lose_a_note(
        tries in prop::collection::vec(any::<Try>(), 20..70)
    ) {
        let mut town = Town::new();
        for one in tries {
            town.tries(one);
            town.agrees();
        }
        assert_eq!(town.ledger.audit(), vec![]);
        // Every fifth prefix: there are thousands of lines.
        town.replays(5);
    }
}

/// The tries above come to something, and every prefix of them replays to books that are sound.
#[test]
fn a_whole_day() {
    let mut town = Town::new();
    let day = [
        (0, 0, 0, 5, 0),
        (0, 0, 2, 5, 0),
        (0, 0, 4, 5, 0),
        (2, 0, 0, 5, 0),
        (6, 0, 0, 0, 0),
        (4, 0, 0, 0, 2),
        (2, 0, 2, 5, 0),
        (4, 0, 0, 0, 1),
        (7, 0, 0, 0, 8),
        (10, 2, 2, 0, 0),
        (13, 0, 0, 1, 0),
        (14, 0, 0, 0, 0),
        (15, 0, 2, 0, 0),
        (16, 0, 0, 0, 0),
    ];
    let before = town.booked;
    for one in day {
        town.tries(one);
        town.agrees();
    }
    assert!(town.booked - before > day.len(), "only {} were booked", town.booked - before);
    town.replays(1);
}
