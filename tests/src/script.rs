//! A script: what is asked, said so that it means something on any ledger, and how it becomes an order.

use std::fmt;

use muntwerk::books::{AccountKind, AccountState};
use muntwerk::calendar::{Day, Instant};
use muntwerk::id::{Code, Id, OrderId};
use muntwerk::money::{Amount, Balance};
use muntwerk::orders::{
    AmendContract, ApprovePartner, Ask, Award, ChangeHolders, ChangeState, CloseAccount, CloseDay, Complete,
    Gift, GrantException, NoticeOutcome, OpenAccount, Order, Pay, PayForRelative, RecordFact, RecordNotice,
    Redeem, Reject, Reverse, SetLimits, Transfer, Welcome, Withdraw, WriteOff,
};
use muntwerk::people::{Budget, BudgetPeriod, PartnerRole};

use crate::model::Model;
use crate::stage::{amount, code, day, id, order};

/// The first day of every scripted ledger.
pub fn first_day() -> Day {
    day("2025-01-01")
}

/// One thing asked.
#[derive(Clone)]
pub struct Line {
    /// What.
    pub act: Act,
    /// By how many days the value day lies back.
    pub back: i32,
    /// How far off the booking day is.
    pub off: i32,
    /// Somebody else than would be right, sometimes.
    pub instead: Option<(usize, usize)>,
}

impl fmt::Debug for Line {
    /// On one line, so that a script that fails can be read.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { act, back, off, instead } = self;
        f.write_str(&format!("{act:?} back {back} off {off} instead {instead:?}"))
    }
}

/// What is asked. Accounts, partners and earlier orders are named by number.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Act {
    Open { who: usize, by: usize },
    Approve { partner: usize, roles: usize, terms: usize },
    Agree { partner: usize, roles: usize, terms: usize },
    Hold { who: usize, add: usize, remove: usize, by: usize },
    Award { partner: usize, to: usize, activity: usize, measured: u32, by: usize, earner: usize },
    Limits { who: usize, floor: Option<i64>, ceiling: Option<i64>, group: usize, by: usize },
    Exception { who: usize, floor: Option<i64>, ceiling: Option<i64>, days: i32 },
    Welcome { who: usize, gift: usize },
    Fact { who: usize, fact: usize, value: usize, back: i32, length: Option<i32>, by: usize },
    Transfer { from: usize, to: usize, much: i64, category: usize },
    Gift { from: usize, to: usize, much: i64 },
    Relative { from: usize, to: usize, relative: usize, much: i64, category: usize },
    Redeem { who: usize, partner: usize, reward: usize, count: u32 },
    Reverse { nth: usize, part: Option<i64>, by: usize },
    Complete { nth: usize, by: usize },
    Reject { nth: usize, by: usize },
    Withdraw { nth: usize },
    State { who: usize, state: usize },
    Leave { who: usize, by: usize, heir: Option<usize> },
    WriteOff { who: usize },
    Days { through: i32, today: i32 },
    Notice { nth: usize, delivered: bool },
    Again { nth: usize, twist: usize },
}

/// The accounts that can be opened. The household is shared by the first and the fifth person.
pub const ACCOUNTS: [&str; 8] = ["m-0", "m-1", "m-2", "m-3", "m-4", "m-5", "system:lapsed", "m-99"];
const HOLDERS: [&[&str]; 8] =
    [&["d-0"], &["d-1"], &["d-2"], &["d-3"], &["d-0", "d-4"], &["d-5", "d-2"], &["d-6"], &["d-6", "d-6"]];
const PARTNERS: [&str; 4] = ["p-1", "p-2", "p-3", "p-a-name-that-is-too-long-1"];
const STATES: [AccountState; 7] = [
    AccountState::Active,
    AccountState::Inactive,
    AccountState::Leaver,
    AccountState::Blocked,
    AccountState::Deceased,
    AccountState::Candidate,
    AccountState::Closed,
];
const ACTORS: [(&str, &str); 8] = [
    ("s-1", "steering_group"),
    ("s-2", "project_manager"),
    ("s-3", "project_manager"),
    ("s-4", "system"),
    ("s-5", "issuing_partner"),
    ("s-6", "issuing_partner"),
    ("d-1", "issuing_partner"),
    ("x-9", "participant"),
];
const ROLES: [&str; 4] = ["participant", "project_manager", "auditor", "nobody"];

fn account(who: usize) -> Id {
    id(ACCOUNTS[who % ACCOUNTS.len()])
}

fn holder(who: usize) -> &'static str {
    HOLDERS[who % HOLDERS.len()][0]
}

fn kind(who: usize) -> AccountKind {
    match who % 8 {
        4 => AccountKind::Household,
        5 => AccountKind::Organisation,
        _ => AccountKind::Person,
    }
}

/// Earlier orders that were answered, newest first. The closing of days that are long past may have been
/// forgotten, and is then answered as any closing of a closed day is.
fn nth_answered(model: &Model, nth: usize) -> Option<&Order> {
    let orders = model.answers.iter().rev().map(|told| &told.order);
    let known =
        |order: &&Order| order.value_day >= model.closed_before || !matches!(order.ask, Ask::CloseDay(_));
    let orders: Vec<&Order> = orders.filter(known).collect();
    orders.get(nth.checked_rem(orders.len())?).copied()
}

/// Earlier orders that moved units, newest first; now and then an id that nobody used.
fn nth_moved(model: &Model, nth: usize) -> OrderId {
    let moved = model.booked.iter().rev().filter(|booked| !matches!(booked.order.ask, Ask::CloseDay(_)));
    let moved: Vec<OrderId> = moved.map(|booked| booked.order.id).collect();
    let found = nth.checked_rem(moved.len()).filter(|_| nth < 11);
    found.map_or(OrderId::new(u128::MAX), |at| moved[at])
}

fn gone_debtors(model: &Model) -> impl Iterator<Item = Id> {
    let gone =
        |state| !matches!(state, AccountState::Active | AccountState::Candidate | AccountState::Closed);
    let accounts = model.accounts.iter().filter(move |one| one.kind.is_some() && gone(one.state));
    accounts.map(|one| one.id).filter(|account| model.balance(*account) < 0)
}

fn nth_waiting(model: &Model, nth: usize) -> (OrderId, Option<Id>) {
    let found = nth.checked_rem(model.waiting.len()).map(|at| &model.waiting[at]);
    found.map_or((OrderId::new(u128::MAX), None), |waiting| (waiting.order.id, Some(waiting.order.actor)))
}

fn roles_of(at: usize) -> Vec<PartnerRole> {
    use PartnerRole::{Issuing, Redeeming};
    let roles = [vec![Issuing, Redeeming], vec![Issuing], vec![Redeeming], vec![], vec![Issuing, Issuing]];
    roles[at % 5].clone()
}

/// What is agreed with a partner beside what it may do.
#[derive(Default)]
struct Terms {
    from: Option<Day>,
    until: Option<Day>,
    budget: Option<Budget>,
    account: Option<Id>,
}

impl Terms {
    fn nth(terms: usize, today: Day) -> Self {
        let budget = |units, per| Some(Budget { units: money(units), per });
        let plain = Self::default();
        match terms {
            1 => Self { budget: budget(60, BudgetPeriod::Month), ..plain },
            2 => Self { budget: budget(90, BudgetPeriod::Contract), ..plain },
            3 => Self { budget: budget(200, BudgetPeriod::Year), account: Some(id("m-5")), ..plain },
            4 => Self { from: today.plus_days(2), until: today.plus_days(9), ..plain },
            5 => Self { from: today.minus_days(3), account: Some(id("m-5")), ..plain },
            6 => Self { until: today.minus_days(1), from: today.minus_days(4), ..plain },
            7 => Self { until: today.minus_days(9), from: today.minus_days(4), ..plain },
            8 => Self { account: Some(id("m-0")), ..plain },
            9 => Self { budget: budget(0, BudgetPeriod::Month), ..plain },
            _ => plain,
        }
    }
}

fn category_of(at: usize) -> Option<Code> {
    [None, Some("care"), Some("roofing"), Some("unheard-of")][at % 4].map(code)
}

fn balance(minor: i64) -> Balance {
    Balance::from_minor(minor).unwrap()
}

fn money(much: i64) -> Amount {
    amount(much)
}

impl Line {
    /// The order that this line is on the model's ledger.
    pub fn order(&self, number: u128, model: &Model) -> Order {
        if let Act::Again { nth, twist } = self.act
            && let Some(earlier) = nth_answered(model, nth)
        {
            return again(earlier, twist, model.day);
        }
        let activity = |at: usize| {
            let list = &model.rules.activities;
            code(list.get(at).map_or("unheard-of", |one| one.code))
        };
        let (actor, role, ask): (&str, &str, Ask) = match &self.act {
            Act::Open { who, by } => {
                let holders = HOLDERS[who % 8].iter().map(|holder| id(holder)).collect();
                let ask = OpenAccount { account: account(*who), kind: kind(*who), holders };
                let (actor, role) =
                    if *by == 0 { (holder(*who), "participant") } else { ("s-2", "project_manager") };
                (actor, role, ask.into())
            }
            Act::Approve { partner, roles: at, terms } => {
                let Terms { from, until, budget, account } = Terms::nth(*terms, model.day);
                let (partner, roles) = (id(PARTNERS[partner % 4]), roles_of(*at));
                let ask = ApprovePartner { partner, roles, from, until, budget, account, settlement: None };
                ("s-1", "steering_group", ask.into())
            }
            Act::Agree { partner, roles: at, terms } => {
                let Terms { from, until, budget, account } = Terms::nth(*terms, model.day);
                let (partner, roles) = (id(PARTNERS[partner % 4]), roles_of(*at));
                let ask = AmendContract { partner, roles, from, until, budget, account, settlement: None };
                ("s-1", "steering_group", ask.into())
            }
            Act::Hold { who, add, remove, by } => {
                let persons = |at: usize| -> Vec<Id> {
                    let named: &[&str] =
                        [&[][..], &["d-0"], &["d-4"], &["d-2"], &["d-7"], &["d-7", "d-7"]][at % 6];
                    named.iter().map(|person| id(person)).collect()
                };
                let ask = ChangeHolders {
                    account: account(*who),
                    add: persons(*add).into(),
                    remove: persons(*remove).into(),
                };
                let (actor, role) =
                    if *by == 0 { (holder(*who), "participant") } else { ("s-2", "project_manager") };
                (actor, role, ask.into())
            }
            Act::Limits { who, floor, ceiling, group, by } => {
                let group = [None, Some("care"), Some("unheard-of")][group % 3].map(code);
                let ask = SetLimits {
                    account: account(*who),
                    floor: floor.map(balance),
                    ceiling: ceiling.map(balance),
                    group,
                };
                let (actor, role) = [("s-1", "steering_group"), ("s-2", "project_manager")][by % 2];
                (actor, role, ask.into())
            }
            Act::Exception { who, floor, ceiling, days } => {
                let ask = GrantException {
                    account: account(*who),
                    until: model.day.plus_days(*days).unwrap(),
                    floor: floor.map(balance),
                    ceiling: ceiling.map(balance),
                };
                ("s-2", "project_manager", ask.into())
            }
            Act::Award { partner, to, activity: at, measured, by, earner } => {
                let ask = Award {
                    partner: id(PARTNERS[partner % 4]),
                    to: account(*to),
                    activity: activity(*at),
                    measured: *measured,
                    earner: (*earner > 0).then(|| id(&format!("d-{}", earner - 1))),
                };
                let (actor, role) = match by {
                    0 => (holder(*to), "participant"),
                    1 => ("s-2", "project_manager"),
                    2 => ("d-1", "issuing_partner"),
                    3 => ("s-4", "system"),
                    _ => (["s-5", "s-6", "s-5", "s-5"][partner % 4], "issuing_partner"),
                };
                (actor, role, ask.into())
            }
            Act::Welcome { who, gift } => {
                let gift = code(["start", "pot", "unheard-of"][gift % 3]);
                ("s-2", "project_manager", Welcome { account: account(*who), gift }.into())
            }
            Act::Fact { who, fact, value, back, length, by } => {
                let from = model.day.minus_days(*back).unwrap();
                let ask = RecordFact {
                    person: id(holder(*who)),
                    fact: code(["insured", "residence", "unheard-of"][fact % 3]),
                    value: [None, Some("gent"), Some("aalst"), Some("paris")][value % 4].map(code),
                    from,
                    until: length.map(|length| from.plus_days(length).unwrap()),
                };
                let (actor, role) =
                    if *by == 0 { (holder(*who), "participant") } else { ("s-2", "project_manager") };
                (actor, role, ask.into())
            }
            Act::Transfer { from, to, much, category } => {
                let pay = if *much < 0 { Pay::Minutes(60) } else { Pay::Amount(money(*much)) };
                let category = category_of(*category);
                let ask = Transfer { from: account(*from), to: account(*to), pay, offer: None, category };
                (holder(*from), "participant", ask.into())
            }
            Act::Gift { from, to, much } => {
                let ask = Gift { from: account(*from), to: account(*to), amount: money(much.abs()) };
                (holder(*from), "participant", ask.into())
            }
            Act::Relative { from, to, relative, much, category } => {
                let ask = PayForRelative {
                    from: account(*from),
                    to: account(*to),
                    relative: id(holder(*relative)),
                    pay: Pay::Amount(money(much.abs())),
                    offer: None,
                    category: category_of(*category),
                };
                (holder(*from), "participant", ask.into())
            }
            Act::Redeem { who, partner, reward, count } => {
                let reward = code(model.rules.rewards.get(*reward).map_or("unheard-of", |one| one.code));
                let ask = Redeem {
                    account: account(*who),
                    partner: id(PARTNERS[partner % 4]),
                    reward,
                    count: *count,
                    units: None,
                };
                (holder(*who), "participant", ask.into())
            }
            Act::Reverse { nth, part, by } => {
                let ask =
                    Reverse { original: nth_moved(model, *nth), amount: part.map(|part| money(part.abs())) };
                let (actor, role) = match by {
                    0 => ("d-0", "participant"),
                    1 => ("s-5", "issuing_partner"),
                    _ => ("s-2", "project_manager"),
                };
                (actor, role, ask.into())
            }
            Act::Complete { nth, by } => {
                let (pending, _) = nth_waiting(model, *nth);
                let (actor, role) = ACTORS[by % 8];
                (actor, role, Complete { pending }.into())
            }
            Act::Reject { nth, by } => {
                let (pending, _) = nth_waiting(model, *nth);
                let (actor, role) = ACTORS[by % 8];
                (actor, role, Reject { pending }.into())
            }
            Act::Withdraw { nth } => {
                let (pending, actor) = nth_waiting(model, *nth);
                let mut made = order(number, "s-2", "project_manager", model.day, Withdraw { pending });
                made.actor = actor.unwrap_or(made.actor);
                return self.enveloped(made, model);
            }
            Act::State { who, state } => {
                let ask = ChangeState { account: account(*who), state: STATES[state % 7] };
                ("s-2", "project_manager", ask.into())
            }
            Act::Leave { who, by, heir } => {
                let (actor, role) =
                    if *by == 0 { (holder(*who), "participant") } else { ("s-2", "project_manager") };
                (actor, role, CloseAccount { account: account(*who), heir: heir.map(account) }.into())
            }
            Act::WriteOff { who } => {
                // Debtors who are gone are few: mostly one of them, if there is one.
                let account = gone_debtors(model).nth(who / 4).unwrap_or(account(*who));
                ("s-2", "project_manager", WriteOff { account }.into())
            }
            Act::Days { through, today } => {
                let through = model.day.plus_days(*through).unwrap();
                let today = through.plus_days(*today).unwrap();
                ("s-4", "system", CloseDay { through, today }.into())
            }
            Act::Notice { nth, delivered } => {
                let outcome =
                    if *delivered { NoticeOutcome::Delivered } else { NoticeOutcome::Undeliverable };
                let found = nth.checked_rem(model.notices.len()).map(|at| &model.notices[at]);
                let (account, end) =
                    found.map_or((id("m-0"), model.day), |notice| (notice.account, notice.end));
                ("s-4", "system", RecordNotice { account, end, outcome }.into())
            }
            // Nothing was asked before.
            Act::Again { .. } => ("s-4", "system", CloseDay { through: model.day, today: model.day }.into()),
        };
        self.enveloped(order(number, actor, role, model.day, ask), model)
    }

    fn enveloped(&self, mut made: Order, model: &Model) -> Order {
        made.booking_day = model.day.plus_days(self.off).unwrap();
        made.value_day = model.day.minus_days(self.back).unwrap();
        if let Some((actor, role)) = self.instead {
            let (other, its_role) = ACTORS[actor % 8];
            made.actor = if actor % 2 == 0 { id(other) } else { made.actor };
            made.role = code(if role == 0 { its_role } else { ROLES[role % 4] });
        }
        made
    }
}

/// The same order once more: with a later clock, or with something changed in it.
fn again(earlier: &Order, twist: usize, today: Day) -> Order {
    let mut made = earlier.clone();
    made.instant = Instant::new(made.instant.millis() + 60_000);
    match twist {
        0 => {}
        1 => made.booking_day = today,
        2 => made.reason = Some(code("otherwise")),
        3 => made.value_day = made.value_day.minus_days(1).unwrap(),
        4 => made.on_behalf_of = Some(id("d-9")),
        _ => {
            if let Ask::Transfer(transfer) = &mut made.ask {
                transfer.pay = Pay::Amount(amount(12_345));
            } else if let Ask::CloseDay(close) = &mut made.ask {
                close.today = close.today.next().unwrap();
            }
        }
    }
    made
}
