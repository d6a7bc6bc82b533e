//! Limits of one account, for good or for some time.

use serde_json::{Value, json};

use super::{Asker, Chance, Year};

fn figures(year: &Year, chance: &mut Chance<'_>, ask: &mut Value) {
    let one = year.ledger.design().unit().scale.one();
    if chance.of(60) {
        ask["floor"] = json!(-chance.between(0, 100) * one);
    }
    if chance.of(60) {
        ask["ceiling"] = json!(chance.between(1, 200) * one);
    }
}

/// Limits of its own, or a group.
pub(super) fn set_limits(year: &mut Year, chance: &mut Chance<'_>) {
    let (account, _) = year.account(chance);
    let mut ask = json!({"account": account});
    if chance.of(30) {
        ask["group"] = json!("groepen");
    } else {
        figures(year, chance, &mut ask);
    }
    let asker = if chance.of(20) { year.anybody(chance) } else { Asker::office("s-010", "project_manager") };
    year.ask(&asker, json!({"set_limits": ask}));
}

/// An exception until some day, by two people.
pub(super) fn grant_exception(year: &mut Year, chance: &mut Chance<'_>) {
    let (account, _) = year.account(chance);
    let until = year.ledger.day().plus_days(chance.pick(&[30, 0, 100])).unwrap();
    let mut ask = json!({"account": account, "until": until});
    figures(year, chance, &mut ask);
    let asker = Asker::office("s-010", "project_manager");
    year.second(&asker, &Asker::office("s-011", "project_manager"), json!({"grant_exception": ask}));
}
