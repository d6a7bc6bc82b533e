//! The naive model: the same rules once more, as plainly as they can be said. It shares no code with
//! the engine but the orders it is asked and the words it answers in; it keeps lists and counts them.

mod agreeing;
mod capping;
mod days;
mod facts;
mod joining;
mod leaving;
mod limits;
mod moving;
mod rules;
mod sketch;
mod taking_back;
mod who;

pub use agreeing::{Agreed, Budgeted};
pub use capping::{CapRule, Earned, Most, OnCap, Over, Per, Whose};
pub use joining::{Given, Recorded};
pub use limits::Own;
use muntwerk::books::{AccountKind, AccountState};
use muntwerk::calendar::Day;
use muntwerk::id::{Id, OrderId};
use muntwerk::orders::{ApprovePartner, Ask, ChangeState, OpenAccount, Order, RefusalCode};

pub use facts::{Account, Booked, Leg, Lot, LotKind, MOST, Notice};
pub use rules::{
    Activity, BalanceTo, Credit, DebtTo, Ends, FACTS, Grain, Manner, POSTS, Present, Required, Reward, Rules,
    Soft, Suffices, WhenSpent,
};
use sketch::Sketch;
use who::{Concern, Deed};

/// Where lapsed units go.
pub const LAPSED: &str = "system:lapsed";
/// Contra of balances taken over.
pub const OPENING: &str = "system:opening";
/// The ring's own account.
pub const GROUP: &str = "system:group";
/// What is set aside for reservations.
pub const RESERVED: &str = "system:reserved";
/// The pot.
pub const POT: &str = "system:pot";

/// An id, known to be one.
pub fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn chart(kind: &str, partner: Id) -> Id {
    id(&format!("{kind}:{partner}"))
}

/// An order that waits.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The order.
    pub order: Order,
    /// The last day on which it can be completed.
    pub until: Day,
}

/// An answer that is final for its id.
#[derive(Clone, Debug)]
pub struct Told {
    /// What was asked.
    pub order: Order,
    /// What was answered.
    pub outcome: Result<(), RefusalCode>,
    /// The number of the record.
    pub number: u64,
}

/// What the model expects of an order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expected {
    /// Booked, or refused with a code.
    pub outcome: Result<(), RefusalCode>,
    /// The record's number, if there is a record.
    pub number: Option<u64>,
    /// Whether the same was answered before.
    pub repeated: bool,
}

/// The model: rules, and lists of what happened.
#[derive(Clone, Debug)]
pub struct Model {
    /// The currency.
    pub rules: Rules,
    /// The current day.
    pub day: Day,
    /// How many records there are.
    pub records: u64,
    /// Everybody known.
    pub people: Vec<Id>,
    /// Who holds which role, and at which partner.
    pub posts: Vec<(Id, String, Option<Id>)>,
    /// Accounts in the order of opening.
    pub accounts: Vec<Account>,
    /// What was agreed with partners, in the order in which it was.
    pub agreed: Vec<Agreed>,
    /// The awards that count against budgets.
    pub budgeted: Vec<Budgeted>,
    /// What awards counted for caps.
    pub earned: Vec<Earned>,
    /// What was recorded about whom.
    pub recorded: Vec<Recorded>,
    /// Which gift was given to whom: a person, or an account; and by which order.
    pub presents: Vec<(String, Given, OrderId)>,
    /// Every lot.
    pub lots: Vec<Lot>,
    /// Every entry that moved something.
    pub booked: Vec<Booked>,
    /// Every answer.
    pub answers: Vec<Told>,
    /// Orders that wait.
    pub waiting: Vec<Waiting>,
    /// Notices not used up.
    pub notices: Vec<Notice>,
    /// The end dates about which notices went out, and when.
    pub runs: Vec<(Day, Day)>,
    /// Days before this one can no longer be named.
    pub closed_before: Day,
}

impl Concern {
    fn of(deed: Deed) -> Self {
        Self { deed, accounts: Vec::new(), person: None, partner: None, gains: None, amount: 0 }
    }
}

impl Model {
    /// A ledger that opens on a day.
    pub fn new(rules: Rules, day: Day) -> Self {
        let mut model = Self {
            rules,
            day,
            records: 1,
            people: Vec::new(),
            posts: Vec::new(),
            accounts: Vec::new(),
            agreed: Vec::new(),
            budgeted: Vec::new(),
            earned: Vec::new(),
            recorded: Vec::new(),
            presents: Vec::new(),
            lots: Vec::new(),
            booked: Vec::new(),
            answers: Vec::new(),
            waiting: Vec::new(),
            notices: Vec::new(),
            runs: Vec::new(),
            closed_before: Day::FIRST,
        };
        for (person, role, scope) in POSTS {
            model.get_to_know(id(person));
            model.posts.push((id(person), String::from(role), scope.map(id)));
        }
        model.open_chart(id(LAPSED));
        if model.rules.pot {
            model.open_chart(id(POT));
        }
        model.open_chart(id(GROUP));
        model.open_chart(id(RESERVED));
        model.open_chart(id(OPENING));
        model
    }

    fn get_to_know(&mut self, person: Id) {
        if !self.people.contains(&person) {
            self.people.push(person);
        }
    }

    fn open_chart(&mut self, id: Id) {
        self.accounts.push(Account::new(id, None, Vec::new(), self.day));
    }

    fn book(&mut self, new_lots: Vec<Lot>, booked: Booked) {
        self.lots.extend(new_lots);
        self.booked.push(booked);
        self.records += 1;
    }

    /// Executes an order and says what the ledger should answer.
    pub fn execute(&mut self, order: &Order) -> Expected {
        if let Some(told) = self.answers.iter().find(|told| told.order.id == order.id) {
            return if told.order.asks_the_same_as(order) {
                Expected { outcome: told.outcome, number: Some(told.number), repeated: true }
            } else {
                Expected { outcome: Err(RefusalCode::IdConflict), number: None, repeated: false }
            };
        }
        let outcome = self.decide_and_book(order);
        let number = match outcome {
            Ok(()) => self.records - 1,
            Err(code) if !code.is_recorded() => {
                return Expected { outcome, number: None, repeated: false };
            }
            Err(_) => {
                self.records += 1;
                self.records - 1
            }
        };
        self.answers.push(Told { order: order.clone(), outcome, number });
        Expected { outcome, number: Some(number), repeated: false }
    }

    fn decide_and_book(&mut self, order: &Order) -> Result<(), RefusalCode> {
        if !self.people.contains(&order.actor) {
            return Err(RefusalCode::ActorUnknown);
        }
        // A closing says itself which days it is about.
        if let Ask::CloseDay(close) = &order.ask {
            return self.close_through(order, close);
        }
        self.check_days(order)?;
        match &order.ask {
            Ask::Complete(complete) => {
                let inner = self.waiting_order(complete.pending)?;
                self.act(&inner, Some(order))?;
                self.waiting.retain(|waiting| waiting.order.id != inner.id);
            }
            Ask::Reject(reject) => {
                let inner = self.waiting_order(reject.pending)?;
                if inner.actor == order.actor {
                    return Err(RefusalCode::SecondPersonNeeded);
                }
                let concern = self.concerns(&inner)?;
                self.may_complete(order, &concern)?;
                self.waiting.retain(|waiting| waiting.order.id != inner.id);
                self.records += 1;
            }
            Ask::Withdraw(withdraw) => {
                let inner = self.waiting_order(withdraw.pending)?;
                if inner.actor != order.actor {
                    return Err(RefusalCode::NotTheProposer);
                }
                self.holds_role(order)?;
                self.waiting.retain(|waiting| waiting.order.id != inner.id);
                self.records += 1;
            }
            _ => self.act(order, None)?,
        }
        Ok(())
    }

    fn waiting_order(&self, id: OrderId) -> Result<Order, RefusalCode> {
        let found = self.waiting.iter().find(|waiting| waiting.order.id == id);
        found.map(|waiting| waiting.order.clone()).ok_or(RefusalCode::PendingUnknown)
    }

    fn concerns(&self, order: &Order) -> Result<Concern, RefusalCode> {
        match &order.ask {
            Ask::RecordFact(record) => {
                Ok(Concern { person: Some(record.person), ..Concern::of(Deed::RecordFact) })
            }
            Ask::Welcome(welcome) => self.welcome_concerns(welcome),
            Ask::Award(award) => self.award_concerns(award),
            Ask::Transfer(transfer) => self.transfer_concerns(transfer),
            Ask::Gift(gift) => self.gift_concerns(gift),
            Ask::PayForRelative(pay) => self.relative_concerns(pay),
            Ask::Redeem(redeem) => self.redeem_concerns(redeem),
            Ask::Reverse(reverse) => self.reverse_concerns(reverse),
            Ask::OpenAccount(open) => {
                let own = open.holders.contains(&order.actor).then_some(order.actor);
                let person = own.or_else(|| open.holders.first().copied());
                Ok(Concern { person, ..Concern::of(Deed::Register) })
            }
            Ask::ApprovePartner(_) | Ask::AmendContract(_) => Ok(Concern::of(Deed::ApprovePartner)),
            Ask::ChangeHolders(change) => self.about_account(Deed::Register, change.account),
            Ask::ChangeState(ChangeState { account, .. }) => self.about_account(Deed::ChangeState, *account),
            Ask::CloseAccount(close) => self.close_concerns(close),
            Ask::WriteOff(off) => self.write_off_concerns(off),
            Ask::SetLimits(set) => self.limits_concern(Deed::SetLimits, set.account),
            Ask::GrantException(grant) => self.limits_concern(Deed::ExceedLimit, grant.account),
            Ask::RecordNotice(record) => self.about_account(Deed::RecordNotice, record.account),
            other => panic!("the model does not know {:?}", other.kind()),
        }
    }

    fn about_account(&self, deed: Deed, account: Id) -> Result<Concern, RefusalCode> {
        self.participant(account)?;
        Ok(Concern { accounts: vec![account], ..Concern::of(deed) })
    }

    /// Does what an order asks, or lets it wait for somebody.
    fn act(&mut self, order: &Order, completer: Option<&Order>) -> Result<(), RefusalCode> {
        let concern = self.concerns(order)?;
        let waits = self.may(order, &concern)?;
        if let Some(completer) = completer {
            if completer.actor == order.actor {
                return Err(RefusalCode::SecondPersonNeeded);
            }
            self.may_complete(completer, &concern)?;
        }
        self.interests(order, completer, &concern)?;
        let waits = waits && completer.is_none();
        // What could not be booked today is not worth waiting for.
        let mut after = self.clone();
        after.bring_about(order, completer, &concern)?;
        if waits {
            let until = self.day.plus_days(self.rules.pending.into()).unwrap();
            self.waiting.push(Waiting { order: order.clone(), until });
            self.records += 1;
        } else {
            *self = after;
        }
        Ok(())
    }

    fn bring_about(
        &mut self,
        order: &Order,
        completer: Option<&Order>,
        concern: &Concern,
    ) -> Result<(), RefusalCode> {
        match &order.ask {
            Ask::OpenAccount(open) => return self.open_account(open),
            Ask::ApprovePartner(approve) => return self.approve_partner(approve),
            Ask::AmendContract(amend) => return self.amend_contract(amend),
            Ask::ChangeHolders(change) => return self.change_holders(order, completer, change),
            Ask::ChangeState(change) => return self.change_state(change),
            Ask::RecordFact(record) => return self.record_fact(order, completer, record),
            Ask::SetLimits(set) => return self.set_limits(set),
            Ask::GrantException(grant) => return self.grant_exception(grant),
            Ask::RecordNotice(record) => {
                self.record_notice(order, record)?;
                self.records += 1;
                return Ok(());
            }
            _ => {}
        }
        let mut sketch = Sketch::new(self, order);
        match &order.ask {
            Ask::Welcome(welcome) => self.welcome(welcome, concern.amount, &mut sketch)?,
            Ask::Award(award) => self.award(award, concern.amount, &mut sketch)?,
            Ask::Transfer(transfer) => {
                self.transfer((transfer.from, transfer.to), concern.amount, &mut sketch)?
            }
            Ask::PayForRelative(pay) => self.transfer((pay.from, pay.to), concern.amount, &mut sketch)?,
            Ask::Gift(gift) => self.gift(gift, &mut sketch)?,
            Ask::Redeem(redeem) => self.redeem(redeem, concern.amount, &mut sketch)?,
            Ask::Reverse(reverse) => self.reverse(reverse, concern.amount, &mut sketch)?,
            Ask::CloseAccount(close) => self.close_account(close, &mut sketch)?,
            Ask::WriteOff(off) => self.write_off(off, &mut sketch)?,
            _ => {}
        }
        let Sketch { new_lots, mut booked, granted, earned, .. } = sketch;
        self.fits(&booked)?;
        // A completed order is booked, and can be taken back, under the id of its completion.
        booked.order = completer.unwrap_or(order).clone();
        let given_by = booked.order.id;
        self.book(new_lots, booked);
        match &order.ask {
            Ask::Award(_) => {
                self.count_award(order, granted, given_by);
                self.earned.extend(earned.into_iter().map(|one| Earned { by: given_by, ..one }));
            }
            Ask::Welcome(welcome) => self.remember(welcome, given_by),
            Ask::Reverse(reverse) => self.forget_if_whole(reverse.original),
            _ => {}
        }
        self.acted(&order.ask);
        if let Ask::CloseAccount(close) = &order.ask {
            self.set_state(close.account, AccountState::Closed);
        }
        Ok(())
    }

    /// All that is above zero must fit in one account: else a day might not be closed, because what
    /// lapses would not fit where it goes.
    fn fits(&self, booked: &Booked) -> Result<(), RefusalCode> {
        let added = |account: Id| {
            let legs = booked.legs.iter().filter(move |leg| leg.account == account);
            legs.map(|leg| i128::from(leg.amount)).sum::<i128>()
        };
        let after = self.accounts.iter().map(|one| i128::from(self.balance(one.id)) + added(one.id));
        facts::in_range(after.filter(|balance| *balance > 0).sum()).map(|_| ())
    }

    fn open_account(&mut self, open: &OpenAccount) -> Result<(), RefusalCode> {
        let kinds = [AccountKind::Person, AccountKind::Household, AccountKind::Organisation];
        if !kinds.contains(&open.kind) || open.account.is_chart() {
            return Err(RefusalCode::NotAParticipant);
        }
        if self.account(open.account).is_ok() {
            return Err(RefusalCode::AccountExists);
        }
        let most = if open.kind == AccountKind::Person { 1 } else { 20 };
        let twice = (1..open.holders.len()).any(|at| open.holders[..at].contains(&open.holders[at]));
        if open.holders.is_empty()
            || open.holders.len() > most
            || twice
            || open.holders.iter().any(Id::is_chart)
        {
            return Err(RefusalCode::HoldersWrong);
        }
        for holder in &open.holders {
            self.get_to_know(*holder);
        }
        let (id, kind, holders) = (open.account, Some(open.kind), open.holders.to_vec());
        self.accounts.push(Account::new(id, kind, holders, self.day));
        self.records += 1;
        Ok(())
    }

    fn approve_partner(&mut self, approve: &ApprovePartner) -> Result<(), RefusalCode> {
        let ApprovePartner { partner, roles, from, until, budget, account, .. } = approve.clone();
        if self.agreed.iter().any(|one| one.partner == partner) {
            return Err(RefusalCode::AccountExists);
        }
        if partner.is_chart() || partner.to_string().len() > 22 {
            return Err(RefusalCode::PartnerIdLong);
        }
        self.agree(Agreed { partner, roles, from, until, budget, account })?;
        self.open_chart(chart("issued", partner));
        self.open_chart(chart("redeemed", partner));
        self.records += 1;
        Ok(())
    }

    fn set_state(&mut self, account: Id, state: AccountState) {
        let today = self.day;
        for one in self.accounts.iter_mut().filter(|one| one.id == account) {
            (one.state, one.since) = (state, today);
        }
    }

    fn change_state(&mut self, change: &ChangeState) -> Result<(), RefusalCode> {
        use AccountState::{Active, Blocked, Candidate, Closed, Deceased, Inactive, Leaver};
        let was = self.participant(change.account)?.state;
        // From which state to which; closing has its own order and is for good. Whoever is not let in yet is
        // made a candidate.
        let possible: &[AccountState] = match was {
            Candidate => &[Active, Deceased],
            Active => &[Candidate, Inactive, Leaver, Blocked, Deceased],
            Inactive => &[Active, Leaver, Blocked, Deceased],
            Leaver => &[Active, Inactive, Blocked, Deceased],
            Blocked => &[Active, Inactive, Leaver, Deceased],
            Deceased => &[Blocked],
            Closed => &[],
        };
        if !possible.contains(&change.state) {
            return Err(RefusalCode::StateChange);
        }
        if change.state == Deceased && self.participant(change.account)?.holders.len() > 1 {
            return Err(RefusalCode::HouseholdContinues);
        }
        self.set_state(change.account, change.state);
        self.records += 1;
        Ok(())
    }
}
