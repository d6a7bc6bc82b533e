//! The life of a currency in one script: whatever its design makes possible is asked at least once, at
//! the edges that the design draws. The script is written once, for the design as it is; what the same
//! script comes to under a changed design shows whether anybody reads what was changed.

mod offers;

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

use crate::stage::{SECRET, amount, day, id, order};

/// Something to be seen: what was booked, or what was said.
#[derive(PartialEq)]
enum Seen {
    Booked(Vec<Entry>),
    Said(String),
}

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

/// What an order came to, to the last posting and in every language.
fn answered(ledger: &mut Ledger, order: &Order) -> Seen {
    if let Ask::AmendDesign(amend) = &order.ask {
        // The same design again, and aside: whether somebody may is the question.
        let mut aside = ledger.clone();
        let design = Box::new(aside.design().clone());
        let order = Order { ask: AmendDesign { design, ..amend.clone() }.into(), ..order.clone() };
        return match aside.execute(&order) {
            Ok(receipt) => {
                let record = aside.get(receipt.number).unwrap();
                let waits = |change: &Change| matches!(change, Change::PendingOpened(_));
                Seen::Said(format!(
                    "adopted, or waits: {}",
                    record.entry().unwrap().changes.iter().any(waits)
                ))
            }
            Err(refused) => said(&refused.refusal, ledger),
        };
    }
    let before = ledger.len();
    match ledger.execute(order) {
        Ok(_) => {
            Seen::Booked(ledger.records_from(before).map(|record| record.entry().unwrap().clone()).collect())
        }
        Err(refused) => said(&refused.refusal, ledger),
    }
}

fn said(refusal: &Refusal, ledger: &Ledger) -> Seen {
    let unit = ledger.design().unit();
    let sentences = Lang::ALL.map(|lang| refusal.sentence(lang, &Words::of(unit, lang)));
    Seen::Said(format!("{} {} {}", refusal.code, refusal.rule(), sentences.join(" / ")))
}

/// What the views say, each in every language.
fn views(ledger: &Ledger, first: Day) -> Vec<String> {
    let unit = ledger.design().unit();
    let words = Lang::ALL.map(|lang| (lang, Words::of(unit, lang)));
    let today = ledger.day();
    let (trial, refusals) = (TrialBalance::of(ledger), Refusals::of(ledger));
    let (totals, ending) = (PartnerTotals::of(ledger, first, today), Ending::of(ledger, Day::LAST));
    let mut views = Vec::new();
    for (lang, words) in &words {
        views.push(totals.text(*lang, words));
        views.push(trial.text(*lang, words));
        views.push(ending.text(*lang, words));
        views.push(refusals.text(*lang));
    }
    for account in [0, 1, 7].map(|n| id(&member(n))) {
        let statement = Statement::of(ledger, &account, first, today).unwrap();
        let (balance, limit) =
            (WhyBalance::of(ledger, &account).unwrap(), WhyLimit::of(ledger, &account).unwrap());
        for (lang, words) in &words {
            views.push(statement.text(*lang, words));
            views.push(balance.sentences(*lang, words).join(" "));
            views.push(limit.sentences(*lang, words).join(" "));
        }
    }
    views
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

    /// Accounts, partners, roles, mandates.
    fn found(&mut self) {
        for n in 0..MEMBERS {
            self.by("project_manager", account(&member(n), &member(n)));
        }
        let mut partners: Vec<String> = vec![String::from("p-97"), String::from("p-98")];
        let earning = self.design.earning().actions().iter().flat_map(|one| one.partners.iter().flatten());
        partners.extend(earning.map(ToString::to_string));
        let offers = self.design.redemption().offers().iter().filter_map(|one| one.partner);
        partners.extend(offers.map(|partner| partner.to_string()));
        for holder in self.design.office_holders() {
            partners
                .extend(holder.scope.map(|scope| scope.to_string()).filter(|scope| scope.starts_with("p-")));
        }
        partners.sort();
        partners.dedup();
        let today = self.ledger.day();
        for partner in partners {
            let roles = vec![PartnerRole::Issuing, PartnerRole::Redeeming];
            self.by("steering_group", ApprovePartner::plain(id(&partner), roles));
            let appoint = Appoint {
                person: id(&format!("o-{partner}")),
                role: crate::stage::code("issuing_partner"),
                from: today,
                scope: Some(id(&partner)),
                until: None,
            };
            self.by("project_manager", appoint);
        }
        for (n, role) in self.design.permissions().roles().to_vec().into_iter().enumerate() {
            let points = self.design.contact_points().all().to_vec();
            let fits = |point: &ContactPoint| role.function.is_some_and(|function| point.has(function));
            if role.scope == RoleScope::ContactPoint && !points.iter().any(fits) {
                // Nobody can hold it; somebody tries all the same.
                self.by("project_manager", account(&format!("t-{n}"), &worker(n)));
            }
            let scopes = match role.scope {
                RoleScope::None => vec![None],
                RoleScope::Partner => vec![Some(id("p-98"))],
                // Somewhere it fits, and wherever it does not.
                RoleScope::ContactPoint => points.iter().map(|point| Some(point.id)).collect(),
                RoleScope::Account => continue,
            };
            for scope in scopes {
                let appoint =
                    Appoint { person: id(&worker(n)), role: role.code, from: today, scope, until: None };
                self.by("project_manager", appoint);
            }
            let mandate = mandate(&format!("x-{n}"), "m-0", &worker(n));
            self.own(0, mandate);
        }
        // Whatever is handed out on the first day is worth what units are worth then.
        self.rewarded(0, 60, 0, 0);
        for offer in self.design.redemption().offers().to_vec() {
            self.redeem(0, &offer, 1, None);
        }
        let hour =
            Transfer { from: id("m-2"), to: id("m-3"), pay: Pay::Minutes(60), offer: None, category: None };
        self.own(2, hour);
        // Whoever holds a role from the first day does something in it.
        for holder in self.design.office_holders().to_vec() {
            let mut asked =
                self.draft(&holder.person.to_string(), &holder.role.to_string(), redeem_nothing());
            asked.ask = match holder.role.to_string().as_str() {
                "issuing_partner" => self.award(0, 60, "m-0").map_or(asked.ask, |mut award| {
                    award.partner = holder.scope.unwrap_or(award.partner);
                    award.into()
                }),
                "redeeming_partner" => {
                    offer_at(self.design, holder.scope).map_or(asked.ask, |(offer, partner)| {
                        Redeem { account: id("m-0"), partner, reward: offer.code, count: 1, units: None }
                            .into()
                    })
                }
                "steering_group" => {
                    let partner = id(&format!("q-{}", self.orders.len()));
                    ApprovePartner::plain(partner, vec![PartnerRole::Issuing]).into()
                }
                "mediator" => {
                    let mandate =
                        mandate(&format!("z-{}", self.orders.len()), "m-0", &holder.person.to_string());
                    self.own(0, mandate);
                    asked.id = OrderId::new(u128::try_from(self.orders.len()).unwrap() + 1);
                    transfer(0, 1, self.one()).into()
                }
                "exchange_office" => transfer(0, 1, self.one()).into(),
                "redemption_desk" => self.design.redemption().offers().first().map_or(asked.ask, |offer| {
                    let partner = offer.partner.unwrap_or(id("p-98"));
                    Redeem { account: id("m-0"), partner, reward: offer.code, count: 1, units: None }.into()
                }),
                "system" => CloseAccount { account: id("m-99"), heir: None }.into(),
                _ => {
                    let new = format!("n-{}", self.orders.len());
                    account(&new, &new).into()
                }
            };
            asked.contact_point = holder.scope;
            asked.evidence = Some(id("e-1"));
            asked.on_behalf_of = match &asked.ask {
                Ask::OpenAccount(open) => open.holders.first().copied(),
                _ => Some(id("m-0")),
            };
            self.put(asked);
        }
    }

    /// Every gift, on the account of a person, a household and an organisation, and once more.
    fn welcome(&mut self) {
        for (kind, name, holders) in [
            (AccountKind::Household, "h-1", &["h-2", "h-3"][..]),
            (AccountKind::Organisation, "h-4", &["h-5"]),
        ] {
            let holders = holders.iter().map(|holder| id(holder)).collect();
            self.by("project_manager", OpenAccount { account: id(name), kind, holders });
        }
        for person in ["h-2", "h-5", "h-6"] {
            self.by("project_manager", account(person, person));
        }
        for gift in self.design.welcome().gifts().to_vec() {
            for name in ["h-1", "h-2", "h-4", "h-5", "h-5", "h-6"] {
                self.by("project_manager", Welcome { account: id(name), gift: gift.code });
            }
        }
        // Services of every category, excluded or not.
        let activities = self.design.activities().clone();
        let known = activities.categories.into_iter().flatten().chain(activities.excluded);
        let mut categories: Vec<Code> = known.collect();
        categories.push(crate::stage::code("unheard-of"));
        for category in categories {
            let pay = transfer(0, 1, self.one());
            self.own(0, Transfer { category: Some(category), ..pay });
        }
    }

    /// Every fact in every word it has, by the project manager and by whom it is about; and what is
    /// earned before, while and after it holds.
    fn record(&mut self) {
        for kind in self.design.facts().kinds().to_vec() {
            let words: Vec<Option<Code>> = match &kind.values {
                Some(words) => words.iter().copied().map(Some).collect(),
                None => vec![None],
            };
            let unheard_of = Some(crate::stage::code("unheard-of"));
            for value in words.into_iter().chain([unheard_of]) {
                let from = self.ledger.day();
                let record = |n: usize, until| RecordFact {
                    person: id(&member(n)),
                    fact: kind.code,
                    from,
                    value,
                    until,
                };
                self.own(1, record(1, None));
                self.by("project_manager", record(0, Some(from)));
                for (at, _) in self.design.earning().actions().iter().enumerate() {
                    self.rewarded(at, 60, 0, 0);
                    self.rewarded(at, 60, 1, 0);
                    self.rewarded(at, 60, 2, 0);
                }
                for offer in self.design.redemption().offers().to_vec() {
                    for n in 0..3 {
                        self.redeem(n, &offer, 1, None);
                    }
                }
                self.pass(1);
            }
        }
        // From here on everything holds about everybody.
        let from = self.ledger.day();
        for kind in self.design.facts().kinds().to_vec() {
            let value = kind.values.as_ref().and_then(|words| words.first().copied());
            for n in 0..MEMBERS {
                let person = id(&member(n));
                self.by("project_manager", RecordFact { person, fact: kind.code, from, value, until: None });
            }
        }
    }

    /// With a partner: a budget that runs out, days on which nothing holds, an account of its own.
    fn agree(&mut self) {
        let partner = id("p-96");
        let today = self.ledger.day();
        self.by("project_manager", account("h-7", "h-7"));
        let holders = [id("h-8")].into_iter().collect();
        let shop = OpenAccount { account: id("h-9"), kind: AccountKind::Organisation, holders };
        self.by("project_manager", shop);
        let roles = vec![PartnerRole::Issuing, PartnerRole::Redeeming];
        let budget = Some(Budget { units: amount(30 * self.one()), per: BudgetPeriod::Month });
        let approve = ApprovePartner {
            budget,
            account: Some(id("h-9")),
            ..ApprovePartner::plain(partner, roles.clone())
        };
        self.by("steering_group", approve);
        let role = crate::stage::code("issuing_partner");
        let appoint = Appoint { person: id("o-p-96"), role, from: today, scope: Some(partner), until: None };
        self.by("project_manager", appoint);
        for _ in 0..4 {
            for activity in 0..self.design.earning().actions().len() {
                let measured = 60;
                if let Some(award) = self.award(activity, measured, "h-7") {
                    self.ask("o-p-96", "issuing_partner", Award { partner, ..award });
                }
            }
        }
        for offer in self.design.redemption().offers().to_vec() {
            self.ask(
                "h-7",
                "participant",
                Redeem { account: id("h-7"), partner, reward: offer.code, count: 1, units: None },
            );
        }
        let amend =
            AmendContract { partner, roles, from: None, until: Some(today), budget: None, account: None };
        self.by("steering_group", amend);
        self.pass(1);
        if let Some(award) = self.award(0, 60, "h-7") {
            self.ask("o-p-96", "issuing_partner", Award { partner, ..award });
        }
        let moves = ChangeHolders {
            account: id("h-1"),
            add: [id("h-6")].into_iter().collect(),
            remove: [id("h-2")].into_iter().collect(),
        };
        self.by("project_manager", moves);
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

    /// As low and as high as one may go.
    fn reach_the_limits(&mut self) {
        let limits = self.design.limits();
        let (one, floor) = (self.one(), limits.floor.at.minor());
        // Nothing stands on either account.
        self.pay(7, 8, one);
        self.pay(7, 8, -floor - 2 * one);
        self.pay(7, 8, 3 * one);
        self.pay(7, 8, one);
        self.pay(8, 7, 2 * one);
        if let Some(ceiling) = limits.ceiling {
            let room =
                ceiling.at.minor() - self.ledger.state().books().find(&id("m-3")).unwrap().balance().minor();
            for part in [room / 3, room / 3, room - room / 3 * 2, one] {
                self.pay(2, 3, part);
                self.pay(4, 3, part);
            }
        }
    }

    /// On the last day of an account's first months and on the day after, below the floor of those months.
    fn last_of_the_first_months(&mut self, starter: Starter) {
        let Some(floor) = starter.floor else { return };
        let over = self.ledger.day().plus_months(starter.months).unwrap();
        for name in ["s-0", "s-1"] {
            self.by("project_manager", account(name, name));
        }
        for (name, day) in [("s-0", over.minus_days(1).unwrap()), ("s-1", over)] {
            self.close_through(day.minus_days(1).unwrap());
            let pay = transfer(0, 7, self.one() - floor.minor());
            self.ask(name, "participant", Transfer { from: id(name), ..pay });
        }
    }

    /// When the first months are over, others limits hold: to the last unit, and one more.
    fn outgrow(&mut self) {
        let Some(starter) = self.design.limits().starter else { return };
        self.last_of_the_first_months(starter);
        self.pass(starter.months * 31);
        let balance =
            |scribe: &Self, n| scribe.ledger.state().books().find(&id(&member(n))).unwrap().balance().minor();
        let floor = self.design.limits().floor.at.minor();
        let room = balance(self, 7) - floor;
        for part in [room + 1, room, 1] {
            self.pay(7, 8, part);
        }
        if let Some(ceiling) = self.design.limits().ceiling {
            let room = ceiling.at.minor() - balance(self, 8);
            for part in [room + 1, room, 1] {
                self.pay(6, 8, part);
            }
        }
    }

    /// Somebody who never does anything, and somebody who does just in time.
    fn fall_quiet(&mut self) {
        let Some(inactivity) = self.design.inactivity() else { return };
        for name in ["q-0", "q-1"] {
            self.by("project_manager", account(name, name));
        }
        self.pass(inactivity.months * 28);
        let pay = transfer(0, 1, 1);
        self.ask("q-1", "participant", Transfer { from: id("q-1"), ..pay });
        self.pass(inactivity.months * 4 + inactivity.notice_days.unwrap_or(0) + 5);
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

    /// Everything by everybody.
    fn try_every_role(&mut self) {
        let roles = self.design.permissions().roles().to_vec();
        let today = self.ledger.day();
        for n in 0..6 {
            self.rewarded(0, 6_000, n, 0);
        }
        for n in 0..roles.len() {
            for kind in ["b", "c"] {
                let name = format!("{kind}-{n}");
                self.by("project_manager", account(&name, &name));
            }
            self.own(0, mandate(&format!("y-{n}"), "m-0", "m-5"));
            for client in ["b", "c"] {
                let client = format!("{client}-{n}");
                let mandate = mandate(&format!("y-{client}"), &client, &worker(n));
                self.ask(&client, "participant", mandate);
            }
            self.rewarded(0, 60, 0, 0);
        }
        let point = self.design.contact_points().all().first().map(|point| point.id);
        for (n, role) in roles.into_iter().enumerate() {
            let own = role.scope == RoleScope::Account;
            let actor = if own { member(0) } else { worker(n) };
            for action in Action::ALL {
                let mut client = id("m-0");
                let ask: Ask = match action {
                    Action::AdoptDesign => {
                        let days = 20_000 + i32::try_from(n).unwrap();
                        let effective = today.plus_days(days).unwrap();
                        AmendDesign {
                            effective,
                            design: Box::new(self.design.clone()),
                            existing: Existing::Keep,
                        }
                        .into()
                    }
                    Action::ApprovePartner => {
                        let partner = id(&format!("r-{n}"));
                        ApprovePartner::plain(partner, vec![PartnerRole::Issuing]).into()
                    }
                    Action::AppointRole => {
                        let (person, role) = (id(&format!("a-{n}")), crate::stage::code("auditor"));
                        Appoint { person, role, from: today, scope: None, until: None }.into()
                    }
                    Action::TakeOver => {
                        let balance = muntwerk::money::Balance::from(amount(1));
                        let line = TakeOverLine { account: id("m-0"), balance, lots: Vec::new() };
                        TakeOver { lines: vec![line] }.into()
                    }
                    Action::RegisterParticipant => {
                        let new = format!("n-{n}");
                        let holder = if own { member(0) } else { new.clone() };
                        client = id(&holder);
                        account(&new, &holder).into()
                    }
                    Action::GiveMandate => mandate(&format!("v-{n}"), "m-0", "m-5").into(),
                    Action::RevokeMandate => RevokeMandate { mandate: id(&format!("y-{n}")) }.into(),
                    Action::RecordFact => match self.design.facts().kinds().first() {
                        Some(kind) => {
                            client = id(&if own { member(0) } else { format!("b-{n}") });
                            let value = kind.values.as_ref().and_then(|words| words.first().copied());
                            let (person, fact, until) = (client, kind.code, None);
                            RecordFact { person, fact, from: today, value, until }.into()
                        }
                        None => continue,
                    },
                    Action::Welcome => match self.design.welcome().gifts().first() {
                        Some(gift) => {
                            client = id(&if own { member(0) } else { format!("b-{n}") });
                            Welcome { account: client, gift: gift.code }.into()
                        }
                        None => continue,
                    },
                    Action::Transfer => transfer(0, 1, 1).into(),
                    Action::Award => {
                        client = id(if own { "m-0" } else { "m-1" });
                        match self.award(0, 60, &client.to_string()) {
                            Some(award) => award.into(),
                            None => continue,
                        }
                    }
                    Action::Gift => Gift { from: id("m-0"), to: id("m-1"), amount: amount(1) }.into(),
                    Action::Redeem => match self.design.redemption().offers().first() {
                        Some(offer) => {
                            let partner = offer.partner.unwrap_or(id("p-98"));
                            Redeem { account: id("m-0"), partner, reward: offer.code, count: 1, units: None }
                                .into()
                        }
                        None => continue,
                    },
                    Action::Reserve => match self.design.redemption().offers().first() {
                        Some(offer) => {
                            let partner = offer.partner.unwrap_or(id("p-98"));
                            let (account, reward) = (id("m-0"), offer.code);
                            Reserve { account, partner, reward, count: 1, units: None }.into()
                        }
                        None => continue,
                    },
                    Action::Restock => {
                        let offer = self.design.redemption().offers().first();
                        let partner = offer.and_then(|offer| offer.partner).unwrap_or(id("p-98"));
                        let reward = offer.map_or(crate::stage::code("nothing"), |offer| offer.code);
                        Restock { partner, reward, by: 1 }.into()
                    }
                    Action::Reverse => {
                        let (original, _) = self.pay(0, 1, 1);
                        Reverse { original, amount: None }.into()
                    }
                    Action::CloseDay => CloseDay { through: today, today }.into(),
                    Action::RecordNotice => {
                        let outcome = NoticeOutcome::Delivered;
                        RecordNotice { account: id("m-0"), end: today, outcome }.into()
                    }
                    Action::EndUnits => {
                        let ends_on = today.plus_days(400).unwrap();
                        EndUnits { earned_through: today, ends_on, earned_from: None }.into()
                    }
                    Action::ChangeAccountState => {
                        client = id(&format!("b-{n}"));
                        ChangeState { account: client, state: AccountState::Blocked }.into()
                    }
                    Action::SetLimits => {
                        client = id(&format!("c-{n}"));
                        let ceiling = Some(amount(10_000 * self.one()).into());
                        SetLimits { account: client, floor: None, ceiling, group: None }.into()
                    }
                    Action::ExceedLimit => {
                        client = id(&format!("c-{n}"));
                        let ceiling = Some(amount(20_000 * self.one()).into());
                        GrantException { account: client, until: today, floor: None, ceiling }.into()
                    }
                    Action::CloseAccount => {
                        client = id(&format!("c-{n}"));
                        CloseAccount { account: client, heir: None }.into()
                    }
                    Action::WriteOff => {
                        client = id(&format!("c-{n}"));
                        WriteOff { account: client }.into()
                    }
                    Action::PrintNotes
                    | Action::SendNotes
                    | Action::ReceiveNotes
                    | Action::PayOut
                    | Action::TakeIn
                    | Action::CountCash
                    | Action::SwapNotes
                    | Action::KeepTill
                    | Action::Chargeback
                    | Action::ApproveDifference => continue,
                    Action::SeeAccount => continue,
                };
                let mut asked = self.draft(&actor, &role.code.to_string(), ask);
                asked.contact_point = point;
                asked.evidence = Some(id("e-1"));
                asked.on_behalf_of = Some(client);
                self.put(asked);
            }
        }
        self.close_through(today);
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

    /// With units left, with a debt of one, with nothing, and dying.
    fn leave(&mut self) {
        self.by("project_manager", CloseAccount { account: id("m-2"), heir: None });
        for n in 0..4 {
            let name = format!("l-{n}");
            self.by("project_manager", account(&name, &name));
        }
        let one = self.one();
        let pay = |from: &str, to: &str| Transfer {
            from: id(from),
            to: id(to),
            pay: Pay::Amount(amount(one)),
            offer: None,
            category: None,
        };
        let state = |of: &str, state| ChangeState { account: id(of), state };
        self.ask("l-0", "participant", pay("l-0", "m-1"));
        self.by("project_manager", CloseAccount { account: id("l-0"), heir: None });
        self.by("project_manager", state("l-0", AccountState::Leaver));
        let (pending, _) = self.by("project_manager", WriteOff { account: id("l-0") });
        let roles = self.design.permissions().roles().to_vec();
        let manager = roles.iter().position(|role| role.code == crate::stage::code("project_manager"));
        self.ask(&worker(manager.unwrap()), "project_manager", Complete { pending });
        for (dead, heir) in [("l-1", Some(id("m-1"))), ("l-2", None)] {
            let rich = member(self.richest());
            self.ask(&rich, "participant", pay(&rich, dead));
            self.by("project_manager", state(dead, AccountState::Deceased));
            self.by("project_manager", CloseAccount { account: id(dead), heir });
        }
        self.by("project_manager", state("l-3", AccountState::Leaver));
        self.pass(1);
    }

    /// Records as delivered whatever notice is about an earlier end.
    fn hear(&mut self, end: Day) {
        let books = self.ledger.state().books();
        let notices = books.notices().filter(|(about, _, notice)| *about < end && notice.outcome.is_none());
        let heard: Vec<(Day, Id)> =
            notices.map(|(end, row, _)| (end, books.account(row).unwrap().id())).collect();
        for (end, account) in heard {
            self.by("project_manager", RecordNotice { account, end, outcome: NoticeOutcome::Delivered });
        }
    }

    /// Gives everything earned so far an end, where that can be decided: on the last of a month, which any
    /// grain of lots allows, and with some days more than the notice takes.
    fn end_in_bulk(&mut self) -> Option<Day> {
        let expiry = self.design.expiry();
        if !expiry.bulk {
            return None;
        }
        self.close_through(self.ledger.day().last_of_month().minus_days(1)?);
        let today = self.ledger.day();
        let notice = expiry.notice.map_or(0, |notice| notice.days);
        let ends_on = today.plus_days(i32::from(notice) + 9)?;
        let ends = EndUnits { earned_through: today, ends_on, earned_from: None };
        let holders = self.design.office_holders().iter();
        let steering: Vec<String> = holders
            .filter(|one| one.role == crate::stage::code("steering_group"))
            .map(|one| one.person.to_string())
            .collect();
        let [first, second, ..] = steering.as_slice() else { return None };
        let (pending, _) = self.ask(first, "steering_group", ends);
        self.ask(second, "steering_group", Complete { pending });
        Some(ends_on)
    }

    /// Until everything has lapsed that will.
    fn grow_old(&mut self) {
        for n in 0..6 {
            self.rewarded(0, 60, n, 0);
        }
        self.pay(0, 3, self.one());
        let expiry = self.design.expiry();
        let Some(end) = expiry.ends_on(self.ledger.day()).or_else(|| self.end_in_bulk()) else { return };
        let notice = expiry.notice.map_or(0, |notice| notice.days);
        let given = end.minus_days(i32::from(notice)).unwrap();
        // What ends before is heard of and lapses.
        while self.ledger.day() < given {
            let stop = self.ledger.day().plus_days(9).unwrap().min(given.minus_days(1).unwrap());
            self.close_through(stop);
            self.hear(end);
        }
        // Some hear of it at once, some do not, and of some nobody knows.
        for (n, outcome) in [(0, NoticeOutcome::Delivered), (1, NoticeOutcome::Undeliverable)] {
            self.by("project_manager", RecordNotice { account: id(&member(n)), end, outcome });
        }
        self.close_through(end.minus_days(3).unwrap());
        let mut paid = Vec::new();
        if let Some(offer) = self.design.redemption().offers().last().cloned() {
            let partner = offer.partner.unwrap_or(id("p-98"));
            for n in [0, 0, 4] {
                paid.push(
                    self.own(
                        n,
                        Redeem {
                            account: id(&member(n)),
                            partner,
                            reward: offer.code,
                            count: 1,
                            units: None,
                        },
                    )
                    .0,
                );
            }
        }
        paid.push(self.pay(0, 1, self.one()).0);
        let last = end.plus_days(i32::from(expiry.grace_days) + i32::from(notice) + 2).unwrap();
        while self.ledger.day() <= last {
            self.pass(1);
            self.pay(0, 1, 1);
            let near = self.ledger.day().days_since(end) == i32::from(expiry.grace_days) + 2;
            if near && let Some(original) = paid.pop() {
                self.by("project_manager", Reverse { original, amount: None });
                if let Some(original) = paid.pop() {
                    self.by("project_manager", Reverse { original, amount: None });
                }
            }
        }
        for original in paid {
            self.by("project_manager", Reverse { original, amount: None });
        }
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
