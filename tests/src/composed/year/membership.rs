//! Accounts, partners, roles and mandates.

use serde_json::json;

use super::{Asker, Chance, Year};

const MANAGER: (&str, &str) = ("s-010", "project_manager");

fn manager(year: &Year, chance: &mut Chance<'_>) -> Asker {
    if chance.of(20) { year.anybody(chance) } else { Asker::office(MANAGER.0, MANAGER.1) }
}

/// A new account, or one that is there already.
pub(super) fn open_account(year: &mut Year, chance: &mut Chance<'_>) {
    let asker = manager(year, chance);
    let (n, kind) = (chance.below(20), chance.pick(&["person", "household", "organisation"]));
    let holder = format!("d-{}", 20 + n);
    let ask = json!({"open_account": {"account": format!("n-{n}"), "kind": kind, "holders": [holder]}});
    year.ask(&asker.for_client(&holder), ask);
}

/// A partner.
pub(super) fn approve_partner(year: &mut Year, chance: &mut Chance<'_>) {
    let asker = if chance.of(20) { year.anybody(chance) } else { Asker::office("s-001", "steering_group") };
    let partner = format!("p-{}", 20 + chance.below(5));
    year.ask(&asker, json!({"approve_partner": {"partner": partner, "roles": ["issuing", "redeeming"]}}));
}

/// Another contract with a partner: other dates, perhaps a budget, perhaps inside the ring.
pub(super) fn amend_contract(year: &mut Year, chance: &mut Chance<'_>) {
    let asker = if chance.of(20) { year.anybody(chance) } else { Asker::office("s-001", "steering_group") };
    let (partner, roles) = chance.pick(&[("p-02", "issuing"), ("p-11", "redeeming"), ("p-01", "issuing")]);
    let mut ask = json!({"partner": partner, "roles": [roles]});
    if partner == "p-01" {
        ask["roles"] = json!(["issuing", "redeeming"]);
    }
    if chance.of(50) {
        let per = chance.pick(&["month", "year", "contract"]);
        ask["budget"] = json!({"units": year.amount(chance), "per": per});
    }
    if chance.of(30) {
        ask["until"] = json!(year.ledger.day().plus_days(chance.pick(&[200, 30])));
    }
    if chance.of(30) {
        ask["account"] = json!("o-1");
    }
    year.ask(&asker, json!({"amend_contract": ask}));
}

/// Somebody who comes to a household, or goes.
pub(super) fn change_holders(year: &mut Year, chance: &mut Chance<'_>) {
    let asker = manager(year, chance);
    let account = chance.pick(&["h-1", "h-1", "o-1", "m-1"]);
    let person = format!("d-{}", chance.pick(&[8, 6, 1]));
    let what = chance.pick(&["add", "remove"]);
    year.ask(&asker.for_client("d-1"), json!({"change_holders": {"account": account, what: [person]}}));
}

/// Another state of an account; mostly back to active.
pub(super) fn change_state(year: &mut Year, chance: &mut Chance<'_>) {
    let asker = manager(year, chance);
    let (account, holder) = year.account(chance);
    let states = ["active", "active", "leaver", "inactive", "blocked", "active", "candidate", "deceased"];
    let ask = json!({"change_state": {"account": account, "state": chance.pick(&states)}});
    year.ask(&asker.for_client(holder), ask);
}

/// An account that is closed, perhaps for an heir: seldom one of those there are from the beginning.
pub(super) fn close_account(year: &mut Year, chance: &mut Chance<'_>) {
    let asker = manager(year, chance);
    let account =
        if chance.of(30) { year.account(chance).0.to_owned() } else { format!("n-{}", chance.below(20)) };
    let mut ask = json!({"account": account});
    if chance.of(20) {
        ask["heir"] = json!(year.account(chance).0);
    }
    year.ask(&asker.for_client("d-20"), json!({"close_account": ask}));
}

/// The debt of somebody who is gone, written off by two people.
pub(super) fn write_off(year: &mut Year, chance: &mut Chance<'_>) {
    let (account, _) = year.account(chance);
    let of = |person| Asker::office(person, MANAGER.1);
    if chance.of(60) {
        year.ask(
            &of("s-010"),
            json!({"change_state": {"account": account, "state": chance.pick(&["leaver", "deceased"])}}),
        );
    }
    year.second(&of("s-010"), &of("s-011"), json!({"write_off": {"account": account}}));
}

/// A role.
pub(super) fn appoint(year: &mut Year, chance: &mut Chance<'_>) {
    let asker = manager(year, chance);
    let role = chance.pick(&["auditor", "mediator", "project_manager", "youth_worker"]);
    let until = year.ledger.day().plus_days(30);
    let ask =
        json!({"appoint": {"person": "s-070", "role": role, "from": year.ledger.day(), "until": until}});
    year.ask(&asker, ask);
}

/// The end of a role.
pub(super) fn end_role(year: &mut Year, chance: &mut Chance<'_>) {
    let asker = manager(year, chance);
    let role = chance.pick(&["auditor", "mediator", "youth_worker"]);
    year.ask(&asker, json!({"end_role": {"person": chance.pick(&["s-070", "s-021"]), "role": role}}));
}

/// A mandate for a mediator.
pub(super) fn give_mandate(year: &mut Year, chance: &mut Chance<'_>) {
    let (_, client) = year.account(chance);
    let holder = chance.pick(&["s-021", "s-020", "d-2"]);
    let mut ask = json!({
        "mandate": format!("x-{}", chance.below(30)), "client": client, "holder": holder,
        "actions": ["transfer", "gift", "redeem"],
        "from": year.ledger.day(), "until": year.ledger.day().plus_days(60),
    });
    if chance.of(40) {
        ask["per_order"] = json!(year.amount(chance));
    }
    if chance.of(40) {
        ask["per_month"] = json!(year.amount(chance));
    }
    year.ask(&Asker::own(client), json!({"give_mandate": ask}));
}

/// A mandate taken back, by whoever gave it or by the project manager.
pub(super) fn revoke_mandate(year: &mut Year, chance: &mut Chance<'_>) {
    let mandates: Vec<_> = year.ledger.state().people().mandates().map(|one| (one.id, one.client)).collect();
    let Ok(many @ 1..) = u32::try_from(mandates.len()) else { return };
    let (mandate, client) = mandates[usize::try_from(chance.below(many)).unwrap()];
    let client = client.to_string();
    let asker = if chance.of(50) { manager(year, chance).for_client(&client) } else { Asker::own(&client) };
    year.ask(&asker, json!({"revoke_mandate": {"mandate": mandate}}));
}
