//! The life of a currency in one script: whatever its design makes possible is asked at least once, at
//! the edges that the design draws. The script is written once, for the design as it is; what the same
//! script comes to under a changed design shows whether anybody reads what was changed.

mod ending;
mod founding;
mod limits;
mod offers;
mod roles;
mod seen;

use std::fmt::Write;

use muntwerk::books::{AccountKind, AccountState, Change, Entry};
use muntwerk::calendar::{Day, Instant};
use muntwerk::design::{ContactPoint, Design, Existing, Offer, RoleScope, Starter, Tariff};
use muntwerk::id::{Code, Id, OrderId};
use muntwerk::ledger::Ledger;
use muntwerk::orders::{
    AmendContract, AmendDesign, Appoint, ApprovePartner, Ask, Award, ChangeHolders, ChangeState,
    CloseAccount, CloseDay, Complete, EndUnits, Gift, GiveMandate, GrantException, Lang, NoticeOutcome,
    OpenAccount, Order, Pay, PayForRelative, RecordFact, RecordNotice, Redeem, Refusal, Reserve, Restock,
    Reverse, RevokeMandate, SetLimits, TakeOver, TakeOverLine, Transfer, Welcome, Words, WriteOff,
};
use muntwerk::people::{Action, ActionSet, Budget, BudgetPeriod, PartnerRole};
use muntwerk::views::{Ending, PartnerTotals, Refusals, Statement, TrialBalance, WhyBalance, WhyLimit};

use seen::{Seen, answered, views};

use crate::stage::{SECRET, amount, day, id, order};

/// A script, and what it came to.
pub struct Life {
    orders: Vec<Order>,
    seers: Vec<String>,
    first: Day,
    seen: Vec<Seen>,
}

/// Members who live it.
const MEMBERS: usize = 9;

fn member(n: usize) -> String {
    format!("m-{n}")
}

/// Whoever holds the role of this number.
fn worker(n: usize) -> String {
    format!("w-{n}")
}

impl Life {
    /// Writes the script for a design.
    pub fn of(design: &Design) -> Self {
        let first = design.unit().values.first().map_or(day("2010-01-01"), |value| value.from);
        let mut scribe = Scribe::new(design, first);
        scribe.found();
        scribe.welcome();
        scribe.record();
        scribe.agree();
        scribe.try_every_role();
        scribe.earn();
        scribe.spend();
        scribe.reach_the_limits();
        scribe.wait();
        scribe.take_back();
        scribe.leave();
        scribe.take_offers();
        scribe.grow_old();
        scribe.outgrow();
        scribe.fall_quiet();
        let seers = (0..design.permissions().roles().len()).map(worker).collect();
        let Scribe { orders, .. } = scribe;
        let mut life = Self { orders, seers, first, seen: Vec::new() };
        life.seen = life.lived(design, None).unwrap();
        life
    }

    /// How many orders there are.
    pub fn len(&self) -> usize {
        self.orders.len()
    }

    /// Never: there is always something to ask.
    pub fn is_empty(&self) -> bool {
        self.orders.is_empty()
    }

    /// What is asked, in order, and the ledger on which it begins.
    pub fn begin(&self, design: &Design) -> (Ledger, &[Order]) {
        (Ledger::open(id("life-1"), design.clone(), self.first, SECRET).unwrap(), &self.orders)
    }

    /// Whether anything at all is different under another design.
    pub fn differs_under(&self, design: &Design) -> bool {
        self.lived(design, Some(&self.seen)).is_none()
    }

    /// Everything to be seen; none as soon as it is not what is expected.
    fn lived(&self, design: &Design, expected: Option<&[Seen]>) -> Option<Vec<Seen>> {
        let (mut ledger, _) = self.begin(design);
        let mut seen = Vec::new();
        let note = |what: Seen, seen: &mut Vec<Seen>| {
            let same = expected.is_none_or(|expected| expected.get(seen.len()) == Some(&what));
            seen.push(what);
            same
        };
        for order in &self.orders {
            let what = answered(&mut ledger, order);
            if !note(what, &mut seen) {
                return None;
            }
        }
        let mut sights = String::new();
        for seer in self.seers.iter().map(String::as_str).chain(["m-0", "m-1"]) {
            let may = ledger.may_see(&id(seer), &id("m-0"));
            write!(sights, "{seer} sees {may}; ").unwrap();
        }
        if !note(Seen::Said(sights), &mut seen) {
            return None;
        }
        for view in views(&ledger, self.first) {
            if !note(Seen::Said(view), &mut seen) {
                return None;
            }
        }
        Some(seen)
    }
}

/// Writes the script while living it, so that it asks what can be asked.
struct Scribe<'d> {
    design: &'d Design,
    ledger: Ledger,
    orders: Vec<Order>,
    /// Minutes that its clock has gone on.
    minutes: i64,
}

impl<'d> Scribe<'d> {
    fn new(design: &'d Design, first: Day) -> Self {
        let ledger = Ledger::open(id("life-1"), design.clone(), first, SECRET).unwrap();
        Self { design, ledger, orders: Vec::new(), minutes: 0 }
    }

    fn draft(&self, actor: &str, role: &str, ask: impl Into<Ask>) -> Order {
        let number = u128::try_from(self.orders.len()).unwrap() + 1;
        let mut order = order(number, actor, role, self.ledger.day(), ask);
        order.instant = Instant::new(order.instant.millis() + self.minutes * 60_000);
        order
    }

    /// Lets minutes pass.
    fn move_clock(&mut self, minutes: i64) {
        self.minutes += minutes;
    }

    /// Asks, whatever comes of it.
    fn put(&mut self, order: Order) -> (OrderId, bool) {
        let amends = matches!(order.ask, Ask::AmendDesign(_));
        let done = !amends && self.ledger.execute(&order).is_ok();
        let id = order.id;
        self.orders.push(order);
        (id, done)
    }

    fn ask(&mut self, actor: &str, role: &str, ask: impl Into<Ask>) -> (OrderId, bool) {
        let order = self.draft(actor, role, ask);
        self.put(order)
    }

    /// Asks for a day that lies back.
    fn late(&mut self, actor: &str, role: &str, back: i32, ask: impl Into<Ask>) -> (OrderId, bool) {
        let mut order = self.draft(actor, role, ask);
        order.value_day = order.value_day.minus_days(back).unwrap();
        self.put(order)
    }

    /// Somebody who holds the role from the first day.
    fn holder(&self, role: &str) -> Option<String> {
        let holders = self.design.office_holders();
        let found = holders.iter().find(|one| one.role.to_string() == role);
        found.map(|one| one.person.to_string())
    }

    fn by(&mut self, role: &str, ask: impl Into<Ask>) -> (OrderId, bool) {
        let actor = self.holder(role).unwrap_or_else(|| panic!("nobody is {role}"));
        self.ask(&actor, role, ask)
    }

    fn own(&mut self, n: usize, ask: impl Into<Ask>) -> (OrderId, bool) {
        self.ask(&member(n), "participant", ask)
    }

    fn close_through(&mut self, through: Day) {
        if through >= self.ledger.day() {
            self.by("system", CloseDay { through, today: through });
        }
    }

    /// Lets days pass.
    fn pass(&mut self, days: u16) {
        if let Some(through) = self.ledger.day().plus_days(i32::from(days) - 1).filter(|_| days > 0) {
            self.close_through(through);
        }
    }

    fn one(&self) -> i64 {
        self.design.unit().scale.one()
    }

    fn pay(&mut self, from: usize, to: usize, minor: i64) -> (OrderId, bool) {
        if minor <= 0 {
            return (OrderId::new(u128::MAX), false);
        }
        self.own(from, transfer(from, to, minor))
    }

    fn award(&self, activity: usize, measured: u32, to: &str) -> Option<Award> {
        let activity = self.design.earning().actions().get(activity)?;
        let partner = activity.partners.as_ref().and_then(|only| only.first().copied()).unwrap_or(id("p-98"));
        Some(Award { partner, to: id(to), activity: activity.code, measured, earner: None })
    }

    fn rewarded(&mut self, activity: usize, measured: u32, to: usize, back: i32) -> (OrderId, bool) {
        let Some(award) = self.award(activity, measured, &member(to)) else {
            return (OrderId::new(u128::MAX), false);
        };
        let operator = format!("o-{}", award.partner);
        self.late(&operator, "issuing_partner", back, award)
    }

    /// Every activity, measured in every way that a rounding could tell apart.
    fn earn(&mut self) {
        for (at, activity) in self.design.earning().actions().to_vec().into_iter().enumerate() {
            let measured: Vec<u32> = match activity.tariff {
                Tariff::Action => vec![1, 3],
                Tariff::Quantity { quantity, .. } => {
                    vec![quantity, quantity + 1, quantity * 3 / 2, quantity * 2 - 1, quantity * 5 / 2]
                }
                Tariff::Hour { .. } => {
                    vec![1, 2, 7, 8, 15, 16, 22, 23, 30, 37, 38, 45, 52, 60, 67, 68, 90, 6_000]
                }
            };
            for (n, measured) in measured.into_iter().enumerate() {
                self.rewarded(at, measured, n % 4, 0);
            }
            // By a partner who may or may not.
            if let Some(mut award) = self.award(at, 60, "m-4") {
                for partner in ["p-97", "p-98"] {
                    award.partner = id(partner);
                    self.ask(&format!("o-{partner}"), "issuing_partner", award.clone());
                }
            }
        }
        // What was earned first and what was booked first are two things, early in a month above all.
        self.pass(self.design.days().late_window + 2);
        let third = self.ledger.day().last_of_month().plus_days(2).unwrap();
        self.close_through(third);
        let window = i32::from(self.design.days().late_window);
        for name in ["g-0", "g-1", "g-2"] {
            self.by("project_manager", account(name, name));
        }
        for (from, back) in [("g-0", 0), ("g-1", window)] {
            let pay = Pay::Amount(amount(2 * self.one()));
            self.late(
                from,
                "participant",
                back,
                Transfer { from: id(from), to: id("g-2"), pay, offer: None, category: None },
            );
        }
        let pay = Pay::Amount(amount(self.one()));
        self.ask(
            "g-2",
            "participant",
            Transfer { from: id("g-2"), to: id("m-2"), pay, offer: None, category: None },
        );
        for back in [0, 1, window, window + 1] {
            self.rewarded(0, 60, 6, back);
        }
        self.pay(0, 6, self.one());
        let credit = self.draft("m-1", "participant", transfer(1, 6, self.one()));
        let back = i32::from(window > 1);
        let mut earlier = credit;
        earlier.value_day = earlier.value_day.minus_days(back).unwrap();
        self.put(earlier);
        for minor in [1, self.one(), 3] {
            self.pay(6, 2, minor);
        }
        for back in [window, window + 1] {
            self.late("m-2", "participant", back, transfer(2, 6, self.one()));
        }
    }

    /// Among each other, and outside.
    fn spend(&mut self) {
        for minutes in [1, 7, 8, 14, 15, 16, 22, 23, 52, 60, 61, 70] {
            let pay = Pay::Minutes(minutes);
            self.own(
                2,
                Transfer { from: id("m-2"), to: id("m-3"), pay, offer: Some(id("offer-1")), category: None },
            );
        }
        for n in [0, 1, 8] {
            let gift = Gift { from: id(&member(n)), to: id("m-3"), amount: amount(self.one()) };
            self.own(n, gift);
        }
        for relative in ["m-5", "m-1"] {
            let pay = Pay::Amount(amount(self.one()));
            let ask = PayForRelative {
                from: id("m-0"),
                to: id("m-1"),
                relative: id(relative),
                pay,
                offer: None,
                category: None,
            };
            self.own(0, ask);
        }
        for offer in self.design.redemption().offers().to_vec() {
            let partner = offer.partner.unwrap_or(id("p-98"));
            for (partner, count) in [(partner, 1), (partner, 2), (id("p-97"), 1), (id("p-98"), 1)] {
                self.own(0, Redeem { account: id("m-0"), partner, reward: offer.code, count, units: None });
            }
        }
        if let Some(offer) = self.design.redemption().offers().first().cloned() {
            let partner = offer.partner.unwrap_or(id("p-98"));
            self.own(8, Redeem { account: id("m-8"), partner, reward: offer.code, count: 1, units: None });
        }
    }

    /// Claims, confirmed on the last day and after it.
    fn wait(&mut self) {
        let mut claims = Vec::new();
        for _ in 0..2 {
            if let Some(award) = self.award(0, 60, "m-1") {
                claims.push(self.own(1, award));
            }
        }
        let pending = self.design.days().pending;
        if claims.is_empty() {
            // Where nothing is claimed, somebody asks to leave.
            for n in [5, 4] {
                claims.push(self.own(n, CloseAccount { account: id(&member(n)), heir: None }));
            }
        }
        self.pass(pending);
        let operator = self.award(0, 60, "m-1").map(|award| format!("o-{}", award.partner));
        for (pending, _) in claims {
            match &operator {
                Some(operator) => self.ask(&operator.clone(), "issuing_partner", Complete { pending }),
                None => self.by("project_manager", Complete { pending }),
            };
            self.pass(1);
        }
    }

    /// Taken back whole, in part, after it was spent, on the last day and after it.
    fn take_back(&mut self) {
        let one = self.one();
        let window = self.design.reversal().window_days;
        let reverse = |scribe: &mut Self, original: OrderId, part: Option<i64>| {
            scribe.by("project_manager", Reverse { original, amount: part.map(amount) });
        };
        // Spent by a receiver who holds nothing else, and by one who does.
        for (new, others) in [("f-0", false), ("f-1", true)] {
            self.by("project_manager", account(new, new));
            let pay = |from: &str, to: &str| Transfer {
                from: id(from),
                to: id(to),
                pay: Pay::Amount(amount(2 * one)),
                offer: None,
                category: None,
            };
            let rich = member(self.richest());
            let (original, _) = self.ask(&rich, "participant", pay(&rich, new));
            if others {
                // Newer units than those received, so that these are spent first.
                match self.award(0, 60, new) {
                    Some(award) => drop(self.ask(&format!("o-{}", award.partner), "issuing_partner", award)),
                    None => {
                        self.by("project_manager", account("f-3", "f-3"));
                        self.ask("f-3", "participant", pay("f-3", new));
                    }
                }
            }
            self.ask(new, "participant", pay(new, "m-1"));
            reverse(self, original, None);
            let (original, _) = self.ask(&rich, "participant", pay(&rich, new));
            reverse(self, original, Some(one));
        }
        // Half spent.
        self.by("project_manager", account("f-2", "f-2"));
        let pay = |from: &str, to: &str, minor: i64| Transfer {
            from: id(from),
            to: id(to),
            pay: Pay::Amount(amount(minor)),
            offer: None,
            category: None,
        };
        let rich = member(self.richest());
        let (original, _) = self.ask(&rich, "participant", pay(&rich, "f-2", 2 * one));
        self.ask("f-2", "participant", pay("f-2", "m-1", one));
        reverse(self, original, None);
        let late = [self.pay(0, 1, 1).0, self.pay(0, 1, 1).0];
        self.pass(window);
        reverse(self, late[0], None);
        self.pass(1);
        reverse(self, late[1], None);
    }

    /// The member with the most, who can pay whatever the limits.
    fn richest(&self) -> usize {
        let books = self.ledger.state().books();
        let balance = |n: &usize| books.find(&id(&member(*n))).map(|account| account.balance());
        (0..MEMBERS).max_by_key(balance).unwrap()
    }
}

/// An offer that the partner may take units in for.
fn offer_at(design: &Design, partner: Option<Id>) -> Option<(&Offer, Id)> {
    let partner = partner?;
    design.redemption().offers().iter().find(|offer| offer.may_redeem(&partner)).map(|offer| (offer, partner))
}

fn account(account: &str, holder: &str) -> OpenAccount {
    let holders = [id(holder)].into_iter().collect();
    OpenAccount { account: id(account), kind: AccountKind::Person, holders }
}

fn transfer(from: usize, to: usize, minor: i64) -> Transfer {
    Transfer {
        from: id(&member(from)),
        to: id(&member(to)),
        pay: Pay::Amount(amount(minor)),
        offer: None,
        category: None,
    }
}

fn redeem_nothing() -> Ask {
    CloseAccount { account: id("m-99"), heir: None }.into()
}

fn mandate(mandate: &str, client: &str, holder: &str) -> GiveMandate {
    let actions = [
        Action::Transfer,
        Action::Gift,
        Action::Redeem,
        Action::Reserve,
        Action::RecordFact,
        Action::CloseAccount,
        Action::SeeAccount,
    ];
    GiveMandate {
        mandate: id(mandate),
        client: id(client),
        holder: id(holder),
        actions: ActionSet::of(&actions),
        from: Day::FIRST,
        until: Day::LAST,
        per_order: None,
        per_month: None,
    }
}
