//! The month of the Rabot under designs that differ in one thing.

use crate::design::{Design, UnitKind};
use crate::orders::{AskKind, RefusalCode};
use crate::views::scenario::{Scenario, id};
use crate::what_if::{CameTo, Comparison, WhatIf, WhatIfError};

const RABOT: &str = include_str!("../../../designs/rabot-example.toml");

fn rabot_but(was: &str, is: &str) -> Design {
    assert!(RABOT.contains(was), "{was}");
    Design::parse(&RABOT.replacen(was, is, 1)).unwrap()
}

fn under(scenario: &Scenario, design: Design) -> Comparison {
    WhatIf::of(&scenario.ledger, design).unwrap().into_parts().1
}

/// What changed: record, ask, and what it would come to.
fn changed(comparison: &Comparison) -> Vec<(AskKind, CameTo, CameTo)> {
    comparison.changed.iter().map(|one| (one.ask, one.was, one.is)).collect()
}

#[test]
fn what_is_paid_with_units_that_were_not_earned_is_refused_and_its_reversal_listed() {
    // Four hours earn 20 instead of 100: m-1 cannot pay 30, so m-2 has nothing to give 5 of, and the soup of 20 is
    // all there is. m-2 earns 10 as before. m-3 got no gift of 5 and has nothing to pay 2 with. Nothing of the 30
    // can come back.
    let scenario = Scenario::rabot();
    let comparison = under(&scenario, rabot_but("units = 25 # [1]", "units = 5"));
    let short = CameTo::Refused(RefusalCode::InsufficientBalance);
    let kinds: Vec<_> = comparison.now_refused().map(|one| (one.ask, one.units, one.is)).collect();
    assert_eq!(
        kinds.iter().take(3).copied().collect::<Vec<_>>(),
        [
            (AskKind::Transfer, Some(30), short),
            (AskKind::Gift, Some(5), short),
            (AskKind::Transfer, Some(2), short)
        ]
    );
    let reversal = comparison.orphaned.first().unwrap();
    assert_eq!((reversal.ask, comparison.orphaned.len()), (AskKind::Reverse, 1));
    assert_eq!(reversal.names, comparison.changed.first().unwrap().order);
    assert!(reversal.is.is_refused());
    let (was, is) = (comparison.as_it_was, comparison.as_it_would_be);
    assert_eq!((was.issued, was.redeemed, was.outstanding), (110, 20, 90));
    assert_eq!((is.issued, is.redeemed, is.outstanding), (30, 20, 10));
    assert_eq!(is.refused, was.refused + 4);
    assert_eq!(comparison.moved_otherwise, 1);
    let of = |account: &str| comparison.accounts.iter().find(|one| one.account == id(account)).unwrap();
    assert_eq!((of("m-2").was.balance.minor(), of("m-2").is.balance.minor()), (25, 10));
    assert!(comparison.assumption.contains("No change of behaviour"));
}

#[test]
fn what_was_refused_is_tried_again() {
    // Ten times the tariff: nobody paid more, so only what m-1 has differs; the refusals of m-3 stay.
    let scenario = Scenario::rabot();
    let richer = under(&scenario, rabot_but("units = 25 # [1]", "units = 250"));
    assert_eq!(changed(&richer), []);
    assert_eq!((richer.as_it_would_be.refused, richer.as_it_was.refused), (3, 3));
    // A ledger in which the same soup was refused while gifts were not allowed, and is booked where they are.
    let mut strict = Scenario::open(&RABOT.replacen("gifts = true ", "gifts = false ", 1), "2025-01-01");
    strict.members("s-010", &["m-1", "m-2"]);
    strict.book("s-001", "steering_group", r#"{"approve_partner":{"partner":"p-01","roles":["issuing"]}}"#);
    let work = r#"{"award":{"partner":"p-01","to":"m-1","activity":"buurtwerk","measured":60}}"#;
    strict.book_with("s-050", "issuing_partner", r#","value_day":"2025-01-01""#, work);
    strict.refused("m-1", "participant", r#"{"gift":{"from":"m-1","to":"m-2","amount":5}}"#);
    let comparison = under(&strict, Design::parse(RABOT).unwrap());
    let gift: Vec<_> = comparison.no_longer_refused().map(|one| (one.ask, one.units)).collect();
    assert_eq!(gift, [(AskKind::Gift, Some(5))]);
    assert_eq!((comparison.as_it_was.refused, comparison.as_it_was.refused_units), (1, 5));
    assert_eq!((comparison.as_it_would_be.refused, comparison.as_it_would_be.refused_units), (0, 0));
}

#[test]
fn a_shorter_life_lapses_more() {
    let mut scenario = Scenario::rabot();
    scenario.close_through("2025-06-30");
    let comparison = under(&scenario, rabot_but("months = 12 ", "months = 2 "));
    let lapsed = |sums: &crate::what_if::LedgerSums| sums.lapsed + sums.lapsed_to_pot;
    assert_eq!(lapsed(&comparison.as_it_was), 0);
    assert_eq!(comparison.as_it_was.outstanding, comparison.as_it_would_be.outstanding);
    // Notice is needed and its outcome was never recorded, so nothing may lapse (R18).
    assert_eq!(lapsed(&comparison.as_it_would_be), 0);
    let silent = RABOT.replacen("months = 12 ", "months = 2 ", 1);
    let line = silent.lines().find(|line| line.starts_with("notice = ")).unwrap();
    let silent = Design::parse(&silent.replace(line, "")).unwrap();
    let comparison = under(&scenario, silent);
    // All that was earned on 1 January ended with March; what came back on 4 February too.
    assert_eq!(lapsed(&comparison.as_it_would_be), 90);
    let per_account: i128 = comparison.accounts.iter().map(|one| one.is.lapsed).sum();
    assert_eq!(per_account, 90);
}

#[test]
fn amounts_that_would_mean_something_else_are_refused() {
    let scenario = Scenario::rabot();
    let error = |design| WhatIf::of(&scenario.ledger, design).err().unwrap();
    let hours = Design::parse(include_str!("../../../designs/uurbank-example.toml")).unwrap();
    assert!(matches!(error(hours), WhatIfError::UnitKind { was: UnitKind::EuroPegged, .. }));
    assert_eq!(error(rabot_but("scale = 0", "scale = 2")), WhatIfError::UnitScale { was: 0, is: 2 });
    let other = rabot_but(
        r#"names.en = { one = "rabotter", many = "rabotters" }"#,
        r#"names.en = { one = "toreke", many = "torekes" }"#,
    );
    let said = error(other).to_string();
    assert!(said.contains("torekes") && said.contains("rabotters"), "{said}");
}
