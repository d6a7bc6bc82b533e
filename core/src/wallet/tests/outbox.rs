//! Orders on their way.

use super::{key, told};
use crate::calendar::Instant;
use crate::feed::Feeds;
use crate::orders::{Order, Refusal, RefusalCode};
use crate::views::scenario::{Scenario, day, id};
use crate::wallet::{Expected, OrderOutcome, OutboxError, Wallet};

fn gift(number: u128, amount: u32) -> Order {
    serde_json::from_str(&format!(
        r#"{{"id":"{number:032x}","actor":"m-1","role":"participant","instant":0,"booking_day":"2025-02-05",
            "value_day":"2025-02-05","ask":{{"gift":{{"from":"m-1","to":"m-2","amount":{amount}}}}}}}"#
    ))
    .unwrap()
}

#[test]
fn an_order_stays_until_a_feed_answers_it() {
    let mut it = Scenario::rabot();
    let today = it.ledger.day();
    let mut wallet = told(&it.ledger, id("m-1"));
    let confirmed = wallet.balances(today).unwrap().confirmed;
    let (three, many) = (gift(0xa1, 3), gift(0xa2, 900));
    wallet.put_in_outbox(three.clone()).unwrap();
    wallet.put_in_outbox(many.clone()).unwrap();
    wallet.put_in_outbox(three.clone()).unwrap();
    assert_eq!(wallet.outbox(), [three.clone(), many.clone()]);
    let other = OutboxError::IdConflict(three.id);
    assert_eq!(wallet.put_in_outbox(gift(0xa1, 4)), Err(other));
    let balances = wallet.balances(today).unwrap();
    assert_eq!((balances.confirmed, balances.pending.minor()), (confirmed, -3));
    assert_eq!(balances.available.minor(), confirmed.minor() - 3);

    // They arrive a day later, and are decided on that day; the first one twice.
    it.close_through("2025-02-05");
    for order in [&three, &many, &three] {
        let _ = it.ledger.execute(&order.clone().received(it.ledger.day(), Instant::new(5)));
    }
    let feed = Feeds::of(&it.ledger, key()).feed_for(&id("m-1"), wallet.seen()).unwrap();
    let applied = wallet.apply(&feed).unwrap();
    let answers: Vec<_> = applied.answered.iter().map(|one| (one.order, &one.outcome)).collect();
    assert!(matches!(answers.as_slice(), [
        (one, OrderOutcome::Booked { .. }),
        (two, OrderOutcome::Refused { refusal, .. }),
    ] if *one == three.id && *two == many.id && refusal.code == RefusalCode::InsufficientBalance));
    assert!(wallet.outbox().is_empty());
    assert_eq!(wallet.put_in_outbox(three.clone()), Err(OutboxError::Answered(three.id)));
    let other = OutboxError::IdConflict(three.id);
    assert_eq!(wallet.put_in_outbox(gift(0xa1, 4)), Err(other));
    assert_eq!(wallet.answer_to(many.id), Some(applied.answered[1].outcome.clone()));
    assert_eq!(wallet.balances(it.ledger.day()).unwrap().confirmed.minor(), confirmed.minor() - 3);
}

#[test]
fn an_order_on_its_way_does_not_stand_in_its_own_way() {
    let it = Scenario::rabot();
    let today = it.ledger.day();
    let mut wallet = told(&it.ledger, id("m-1"));
    let held = wallet.balances(today).unwrap().confirmed.minor();
    let all = gift(0xa3, u32::try_from(held).unwrap());
    let before = wallet.preview(&all, today).unwrap();
    wallet.put_in_outbox(all.clone()).unwrap();
    assert_eq!(wallet.preview(&all, today), Ok(before));
    // Of another one nothing is left.
    let one_more = wallet.preview(&gift(0xa4, 1), today).unwrap();
    assert!(matches!(one_more.expected, Expected::Refused(refusal)
        if refusal.code == RefusalCode::InsufficientBalance));
}

#[test]
fn a_wallet_that_starts_anew_still_sends_what_it_has_to_send() {
    let it = Scenario::rabot();
    let mut wallet = told(&it.ledger, id("m-1"));
    wallet.put_in_outbox(gift(0xa5, 3)).unwrap();
    let anew = wallet.started_anew();
    assert_eq!((anew.seen(), anew.outbox()), (0, wallet.outbox()));
    assert_eq!(anew.save(), Wallet::load(&anew.save()).unwrap().save());
}

#[test]
fn what_leaves_no_trace_is_told_by_the_host() {
    let it = Scenario::rabot();
    let mut wallet = told(&it.ledger, id("m-1"));
    let order = gift(0xb1, 3);
    wallet.put_in_outbox(order.clone()).unwrap();
    let recorded = Refusal::new(RefusalCode::InsufficientBalance);
    assert_eq!(wallet.turned_away(order.id, recorded), None);
    assert_eq!(wallet.outbox().len(), 1);
    let answered = wallet.turned_away(order.id, Refusal::new(RefusalCode::TooOld)).unwrap();
    assert!(matches!(answered.outcome, OrderOutcome::Refused { record: None, .. }));
    assert!(wallet.outbox().is_empty());
}

#[test]
fn two_phones_spend_the_same_units_once() {
    let mut it = Scenario::rabot();
    let held = it.ledger.state().books().find(&id("m-1")).unwrap().balance().minor();
    let all = u32::try_from(held).unwrap();
    let (mut one, mut two) = (told(&it.ledger, id("m-1")), told(&it.ledger, id("m-1")));
    let (first, second) = (gift(0xc1, all), gift(0xc2, all));
    for (phone, order) in [(&mut one, &first), (&mut two, &second)] {
        let preview = phone.preview(order, it.ledger.day()).unwrap();
        assert!(matches!(preview.expected, Expected::Booked(_)), "{preview:?}");
        phone.put_in_outbox(order.clone()).unwrap();
    }
    it.ledger.execute(&first).unwrap();
    let refused = it.ledger.execute(&second).unwrap_err();
    assert_eq!(refused.refusal.code, RefusalCode::InsufficientBalance);
    let mut feeds = Feeds::of(&it.ledger, key());
    for phone in [&mut one, &mut two] {
        phone.apply(&feeds.feed_for(&id("m-1"), phone.seen()).unwrap()).unwrap();
        assert_eq!(phone.balances(day("2025-02-05")).unwrap().confirmed.minor(), 0);
    }
    assert!(one.outbox().is_empty() && two.outbox().is_empty());
}
