//! Rewards.

use serde_json::json;

use super::{Asker, Chance, Year, code_of, operator};
use crate::composed::blocks::PARTNERS;
use crate::stage::id;

fn ask(year: &Year, to: &str, chance: &mut Chance<'_>) -> (&'static str, serde_json::Value) {
    let activity = code_of(year.ledger.design().earning().actions(), |one| one.code, chance);
    let partner = chance.pick(&[PARTNERS[0], PARTNERS[1], PARTNERS[0], PARTNERS[2]]);
    let measured = match chance.below(10) {
        8 => 1,
        9 => chance.between(300, 3_000),
        _ => chance.between(1, 240),
    };
    let mut award = json!({"partner": partner, "to": to, "activity": activity, "measured": measured});
    if to == "h-1" && chance.of(60) {
        award["earner"] = json!(chance.pick(&["d-1", "d-6"]));
    }
    (partner, json!({"award": award}))
}

/// A reward, by the partner or somebody else who may.
pub(super) fn award(year: &mut Year, chance: &mut Chance<'_>) {
    let (to, holder) = year.account(chance);
    let (partner, ask) = ask(year, to, chance);
    let asker = if chance.of(20) {
        year.anybody(chance).for_client(holder)
    } else {
        Asker::office(operator(&id(partner)), "issuing_partner")
    };
    let back = year.late_by(chance);
    year.late(&asker, back, ask);
}

/// Hours that a participant claims.
pub(super) fn claim(year: &mut Year, chance: &mut Chance<'_>) {
    let (to, holder) = year.account(chance);
    let (_, ask) = ask(year, to, chance);
    let back = year.late_by(chance);
    year.late(&Asker::own(holder), back, ask);
}
