//! Units among participants.

use serde_json::{Value, json};

use super::{Chance, Year};
use crate::composed::blocks::CATEGORIES;

fn pay(year: &Year, chance: &mut Chance<'_>) -> Value {
    if year.ledger.design().spending().service.is_some() && chance.of(50) {
        return json!({"minutes": chance.between(1, 240)});
    }
    json!({"amount": year.amount(chance)})
}

/// A payment for a service.
pub(super) fn transfer(year: &mut Year, chance: &mut Chance<'_>) {
    let ((from, holder), (to, _)) = (year.account(chance), year.account(chance));
    let (asker, back) = (year.asker(holder, chance), year.late_by(chance));
    let mut ask = json!({"from": from, "to": to, "pay": pay(year, chance)});
    if chance.of(30) {
        ask["category"] = json!(chance.pick(&[CATEGORIES[0], CATEGORIES[1], "dakwerk"]));
    }
    year.late(&asker, back, json!({"transfer": ask}));
}

/// A gift.
pub(super) fn gift(year: &mut Year, chance: &mut Chance<'_>) {
    let ((from, holder), (to, _)) = (year.account(chance), year.account(chance));
    let asker = year.asker(holder, chance);
    let ask = json!({"gift": {"from": from, "to": to, "amount": year.amount(chance)}});
    year.ask(&asker, ask);
}

/// A payment for what a relative received.
pub(super) fn pay_for_relative(year: &mut Year, chance: &mut Chance<'_>) {
    let ((from, holder), (to, _)) = (year.account(chance), year.account(chance));
    let (asker, relative) = (year.asker(holder, chance), chance.pick(&["d-9", "d-2"]));
    let ask =
        json!({"pay_for_relative": {"from": from, "to": to, "relative": relative, "pay": pay(year, chance)}});
    year.ask(&asker, ask);
}
