//! Notes, and the offices that hand them out and take them in.

use serde_json::{Value, json};

use super::{Asker, Chance, Year, code_of};
use crate::composed::blocks::SERIES;

fn office() -> Asker {
    Asker::office("s-041", "exchange_office")
}

fn manager() -> Asker {
    Asker::office("s-010", "project_manager")
}

/// Some pieces of every face.
fn notes(year: &Year, chance: &mut Chance<'_>, most: i64) -> Value {
    let one = year.ledger.design().unit().scale.one();
    json!([1, 5, 20].map(|face| (face * one, chance.between(0, most))))
}

/// Notes that are printed, sent to an office, and counted there: mostly right.
pub(super) fn supply(year: &mut Year, chance: &mut Chance<'_>) {
    let (series, notes) = (chance.pick(&SERIES), notes(year, chance, 20));
    let second = Asker::office("s-011", "project_manager");
    year.second(&manager(), &second, json!({"print_notes": {"series": series, "notes": notes}}));
    let to = if chance.of(20) { json!({"partner": "p-01"}) } else { json!({"stock": "cp-1"}) };
    let send = json!({"from": "vault", "to": to, "carrier": "c-1", "series": series, "notes": notes});
    let sending = year.second(&manager(), &second, json!({"send_notes": send}));
    let counted = if chance.of(20) { self::notes(year, chance, 20) } else { notes };
    year.ask(&office(), json!({"open_office": {}}));
    if let Some(sending) = sending {
        year.ask(&office(), json!({"receive_notes": {"sending": sending, "notes": counted}}));
        errand(year, series, chance);
    }
}

/// Somebody gets a few small notes, and brings some back in one way or another.
fn errand(year: &mut Year, series: &str, chance: &mut Chance<'_>) {
    let (account, holder) = year.account(chance);
    let few = json!([[year.ledger.design().unit().scale.one(), chance.between(1, 5)]]);
    let want = json!({"account": account, "series": series, "want": {"notes": few}});
    year.ask(&office().for_client(holder), json!({"pay_out": want}));
    let back = json!({"account": account, "series": series, "notes": few});
    year.ask(&office().for_client(holder), json!({"take_in": back}));
    counter(year, chance);
}

/// Units that go onto paper.
pub(super) fn pay_out(year: &mut Year, chance: &mut Chance<'_>) {
    let (account, holder) = year.account(chance);
    let want = if chance.of(30) {
        json!({"notes": notes(year, chance, 3)})
    } else {
        json!({"amount": year.amount(chance)})
    };
    let ask = json!({"pay_out": {"account": account, "series": chance.pick(&SERIES), "want": want}});
    year.ask(&office().for_client(holder), ask);
}

/// Notes that are put on an account.
pub(super) fn take_in(year: &mut Year, chance: &mut Chance<'_>) {
    let (account, holder) = year.account(chance);
    let (series, notes) = (chance.pick(&SERIES), notes(year, chance, 3));
    let ask = json!({"take_in": {"account": account, "series": series, "notes": notes}});
    year.ask(&office().for_client(holder), ask);
}

/// A drawer that is counted, and whatever becomes of the difference.
pub(super) fn count(year: &mut Year, chance: &mut Chance<'_>) {
    let counted: Vec<Value> = SERIES
        .iter()
        .map(|series| json!({"series": series, "stock": notes(year, chance, 9), "till": [], "returned": []}))
        .collect();
    let count = if chance.of(50) { json!([]) } else { json!(counted) };
    year.ask(&office(), json!({"count_cash": {"count": {"series": count, "euro": 0}}}));
    let then = chance.pick(&["approve_difference", "approve_difference", "ask_recount"]);
    year.ask(&manager(), json!({then: {"office": "cp-1"}}));
    if chance.of(50) {
        year.ask(&office(), json!({"open_office": {}}));
    }
}

/// The office of these notes is counted: nothing lies there, and whatever should is booked as missing.
pub(super) fn end_of_day(year: &mut Year) {
    year.ask(&office(), json!({"count_cash": {"count": {"series": [], "euro": 0}}}));
    year.ask(&manager(), json!({"approve_difference": {"office": "cp-1"}}));
}

/// An office that is closed for good: mostly one that never opened.
pub(super) fn end_office(year: &mut Year, chance: &mut Chance<'_>) {
    year.ask(&manager(), json!({"end_office": {"office": chance.pick(&["cp-2", "cp-1"])}}));
}

/// What else an office does with notes: swaps them, keeps a till, takes them for what it sells.
pub(super) fn counter(year: &mut Year, chance: &mut Chance<'_>) {
    let (series, few) = (chance.pick(&SERIES), notes(year, chance, 3));
    let till = json!({"series": series, "notes": few, "euro": chance.between(0, 500)});
    let ask = match chance.below(5) {
        0 => {
            json!({"swap_notes": {"from": series, "notes": few, "to": chance.pick(&SERIES), "stamped": chance.below(4)}})
        }
        1 => json!({"fill_till": till}),
        2 => json!({"hand_over_till": till}),
        3 => {
            let euro = chance.between(0, 300);
            let (price, what) = (worth(&few), "lidgeld");
            json!({"sell": {"what": what, "price": price, "euro_price": euro, "series": series, "notes": few, "euro": euro}})
        }
        _ => json!({"hand_in": {"partner": "p-11", "series": series, "notes": few}}),
    };
    year.ask(&office(), ask);
}

/// What bearers of notes do: they are rewarded in notes, and spend them.
pub(super) fn bearer(year: &mut Year, chance: &mut Chance<'_>) {
    let series = chance.pick(&SERIES);
    if chance.of(50) {
        let activity = code_of(year.ledger.design().earning().actions(), |one| one.code, chance);
        let award = json!({"partner": "p-01", "person": "x-1", "activity": activity, "measured": chance.between(1, 120), "series": series});
        year.ask(&Asker::office("s-050", "issuing_partner"), json!({"award_notes": award}));
    } else {
        let reward = code_of(year.ledger.design().redemption().offers(), |one| one.code, chance);
        let few = notes(year, chance, 2);
        let redeem = json!({"partner": "p-11", "reward": reward, "count": 1, "series": series, "notes": few});
        year.ask(&Asker::office("s-051", "redeeming_partner"), json!({"redeem_notes": redeem}));
    }
}

/// Notes that are destroyed or gone, and an operation of an office that is taken back.
pub(super) fn vault(year: &mut Year, chance: &mut Chance<'_>) {
    let (series, few) = (chance.pick(&SERIES), notes(year, chance, 2));
    let ask = match chance.below(3) {
        0 => json!({"destroy_notes": {"series": series, "notes": few}}),
        1 => json!({"report_lost": {"lost": {"notes": {"place": "vault", "series": series, "notes": few}}}}),
        _ => json!({"chargeback": {"original": year.nth_order(chance)}}),
    };
    year.second(&manager(), &Asker::office("s-011", "project_manager"), ask);
}

/// What these pieces come to.
fn worth(notes: &Value) -> i64 {
    let pieces = notes.as_array().into_iter().flatten();
    pieces.map(|piece| piece[0].as_i64().unwrap() * piece[1].as_i64().unwrap()).sum()
}
