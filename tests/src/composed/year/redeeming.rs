//! Units that are spent outside the ring.

use muntwerk::design::{Offer, Price};
use muntwerk::id::OrderId;
use serde_json::{Value, json};

use super::{Asker, Chance, Year, code_of};
use crate::composed::blocks::PARTNERS;

/// What somebody wants, and who asks: the member, the partner, or a desk. Mostly it is asked where it can be had.
fn wish(year: &Year, fits: impl Fn(&Offer) -> bool, chance: &mut Chance<'_>) -> (Asker, Value) {
    let (account, holder) = year.account(chance);
    let offers = year.ledger.design().redemption().offers();
    let fitting: Vec<&Offer> = offers.iter().filter(|offer| fits(offer)).collect();
    let found = if fitting.is_empty() { None } else { Some(chance.pick(&fitting)) };
    let anywhere = chance.pick(&[PARTNERS[2], PARTNERS[0], PARTNERS[2], PARTNERS[1]]);
    let partner = found.and_then(|offer| offer.partner).filter(|_| !chance.of(10));
    let partner = partner.map_or(String::from(anywhere), |partner| partner.to_string());
    let reward = found.map_or(String::from("nothing"), |offer| offer.code.to_string());
    let asker = match chance.below(6) {
        4 => Asker::office("s-051", "redeeming_partner").for_client(holder),
        5 => year.anybody(chance).for_client(holder),
        _ => Asker::own(holder),
    };
    let mut wish = json!({"account": account, "partner": partner, "reward": reward});
    wish["count"] = json!(chance.between(1, 3));
    if chance.of(20) || found.is_some_and(|offer| matches!(offer.price, Price::Steps { .. })) {
        wish["units"] = json!(year.amount(chance));
    }
    (asker, wish)
}

/// A redemption.
pub(super) fn redeem(year: &mut Year, chance: &mut Chance<'_>) {
    let (asker, wish) = wish(year, |_| true, chance);
    year.ask(&asker, json!({"redeem": wish}));
}

/// A reservation; sometimes of pieces that have just come in, and sometimes fetched at once.
pub(super) fn reserve(year: &mut Year, chance: &mut Chance<'_>) {
    let (asker, mut wish) = wish(year, |offer| offer.hold.is_some(), chance);
    wish["count"] = json!(1);
    if chance.of(50) {
        let come = json!({"partner": wish["partner"], "reward": wish["reward"], "by": 2});
        year.ask(&Asker::office("s-010", "project_manager"), json!({"restock": come}));
    }
    year.ask(&asker, json!({"reserve": wish}));
    match chance.below(3) {
        1 => pick_up(year, chance),
        2 => release(year, chance),
        _ => {}
    }
}

/// Something that is reserved, and who holds the account it is for.
fn reserved(year: &Year, chance: &mut Chance<'_>) -> Option<(OrderId, String)> {
    let open: Vec<_> =
        year.ledger.state().reservations().iter().map(|one| (one.id, one.account.id())).collect();
    let (order, account) = if open.is_empty() { return None } else { chance.pick(&open) };
    let books = year.ledger.state().books();
    let holder = *books.find(&account)?.holders().first()?;
    Some((order, year.ledger.state().people().person(holder)?.id().to_string()))
}

/// What was reserved, fetched in time or too late.
pub(super) fn pick_up(year: &mut Year, chance: &mut Chance<'_>) {
    let Some((reservation, holder)) = reserved(year, chance) else { return };
    let asker = match chance.below(4) {
        1 => Asker::office("s-042", "redemption_desk").for_client(&holder),
        2 => Asker::office("s-051", "redeeming_partner").for_client(&holder),
        _ => Asker::own(&holder),
    };
    year.ask(&asker, json!({"pick_up": {"reservation": reservation}}));
}

/// A place in line for something that is out of stock, and sometimes for what is there.
pub(super) fn wait(year: &mut Year, chance: &mut Chance<'_>) {
    let (asker, mut wish) = wish(year, |offer| offer.waiting.is_some(), chance);
    wish["count"] = json!(chance.between(1, 2));
    wish.as_object_mut().unwrap().remove("units");
    year.ask(&asker, json!({"wait": wish}));
    // Pieces come for the first in line, and somebody tries before them.
    if chance.of(40) {
        let come = json!({"partner": wish["partner"], "reward": wish["reward"], "by": chance.between(1, 3)});
        year.ask(&Asker::office("s-010", "project_manager"), json!({"restock": come}));
        let account = if chance.of(50) { wish["account"].clone() } else { json!(year.account(chance).0) };
        wish["account"] = account;
        year.ask(&asker, json!({"reserve": wish}));
    }
}

/// A place in line, given up.
pub(super) fn stop_waiting(year: &mut Year, chance: &mut Chance<'_>) {
    let places: Vec<OrderId> = year.ledger.state().waiting().iter().map(|one| one.id).collect();
    if places.is_empty() {
        return;
    }
    let ask = json!({"stop_waiting": {"place": chance.pick(&places)}});
    year.ask(&Asker::office("s-010", "project_manager"), ask);
}

/// What was reserved, given up.
pub(super) fn release(year: &mut Year, chance: &mut Chance<'_>) {
    let Some((reservation, holder)) = reserved(year, chance) else { return };
    let asker = if chance.of(60) { Asker::office("s-010", "project_manager") } else { Asker::own(&holder) };
    year.ask(&asker, json!({"release": {"reservation": reservation}}));
}

/// Pieces that come, or go.
pub(super) fn restock(year: &mut Year, chance: &mut Chance<'_>) {
    let reward = code_of(year.ledger.design().redemption().offers(), |one| one.code, chance);
    let (partner, by) = (chance.pick(&[PARTNERS[2], PARTNERS[0]]), chance.pick(&[3, 1, 20, -1, -5]));
    let asker = Asker::office("s-010", "project_manager");
    year.ask(&asker, json!({"restock": {"partner": partner, "reward": reward, "by": by}}));
}
