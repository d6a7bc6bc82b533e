//! A design as text: read, written out and read again, then put to work.

use muntwerk::calendar::Day;
use muntwerk::dense::Secret;
use muntwerk::design::Design;
use muntwerk::id::Id;
use muntwerk::ledger::Ledger;
use muntwerk::orders::Ask;

use super::story::order;
use super::{Depth, Outcome, check};

/// Reads a design; if it is one, opens a ledger under it and lets everybody try everything.
pub fn design_text(data: &[u8], depth: Depth) -> Outcome {
    let mut outcome = Outcome::default();
    let Ok(text) = std::str::from_utf8(data) else { return outcome };
    let design = match Design::parse(text) {
        Ok(design) => design,
        Err(error) => {
            assert!(!error.problems.is_empty(), "refused without a reason");
            for problem in &error.problems {
                let lines = text.split('\n').count();
                assert!((1..=lines).contains(&problem.line), "line {} of {lines}: {problem}", problem.line);
            }
            return outcome;
        }
    };
    outcome.read += 1;
    let resolved = design.resolved();
    let again = Design::parse(&resolved)
        .unwrap_or_else(|error| panic!("{error}\nin the resolved design\n{resolved}"));
    assert!(again == design, "resolved to another design:\n{resolved}");
    assert_eq!(again.resolved(), resolved, "resolved differently the second time");
    let day = Day::new(2025, 1, 30).unwrap();
    let mut ledger = Ledger::open(Id::parse("fuzz-1").unwrap(), design, day, Secret::new([7; 16])).unwrap();
    let mut number = 0;
    for round in 0..2 {
        for (actor, role) in actors(&ledger) {
            for ask in asks(&ledger, round) {
                let mut order = order(number, &actor, &role, ledger.day(), ask);
                number += 1;
                order.contact_point = ledger.design().office_holders().iter().find_map(|one| one.scope);
                order.on_behalf_of = Id::parse("m-1").ok();
                order.evidence = Id::parse("ev-1").ok();
                let decided = ledger.decide(&order);
                let answer = ledger.execute(&order);
                assert_eq!(decided.is_ok(), answer.is_ok(), "decided {decided:?}, executed {answer:?}");
                outcome.count(&answer);
            }
        }
    }
    check::all_is_well(&mut ledger, &[], depth);
    outcome
}

/// The first few office-holders, and the participants.
fn actors(ledger: &Ledger) -> Vec<(String, String)> {
    let held = ledger.design().office_holders().iter().take(16);
    let mut actors: Vec<_> = held.map(|one| (one.person.to_string(), one.role.to_string())).collect();
    actors.extend(["m-1", "m-2"].map(|member| (member.to_owned(), "participant".to_owned())));
    actors
}

fn asks(ledger: &Ledger, round: u8) -> Vec<Ask> {
    let day = ledger.day();
    let mut asks = Vec::new();
    let mut ask = |json: String| {
        asks.push(serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}: {json}")))
    };
    let design = ledger.design();
    let partners = design.office_holders().iter().filter_map(|one| one.scope).take(3);
    let partners: Vec<String> = partners.map(|scope| scope.to_string()).chain(["p-1".to_owned()]).collect();
    if round == 0 {
        for partner in &partners {
            ask(format!(
                r#"{{"approve_partner":{{"partner":"{partner}","roles":["issuing","redeeming"]}}}}"#
            ));
        }
        for member in ["m-1", "m-2"] {
            ask(format!(
                r#"{{"open_account":{{"account":"{member}","kind":"person","holders":["{member}"]}}}}"#
            ));
        }
        return asks;
    }
    for (from, to) in [("m-1", "m-2"), ("m-2", "m-1")] {
        for earning in design.earning().actions().iter().take(3) {
            let (partner, code) = (&partners[0], earning.code);
            ask(format!(
                r#"{{"award":{{"partner":"{partner}","to":"{from}","activity":"{code}","measured":61}}}}"#
            ));
        }
        ask(format!(r#"{{"transfer":{{"from":"{from}","to":"{to}","pay":{{"amount":7}}}}}}"#));
        ask(format!(r#"{{"transfer":{{"from":"{from}","to":"{to}","pay":{{"minutes":31}}}}}}"#));
        ask(format!(r#"{{"gift":{{"from":"{from}","to":"{to}","amount":3}}}}"#));
        for offer in design.redemption().offers().iter().take(3) {
            let (partner, code) = (&partners[0], offer.code);
            ask(format!(
                r#"{{"redeem":{{"account":"{from}","partner":"{partner}","reward":"{code}","count":1}}}}"#
            ));
        }
    }
    let through = day.plus_days(3).unwrap();
    let today = through.next().unwrap();
    ask(format!(r#"{{"close_day":{{"through":"{through}","today":"{today}"}}}}"#));
    asks
}
