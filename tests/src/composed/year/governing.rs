//! What was wrong, what waits, and what is to be otherwise.

use muntwerk::id::OrderId;
use serde_json::{Value, json};

use super::earning::claim;
use super::{Asker, Chance, Year};

/// Taken back, whole or in part.
pub(super) fn reverse(year: &mut Year, chance: &mut Chance<'_>) {
    let asker = if chance.of(20) { year.anybody(chance) } else { Asker::office("s-010", "project_manager") };
    let mut ask = json!({"original": year.nth_order(chance)});
    if chance.of(30) {
        ask["amount"] = json!(year.amount(chance));
    }
    year.ask(&asker, json!({"reverse": ask}));
}

/// Something that waits, and who asked it in which role; somebody claims something if nothing does.
fn nth_pending(year: &mut Year, chance: &mut Chance<'_>) -> (OrderId, [String; 2]) {
    if year.ledger.state().pendings().iter().next().is_none() {
        claim(year, chance);
    }
    let waiting: Vec<_> = year.ledger.state().pendings().iter().collect();
    let Ok(many @ 1..) = u32::try_from(waiting.len()) else {
        return (OrderId::new(u128::MAX), ["d-1", "participant"].map(String::from));
    };
    let order = &waiting[usize::try_from(chance.below(many)).unwrap()].order;
    (order.id, [order.actor.to_string(), order.role.to_string()])
}

/// Completed, by whoever can.
pub(super) fn complete(year: &mut Year, chance: &mut Chance<'_>) {
    let (pending, _) = nth_pending(year, chance);
    let able = [
        ("s-011", "project_manager"),
        ("s-050", "issuing_partner"),
        ("s-052", "issuing_partner"),
        ("s-002", "steering_group"),
        ("s-001", "steering_group"),
        ("s-010", "project_manager"),
    ];
    let (person, role) = chance.pick(&able);
    year.ask(&Asker::office(person, role), json!({"complete": {"pending": pending}}));
}

/// Turned down.
pub(super) fn reject(year: &mut Year, chance: &mut Chance<'_>) {
    let (pending, _) = nth_pending(year, chance);
    let (person, role) = chance.pick(&[("s-011", "project_manager"), ("s-050", "issuing_partner")]);
    year.ask(&Asker::office(person, role), json!({"reject": {"pending": pending}}));
}

/// Taken back by whoever asked.
pub(super) fn withdraw(year: &mut Year, chance: &mut Chance<'_>) {
    let (pending, [actor, role]) = nth_pending(year, chance);
    year.ask(&Asker::office(&actor, &role), json!({"withdraw": {"pending": pending}}));
}

/// Another version of the design, by two of the steering group.
pub(super) fn amend_design(year: &mut Year, chance: &mut Chance<'_>) {
    let Some(design) = year.amended.clone() else { return };
    let effective = year.ledger.day().plus_days(chance.pick(&[1, 5, 40])).unwrap();
    let mut ask = json!({"effective": effective, "design": design.resolved()});
    if chance.of(40) {
        ask["existing"] = json!("extend");
    }
    two_of_the_steering_group(year, json!({"amend_design": ask}));
}

/// Earlier ends for units that were earned in some days, by two of the steering group.
pub(super) fn end_units(year: &mut Year, chance: &mut Chance<'_>) {
    let today = year.ledger.day();
    let through = today.minus_days(chance.pick(&[0, 10, 60])).unwrap();
    let mut ask =
        json!({"earned_through": through, "ends_on": today.plus_days(chance.pick(&[60, 5, 120, 0]))});
    if chance.of(40) {
        ask["earned_from"] = json!(through.minus_days(chance.pick(&[30, 5, 100])));
    }
    two_of_the_steering_group(year, json!({"end_units": ask}));
}

fn two_of_the_steering_group(year: &mut Year, ask: Value) {
    let of = |person| Asker::office(person, "steering_group");
    year.second(&of("s-001"), &of("s-002"), ask);
}
