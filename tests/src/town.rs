//! A small town in which everybody holds exactly one role, and everything can be asked once.

use muntwerk::books::{AccountKind, AccountState, Change};
use muntwerk::calendar::Day;
use muntwerk::design::{Design, Existing};
use muntwerk::id::{Id, OrderId};
use muntwerk::ledger::{Answer, Ledger};
use muntwerk::office::{CashCount, Depot, Notes, OfficeDay};
use muntwerk::orders::{
    AmendDesign, Appoint, ApproveClaim, ApproveDifference, ApprovePartner, Ask, Award, ChangeState,
    Chargeback, ClawBack, CloseAccount, CloseDay, Complete, ConfirmPaid, CountCash, EndUnits, ExchangeBack,
    FileClaim, FillTill, FundBacking, Gift, GiveMandate, GrantException, HandOverTill, NoticeOutcome,
    OpenAccount, OpenOffice, Order, Pay, PayGiven, PayOut, PrintNotes, ReceiveNotes, RecordFact,
    RecordNotice, Redeem, RejectClaim, Reserve, Restock, Reverse, RevokeMandate, SendNotes, SetLimits,
    SwapNotes, TakeIn, TakeOver, TakeOverLine, TopUp, Transfer, Want, Welcome, WriteOff,
};
use muntwerk::people::{Action, ActionSet, PartnerRole, SettlementTerms};

use crate::stage::{amount, code, day, id, open, order};

/// The roles of the default matrix, and who holds each.
pub const ROLES: [(&str, &str); 11] = [
    ("steering_group", "s-11"),
    ("project_manager", "s-21"),
    ("mediator", "s-31"),
    ("participant", "d-1"),
    ("issuing_partner", "s-51"),
    ("redeeming_partner", "s-61"),
    ("administration_point", "s-71"),
    ("exchange_office", "s-72"),
    ("redemption_desk", "s-73"),
    ("auditor", "s-41"),
    ("system", "s-91"),
];

/// The design of the town; permissions are added at its end.
pub const DESIGN: &str = r#"format = 0
[currency]
id = "town"
names = { nl = "a", fr = "b", en = "c" }
zone = "Europe/Brussels"
[unit]
kind = "free_point"
names.nl = { one = "a", many = "aa" }
names.fr = { one = "b", many = "bb" }
names.en = { one = "c", many = "cc" }
scale = 0
[circulation]
reward = true
mutual_credit = true
[limits.floor]
at = -50
[[earning]]
code = "work"
names = { nl = "a", fr = "b", en = "c" }
per = "action"
units = 10
[[redemption]]
code = "soup"
names = { nl = "a", fr = "b", en = "c" }
price = 5
[[welcome]]
code = "start"
names = { nl = "a", fr = "b", en = "c" }
units = 4
[[fact]]
code = "insured"
names = { nl = "a", fr = "b", en = "c" }
self_declared = true
[[redemption]]
code = "box"
names = { nl = "a", fr = "b", en = "c" }
price = 5
stock = "counted"
hold = { days = 3 }
waiting = { days = 2 }
[expiry]
rule = "months"
months = 3
notice = { days = 46, suffices = "delivered" }
bulk = true
[spending]
gifts = true
[leaving]
balance_to = "lapsed"
debt = "group"
[paper]
[[paper.series]]
code = "r-1"
names = { nl = "a", fr = "b", en = "c" }
denominations = [1, 5, 10]
valid_from = 2025-01-01
spend_until = 2025-03-15
[settlement]
[[settlement.rate]]
from = 2025-01-01
units = 10
euro = 1
[[contact_point]]
id = "cp-1"
functions = ["administration", "exchange", "redemption"]
[[contact_point]]
id = "cp-2"
functions = ["administration", "exchange", "redemption"]
[[office_holder]]
person = "s-11"
role = "steering_group"
[[office_holder]]
person = "s-12"
role = "steering_group"
[[office_holder]]
person = "s-21"
role = "project_manager"
[[office_holder]]
person = "s-22"
role = "project_manager"
[[office_holder]]
person = "s-31"
role = "mediator"
[[office_holder]]
person = "s-32"
role = "mediator"
[[office_holder]]
person = "s-41"
role = "auditor"
[[office_holder]]
person = "s-51"
role = "issuing_partner"
scope = "p-1"
[[office_holder]]
person = "s-61"
role = "redeeming_partner"
scope = "p-1"
[[office_holder]]
person = "s-71"
role = "administration_point"
scope = "cp-1"
[[office_holder]]
person = "s-72"
role = "exchange_office"
scope = "cp-1"
[[office_holder]]
person = "s-73"
role = "redemption_desk"
scope = "cp-1"
[[office_holder]]
person = "s-91"
role = "system"
"#;

/// A ledger of the town, and how many orders it was asked.
#[derive(Clone)]
pub struct Town {
    /// The ledger.
    pub ledger: Ledger,
    asked: u128,
}

impl Default for Town {
    fn default() -> Self {
        Self::new()
    }
}

impl Town {
    /// The town on 28 February 2025: three members with fifty units each, two partners, mandates of the
    /// first member for everybody who holds a role.
    pub fn new() -> Self {
        let mut town = Self { ledger: open(DESIGN, day("2025-01-15")), asked: 0 };
        town.open_members();
        for partner in ["p-1", "p-2"] {
            let roles = vec![PartnerRole::Issuing, PartnerRole::Redeeming];
            town.must("s-11", "steering_group", ApprovePartner::plain(id(partner), roles));
        }
        for n in 1..=3 {
            town.must("s-51", "issuing_partner", award(&format!("m-{n}"), 5));
        }
        town.furnish_the_office();
        for partner in ["p-1", "p-2"] {
            town.must(
                "s-21",
                "project_manager",
                Restock { partner: id(partner), reward: code("box"), by: 9 },
            );
        }
        let holders = ROLES.iter().filter(|(role, _)| *role != "participant").map(|(_, who)| *who);
        for (n, holder) in holders.enumerate() {
            town.must("d-1", "participant", mandate(&format!("x-{n}"), "d-1", holder));
        }
        town.must("d-1", "participant", mandate("x-99", "d-1", "d-3"));
        town.close_through("2025-02-27");
        town
    }

    /// The town before anything moved in it, under the design it has now.
    fn begin_anew(&mut self) {
        self.ledger = open(&self.ledger.design().resolved(), self.ledger.day());
        self.open_members();
    }

    /// The town under the same permissions with units that euro back, before anything else moved in it: two
    /// hundred of them with the first member, whose account is the first partner's too, and with an open office.
    fn begin_anew_backed(&mut self) {
        let text = self.ledger.design().resolved();
        let design = if self.ledger.design().circulation().euro_backed { text } else { backed(&text) };
        self.ledger = open(&design, self.ledger.day());
        self.open_members();
        let shop = OpenAccount {
            account: id("o-1"),
            kind: AccountKind::Organisation,
            holders: [id("d-3")].into_iter().collect(),
        };
        self.must("s-21", "project_manager", shop);
        let roles = vec![PartnerRole::Issuing, PartnerRole::Redeeming];
        let other =
            ApprovePartner { account: Some(id("o-1")), ..ApprovePartner::plain(id("p-2"), roles.clone()) };
        self.must("s-11", "steering_group", other);
        let terms = SettlementTerms { beneficiary: Some(id("p-2")), ..SettlementTerms::default() };
        let inside = ApprovePartner {
            account: Some(id("o-1")),
            settlement: Some(Box::new(terms)),
            ..ApprovePartner::plain(id("p-1"), roles)
        };
        self.must("s-11", "steering_group", inside);
        for account in ["m-1", "o-1"] {
            // By whoever may still do it.
            let done = [("s-91", "system"), ("s-21", "project_manager")].into_iter().any(|(who, role)| {
                let mut order = self.order(who, role, TopUp { account: id(account), euro: amount(20_000) });
                order.contact_point = None;
                self.ask(&order) == Said::Done
            });
            assert!(done);
        }
        self.must("s-72", "exchange_office", OpenOffice {});
    }

    /// Cents from an office's till at the bank.
    fn hand_over_euro(&mut self, cents: i64) {
        let (series, notes, euro) = (code("r-1"), Notes::default(), amount(cents));
        self.must("s-72", "exchange_office", FillTill { series, notes: notes.clone(), euro });
        self.must("s-72", "exchange_office", HandOverTill { series, notes, euro });
    }

    fn open_members(&mut self) {
        for n in 1..=3 {
            let (account, holder) = (id(&format!("m-{n}")), id(&format!("d-{n}")));
            let open =
                OpenAccount { account, kind: AccountKind::Person, holders: [holder].into_iter().collect() };
            self.must("s-21", "project_manager", open);
        }
    }

    /// Notes at the first contact point, which is open, and twenty units of them with the third member.
    fn furnish_the_office(&mut self) {
        self.printed("[[1,50],[5,50],[10,50]]");
        let sending = self.sent(Depot::Vault, Depot::Stock(id("cp-1")));
        self.must("s-72", "exchange_office", OpenOffice {});
        self.must("s-72", "exchange_office", ReceiveNotes { sending, notes: notes("[[5,10]]") });
        let pay_out = PayOut { account: id("m-3"), series: code("r-1"), want: Want::Amount(amount(20)) };
        let mut order = self.order("s-72", "exchange_office", pay_out);
        order.on_behalf_of = Some(id("d-3"));
        assert_eq!(self.ask(&order), Said::Done);
    }

    fn by_two(&mut self, ask: impl Into<Ask>) -> OrderId {
        let pending = self.must("s-21", "project_manager", ask);
        self.must("s-22", "project_manager", Complete { pending });
        pending
    }

    fn printed(&mut self, pieces: &str) {
        self.by_two(PrintNotes { series: code("r-1"), notes: notes(pieces) });
    }

    /// Ten notes of five, on the way.
    pub fn sent(&mut self, from: Depot, to: Depot) -> OrderId {
        self.by_two(SendNotes { from, to, carrier: id("c-1"), series: code("r-1"), notes: notes("[[5,10]]") })
    }

    /// The town under the same design with other permissions, from 1 March on.
    pub fn under(&self, permissions: &str) -> Self {
        let mut town = self.clone();
        let text = format!("{DESIGN}{permissions}");
        let design = Design::parse(&text).unwrap_or_else(|error| panic!("{error}\n{permissions}"));
        let amend =
            AmendDesign { effective: day("2025-03-01"), design: Box::new(design), existing: Existing::Keep };
        let pending = town.must("s-11", "steering_group", amend);
        town.must("s-12", "steering_group", Complete { pending });
        town.close_through("2025-02-28");
        town
    }

    /// An order of somebody, with all that any mode could want: evidence, client, contact point.
    pub fn order(&mut self, actor: &str, role: &str, ask: impl Into<Ask>) -> Order {
        self.asked += 1;
        let mut order = order(self.asked, actor, role, self.ledger.day(), ask);
        order.contact_point = Some(id("cp-1"));
        order.evidence = Some(id("e-1"));
        order.reason = Some(code("because"));
        order.on_behalf_of = client(&order.ask);
        order
    }

    /// Asks, and it is booked.
    pub fn must(&mut self, actor: &str, role: &str, ask: impl Into<Ask>) -> OrderId {
        let order = self.order(actor, role, ask);
        self.ledger.execute(&order).unwrap_or_else(|refused| panic!("{order:?}: {refused:?}"));
        order.id
    }

    /// Asks.
    pub fn ask(&mut self, order: &Order) -> Said {
        Said::of(&self.ledger.execute(order), &self.ledger)
    }

    /// Closes days.
    pub fn close_through(&mut self, through: &str) {
        let through = day(through);
        let design_closes = self.ledger.design().permissions();
        let system = design_closes.role(&code("system")).unwrap();
        let by_system = design_closes.grant(system, Action::CloseDay).is_some();
        let (actor, role) = if by_system { ("s-91", "system") } else { ("s-21", "project_manager") };
        self.must(actor, role, CloseDay { through, today: through });
    }

    /// An otherwise valid order for the action, by whoever holds the role.
    pub fn order_for(&mut self, role: &str, action: Action) -> Order {
        let actor = ROLES.iter().find(|(one, _)| *one == role).unwrap().1;
        let own = role == "participant";
        let today = self.ledger.day();
        let ask: Ask = match action {
            Action::AdoptDesign => {
                let design = Box::new(self.ledger.design().clone());
                AmendDesign { effective: today.plus_days(5).unwrap(), design, existing: Existing::Keep }
                    .into()
            }
            Action::ApprovePartner => ApprovePartner::plain(id("p-9"), vec![PartnerRole::Issuing]).into(),
            Action::AppointRole => {
                let role = code("auditor");
                Appoint { person: id("d-3"), role, from: today, scope: None, until: None }.into()
            }
            Action::TakeOver => {
                self.begin_anew();
                let balance = muntwerk::money::Balance::from(amount(5));
                let line = TakeOverLine { account: id("m-2"), balance, lots: Vec::new() };
                TakeOver { lines: vec![line] }.into()
            }
            Action::RegisterParticipant => {
                let holder = if own { "d-1" } else { "d-9" };
                let holders = [id(holder)].into_iter().collect();
                OpenAccount { account: id("m-9"), kind: AccountKind::Person, holders }.into()
            }
            Action::GiveMandate => mandate("x-100", "d-1", "d-2").into(),
            Action::RevokeMandate => RevokeMandate { mandate: id("x-99") }.into(),
            Action::Transfer => transfer("m-1", "m-2", 3).into(),
            Action::RecordFact => {
                RecordFact { person: id("d-1"), fact: code("insured"), from: today, value: None, until: None }
                    .into()
            }
            Action::Welcome => Welcome { account: id("m-1"), gift: code("start") }.into(),
            Action::Award => award(if own { "m-1" } else { "m-2" }, 1).into(),
            Action::Gift => Gift { from: id("m-1"), to: id("m-2"), amount: amount(3) }.into(),
            Action::Redeem => redeem("m-1").into(),
            Action::Reserve => reserve("m-1").into(),
            Action::Restock => Restock { partner: id("p-1"), reward: code("box"), by: -1 }.into(),
            Action::Reverse => Reverse { original: self.original_for(role), amount: None }.into(),
            Action::CloseDay => CloseDay { through: today, today }.into(),
            Action::RecordNotice => {
                let (account, end) = (id("m-1"), day("2025-04-15"));
                RecordNotice { account, end, outcome: NoticeOutcome::Delivered }.into()
            }
            Action::EndUnits => {
                // What is earned today ends in three months, and six weeks' notice can be given of less.
                self.must("s-51", "issuing_partner", award("m-2", 1));
                let ends_on = today.plus_days(60).unwrap();
                EndUnits { earned_through: today, ends_on, earned_from: None }.into()
            }
            Action::ChangeAccountState => {
                ChangeState { account: id("m-1"), state: AccountState::Blocked }.into()
            }
            Action::SetLimits => {
                let ceiling = Some(amount(5_000).into());
                SetLimits { account: id("m-1"), floor: None, ceiling, group: None }.into()
            }
            Action::ExceedLimit => {
                let ceiling = Some(amount(9_000).into());
                let until = day("2025-12-31");
                GrantException { account: id("m-1"), until, floor: None, ceiling }.into()
            }
            Action::CloseAccount => CloseAccount { account: id("m-1"), heir: None }.into(),
            Action::PrintNotes => PrintNotes { series: code("r-1"), notes: notes("[[5,2]]") }.into(),
            Action::SendNotes => {
                let counters = ["administration_point", "exchange_office", "redemption_desk"];
                let stock = Depot::Stock(id("cp-1"));
                let (from, to) =
                    if counters.contains(&role) { (stock, Depot::Vault) } else { (Depot::Vault, stock) };
                let notes = notes("[[5,2]]");
                SendNotes { from, to, carrier: id("c-1"), series: code("r-1"), notes }.into()
            }
            Action::ReceiveNotes => {
                let partner = role.ends_with("_partner");
                let to = if partner { Depot::Partner(id("p-1")) } else { Depot::Stock(id("cp-1")) };
                ReceiveNotes { sending: self.sent(Depot::Vault, to), notes: notes("[[5,9]]") }.into()
            }
            Action::PayOut => {
                PayOut { account: id("m-1"), series: code("r-1"), want: Want::Amount(amount(5)) }.into()
            }
            Action::TakeIn => {
                TakeIn { account: id("m-1"), series: code("r-1"), notes: notes("[[5,1]]") }.into()
            }
            Action::SwapNotes => {
                let (from, to) = (code("r-1"), code("r-1"));
                SwapNotes { from, notes: notes("[[5,1]]"), to, stamped: 0, want: None }.into()
            }
            Action::KeepTill => {
                FillTill { series: code("r-1"), notes: notes("[[5,1]]"), euro: amount(100) }.into()
            }
            Action::Chargeback => {
                let pay_out =
                    PayOut { account: id("m-1"), series: code("r-1"), want: Want::Amount(amount(5)) };
                Chargeback { original: self.must("s-72", "exchange_office", pay_out) }.into()
            }
            Action::CountCash => CountCash { count: CashCount::default() }.into(),
            Action::ApproveDifference => {
                let (who, counter) = match role {
                    "exchange_office" => ("s-73", "redemption_desk"),
                    _ => ("s-72", "exchange_office"),
                };
                let day = self.ledger.state().offices().day(&id("cp-1"));
                if matches!(day, Some(OfficeDay::Open { .. })) {
                    self.must(who, counter, CountCash { count: CashCount::default() });
                }
                ApproveDifference { office: id("cp-1") }.into()
            }
            Action::WriteOff => {
                let books = self.ledger.state().books();
                if books.find(&id("m-3")).unwrap().state() == AccountState::Active {
                    self.must("d-3", "participant", transfer("m-3", "m-2", 60));
                    let gone = ChangeState { account: id("m-3"), state: AccountState::Leaver };
                    self.must("s-21", "project_manager", gone);
                }
                WriteOff { account: id("m-3") }.into()
            }
            Action::ClaimSettlement => {
                self.accepted();
                FileClaim { partner: id("p-1"), invoice: id("f-1"), through: None }.into()
            }
            Action::RejectClaim => {
                let (claim, acceptance) = self.claimed(actor);
                RejectClaim { claim, acceptance: Some(acceptance), units: Some(amount(1)) }.into()
            }
            Action::ApproveSettlement => ApproveClaim { claim: self.claimed(actor).0 }.into(),
            Action::ConfirmPayment => ConfirmPaid { claim: self.approved(actor).0 }.into(),
            Action::ClawBack => ClawBack { original: self.approved(actor).1, amount: None }.into(),
            Action::TopUp => {
                self.begin_anew_backed();
                TopUp { account: id("m-1"), euro: amount(500) }.into()
            }
            Action::FundBacking => {
                self.begin_anew_backed();
                self.hand_over_euro(900);
                FundBacking { account: amount(400), paper: amount(500) }.into()
            }
            Action::ExchangeBack => {
                self.begin_anew_backed();
                // What has no contract is the emergency of a participant.
                let who = if own { "m-1" } else { "p-1" };
                ExchangeBack { who: id(who), units: amount(33), invoice: id("f-1") }.into()
            }
            Action::PayGiven => {
                self.begin_anew_backed();
                let exchange = ExchangeBack { who: id("p-1"), units: amount(100), invoice: id("f-1") };
                self.by_two(exchange);
                PayGiven { partner: id("p-2"), invoice: id("f-2") }.into()
            }
            Action::SeeAccount => panic!("seeing is not an order"),
        };
        self.order(actor, role, ask)
    }

    /// Something the first partner took in.
    fn accepted(&mut self) -> OrderId {
        self.must("d-1", "participant", redeem("m-1"))
    }

    /// A claim of the first partner that somebody else filed, and what it is for.
    fn claimed(&mut self, not_by: &str) -> (OrderId, OrderId) {
        let acceptance = self.accepted();
        let operator = ("s-61", "redeeming_partner");
        let (who, role) = if not_by == operator.0 { ("s-91", "system") } else { operator };
        let invoice = id(&format!("f-{}", self.asked));
        let claim = self.must(who, role, FileClaim { partner: id("p-1"), invoice, through: None });
        (claim, acceptance)
    }

    /// The same, approved by two people.
    fn approved(&mut self, not_by: &str) -> (OrderId, OrderId) {
        let (claim, acceptance) = self.claimed(not_by);
        self.by_two(ApproveClaim { claim });
        (claim, acceptance)
    }

    /// Something that may be called a role's own act, booked today.
    pub fn original_for(&mut self, role: &str) -> OrderId {
        match role {
            "participant" => self.must("d-1", "participant", transfer("m-1", "m-2", 2)),
            "mediator" => self.must("s-31", "mediator", transfer("m-1", "m-2", 2)),
            "redeeming_partner" => self.must("s-61", "redeeming_partner", redeem("m-1")),
            "exchange_office" => self.must("s-72", "exchange_office", transfer("m-1", "m-2", 2)),
            "redemption_desk" => self.must("s-73", "redemption_desk", redeem("m-1")),
            _ => self.must("s-51", "issuing_partner", award("m-2", 1)),
        }
    }
}

/// The same design, resolved, with units that euro back and that can be exchanged.
fn backed(resolved: &str) -> String {
    let (head, tail) = resolved.split_once("[limits").unwrap();
    let (_, tail) = tail.split_once("\n[[fact]]").unwrap();
    let head = head
        .replace("kind = \"free_point\"", "kind = \"euro_pegged\"")
        .replace("mutual_credit = true", "mutual_credit = false")
        .replace("euro_backed = false", "euro_backed = true");
    // Nobody can owe here.
    let tail = tail.replace("debt = \"group\"\n", "");
    let value = "[[unit.value]]\nfrom = 2010-01-01\nunits = 1\neuro = \"1.00\"\n";
    let exchange = "[exchange_back]\nfee_percent = 5\ngiven_percent = 3\nexceptional_percent = 20\n";
    format!("{head}\n[[fact]]{tail}\n{value}{exchange}")
}

/// The participant for whom somebody would act who asks this.
fn client(ask: &Ask) -> Option<Id> {
    match ask {
        Ask::OpenAccount(open) => open.holders.first().copied(),
        Ask::Award(award) => award.to.with_str(|to| to.strip_prefix("m-").map(|n| id(&format!("d-{n}")))),
        _ => Some(id("d-1")),
    }
}

/// A payment for a service.
pub fn transfer(from: &str, to: &str, much: i64) -> Transfer {
    Transfer { from: id(from), to: id(to), pay: Pay::Amount(amount(much)), offer: None, category: None }
}

/// A reward of ten units for each act.
pub fn award(to: &str, measured: u32) -> Award {
    Award { partner: id("p-1"), to: id(to), activity: code("work"), measured, earner: None }
}

/// Pieces by face, written as the journal writes them.
pub fn notes(pieces: &str) -> Notes {
    serde_json::from_str(pieces).unwrap()
}

/// One soup.
pub fn redeem(account: &str) -> Redeem {
    Redeem { account: id(account), partner: id("p-1"), reward: code("soup"), count: 1, units: None }
}

/// One box, kept for three days.
pub fn reserve(account: &str) -> Reserve {
    Reserve { account: id(account), partner: id("p-1"), reward: code("box"), count: 1, units: None }
}

/// A mandate for everything, until the end of the year.
pub fn mandate(mandate: &str, client: &str, holder: &str) -> GiveMandate {
    let actions = [
        Action::Transfer,
        Action::Gift,
        Action::Redeem,
        Action::Reserve,
        Action::RecordFact,
        Action::CloseAccount,
        Action::SeeAccount,
        Action::PayOut,
        Action::TakeIn,
    ];
    GiveMandate {
        mandate: id(mandate),
        client: id(client),
        holder: id(holder),
        actions: ActionSet::of(&actions),
        from: day("2025-01-15"),
        until: day("2025-12-31"),
        per_order: None,
        per_month: None,
    }
}

/// What became of an order, for people who look at permissions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Said {
    Done,
    Waits,
    No(&'static str),
}

impl Said {
    fn of(answer: &Answer, ledger: &Ledger) -> Self {
        match answer {
            Err(refused) => Self::No(refused.refusal.code.text()),
            Ok(receipt) => {
                let record = ledger.get(receipt.number).unwrap();
                let waits = |change: &Change| matches!(change, Change::PendingOpened(_));
                if record.entry().unwrap().changes.iter().any(waits) { Self::Waits } else { Self::Done }
            }
        }
    }
}

/// The day on which the town is under its new permissions.
pub fn first_of_march() -> Day {
    day("2025-03-01")
}
