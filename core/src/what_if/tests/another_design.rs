//! What another design does to the same orders.

use super::seven_months::{design, seven_months, text};
use crate::evaluation::{Kind, Movements};
use crate::ledger::Record;
use crate::orders::{AskKind, RefusalCode};
use crate::views::TrialBalance;
use crate::views::scenario::{Scenario, day, id};
use crate::what_if::{ASSUMPTION, AccountStanding, CameTo, WhatIf};

const DESIGNS: [(&str, &str); 4] = [("12", "pot"), ("6", "pot"), ("6", "lapsed"), ("3", "lapsed")];

/// R8: the report of a dry run is what would have been booked, had the other design been there all along.
#[test]
fn what_would_be_is_what_the_other_design_books() {
    for (months, destination) in DESIGNS {
        let ledger = seven_months(&text(months, destination));
        for (other_months, other_destination) in DESIGNS {
            let what_if = WhatIf::of(&ledger, design(other_months, other_destination)).unwrap();
            let direct = seven_months(&text(other_months, other_destination));
            let records = |ledger: &crate::ledger::Ledger| ledger.records_from(1).collect::<Vec<Record>>();
            let name = format!("{months} {destination}, {other_months} {other_destination}");
            assert!(records(what_if.ledger()) == records(&direct), "{name}");
            assert_eq!(what_if.ledger().design(), direct.design(), "{name}");
            assert_ne!(what_if.ledger().id(), ledger.id(), "{name}");
        }
    }
}

#[test]
fn a_shorter_expiry_lapses_more_and_refuses_who_pays_afterwards() {
    let ledger = seven_months(&text("12", "lapsed"));
    let what_if = WhatIf::of(&ledger, design("6", "lapsed")).unwrap();
    let comparison = what_if.comparison();
    let (was, is) = (&comparison.as_it_was, &comparison.as_it_would_be);
    assert_eq!(comparison.assumption, ASSUMPTION);
    assert_eq!((comparison.from, comparison.through), (day("2025-01-01"), day("2025-08-01")));
    // 100 are earned; all of them end on 31 July, before the soup of 20 and the 10 that are paid.
    assert_eq!((was.issued, was.earned, was.spent, was.lapsed, was.outstanding), (100, 100, 10, 0, 100));
    assert_eq!((is.issued, is.earned, is.spent, is.lapsed, is.outstanding), (100, 100, 0, 100, 0));
    assert_eq!((was.past_end, is.past_end), (0, 0));
    // The 500 in both; the soup, what takes it back and the 10 as well.
    assert_eq!((was.refused, was.refused_units, was.refused_unsaid), (1, 500, 0));
    assert_eq!((is.refused, is.refused_units, is.refused_unsaid), (4, 550, 0));
    for sums in [was, is] {
        assert_eq!(sums.issued, sums.ended + sums.outstanding);
    }
    let totals = TrialBalance::of(what_if.ledger());
    let held: i64 =
        totals.rows.iter().filter(|row| row.kind.is_participant()).map(|row| row.balance.minor()).sum();
    assert_eq!((i128::from(held), totals.sum), (is.outstanding, 0));

    let standing = |account: &str| {
        let found = comparison.accounts.iter().find(|one| one.account == id(account)).unwrap();
        let told = |one: AccountStanding| (one.opened, one.balance.minor(), one.lapsed, one.refused);
        (told(found.was), told(found.is))
    };
    assert_eq!(standing("m-1"), ((true, 80, 0, 0), (true, 0, 70, 0)));
    assert_eq!(standing("m-2"), ((true, 20, 0, 1), (true, 0, 30, 4)));
    assert_eq!(standing("system:lapsed"), ((true, 0, 0, 0), (true, 100, 0, 0)));
    assert!(comparison.accounts.iter().all(|one| one.account != id("m-3")));
    let accounts = u64::try_from(comparison.accounts.len()).unwrap();
    assert_eq!(comparison.accounts_alike + accounts, u64::try_from(totals.rows.len()).unwrap());

    let changed: Vec<_> =
        comparison.changed.iter().map(|one| (one.ask, one.units, one.was, one.is)).collect();
    let refused = CameTo::Refused;
    assert_eq!(
        changed,
        [
            (AskKind::Redeem, Some(20), CameTo::Booked, refused(RefusalCode::InsufficientBalance)),
            (AskKind::Reverse, Some(20), CameTo::Booked, refused(RefusalCode::OriginalUnknown)),
            (AskKind::Transfer, Some(10), CameTo::Booked, refused(RefusalCode::InsufficientBalance)),
        ]
    );
    assert_eq!((comparison.now_refused().count(), comparison.no_longer_refused().count()), (3, 0));
    // What takes back an order that would be refused is listed with it.
    let [orphan] = comparison.orphaned.as_slice() else { panic!("{:?}", comparison.orphaned) };
    assert_eq!((orphan.ask, orphan.names), (AskKind::Reverse, comparison.changed[0].order));
    assert_eq!(orphan.is, refused(RefusalCode::OriginalUnknown));
    let original = ledger.get(orphan.number).unwrap();
    assert_eq!(original.order().unwrap().id, orphan.order);
}

#[test]
fn what_was_refused_is_tried_again() {
    let ledger = seven_months(&text("6", "lapsed"));
    let what_if = WhatIf::of(&ledger, design("12", "lapsed")).unwrap();
    let comparison = what_if.comparison();
    assert_eq!((comparison.now_refused().count(), comparison.no_longer_refused().count()), (0, 3));
    assert_eq!((comparison.as_it_was.refused_units, comparison.as_it_would_be.refused_units), (550, 500));
    // Two partners, three accounts, the award, the gift, and the four of August; the closings are none.
    assert_eq!((comparison.tried, comparison.orphaned.len()), (11, 0));
}

#[test]
fn what_lapses_to_the_pot_left_its_holder_and_is_still_out() {
    let ledger = seven_months(&text("12", "pot"));
    let what_if = WhatIf::of(&ledger, design("6", "pot")).unwrap();
    let comparison = what_if.comparison();
    let is = &comparison.as_it_would_be;
    assert_eq!((is.lapsed, is.lapsed_to_pot, is.outstanding), (0, 100, 100));
    let holder = comparison.accounts.iter().find(|one| one.account == id("m-1")).unwrap();
    assert_eq!((holder.was.lapsed, holder.is.lapsed), (0, 70));
}

/// Nobody recorded what became of a notice that was never given, and until that is known nothing lapses.
#[test]
fn units_past_their_end_whose_notice_nobody_followed_are_told() {
    let ledger = seven_months(&text("12", "lapsed"));
    let followed = text("6", "lapsed").replace("suffices = \"given\"", "suffices = \"delivered\"");
    let what_if = WhatIf::of(&ledger, crate::design::Design::parse(&followed).unwrap()).unwrap();
    let is = &what_if.comparison().as_it_would_be;
    assert_eq!((is.lapsed, is.outstanding, is.past_end), (0, 100, 100));
}

#[test]
fn another_tariff_moves_otherwise_what_is_booked_in_both() {
    let ledger = seven_months(&text("12", "pot"));
    let dearer = text("12", "pot").replace("units = 25 # [1]", "units = 30 # [1]");
    let what_if = WhatIf::of(&ledger, crate::design::Design::parse(&dearer).unwrap()).unwrap();
    let comparison = what_if.comparison();
    assert_eq!((comparison.changed.len(), comparison.moved_otherwise), (0, 1));
    assert_eq!((comparison.as_it_was.earned, comparison.as_it_would_be.earned), (100, 120));
    // Every figure works on the ledger that would be.
    let movements = Movements::of_ledger(what_if.ledger()).unwrap();
    let earned = movements.rows.iter().filter(|row| row.kind == Kind::Earn);
    assert_eq!(earned.map(|row| row.amount.minor()).sum::<i64>(), 120);
}

#[test]
fn what_waits_for_somebody_is_neither_booked_nor_refused() {
    let ledger = seven_months(&text("12", "pot"));
    let proposed = format!("{}\n[permissions.gift]\nparticipant = \"propose\"\n", text("12", "pot"));
    let what_if = WhatIf::of(&ledger, crate::design::Design::parse(&proposed).unwrap()).unwrap();
    let gift = what_if.comparison().changed.iter().find(|one| one.ask == AskKind::Gift).unwrap();
    assert_eq!((gift.was, gift.is, gift.units), (CameTo::Booked, CameTo::Waiting, Some(30)));
}

/// What is picked up was reserved by an order that would be refused: both count with the account that reserved.
#[test]
fn what_is_picked_up_names_what_was_reserved() {
    let mut it = Scenario::rabot();
    let reservation = it.reserve_a_meal();
    let envelope = r#","on_behalf_of":"m-1","evidence":"form-2""#;
    let pick_up = format!(r#"{{"pick_up":{{"reservation":"{reservation}"}}}}"#);
    it.book_with("s-051", "redeeming_partner", envelope, &pick_up);
    let rabot = include_str!("../../../designs/rabot-example.toml");
    let dearer = rabot.replace("price = 30    # example", "price = 300    # example");
    let what_if = WhatIf::of(&it.ledger, crate::design::Design::parse(&dearer).unwrap()).unwrap();
    let comparison = what_if.comparison();
    let orphaned: Vec<_> = comparison.orphaned.iter().map(|one| (one.ask, one.names.to_string())).collect();
    assert_eq!(orphaned, [(AskKind::PickUp, reservation)]);
    assert_eq!((comparison.as_it_was.redeemed, comparison.as_it_would_be.redeemed), (50, 20));
    let member = comparison.accounts.iter().find(|one| one.account == id("m-1")).unwrap();
    assert_eq!(member.is.refused, member.was.refused + 2);
}

#[test]
fn it_is_written_in_plain_words() {
    let ledger = seven_months(&text("12", "lapsed"));
    let (other, comparison) = WhatIf::of(&ledger, design("6", "lapsed")).unwrap().into_parts();
    assert_eq!(other.day(), ledger.day());
    let written = serde_json::to_value(&comparison).unwrap();
    assert!(written["assumption"].as_str().unwrap().starts_with("No change of behaviour is assumed"));
    assert_eq!(written["changed"][0]["was"], "booked");
    assert_eq!(written["changed"][0]["is"]["refused"], "insufficient_balance");
    assert_eq!(written["accounts"][0]["is"]["balance"], 100);
}
