//! What a preview says is what the server does.

use super::told;
use crate::books::{Change, Entry};
use crate::calendar::Day;
use crate::id::Id;
use crate::ledger::Ledger;
use crate::orders::{Order, RefusalCode};
use crate::views::scenario::{Scenario, day, id};
use crate::wallet::{Affordable, Assumed, Expected, WalletError};

fn order(ledger: &Ledger, actor: &str, ask: &str) -> Order {
    let today = ledger.day();
    serde_json::from_str(&format!(
        r#"{{"id":"{:032x}","actor":"{actor}","role":"participant","instant":0,"booking_day":"{today}",
            "value_day":"{today}","ask":{ask}}}"#,
        0xd0_u32
    ))
    .unwrap()
}

fn same(expected: &Expected, decided: &Result<Entry, crate::orders::Refusal>, account: Id) {
    match (expected, decided) {
        (Expected::Booked(effect), Ok(entry)) => {
            let leg = entry.leg(&account).unwrap();
            assert_eq!((effect.amount, effect.drawn), (leg.amount, leg.drawn));
            let told: Vec<_> = effect.lots.iter().map(|one| (one.lot.unwrap(), one.amount)).collect();
            let booked: Vec<_> = leg.lots.iter().map(|piece| (piece.0, piece.1)).collect();
            assert_eq!(told, booked);
            assert_eq!(effect.flags, entry.flags);
        }
        (Expected::Waits { until, .. }, Ok(entry)) => {
            let pending = entry.changes.iter().find_map(|change| match change {
                Change::PendingOpened(pending) => Some(pending.until),
                _ => None,
            });
            assert_eq!(pending, Some(*until));
        }
        (Expected::Refused(refusal), Err(decided)) => assert_eq!(refusal, decided),
        (expected, decided) => panic!("{expected:?} but {decided:?}"),
    }
}

#[test]
fn members_orders_come_out_as_foreseen() {
    let asks = [
        r#"{"gift":{"from":"m-1","to":"m-2","amount":7}}"#,
        r#"{"gift":{"from":"m-1","to":"m-2","amount":63}}"#,
        r#"{"transfer":{"from":"m-1","to":"m-2","pay":{"amount":30}}}"#,
        r#"{"transfer":{"from":"m-1","to":"m-1","pay":{"amount":1}}}"#,
        r#"{"transfer":{"from":"m-1","to":"m-2","pay":{"amount":0}}}"#,
        r#"{"redeem":{"account":"m-1","partner":"p-10","reward":"sociaal-restaurant"}}"#,
        r#"{"redeem":{"account":"m-1","partner":"p-10","reward":"sociaal-restaurant","count":9}}"#,
        r#"{"redeem":{"account":"m-1","partner":"p-01","reward":"sociaal-restaurant"}}"#,
        r#"{"redeem":{"account":"m-1","partner":"p-77","reward":"sociaal-restaurant"}}"#,
        r#"{"redeem":{"account":"m-1","partner":"p-10","reward":"luchtballon"}}"#,
        r#"{"transfer":{"from":"m-1","to":"m-2","pay":{"minutes":60}}}"#,
    ];
    for it in [Scenario::rabot(), Scenario::wijk(), Scenario::uurbank()] {
        let wallet = told(&it.ledger, id("m-1"));
        for ask in asks {
            let order = order(&it.ledger, "m-1", ask);
            let preview = wallet.preview(&order, it.ledger.day()).unwrap();
            assert_eq!((preview.day, preview.record), (it.ledger.day(), it.ledger.len() - 1));
            same(&preview.expected, &it.ledger.decide(&order), id("m-1"));
        }
    }
}

#[test]
fn units_that_end_before_the_phones_day_are_not_spent() {
    // What m-1 holds ends on 31 December 2025, and lapses with its term at the closing of 31 January.
    let mut it = Scenario::wijk();
    let wallet = told(&it.ledger, id("m-1"));
    let mut gift = order(&it.ledger, "m-1", r#"{"gift":{"from":"m-1","to":"m-2","amount":300}}"#);
    let mut booked = Vec::new();
    for through in ["2025-12-31", "2026-01-30", "2026-01-31", "2026-02-28"] {
        it.close_daily_through(through);
        let today = it.ledger.day();
        (gift.booking_day, gift.value_day) = (today, today);
        let preview = wallet.preview(&gift, today).unwrap();
        same(&preview.expected, &it.ledger.decide(&gift), id("m-1"));
        booked.push(matches!(preview.expected, Expected::Booked(_)));
    }
    assert_eq!(booked, [true, true, false, false]);
}

#[test]
fn what_only_the_server_knows_is_said() {
    let it = Scenario::rabot();
    let wallet = told(&it.ledger, id("m-1"));
    let ask = |ask: &str| wallet.preview(&order(&it.ledger, "m-1", ask), it.ledger.day()).unwrap();
    let gift = ask(r#"{"gift":{"from":"m-1","to":"m-404","amount":1}}"#);
    assert!(matches!(gift.expected, Expected::Booked(_)));
    assert_eq!(gift.assumed, [Assumed::OtherAccount(id("m-404"))]);
    for theirs in [
        r#"{"gift":{"from":"m-2","to":"m-1","amount":1}}"#,
        r#"{"award":{"partner":"p-01","to":"m-1","activity":"bloembak","measured":3}}"#,
        r#"{"withdraw":{"pending":"00000000000000000000000000000099"}}"#,
    ] {
        assert_eq!(ask(theirs).expected, Expected::OnlyServer);
    }
    let by_staff = order(&it.ledger, "s-010", r#"{"gift":{"from":"m-1","to":"m-2","amount":1}}"#);
    assert_eq!(wallet.preview(&by_staff, it.ledger.day()).unwrap().expected, Expected::OnlyServer);
}

#[test]
fn days_out_of_reach() {
    let it = Scenario::rabot();
    let wallet = told(&it.ledger, id("m-1"));
    // A clock that is behind gets the ledger's day.
    assert_eq!(wallet.balances(day("2020-01-01")).unwrap().day, it.ledger.day());
    assert!(matches!(wallet.balances(Day::LAST), Err(WalletError::TooFarAhead { .. })));
    let empty = crate::wallet::Wallet::new(id("m-1"), super::key().public());
    assert_eq!(empty.balances(it.ledger.day()), Err(WalletError::NothingSeen));
}

#[test]
fn the_catalogues_say_what_is_affordable() {
    let it = Scenario::rabot();
    let today = it.ledger.day();
    let mut answers = Vec::new();
    for member in ["m-1", "m-3"] {
        let wallet = told(&it.ledger, id(member));
        let balance = wallet.balances(today).unwrap().available;
        for line in wallet.catalogue(id(member), today).unwrap() {
            let affordable = line.affordable == Affordable::Yes;
            let short = matches!(&line.affordable, Affordable::No(refusal)
                if refusal.code == RefusalCode::InsufficientBalance);
            assert_eq!(
                (affordable, short),
                (line.price.units_per_piece() <= balance, !affordable),
                "{line:?}"
            );
            answers.push(affordable);
        }
    }
    assert!(answers.contains(&true) && answers.contains(&false));
    let wallet = told(&it.ledger, id("m-1"));
    let activities = wallet.activities(today).unwrap();
    assert!(activities.iter().any(|one| !one.partners.is_empty()));
    assert!(!wallet.offices(today).unwrap().is_empty());
}

#[test]
fn an_order_is_previewed_on_the_phones_day_whatever_day_it_names() {
    let it = Scenario::rabot();
    let (wallet, today) = (told(&it.ledger, id("m-1")), it.ledger.day());
    let now = order(&it.ledger, "m-1", r#"{"gift":{"from":"m-1","to":"m-2","amount":7}}"#);
    let old = Order { booking_day: day("2024-01-01"), ..now.clone() };
    assert!(matches!(wallet.preview(&now, today).unwrap().expected, Expected::Booked(_)));
    assert_eq!(wallet.preview(&old, today), wallet.preview(&now, today));
}

#[test]
fn what_somebody_else_asks_is_left_to_the_server() {
    let it = Scenario::rabot();
    let (wallet, today) = (told(&it.ledger, id("m-1")), it.ledger.day());
    for ask in [
        r#"{"gift":{"from":"m-2","to":"m-1","amount":7}}"#,
        r#"{"gift":{"from":"m-1","to":"m-2","amount":7}}"#,
    ] {
        let others = order(&it.ledger, "m-2", ask);
        assert_eq!(wallet.preview(&others, today).unwrap().expected, Expected::OnlyServer, "{ask}");
    }
}
