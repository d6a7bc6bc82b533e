//! Random days of offices: every five bytes are something that somebody tries at a counter, in the vault or
//! with a bag of notes. After each of them the books are sound; a refusal moves nothing.

use std::sync::OnceLock;

use muntwerk::calendar::Day;
use muntwerk::dense::Secret;
use muntwerk::design::Design;
use muntwerk::id::Id;
use muntwerk::ledger::Ledger;
use muntwerk::orders::Order;
use serde_json::{Value, json};

use super::{Depth, Outcome, check};

const DESIGN: &str = include_str!("offices.toml");

/// More than this in one input only repeats itself.
const MOST_TRIES: usize = 200;

/// A ledger with two members who earned something, before any note was printed.
fn beginning() -> &'static Ledger {
    static LEDGER: OnceLock<Ledger> = OnceLock::new();
    LEDGER.get_or_init(|| {
        let design = Design::parse(DESIGN).unwrap_or_else(|error| panic!("{error}"));
        let first = Day::new(2025, 1, 1).unwrap();
        let ledger =
            Ledger::open(Id::parse("offices-1").unwrap(), design, first, Secret::new([3; 16])).unwrap();
        let mut counter = Counter { ledger, asked: 0 };
        for (partner, role) in [("p-01", "issuing"), ("p-02", "redeeming")] {
            let ask = json!({"approve_partner": {"partner": partner, "roles": [role]}});
            assert!(counter.ask("s-001", "steering_group", None, &ask));
        }
        for member in ["m-1", "m-2"] {
            let ask = json!({"open_account": {"account": member, "kind": "person", "holders": [member]}});
            assert!(counter.ask("s-010", "project_manager", None, &ask));
            let ask = json!({"award": {"partner": "p-01", "to": member, "activity": "klus", "measured": 90}});
            assert!(counter.ask("s-050", "issuing_partner", None, &ask));
        }
        counter.ledger
    })
}

struct Counter {
    ledger: Ledger,
    asked: u128,
}

impl Counter {
    /// Whether it was booked.
    fn ask(&mut self, actor: &str, role: &str, office: Option<&str>, ask: &Value) -> bool {
        self.asked += 1;
        let today = self.ledger.day();
        let mut order = json!({
            "id": format!("{:032x}", (1_u128 << 64) + self.asked), "actor": actor, "role": role, "instant": 0,
            "booking_day": today, "value_day": today, "reason": "because", "ask": ask,
        });
        if let Some(office) = office {
            order["contact_point"] = json!(office);
            order["on_behalf_of"] = json!(ask["pay_out"]["account"].as_str().unwrap_or("m-1"));
        }
        let order: Order = serde_json::from_value(order).unwrap();
        let preview = self.ledger.decide(&order);
        let before = self.ledger.state().books().clone();
        let answer = self.ledger.execute(&order);
        match &answer {
            Ok(receipt) => {
                let record = self.ledger.get(receipt.number).unwrap();
                assert_eq!(preview.ok().as_ref(), record.entry());
            }
            Err(refused) => {
                assert_eq!(preview.err().as_ref(), Some(&refused.refusal));
                assert!(before == *self.ledger.state().books(), "a refusal moves nothing");
            }
        }
        answer.is_ok()
    }
}

/// What five bytes try.
fn tries(
    counter: &Counter,
    [what, who, kind, size, more]: [u8; 5],
) -> (&'static str, &'static str, Option<&'static str>, Value) {
    let (office, keeper) = [("cp-1", "s-041"), ("cp-2", "s-042")][usize::from(who % 2)];
    let member = ["m-1", "m-2"][usize::from(who / 2 % 2)];
    let series = ["r-1", "r-2"][usize::from(kind % 2)];
    let face = [1_i64, 5, 20][usize::from(kind / 2 % 3)];
    let notes = json!([[face, size % 8]]);
    let amount = i64::from(more);
    let sending = counter
        .ledger
        .state()
        .offices()
        .sendings()
        .nth(usize::from(more % 3))
        .map(|one| one.order.to_string());
    let sending = sending.unwrap_or_else(|| "0".repeat(32));
    let original = format!("{:032x}", (1_u128 << 64) + counter.asked.saturating_sub(u128::from(more % 8)));
    let manager = ("s-010", "project_manager", None);
    let keeps = (keeper, "exchange_office", Some(office));
    let count = |notes: &Value| json!({"series": [{"series": series, "stock": notes, "till": [], "returned": []}], "euro": more});
    let ((actor, role, at), ask) = match what % 24 {
        0 | 1 => (manager, json!({"print_notes": {"series": series, "notes": [[face, size]]}})),
        2 | 3 => (
            manager,
            json!({"send_notes": {"from": "vault", "to": {"stock": office}, "carrier": "c-1", "series": series, "notes": notes}}),
        ),
        4 => (
            manager,
            json!({"send_notes": {"from": "vault", "to": {"partner": "p-01"}, "carrier": "c-2", "series": series, "notes": notes}}),
        ),
        5 | 6 => (keeps, json!({"receive_notes": {"sending": sending, "notes": notes}})),
        7 => (
            ("s-050", "issuing_partner", None),
            json!({"receive_notes": {"sending": sending, "notes": notes}}),
        ),
        8 => (keeps, json!({"open_office": {}})),
        9 => (keeps, json!({"pay_out": {"account": member, "series": series, "want": {"amount": amount}}})),
        10 => (keeps, json!({"pay_out": {"account": member, "series": series, "want": {"notes": notes}}})),
        11 => (keeps, json!({"take_in": {"account": member, "series": series, "notes": notes}})),
        12 => {
            (keeps, json!({"swap_notes": {"from": series, "notes": notes, "to": "r-2", "stamped": more % 4}}))
        }
        13 => (keeps, json!({"fill_till": {"series": series, "notes": notes, "euro": amount}})),
        14 => (keeps, json!({"hand_over_till": {"series": series, "notes": notes, "euro": amount}})),
        15 => (
            keeps,
            json!({"sell": {"what": "kaart", "price": amount % 9, "euro_price": 20, "series": series, "notes": notes, "euro": amount}}),
        ),
        16 => (keeps, json!({"hand_in": {"partner": "p-02", "series": series, "notes": notes}})),
        17 => (
            keeps,
            json!({"redeem_notes": {"partner": "p-02", "reward": "soep", "count": 1, "series": series, "notes": notes}}),
        ),
        18 => (
            ("s-050", "issuing_partner", None),
            json!({"award_notes": {"partner": "p-01", "person": "b-1", "activity": "klus", "measured": more, "series": series}}),
        ),
        19 => (keeps, json!({"change_euro": {"euro": amount * 10, "series": series}})),
        20 => (keeps, json!({"count_cash": {"count": count(&notes)}})),
        21 => (manager, json!({"approve_difference": {"office": office}})),
        22 => (manager, json!({"chargeback": {"original": original}})),
        _ => match more % 4 {
            0 => (manager, json!({"ask_recount": {"office": office}})),
            1 => (manager, json!({"destroy_notes": {"series": series, "notes": notes}})),
            2 => (manager, json!({"report_lost": {"lost": {"sending": sending}}})),
            _ => (
                manager,
                json!({"report_lost": {"lost": {"notes": {"place": format!("stock:{office}"), "series": series, "notes": notes}}}}),
            ),
        },
    };
    (actor, role, at, ask)
}

/// Tries one thing after the other.
pub fn office_orders(data: &[u8], depth: Depth) -> Outcome {
    let mut outcome = Outcome::default();
    let mut counter = Counter { ledger: beginning().clone(), asked: 100 };
    for bytes in data.as_chunks::<5>().0.iter().take(MOST_TRIES) {
        let (actor, role, at, ask) = tries(&counter, *bytes);
        outcome.read += 1;
        if counter.ask(actor, role, at, &ask) {
            outcome.booked += 1;
            assert_eq!(counter.ledger.state().audit(), []);
        } else {
            outcome.refused += 1;
        }
    }
    if outcome.booked > 0 && depth == Depth::Full {
        check::all_is_well(&mut counter.ledger, &[], depth);
    }
    outcome
}
