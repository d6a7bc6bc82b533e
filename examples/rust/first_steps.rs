//! Open, award, transfer, statement: three hours of work for the neighbourhood, and what a neighbour
//! gets of it. Run with `cargo run --package muntwerk --example first_steps`.
#![allow(clippy::print_stdout, reason = "what the example comes to is there to be read")]

use std::error::Error;

use muntwerk::books::AccountKind;
use muntwerk::calendar::{Day, Instant};
use muntwerk::dense::Secret;
use muntwerk::design::Design;
use muntwerk::id::{Code, Id, OrderId};
use muntwerk::ledger::Ledger;
use muntwerk::money::Amount;
use muntwerk::orders::{Appoint, ApprovePartner, Ask, Award, Lang, OpenAccount, Order, Pay, Transfer, Words};
use muntwerk::people::PartnerRole;
use muntwerk::views::Statement;

fn main() -> Result<(), Box<dyn Error>> {
    let design = Design::parse(include_str!("../../core/designs/torekes.toml"))?;
    let today = Day::new(2025, 1, 2)?;
    // A real host takes the secret from its operating system.
    let mut ledger = Ledger::open(Id::parse("torekes-1")?, design, today, Secret::new([7; 16]))?;

    let (ann, bob, partner) = (Id::parse("m-0001")?, Id::parse("m-0002")?, Id::parse("p-01")?);
    let (operator, issuing) = (Id::parse("s-050")?, Code::parse("issuing_partner")?);
    let open = |person| OpenAccount { account: person, kind: AccountKind::Person, holders: [person].into() };
    let asks: [(&str, &str, Ask); 6] = [
        ("s-001", "steering_group", ApprovePartner::plain(partner, vec![PartnerRole::Issuing]).into()),
        (
            "s-010",
            "project_manager",
            Appoint { person: operator, role: issuing, from: today, scope: Some(partner), until: None }
                .into(),
        ),
        ("s-010", "project_manager", open(ann).into()),
        ("s-010", "project_manager", open(bob).into()),
        (
            "s-050",
            "issuing_partner",
            Award { partner, to: ann, activity: Code::parse("buurtwerk")?, measured: 180, earner: None }
                .into(),
        ),
        (
            "m-0001",
            "participant",
            Transfer {
                from: ann,
                to: bob,
                pay: Pay::Amount(Amount::from_minor(25)?),
                offer: None,
                category: None,
            }
            .into(),
        ),
    ];
    for (number, (actor, role, ask)) in (1..).zip(asks) {
        ledger.execute(&Order {
            id: OrderId::new(number),
            actor: Id::parse(actor)?,
            role: Code::parse(role)?,
            instant: Instant::new(1_735_812_000_000),
            booking_day: today,
            value_day: today,
            ask,
            contact_point: None,
            on_behalf_of: None,
            reason: None,
            evidence: None,
        })?;
    }

    let statement = Statement::of(&ledger, &ann, today, today).ok_or("no such account")?;
    println!("{}", statement.text(Lang::En, &Words::of(ledger.design().unit(), Lang::En)));
    Ok(())
}
