//! A random year under any design: everything that can be asked, by whoever may and sometimes by others.

use std::collections::BTreeSet;

use muntwerk::calendar::{Day, Instant};
use muntwerk::design::Design;
use muntwerk::id::{Id, OrderId};
use muntwerk::ledger::Ledger;
use muntwerk::orders::{Ask, AskKind, Order, RefusalCode};
use serde_json::{Value, json};

use super::blocks::{OFFICES, OWN_ROLE, PARTNERS};
use super::chance::Chance;
use crate::invariants::broken;
use crate::stage::{SECRET, code, day, id, order};

mod earning;
mod governing;
mod joining;
mod limits;
mod membership;
mod offices;
mod redeeming;
mod settling;
mod spending;
mod time;

/// Something that can happen on a day.
pub type Act = fn(&mut Year, &mut Chance<'_>);

/// What can happen, and how often each: a new ask joins with an act that asks it and a line here.
pub const ACTS: &[(u32, Act)] = &[
    (3, joining::welcome),
    (4, joining::record_fact),
    (14, earning::award),
    (4, earning::claim),
    (14, spending::transfer),
    (5, spending::gift),
    (3, spending::pay_for_relative),
    (8, redeeming::redeem),
    (10, redeeming::reserve),
    (8, redeeming::wait),
    (2, redeeming::stop_waiting),
    (4, redeeming::pick_up),
    (2, redeeming::release),
    (4, redeeming::restock),
    (1, membership::open_account),
    (1, membership::approve_partner),
    (2, membership::amend_contract),
    (2, membership::change_holders),
    (3, limits::set_limits),
    (2, limits::grant_exception),
    (3, membership::change_state),
    (2, membership::close_account),
    (3, membership::write_off),
    (1, membership::appoint),
    (1, membership::end_role),
    (2, membership::give_mandate),
    (1, membership::revoke_mandate),
    (8, governing::reverse),
    (6, governing::complete),
    (5, governing::reject),
    (2, governing::withdraw),
    (1, governing::amend_design),
    (2, governing::end_units),
    (4, offices::supply),
    (5, offices::pay_out),
    (3, offices::take_in),
    (4, offices::counter),
    (4, offices::bearer),
    (2, offices::vault),
    (3, offices::count),
    (1, offices::end_office),
    (2, settling::claim),
    (4, settling::approve),
    (2, settling::reject),
    (3, settling::claw_back),
    (3, settling::back),
    (3, settling::exchange_back),
    (22, time::close_days),
    (8, time::record_notice),
];

/// The accounts every year begins with, and their holders. The household is shared by the first person.
pub const ACCOUNTS: [(&str, &str, &[&str]); 7] = [
    ("m-1", "person", &["d-1"]),
    ("m-2", "person", &["d-2"]),
    ("m-3", "person", &["d-3"]),
    ("m-4", "person", &["s-020"]),
    ("m-5", "person", &["d-5"]),
    ("h-1", "household", &["d-1", "d-6"]),
    ("o-1", "organisation", &["d-7"]),
];

/// A year, and what was booked in it.
pub struct Year {
    /// The ledger.
    pub ledger: Ledger,
    /// What kinds of order were booked.
    pub booked: BTreeSet<AskKind>,
    /// What kinds of order were refused, and why.
    pub refused: BTreeSet<(AskKind, RefusalCode)>,
    /// What the design may be amended to.
    amended: Option<Design>,
    orders: Vec<OrderId>,
    audited_until: Day,
    /// Nobody can count an open office any more, and no day can be closed before.
    stuck: bool,
    last: Day,
}

/// Who asks, in which role, and for whom.
#[derive(Clone, Debug)]
pub struct Asker {
    actor: String,
    role: String,
    client: Option<String>,
}

impl Asker {
    /// Somebody for the own account.
    pub fn own(holder: &str) -> Self {
        Self::office(holder, "participant")
    }

    /// Somebody who holds a role.
    pub fn office(actor: &str, role: &str) -> Self {
        Self { actor: actor.to_owned(), role: role.to_owned(), client: None }
    }

    /// For somebody else.
    #[must_use]
    pub fn for_client(mut self, client: &str) -> Self {
        self.client = Some(client.to_owned());
        self
    }
}

impl Year {
    /// The first day of a year under a design, with its accounts and partners.
    pub fn new(design: &Design, amended: Option<Design>, chance: &mut Chance<'_>) -> Self {
        let first = day("2025-01-01");
        let ledger = Ledger::open(id("year-1"), design.clone(), first, SECRET).unwrap();
        let last = first.last_of_year();
        let mut year = Self {
            ledger,
            booked: BTreeSet::new(),
            refused: BTreeSet::new(),
            amended,
            orders: Vec::new(),
            audited_until: first,
            stuck: false,
            last,
        };
        let manager = Asker::office("s-010", "project_manager");
        for (account, kind, holders) in ACCOUNTS {
            year.ask(
                &manager,
                json!({"open_account": {"account": account, "kind": kind, "holders": holders}}),
            );
        }
        let roles = [&["issuing", "redeeming"][..], &["issuing"], &["redeeming"]];
        for (partner, roles) in PARTNERS.into_iter().zip(roles) {
            let approve = json!({"approve_partner": {"partner": partner, "roles": roles}});
            year.ask(&Asker::office("s-001", "steering_group"), approve);
        }
        if chance.of(30) {
            time::take_over(&mut year, chance);
        }
        year
    }

    /// Lets everything of these numbers happen, one list for each act, and then closes the year day by day
    /// in steps. Says what was not sound.
    pub fn live(&mut self, acts: &[Vec<u32>]) -> Result<(), String> {
        let all: u32 = ACTS.iter().map(|(often, _)| often).sum();
        for numbers in acts {
            let mut chance = Chance::new(numbers);
            let mut at = chance.below(all);
            let act = ACTS.iter().find(|(often, _)| {
                let here = at < *often;
                at = at.saturating_sub(*often);
                here
            });
            act.unwrap().1(self, &mut chance);
            self.sound()?;
        }
        while self.ledger.day() <= self.last && !self.stuck {
            self.close(60);
            self.sound()?;
        }
        if self.stuck && !self.refused.contains(&(AskKind::CloseDay, RefusalCode::OfficeStillOpen)) {
            return Err(self.here("the day cannot be closed"));
        }
        self.audited()
    }

    /// What is always true of the books; in a new month, all that the ledger can find itself.
    fn sound(&mut self) -> Result<(), String> {
        broken(&self.ledger).map_err(|what| self.here(&what))?;
        if self.ledger.day() <= self.audited_until {
            return Ok(());
        }
        self.audited_until = self.ledger.day().last_of_month();
        self.audited()
    }

    fn audited(&self) -> Result<(), String> {
        let found = self.ledger.audit();
        if found.is_empty() { Ok(()) } else { Err(self.here(&format!("{found:?}"))) }
    }

    /// Where something was found.
    fn here(&self, what: &str) -> String {
        format!("{what}, on {} after record {}", self.ledger.day(), self.ledger.len())
    }

    /// Asks something, on the current day and for it.
    pub fn ask(&mut self, asker: &Asker, ask: Value) -> bool {
        self.late(asker, 0, ask)
    }

    /// Asks something, for a day that lies back.
    pub fn late(&mut self, asker: &Asker, back: i32, ask: Value) -> bool {
        let ask: Ask = serde_json::from_value(ask.clone()).unwrap_or_else(|error| panic!("{ask}: {error}"));
        let order = self.order(asker, back, ask);
        self.execute(&order)
    }

    /// Asks what takes two people; the other one completes it. Gives the order that was asked, if it is known.
    pub fn second(&mut self, asker: &Asker, other: &Asker, ask: Value) -> Option<OrderId> {
        let waits = |year: &Self, id| year.ledger.state().pendings().iter().any(|one| one.order.id == id);
        let asked = self.ask(asker, ask).then(|| self.nth_order(&mut Chance::new(&[])));
        if let Some(pending) = asked.filter(|pending| waits(self, *pending)) {
            self.ask(other, json!({"complete": {"pending": pending}}));
        }
        asked
    }

    fn order(&self, asker: &Asker, back: i32, ask: Ask) -> Order {
        let number = u128::from(self.ledger.len()) * 1_000 + u128::try_from(self.orders.len()).unwrap() + 1;
        let mut order = order(number, &asker.actor, &asker.role, self.ledger.day(), ask);
        order.value_day = order.value_day.minus_days(back).unwrap();
        // Ten minutes from one order to the next.
        order.instant =
            Instant::new(order.instant.millis() + 600_000 * i64::try_from(self.ledger.len()).unwrap());
        order.contact_point = self.place_of(asker);
        order.evidence = Some(id("e-1"));
        order.reason = Some(code("told-so"));
        order.on_behalf_of = asker.client.as_deref().map(id);
        order
    }

    /// Where somebody works, or else wherever people are helped.
    fn place_of(&self, asker: &Asker) -> Option<Id> {
        let points = self.ledger.design().contact_points().all();
        let own = OFFICES.iter().find(|(person, role, _)| *person == asker.actor && *role == asker.role);
        let own = own.and_then(|(.., scope)| *scope).filter(|scope| scope.starts_with("cp-")).map(id);
        own.or(points.first().map(|point| point.id)).filter(|_| !points.is_empty())
    }

    fn execute(&mut self, order: &Order) -> bool {
        match self.ledger.execute(order) {
            Ok(_) => {
                self.booked.insert(order.ask.kind());
                self.orders.push(order.id);
                true
            }
            Err(refused) => {
                self.refused.insert((order.ask.kind(), refused.refusal.code));
                false
            }
        }
    }

    /// Closes some days. An office that is still open may stand in the way, and is counted first.
    fn close(&mut self, days: i32) {
        let through = self.ledger.day().plus_days(days - 1).unwrap();
        let ask = json!({"close_day": {"through": through, "today": through}});
        let system = Asker::office("s-900", "system");
        if !self.ask(&system, ask.clone()) {
            offices::end_of_day(self);
            self.stuck = !self.ask(&system, ask);
        }
    }

    /// One minor unit short of or beyond a round amount, or a round amount.
    fn amount(&self, chance: &mut Chance<'_>) -> i64 {
        let one = self.ledger.design().unit().scale.one();
        match chance.below(20) {
            17 => 1,
            18 => chance.between(1, 40) * one + 1,
            19 => chance.between(40, 400) * one,
            _ => chance.between(1, 40) * one,
        }
    }

    /// An account, and who holds it.
    fn account(&self, chance: &mut Chance<'_>) -> (&'static str, &'static str) {
        let (account, _, holders) = chance.pick(&ACCOUNTS);
        (account, chance.pick(holders))
    }

    /// Who asks for an account: mostly its holder, sometimes somebody else.
    fn asker(&self, holder: &str, chance: &mut Chance<'_>) -> Asker {
        if chance.of(75) || chance.of(10) {
            Asker::own(holder)
        } else {
            self.anybody(chance).for_client(holder)
        }
    }

    /// Anybody at all, in a role.
    fn anybody(&self, chance: &mut Chance<'_>) -> Asker {
        if chance.of(5) {
            return Asker::office("s-070", OWN_ROLE);
        }
        let (person, role, _) = chance.pick(&OFFICES);
        Asker::office(person, role)
    }

    fn nth_order(&self, chance: &mut Chance<'_>) -> OrderId {
        let recent = u32::try_from(self.orders.len()).unwrap().min(20);
        if recent == 0 {
            return OrderId::new(u128::MAX);
        }
        let back = usize::try_from(chance.below(recent)).unwrap();
        self.orders[self.orders.len() - 1 - back]
    }

    fn late_by(&self, chance: &mut Chance<'_>) -> i32 {
        chance.pick(&[0, 0, 0, 0, 1, 3, 7, 14, 20])
    }
}

fn code_of<T>(things: &[T], of: impl Fn(&T) -> muntwerk::id::Code, chance: &mut Chance<'_>) -> String {
    let codes: Vec<_> = things.iter().map(of).collect();
    if codes.is_empty() { code("nothing").to_string() } else { chance.pick(&codes).to_string() }
}

/// The person an operator of the partner is.
fn operator(partner: &Id) -> &'static str {
    let found =
        OFFICES.iter().find(|(_, _, scope)| scope.is_some_and(|scope| partner.with_str(|id| id == scope)));
    found.map_or("s-050", |(person, ..)| person)
}
