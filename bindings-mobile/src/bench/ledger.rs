//! The clocks of a ledger: deciding, executing a batch, a statement.

use std::hint::black_box;

use muntwerk::books::AccountKind;
use muntwerk::calendar::{Day, Instant};
use muntwerk::dense::Secret;
use muntwerk::design::Design;
use muntwerk::id::{Code, Id, OrderId};
use muntwerk::ledger::Ledger;
use muntwerk::money::Amount;
use muntwerk::orders::{Appoint, ApprovePartner, Ask, Award, OpenAccount, Order, Pay, Transfer};
use muntwerk::people::PartnerRole;
use muntwerk::views::Statement;

use super::{Fault, per};

/// Nanoseconds for deciding one payment, over so many; 0 if the scene cannot be set.
#[unsafe(no_mangle)]
pub extern "C" fn muntwerk_bench_decide(times: u32) -> u64 {
    let timed = scene().and_then(|scene| {
        let order = scene.payment(1_000_000)?;
        Ok(per(times, || {
            let _ = black_box(scene.ledger.decide(black_box(&order)));
        }))
    });
    timed.unwrap_or(0)
}

/// Nanoseconds for executing so many payments in one batch, the least of so many times.
#[unsafe(no_mangle)]
pub extern "C" fn muntwerk_bench_batch(orders: u32, times: u32) -> u64 {
    let timed = scene().and_then(|mut scene| {
        let mut least = u64::MAX;
        for turn in 1..=u64::from(times) {
            let first = turn.saturating_mul(1_000_000_000);
            let numbers = first..first.saturating_add(orders.into());
            let batch: Vec<Order> = numbers.map(|number| scene.payment(number)).collect::<Result<_, _>>()?;
            let ledger = &mut scene.ledger;
            least = least.min(per(1, || {
                let _ = black_box(ledger.execute_all(black_box(&batch)));
            }));
        }
        Ok(least)
    });
    timed.unwrap_or(0)
}

/// Nanoseconds for one statement of a member, over so many.
#[unsafe(no_mangle)]
pub extern "C" fn muntwerk_bench_statement(times: u32) -> u64 {
    let timed = scene().map(|scene| {
        per(times, || {
            let _ = black_box(Statement::of(&scene.ledger, &scene.ann, scene.today, scene.today));
        })
    });
    timed.unwrap_or(0)
}

/// Three hours of work rewarded, then units passed to and fro between two members.
pub(super) struct Scene {
    pub(super) ledger: Ledger,
    pub(super) today: Day,
    pub(super) ann: Id,
    bob: Id,
}

impl Scene {
    /// Units go to and fro, so that there are always enough.
    pub(super) fn payment(&self, number: u64) -> Result<Order, Fault> {
        let (from, to) = if number.is_multiple_of(2) { (self.ann, self.bob) } else { (self.bob, self.ann) };
        let pay =
            Transfer { from, to, pay: Pay::Amount(Amount::from_minor(1)?), offer: None, category: None };
        order(number, from, "participant", pay.into(), self.today)
    }
}

fn order(number: u64, actor: Id, role: &str, ask: Ask, today: Day) -> Result<Order, Fault> {
    Ok(Order {
        id: OrderId::new(number.into()),
        actor,
        role: Code::parse(role)?,
        instant: Instant::new(1_735_812_000_000),
        booking_day: today,
        value_day: today,
        ask,
        contact_point: None,
        on_behalf_of: None,
        reason: None,
        evidence: None,
    })
}

pub(super) fn scene() -> Result<Scene, Fault> {
    let design = Design::parse(include_str!("../../../core/designs/torekes.toml"))?;
    let today = Day::new(2025, 1, 2)?;
    let mut ledger = Ledger::open(Id::parse("torekes-1")?, design, today, Secret::new([7; 16]))?;
    let (ann, bob, partner) = (Id::parse("m-0001")?, Id::parse("m-0002")?, Id::parse("p-01")?);
    let (project, operator, issuing) =
        (Id::parse("s-010")?, Id::parse("s-050")?, Code::parse("issuing_partner")?);
    let open = |person| OpenAccount { account: person, kind: AccountKind::Person, holders: [person].into() };
    let work = Award { partner, to: ann, activity: Code::parse("buurtwerk")?, measured: 180, earner: None };
    let appoint = Appoint { person: operator, role: issuing, from: today, scope: Some(partner), until: None };
    let approve = ApprovePartner::plain(partner, vec![PartnerRole::Issuing]);
    let asks: [(Id, &str, Ask); 5] = [
        (Id::parse("s-001")?, "steering_group", approve.into()),
        (project, "project_manager", appoint.into()),
        (project, "project_manager", open(ann).into()),
        (project, "project_manager", open(bob).into()),
        (operator, "issuing_partner", work.into()),
    ];
    for (number, (actor, role, ask)) in (1..).zip(asks) {
        ledger.execute(&order(number, actor, role, ask, today)?)?;
    }
    Ok(Scene { ledger, today, ann, bob })
}
