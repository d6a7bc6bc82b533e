//! The fixed workload: Zipf accounts, eight lots over twelve dates each, one account in a hundred
//! spending through a mediator with a monthly limit, 2 % refused, 1 % sent twice.

use muntwerk::calendar::{Day, Instant};
use muntwerk::dense::Secret;
use muntwerk::design::Design;
use muntwerk::id::{Code, Id, OrderId};
use muntwerk::ledger::Ledger;
use muntwerk::money::Amount;
use muntwerk::orders::{
    Appoint, ApprovePartner, Ask, Award, CloseDay, GiveMandate, OpenAccount, Order, Pay, Transfer,
};
use muntwerk::people::{Action, ActionSet, PartnerRole};

/// A small generator of its own, so that the workload is the same for ever (splitmix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, bound: u64) -> u64 {
        ((u128::from(self.roll()) * u128::from(bound)) >> 64) as u64
    }

    pub fn unit(&mut self) -> f64 {
        (self.roll() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A rank from 0 with probability about 1 / (rank + 1).
    pub fn zipf(&mut self, count: u32) -> u32 {
        let rank = (f64::from(count) + 1.0).powf(self.unit()) - 1.0;
        (rank as u32).min(count - 1)
    }
}

pub fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

pub fn member(number: u32) -> Id {
    id(&format!("m-{number:07}"))
}

pub fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

pub fn start() -> Day {
    Day::new(2025, 1, 1).unwrap()
}

pub fn design() -> Design {
    Design::parse(include_str!("bench.toml")).unwrap()
}

/// The same currency pegged to the euro, with every kind of cap.
pub fn capped() -> Design {
    let pegged = include_str!("bench.toml").replace("free_point", "euro_pegged");
    Design::parse(&format!("{pegged}{}", include_str!("caps.toml"))).unwrap()
}

/// Makes orders with ids of their own.
pub struct Clerk {
    next: u128,
    pub day: Day,
}

impl Clerk {
    pub fn new(day: Day) -> Self {
        Self { next: 0, day }
    }

    fn fresh(&mut self) -> OrderId {
        self.next += 1;
        // Spread as random ids of a host would be.
        let (low, high) = (Dice::new(self.next as u64).roll(), Dice::new(!(self.next as u64)).roll());
        OrderId::new(u128::from(high) << 64 | u128::from(low))
    }

    pub fn order(&mut self, actor: Id, role: &str, ask: impl Into<Ask>) -> Order {
        Order {
            id: self.fresh(),
            actor,
            role: code(role),
            instant: Instant::new(1_735_689_600_000),
            booking_day: self.day,
            value_day: self.day,
            ask: ask.into(),
            contact_point: None,
            on_behalf_of: None,
            reason: None,
            evidence: None,
        }
    }
}

pub const LOTS: u32 = 8;
pub const DATES: i16 = 12;
pub const PER_LOT: u32 = 100_000;

/// A ledger under a design, with so many members and nothing on their accounts.
pub fn small_town(design: Design, members: u32) -> (Ledger, Clerk) {
    let mut ledger = Ledger::open(id("bench-1"), design, start(), Secret::new([7; 16])).unwrap();
    let mut clerk = Clerk::new(start());
    let partner = ApprovePartner::plain(id("p-01"), vec![PartnerRole::Issuing, PartnerRole::Redeeming]);
    must(&mut ledger, clerk.order(id("s-002"), "steering_group", partner));
    for (person, role, scope) in [("o-001", "issuing_partner", Some("p-01")), ("b-001", "mediator", None)] {
        let scope = scope.map(id);
        let ask = Appoint { person: id(person), role: code(role), from: start(), scope, until: None };
        must(&mut ledger, clerk.order(id("s-001"), "project_manager", ask));
    }
    for number in 0..members {
        let account = member(number);
        let kind = muntwerk::books::AccountKind::Person;
        let ask = OpenAccount { account, kind, holders: [account].into_iter().collect() };
        must(&mut ledger, clerk.order(id("s-001"), "project_manager", ask));
    }
    (ledger, clerk)
}

/// A ledger with so many members, each holding eight lots over twelve end dates if asked.
pub fn town(members: u32, with_lots: bool) -> (Ledger, Clerk) {
    let (mut ledger, mut clerk) = small_town(design(), members);
    if with_lots {
        // Twelve months of awards, eight of them for each member; then the year's last month begins.
        let months: Vec<Day> = (1..=12).map(|month| Day::new(2025, month, 1).unwrap()).collect();
        for (at, day) in months.iter().enumerate() {
            if *day > clerk.day {
                let through = day.minus_days(1).unwrap();
                must(&mut ledger, clerk.order(id("s-900"), "system", CloseDay { through, today: *day }));
                clerk.day = *day;
            }
            for number in 0..members {
                let first = (number as usize) % months.len();
                let turn = (at + months.len() - first) % months.len();
                if turn < LOTS as usize {
                    let ask = Award {
                        partner: id("p-01"),
                        to: member(number),
                        activity: code("work"),
                        measured: PER_LOT,
                        earner: None,
                    };
                    must(&mut ledger, clerk.order(id("o-001"), "issuing_partner", ask));
                }
            }
        }
        let mandate = GiveMandate {
            mandate: id("md-0001"),
            client: member(0),
            holder: id("b-001"),
            actions: ActionSet::of(&[Action::Transfer]),
            from: start(),
            until: Day::new(2026, 12, 31).unwrap(),
            per_order: Some(Amount::from_minor(1_000).unwrap()),
            per_month: Some(Amount::from_minor(1_000_000_000).unwrap()),
        };
        must(&mut ledger, clerk.order(member(0), "participant", mandate));
    }
    (ledger, clerk)
}

pub fn must(ledger: &mut Ledger, order: Order) {
    if let Err(refused) = ledger.execute(&order) {
        panic!("the workload's {:?} was refused: {:?}", order.ask, refused);
    }
}

/// One act of the workload in plain numbers, for the yardstick.
#[derive(Clone, Copy)]
pub struct Plain {
    pub id: u128,
    pub from: u32,
    pub to: u32,
    pub amount: i64,
}

/// The stream of transfers: as orders, and as plain numbers.
pub fn transfers(clerk: &mut Clerk, members: u32, count: usize) -> (Vec<Order>, Vec<Plain>) {
    let mut dice = Dice::new(2_025);
    let (mut orders, mut plain) = (Vec::with_capacity(count), Vec::with_capacity(count));
    while orders.len() < count {
        if orders.len() % 100 == 99 {
            // Sent twice.
            let again = orders.len() - 1 - dice.below(50.min(orders.len() as u64)) as usize;
            orders.push(Order::clone(&orders[again]));
            plain.push(plain[again]);
            continue;
        }
        let from = dice.zipf(members);
        let to = (from + 1 + dice.below(u64::from(members) - 1) as u32) % members;
        // One in fifty asks for more than anybody has.
        let refused = orders.len() % 50 == 49;
        let amount = if refused { 1 << 50 } else { 1 + dice.below(100) as i64 };
        let ask = Transfer {
            from: member(from),
            to: member(to),
            pay: Pay::Amount(Amount::from_minor(amount).unwrap()),
            offer: None,
            category: None,
        };
        let mut order = clerk.order(member(from), "participant", ask);
        if from == 0 {
            order.actor = id("b-001");
            order.role = code("mediator");
            order.on_behalf_of = Some(member(0));
        }
        plain.push(Plain { id: order.id.bits(), from, to, amount });
        orders.push(order);
    }
    (orders, plain)
}
