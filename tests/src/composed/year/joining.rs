//! Gifts of welcome, and facts about people.

use serde_json::json;

use super::{Asker, Chance, Year};
use crate::composed::blocks::{FACTS, GIFTS, TOWNS};

/// A gift of welcome, once or once more.
pub(super) fn welcome(year: &mut Year, chance: &mut Chance<'_>) {
    let (account, holder) = year.account(chance);
    let asker = if chance.of(20) { year.anybody(chance) } else { Asker::office("s-010", "project_manager") };
    year.ask(
        &asker.for_client(holder),
        json!({"welcome": {"account": account, "gift": chance.pick(&GIFTS)}}),
    );
}

/// A fact about somebody, from some day on.
pub(super) fn record_fact(year: &mut Year, chance: &mut Chance<'_>) {
    let (_, person) = year.account(chance);
    let asker = if chance.of(20) { Asker::own(person) } else { Asker::office("s-010", "project_manager") };
    let from = year.ledger.day().plus_days(chance.pick(&[0, -10, -100, 20])).unwrap();
    let mut ask = json!({"person": person, "fact": FACTS[0], "from": from});
    if chance.of(50) {
        ask["fact"] = json!(FACTS[1]);
        ask["value"] = json!(chance.pick(&TOWNS));
    }
    if chance.of(40) {
        ask["until"] = json!(from.plus_days(chance.pick(&[30, 200, -1])));
    }
    year.ask(&asker.for_client(person), json!({"record_fact": ask}));
}
