//! Orders that are not tried.

use super::seven_months::{ask, design, text};
use crate::orders::AskKind;
use crate::views::scenario::{Scenario, day};
use crate::what_if::{WhatIf, WhyLeftOut};

fn members(text: &str) -> Scenario {
    let mut it = Scenario::open(text, "2025-01-01");
    it.members("s-010", &["m-1"]);
    it
}

/// R8: the other design is in force throughout; what amends the one there was is no part of it.
#[test]
fn amendments_are_left_out_with_what_completes_them() {
    let mut it = members(&text("12", "pot"));
    let later = serde_json::to_string(&text("12", "pot").replace("gifts = true", "gifts = false")).unwrap();
    let amend = format!(r#"{{"amend_design":{{"effective":"2025-02-01","design":{later}}}}}"#);
    let amend = ask(&mut it, "s-001", "steering_group", &amend);
    let complete = format!(r#"{{"complete":{{"pending":"{amend}"}}}}"#);
    it.book("s-002", "steering_group", &complete);
    it.close_through("2025-01-31");
    assert!(it.ledger.state().designs().iter().count() == 2);
    let what_if = WhatIf::of(&it.ledger, design("6", "pot")).unwrap();
    let left_out: Vec<_> = what_if.comparison().left_out.iter().map(|one| (one.ask, one.why)).collect();
    assert_eq!(
        left_out,
        [(AskKind::AmendDesign, WhyLeftOut::OneDesign), (AskKind::Complete, WhyLeftOut::Names(amend))]
    );
    assert!(what_if.comparison().changed.is_empty());
    assert_eq!(what_if.ledger().design(), &design("6", "pot"));
    assert_eq!(what_if.ledger().day(), day("2025-02-01"));
}

/// A closing that was refused would close a day on which more was booked.
#[test]
fn days_close_where_they_closed() {
    let closes = "[permissions.close_day]\nproject_manager = \"none\"\n";
    let mut it = members(&format!("{}\n{closes}", text("12", "pot")));
    let close = r#"{"close_day":{"through":"2025-01-01","today":"2025-01-02"}}"#;
    ask(&mut it, "s-010", "project_manager", close);
    it.members("s-010", &["m-2"]);
    it.close_through("2025-01-01");
    let allowed = format!("{}\n{}", text("12", "pot"), closes.replace("none", "allow"));
    let what_if = WhatIf::of(&it.ledger, crate::design::Design::parse(&allowed).unwrap()).unwrap();
    let comparison = what_if.comparison();
    let left_out: Vec<_> = comparison.left_out.iter().map(|one| (one.ask, one.why)).collect();
    assert_eq!(left_out, [(AskKind::CloseDay, WhyLeftOut::DayWentOn)]);
    assert!(comparison.changed.is_empty() && comparison.accounts.is_empty());
    assert_eq!(what_if.ledger().day(), day("2025-01-02"));
}
