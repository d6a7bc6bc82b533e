//! The same seven months of the Rabot example under one design or another.

use crate::design::Design;
use crate::id::OrderId;
use crate::ledger::Ledger;
use crate::views::scenario::Scenario;

const RABOT: &str = include_str!("../../../designs/rabot-example.toml");

/// The Rabot's design with units that last so many months, lapse for good or to the pot, and need a notice that
/// was given.
pub(super) fn text(months: &str, destination: &str) -> String {
    RABOT
        .replace("months = 12 ", &format!("months = {months} "))
        .replace("destination = \"pot\"", &format!("destination = \"{destination}\""))
        .replace("suffices = \"delivered_or_undeliverable\"", "suffices = \"given\"")
}

pub(super) fn design(months: &str, destination: &str) -> Design {
    Design::parse(&text(months, destination)).unwrap()
}

/// Asks something, booked or not; the id of the order.
pub(super) fn ask(it: &mut Scenario, actor: &str, role: &str, ask: &str) -> OrderId {
    let _ = it.ask_with(actor, role, "", ask);
    let last = it.ledger.get(it.ledger.len().saturating_sub(1)).unwrap();
    last.order().unwrap().id
}

/// `m-1` earns 100 in January and gives `m-2` 30 of it. In August `m-2` has soup for 20, which is taken back,
/// pays `m-1` 10, and tries to pay 500.
pub(super) fn seven_months(text: &str) -> Ledger {
    let mut it = Scenario::open(text, "2025-01-01");
    for (partner, roles) in [("p-01", "issuing"), ("p-14", "redeeming")] {
        let approve = format!(r#"{{"approve_partner":{{"partner":"{partner}","roles":["{roles}"]}}}}"#);
        ask(&mut it, "s-001", "steering_group", &approve);
    }
    it.members("s-010", &["m-1", "m-2", "m-3"]);
    let work = r#"{"award":{"partner":"p-01","to":"m-1","activity":"buurtwerk","measured":240}}"#;
    ask(&mut it, "s-050", "issuing_partner", work);
    ask(&mut it, "m-1", "participant", r#"{"gift":{"from":"m-1","to":"m-2","amount":30}}"#);
    for month_end in ["01-31", "02-28", "03-31", "04-30", "05-31", "06-30", "07-30", "07-31"]
        .map(|day| format!("2025-{day}"))
    {
        it.close_through(&month_end);
    }
    let soup = r#"{"redeem":{"account":"m-2","partner":"p-14","reward":"soep","count":2}}"#;
    let soup = ask(&mut it, "m-2", "participant", soup);
    let back = format!(r#"{{"reverse":{{"original":"{soup}"}}}}"#);
    let _ = it.ask_with("s-010", "project_manager", r#","reason":"mistake""#, &back);
    for amount in [10, 500] {
        let pay = format!(r#"{{"transfer":{{"from":"m-2","to":"m-1","pay":{{"amount":{amount}}}}}}}"#);
        ask(&mut it, "m-2", "participant", &pay);
    }
    it.ledger
}
