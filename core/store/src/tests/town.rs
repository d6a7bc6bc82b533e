//! What is asked of the stores in the tests: scripts that depend on a seed and nothing else, and what a
//! ledger in memory answers to them.

use std::sync::OnceLock;

use muntwerk::books::AccountKind;
use muntwerk::calendar::{Day, Instant};
use muntwerk::dense::Secret;
use muntwerk::design::Design;
use muntwerk::id::{Code, Id, OrderId};
use muntwerk::ledger::{Answer, BatchRefused, Ledger, Opening, Receipt};
use muntwerk::money::Amount;
use muntwerk::orders::{Appoint, ApprovePartner, Ask, Award, CloseDay, OpenAccount, Order, Pay, Transfer};
use muntwerk::people::PartnerRole;

use crate::{Store, StoreError};

/// A small generator of its own (splitmix64).
#[derive(Clone)]
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(super) fn below(&mut self, bound: u64) -> u64 {
        self.roll() % bound
    }

    pub(super) fn flips(&mut self) -> bool {
        self.below(2) == 0
    }
}

pub(super) fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

pub(super) fn opening() -> Opening {
    static DESIGN: OnceLock<Design> = OnceLock::new();
    let read = || Design::parse(include_str!("../../../benches/core/bench.toml")).unwrap();
    let design = DESIGN.get_or_init(read).clone();
    Opening { ledger: id("town-1"), day: Day::new(2025, 1, 1).unwrap(), design: Box::new(design) }
}

/// One thing asked of a store.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant, reason = "there are a few dozen")]
pub(super) enum Asked {
    One(Order),
    Many(Vec<Order>),
    All(Vec<Order>),
    Snapshot,
}

/// What it answered.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Told {
    One(Answer),
    Many(Vec<Answer>),
    All(Result<Vec<Receipt>, BatchRefused>),
    Nothing,
}

impl Told {
    /// The same, whether or not it was told before.
    pub(super) fn first_time(self) -> Self {
        let receipt = |receipt: Receipt| Receipt { repeated: false, ..receipt };
        let answer = |answer: Answer| match answer {
            Ok(booked) => Ok(receipt(booked)),
            Err(mut refused) => {
                refused.repeated = false;
                Err(refused)
            }
        };
        match self {
            Self::One(one) => Self::One(answer(one)),
            Self::Many(many) => Self::Many(many.into_iter().map(answer).collect()),
            Self::All(all) => Self::All(all.map(|all| all.into_iter().map(receipt).collect())),
            Self::Nothing => Self::Nothing,
        }
    }

    /// Whether sending it again must get the same answer, at any later time: nothing of it was turned
    /// away without a trace.
    pub(super) fn is_final(&self) -> bool {
        match self {
            Self::One(one) => recorded(one),
            Self::Many(many) => many.iter().all(recorded),
            Self::All(all) => all.is_ok(),
            Self::Nothing => false,
        }
    }
}

fn recorded(answer: &Answer) -> bool {
    answer.as_ref().map_or_else(|refused| refused.number.is_some(), |_| true)
}

impl Asked {
    pub(super) fn of_store(&self, store: &mut Store) -> Result<Told, StoreError> {
        Ok(match self {
            Self::One(order) => Told::One(store.execute(order)?),
            Self::Many(orders) => Told::Many(store.execute_many(orders)?),
            Self::All(orders) => Told::All(store.execute_all(orders)?),
            Self::Snapshot => {
                store.snapshot()?;
                Told::Nothing
            }
        })
    }

    fn of_ledger(&self, ledger: &mut Ledger) -> Told {
        match self {
            Self::One(order) => Told::One(ledger.execute(order)),
            Self::Many(orders) => Told::Many(orders.iter().map(|order| ledger.execute(order)).collect()),
            Self::All(orders) => Told::All(ledger.execute_all(orders)),
            Self::Snapshot => Told::Nothing,
        }
    }

    pub(super) fn orders(&self) -> &[Order] {
        match self {
            Self::One(order) => std::slice::from_ref(order),
            Self::Many(orders) | Self::All(orders) => orders,
            Self::Snapshot => &[],
        }
    }
}

/// A script, what a ledger in memory answers to it, and the journal it ends with.
pub(super) struct Story {
    pub(super) script: Vec<Asked>,
    pub(super) told: Vec<Told>,
    pub(super) journal: Vec<u8>,
    pub(super) ledger: Ledger,
}

pub(super) fn story(seed: u64, length: usize) -> Story {
    let Opening { ledger, day, design } = opening();
    let mut ledger = Ledger::open(ledger, *design, day, Secret::new([3; 16])).unwrap();
    let mut clerk = Clerk { dice: Dice(seed), number: u128::from(seed) << 64, past: Vec::new() };
    let mut script = Vec::new();
    let mut told = Vec::new();
    while script.len() < length {
        let asked = clerk.next(script.len(), &ledger);
        told.push(asked.of_ledger(&mut ledger));
        clerk.past.extend_from_slice(asked.orders());
        script.push(asked);
    }
    let mut journal = Vec::new();
    ledger.seal(&mut journal);
    assert_eq!(ledger.audit(), []);
    Story { script, told, journal, ledger }
}

const MEMBERS: u64 = 4;

struct Clerk {
    dice: Dice,
    number: u128,
    past: Vec<Order>,
}

impl Clerk {
    fn order(&mut self, actor: &str, role: &str, day: Day, ask: impl Into<Ask>) -> Order {
        self.number += 1;
        Order {
            id: OrderId::new(self.number),
            actor: id(actor),
            role: Code::parse(role).unwrap(),
            instant: Instant::new(1_735_689_600_000),
            booking_day: day,
            value_day: day,
            ask: ask.into(),
            contact_point: None,
            on_behalf_of: None,
            reason: None,
            evidence: None,
        }
    }

    fn next(&mut self, at: usize, ledger: &Ledger) -> Asked {
        let day = ledger.day();
        match at {
            0 => {
                let roles = vec![PartnerRole::Issuing, PartnerRole::Redeeming];
                let partner = ApprovePartner::plain(id("p-01"), roles);
                let approve = self.order("s-002", "steering_group", day, partner);
                let appoint = Appoint {
                    person: id("o-001"),
                    role: Code::parse("issuing_partner").unwrap(),
                    from: day,
                    scope: Some(id("p-01")),
                    until: None,
                };
                Asked::All(vec![approve, self.order("s-001", "project_manager", day, appoint)])
            }
            1 => Asked::Many((0..MEMBERS).map(|member| self.open(member, day)).collect()),
            2 => Asked::All((0..MEMBERS).map(|member| self.award(member, day)).collect()),
            _ => self.any(day),
        }
    }

    fn any(&mut self, day: Day) -> Asked {
        match self.dice.below(16) {
            0 | 1 => {
                let days = [0, 1, 2, 9][usize::try_from(self.dice.below(4)).unwrap()];
                let through = day.plus_days(days).unwrap();
                let close = CloseDay { through, today: through };
                Asked::One(self.order("s-900", "system", day, close))
            }
            2 | 3 => Asked::Many(self.some(day, 6)),
            4 | 5 => Asked::All(self.some(day, 4)),
            6 => Asked::Snapshot,
            // The same once more, and the same id with something else in it.
            7 => Asked::One(self.earlier()),
            8 => {
                let mut other = self.earlier();
                other.evidence = Some(id("e-7"));
                Asked::One(other)
            }
            // Somebody whom nobody knows is turned away without a trace.
            9 => Asked::One(self.order("x-9", "participant", day, CloseDay { through: day, today: day })),
            _ => Asked::One(self.some(day, 1).remove(0)),
        }
    }

    fn earlier(&mut self) -> Order {
        // Closings are left out: whether their days can still be named is another question.
        let past: Vec<&Order> =
            self.past.iter().filter(|order| !matches!(order.ask, Ask::CloseDay(_))).collect();
        let at = self.dice.below(u64::try_from(past.len()).unwrap());
        past[usize::try_from(at).unwrap()].clone()
    }

    /// Awards and payments; of the payments some ask for more than there is.
    fn some(&mut self, day: Day, most: u64) -> Vec<Order> {
        let count = 1 + self.dice.below(most);
        (0..count)
            .map(|_| {
                let from = self.dice.below(MEMBERS);
                if self.dice.below(4) == 0 {
                    return self.award(from, day);
                }
                let to = (from + 1) % MEMBERS;
                let amount = if self.dice.below(6) == 0 { 1 << 40 } else { 1 + self.dice.below(9) };
                let amount = Amount::from_minor(i64::try_from(amount).unwrap()).unwrap();
                let (from, to) = (format!("m-{from}"), format!("m-{to}"));
                let ask = Transfer {
                    from: id(&from),
                    to: id(&to),
                    pay: Pay::Amount(amount),
                    offer: None,
                    category: None,
                };
                self.order(&from, "participant", day, ask)
            })
            .collect()
    }

    fn open(&mut self, member: u64, day: Day) -> Order {
        let account = id(&format!("m-{member}"));
        let ask =
            OpenAccount { account, kind: AccountKind::Person, holders: [account].into_iter().collect() };
        self.order("s-001", "project_manager", day, ask)
    }

    fn award(&mut self, member: u64, day: Day) -> Order {
        let (to, activity) = (id(&format!("m-{member}")), Code::parse("work").unwrap());
        let ask = Award { partner: id("p-01"), to, activity, measured: 20, earner: None };
        self.order("o-001", "issuing_partner", day, ask)
    }
}
