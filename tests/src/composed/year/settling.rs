//! What partners took in is claimed, approved and paid; and where euro back the units, these come and go.

use muntwerk::books::ClaimState;
use muntwerk::design::Price;
use muntwerk::id::OrderId;
use serde_json::{Value, json};

use super::{Asker, Chance, Year};
use crate::composed::blocks::PARTNERS;

fn manager() -> Asker {
    Asker::office("s-010", "project_manager")
}

/// Asked by one manager, completed by the other.
fn two_managers(year: &mut Year, ask: Value) {
    year.second(&manager(), &Asker::office("s-011", "project_manager"), ask);
}

fn invoice(year: &Year, chance: &mut Chance<'_>) -> String {
    // Now and then one that was there before.
    let number = if chance.of(10) { 1 } else { year.ledger.len() };
    format!("f-{number}")
}

/// A claim of a partner.
pub(super) fn claim(year: &mut Year, chance: &mut Chance<'_>) {
    let asker = if chance.of(20) {
        Asker::office("s-051", "redeeming_partner")
    } else {
        Asker::office("s-900", "system")
    };
    let mut ask =
        json!({"partner": chance.pick(&[PARTNERS[0], PARTNERS[2]]), "invoice": invoice(year, chance)});
    if chance.of(20) {
        ask["through"] = json!(year.ledger.day().minus_days(chance.pick(&[1, 20])));
    }
    year.ask(&asker, json!({"file_claim": ask}));
}

/// The last claim that stands so, or one that is not there.
fn latest(year: &Year, stands: fn(&ClaimState) -> bool) -> OrderId {
    let claims = year.ledger.state().settlements().claims().filter(|claim| stands(&claim.state));
    claims.last().map_or(OrderId::new(u128::MAX), |claim| claim.id)
}

/// Something a partner takes in, by somebody who has the units for it.
fn taken_in(year: &mut Year, chance: &mut Chance<'_>) {
    let one = year.ledger.design().unit().scale.one();
    let earning = year.ledger.design().earning().actions().first().map(|action| action.code);
    if let Some(activity) = earning {
        let award = json!({"partner": PARTNERS[0], "to": "m-1", "activity": activity, "measured": 600});
        year.ask(&Asker::office("s-050", "issuing_partner"), json!({"award": award}));
    }
    let bought = json!({"account": "m-1", "euro": 10_000 * chance.pick(&[1, 2])});
    year.ask(&manager().for_client("d-1"), json!({"top_up": bought}));
    for offer in year.ledger.design().redemption().offers().to_vec() {
        let partner = offer.partner.map_or(String::from(PARTNERS[2]), |partner| partner.to_string());
        let mut redeem = json!({"account": "m-1", "partner": partner, "reward": offer.code, "count": 1});
        if matches!(offer.price, Price::Steps { .. }) {
            redeem["units"] = json!(40 * one);
        }
        year.ask(&Asker::own("d-1"), json!({"redeem": redeem}));
    }
}

fn filed(year: &mut Year, chance: &mut Chance<'_>) -> OrderId {
    taken_in(year, chance);
    let by_periods = year.ledger.design().settlement().is_some_and(|block| block.terms.period.is_some());
    if by_periods && chance.of(70) {
        year.close(chance.pick(&[7, 31]));
    }
    claim(year, chance);
    latest(year, |state| matches!(state, ClaimState::Filed))
}

/// Approved, and mostly paid.
pub(super) fn approve(year: &mut Year, chance: &mut Chance<'_>) {
    let claim = filed(year, chance);
    two_managers(year, json!({"approve_claim": {"claim": claim}}));
    if chance.of(70) {
        let claim = latest(year, |state| matches!(state, ClaimState::Approved { .. }));
        year.ask(&manager(), json!({"confirm_paid": {"claim": claim}}));
        if chance.of(20) {
            year.ask(&manager(), json!({"return_payment": {"claim": claim}}));
        }
    }
}

/// Turned down, whole or in part.
pub(super) fn reject(year: &mut Year, chance: &mut Chance<'_>) {
    let claim = filed(year, chance);
    let mut ask = json!({"claim": claim});
    let claims = year.ledger.state().settlements();
    let first = claims.claim(claim).and_then(|claim| claim.acceptances.first().cloned());
    if let Some(first) = first.filter(|_| chance.of(60)) {
        ask["acceptance"] = json!(first.order);
        if chance.of(50) {
            ask["units"] = json!(1);
        }
    }
    year.ask(&manager(), json!({"reject_claim": ask}));
}

/// What was settled is undone, whole or in part.
pub(super) fn claw_back(year: &mut Year, chance: &mut Chance<'_>) {
    if chance.of(50) {
        approve(year, chance);
    }
    let settled = latest(year, |state| !matches!(state, ClaimState::Filed | ClaimState::Rejected { .. }));
    let claim = year.ledger.state().settlements().claim(settled);
    let original = claim.and_then(|claim| claim.acceptances.last()).map_or(settled, |one| one.order);
    let mut ask = json!({"original": original});
    if chance.of(30) {
        ask["amount"] = json!(1);
    }
    two_managers(year, json!({"claw_back": ask}));
}

/// Units that are bought, and euro that are brought to where they back them.
pub(super) fn back(year: &mut Year, chance: &mut Chance<'_>) {
    let (account, holder) = year.account(chance);
    let ask = json!({"account": account, "euro": chance.pick(&[1_000, 2_500, 1, 50_000])});
    let asker = if chance.of(50) { manager() } else { Asker::office("s-041", "exchange_office") };
    year.ask(&asker.for_client(holder), json!({"top_up": ask}));
    if chance.of(30) {
        let till = json!({"series": "r-2025", "notes": [], "euro": chance.pick(&[1_000, 100])});
        year.ask(&Asker::office("s-041", "exchange_office"), json!({"hand_over_till": till}));
        let (account, paper) = (chance.pick(&[500, 100]), chance.pick(&[500, 0]));
        two_managers(year, json!({"fund_backing": {"account": account, "paper": paper}}));
    }
}

/// A partner inside the ring, which chose who gets a part of its fee, exchanges units for euro; or a member
/// in need. Sometimes what was given is paid then.
pub(super) fn exchange_back(year: &mut Year, chance: &mut Chance<'_>) {
    let one = year.ledger.design().unit().scale.one();
    let who = if chance.of(60) { "p-01" } else { year.account(chance).0 };
    if who == "p-01" {
        let chosen = json!({"beneficiary": "p-11", "second_beneficiary": "p-02"});
        let inside = json!({"partner": who, "roles": ["issuing", "redeeming"], "account": "o-1", "settlement": chosen});
        year.ask(&Asker::office("s-001", "steering_group"), json!({"amend_contract": inside}));
        let manager = manager().for_client("d-7");
        year.ask(&manager, json!({"top_up": {"account": "o-1", "euro": 10_000}}));
    }
    let units = chance.pick(&[10, 1, 33]) * one;
    let ask = json!({"who": who, "units": units, "invoice": invoice(year, chance)});
    two_managers(year, json!({"exchange_back": ask}));
    if chance.of(50) {
        let ask = json!({"partner": "p-11", "invoice": invoice(year, chance)});
        two_managers(year, json!({"pay_given": ask}));
    }
}
