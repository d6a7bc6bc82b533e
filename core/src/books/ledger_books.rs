//! [`Books`]: accounts and lots, and how an entry moves them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::cohort::Cohorts;
use super::due::Due;
use super::lot_table::LotTable;
use super::standing::Standing;
use super::{
    Account, AccountChange, AccountKind, AccountLimits, AccountState, EndsMoved, EuroBooks, Issue, Leg, Lot,
    LotFacts, Notice, PaperBooks, Piece, chart,
};
use crate::calendar::Day;
use crate::dense::{AccountNo, Index, LotNo, PersonNo, Secret, Segments};
use crate::design::{Grain, LotPolicy, SpendOrder};
use crate::id::{Code, Id};
use crate::money::{Amount, Balance};
use crate::people::Person;

/// Accounts, lots, who holds which piece of what, and what ends when. Balances are kept up to date
/// with every entry.
#[derive(Clone, Serialize, Deserialize)]
pub struct Books {
    pub(super) accounts: Segments<Account>,
    #[serde(skip)]
    index: Index<u32>,
    pub(super) lots: LotTable,
    pub(super) cohorts: Cohorts,
    pub(super) due: Due,
    pub(super) policy: LotPolicy,
    paper: PaperBooks,
    euro: EuroBooks,
    // Moves of ends that units booked late would still be under.
    pub(super) moved: Vec<EndsMoved>,
    standing: Standing,
    // The sum of all balances below zero. As long as it fits an amount, so does every balance and every
    // sum of balances above zero, and nothing that comes later, a lapse for one, can overflow.
    owed: i128,
}

impl PartialEq for Books {
    fn eq(&self, other: &Self) -> bool {
        // The index follows from the accounts.
        self.accounts == other.accounts
            && self.lots == other.lots
            && self.cohorts == other.cohorts
            && self.due == other.due
            && self.policy == other.policy
            && self.moved == other.moved
            && self.paper == other.paper
            && self.euro == other.euro
            && self.standing == other.standing
            && self.owed == other.owed
    }
}

impl Books {
    pub(crate) fn new(secret: Secret, policy: LotPolicy) -> Self {
        Self {
            accounts: Segments::default(),
            index: Index::new(secret),
            lots: LotTable::default(),
            cohorts: Cohorts::default(),
            due: Due::default(),
            policy,
            moved: Vec::new(),
            paper: PaperBooks::default(),
            euro: EuroBooks::default(),
            standing: Standing::default(),
            owed: 0,
        }
    }

    /// Makes the index anew, after the rest was read back.
    pub(crate) fn index_anew(&mut self, secret: Secret) {
        self.index = Index::new(secret);
        for (number, account) in self.accounts.numbered() {
            let id_of = |row| self.accounts.get(row).map(|account| &account.id);
            self.index.learn(&account.id, number, id_of);
        }
    }

    /// The row of an account.
    #[inline]
    pub fn number_of(&self, id: &Id) -> Option<AccountNo> {
        self.index.number_of(id, |row| self.accounts.get(row).map(|account| &account.id)).map(AccountNo)
    }

    /// The row of an account of the chart.
    pub fn chart(&self, id: &str) -> Option<AccountNo> {
        self.number_of(&Id::parse(id).ok()?)
    }

    /// An account by row.
    #[inline]
    pub fn account(&self, number: AccountNo) -> Option<&Account> {
        self.accounts.get(number.0)
    }

    /// An account by id.
    pub fn find(&self, id: &Id) -> Option<&Account> {
        self.account(self.number_of(id)?)
    }

    /// Every account, in the order of opening.
    pub fn accounts(&self) -> impl Iterator<Item = (AccountNo, &Account)> {
        self.accounts.numbered().map(|(row, account)| (AccountNo(row), account))
    }

    /// How many accounts there are, the chart's included.
    pub fn count(&self) -> usize {
        self.accounts.len()
    }

    /// A lot by number.
    #[inline]
    pub fn lot(&self, number: LotNo) -> Option<&Lot> {
        self.lots.get(number.0)
    }

    /// Every lot, in the order of issue.
    pub fn lots(&self) -> impl Iterator<Item = (LotNo, &Lot)> {
        self.lots.numbered().map(|(row, lot)| (LotNo(row), lot))
    }

    /// How many lots were ever issued.
    pub fn lot_count(&self) -> usize {
        self.lots.len()
    }

    /// The household that a person belongs to: of the household accounts they hold that are not closed,
    /// the one opened first (R60).
    pub fn household_of(&self, person: &Person) -> Option<&Account> {
        let rows = person.accounts().iter().copied().filter(|row| {
            let account = self.account(*row);
            account.is_some_and(|one| one.kind == AccountKind::Household && one.state != AccountState::Closed)
        });
        self.account(rows.min()?)
    }

    pub(crate) fn next_lot(&self) -> Option<LotNo> {
        self.lots.next_number().map(LotNo)
    }

    pub(crate) fn next_account(&self) -> Option<AccountNo> {
        self.accounts.next_number().map(AccountNo)
    }

    pub(crate) fn cohort(&self, facts: &LotFacts) -> Option<LotNo> {
        self.cohorts.find(facts)
    }

    /// Where a lot stands in spending order.
    pub(crate) fn rank(&self, facts: &LotFacts) -> i32 {
        rank(self.policy.spend, facts)
    }

    /// How many notes of which kind are where.
    pub fn paper(&self) -> &PaperBooks {
        &self.paper
    }

    /// The euro that pass over a counter.
    pub fn euro(&self) -> &EuroBooks {
        &self.euro
    }

    pub(crate) fn paper_mut(&mut self) -> &mut PaperBooks {
        &mut self.paper
    }

    pub(crate) fn euro_mut(&mut self) -> &mut EuroBooks {
        &mut self.euro
    }

    /// How much of a lot is on an account.
    pub fn piece(&self, account: AccountNo, lot: LotNo) -> Amount {
        let (Some(account), Some(facts)) = (self.account(account), self.lot(lot)) else {
            return Amount::ZERO;
        };
        account.holdings.amount_of(self.rank(&facts.facts), lot)
    }

    /// The notice given to an account about an end date, if one was.
    pub fn notice(&self, account: AccountNo, end: Day) -> Option<&Notice> {
        self.due.notice(end, account)
    }

    /// Every notice that has not been used up: end date, account, notice.
    pub fn notices(&self) -> impl Iterator<Item = (Day, AccountNo, &Notice)> {
        self.due.notices()
    }

    pub(crate) fn notice_run(&self, end: Day) -> Option<Day> {
        self.due.run(end)
    }

    pub(crate) fn ends_through(&self, day: Day) -> impl Iterator<Item = Day> {
        self.due.ends_through(day)
    }

    pub(crate) fn first_due(&self, end: Day, from: AccountNo) -> Option<AccountNo> {
        self.due.first_account(end, from)
    }

    /// The pieces on an account that end on a day.
    pub(crate) fn ending(&self, account: AccountNo, end: Day) -> impl Iterator<Item = (LotNo, Amount)> {
        let soonest_first = self.policy.spend == SpendOrder::SoonestToExpire;
        let held = self.account(account).into_iter().flat_map(|account| account.holdings.held());
        held.take_while(move |held| !soonest_first || held.rank <= end.since_epoch())
            .filter(move |held| self.lot(held.lot).is_some_and(|lot| lot.facts.ends_on == Some(end)))
            .map(|held| (held.lot, held.amount))
    }

    pub(crate) fn open(&mut self, account: Account) -> Option<AccountNo> {
        let number = self.accounts.next_number()?;
        let id = account.id;
        if account.kind.is_participant() {
            self.standing.list(AccountNo(number), &account);
        }
        self.accounts.push(account);
        let accounts = &self.accounts;
        self.index.learn(&id, number, |row| accounts.get(row).map(|account| &account.id));
        Some(AccountNo(number))
    }

    pub(crate) fn unopen(&mut self) -> Option<Account> {
        let account = self.accounts.pop()?;
        if let Some(row) = self.next_account() {
            self.standing.unlist(row, &account);
        }
        self.index.forget(&account.id, self.accounts.next_number().unwrap_or(u32::MAX));
        Some(account)
    }

    pub(crate) fn open_chart(&mut self, id: &str, kind: AccountKind, on: Day) {
        if let Ok(id) = Id::parse(id) {
            self.open(Account::new(id, kind, on));
        }
    }

    /// From now on there are only the lots that it is told of, by whatever number; none so far.
    pub(crate) fn keep_only_what_is_told(&mut self) {
        self.lots = LotTable::Told(BTreeMap::new());
    }

    pub(crate) fn set_holders(&mut self, account: AccountNo, holders: impl Iterator<Item = PersonNo>) {
        if let Some(account) = self.accounts.get_mut(account.0) {
            account.holders = holders.collect();
        }
    }

    pub(crate) fn set_state(&mut self, row: AccountNo, state: AccountState, since: Day) {
        let Some(account) = self.accounts.get_mut(row.0) else { return };
        self.standing.unlist(row, account);
        (account.state, account.state_since) = (state, since);
        self.standing.list(row, account);
    }

    /// A holder of a participant's account did something on a day.
    pub(crate) fn acted(&mut self, row: AccountNo, on: Day) {
        if let Some(account) = self.accounts.get_mut(row.0).filter(|account| account.kind.is_participant()) {
            account.acted_on = on;
        }
    }

    pub(crate) fn warn_quiet(&mut self, row: AccountNo, given_on: Day) {
        self.standing.warn(row, given_on);
    }

    /// The day on which a quiet account was warned, if it was and has not acted since.
    pub fn warned_quiet(&self, row: AccountNo) -> Option<Day> {
        self.standing.warned(row, self.account(row)?)
    }

    pub(crate) fn quiet_days(&self) -> impl Iterator<Item = Day> {
        self.standing.quiet_days()
    }

    pub(crate) fn first_listed(&self, quiet_through: Option<Day>, from: AccountNo) -> Option<AccountNo> {
        self.standing.first_listed(quiet_through, from)
    }

    pub(crate) fn looked_at_standing(&mut self, quiet_through: Option<Day>) {
        let accounts = &self.accounts;
        self.standing.looked_at(quiet_through, |row| accounts.get(row.0));
    }

    pub(crate) fn set_limits(&mut self, account: AccountNo, limits: AccountLimits) {
        if let Some(account) = self.accounts.get_mut(account.0) {
            account.limits = limits.kept();
        }
    }

    pub(crate) fn apply_issue(&mut self, issue: &Issue) {
        if let Some(facts) = &issue.new {
            // Without a grain every issue is a lot of its own.
            if self.policy.grain != Grain::Issue {
                self.cohorts.open(facts, issue.lot);
            }
            let (facts, issued) = (facts.clone(), issue.amount);
            let lot = Lot { facts, issued, outstanding: Amount::ZERO, moved: None };
            self.lots.add(issue.lot.0, lot);
        } else if let Some(lot) = self.lots.get_mut(issue.lot.0) {
            lot.issued = lot.issued.checked_add(issue.amount).unwrap_or(Amount::MAX);
        }
    }

    pub(crate) fn revert_issue(&mut self, issue: &Issue) {
        if let Some(facts) = &issue.new {
            self.cohorts.drop_lot(facts, issue.lot);
            self.lots.take_back(issue.lot.0);
        } else if let Some(lot) = self.lots.get_mut(issue.lot.0) {
            lot.issued = lot.issued.checked_sub(issue.amount).unwrap_or(Amount::ZERO);
        }
    }

    /// Moves one leg. The figures were checked when the entry was decided, or when it was read.
    pub(crate) fn apply_leg(&mut self, number: AccountNo, leg: &Leg) {
        let Some(account) = self.accounts.get_mut(number.0) else { return };
        self.owed = self.owed.saturating_sub(below_zero(account.balance));
        account.balance = account.balance.checked_add(leg.amount).unwrap_or(account.balance);
        self.owed = self.owed.saturating_add(below_zero(account.balance));
        account.drawn = moved(account.drawn, leg.drawn);
        account.technical = moved(account.technical, leg.technical);
        let listens = account.kind.is_participant();
        for Piece(lot_number, delta) in &leg.lots {
            let Some(lot) = self.lots.get_mut(lot_number.0) else { continue };
            lot.outstanding = moved(lot.outstanding, *delta);
            let rank = rank(self.policy.spend, &lot.facts);
            if delta.is_negative() {
                account.holdings.remove(rank, *lot_number, delta.magnitude());
            } else if account.holdings.add(rank, *lot_number, delta.magnitude())
                && listens
                && let Some(end) = lot.facts.ends_on
            {
                self.due.expect(end, number);
            }
        }
    }

    /// Whether what all accounts owe together still fits an amount after these legs.
    pub(crate) fn bears(&self, legs: &[Leg]) -> bool {
        let owed = legs.iter().fold(self.owed, |owed, leg| {
            let row = leg.account.row().or_else(|| self.number_of(&leg.account.id()));
            let before = row.and_then(|row| self.account(row)).map_or(Balance::ZERO, Account::balance);
            let after = before.checked_add(leg.amount).unwrap_or(before);
            owed.saturating_sub(below_zero(before)).saturating_add(below_zero(after))
        });
        owed <= i128::from(Amount::MAX.minor())
    }

    pub(crate) fn set_notice(&mut self, account: AccountNo, end: Day, notice: Option<Notice>) {
        self.due.set_notice(end, account, notice);
    }

    pub(crate) fn settle_end(&mut self, account: AccountNo, end: Day) {
        self.due.settle(end, account);
    }

    pub(crate) fn notices_ran(&mut self, through: Day, given_on: Day, today: Day) {
        self.due.ran(through, given_on, today);
    }

    pub(crate) fn noticed_through(&self) -> Day {
        self.due.noticed_through()
    }

    pub(crate) fn set_noticed_through(&mut self, end: Day) {
        self.due.set_noticed_through(end);
    }

    pub(crate) fn to_notice(&self, horizon: Day) -> impl Iterator<Item = Day> {
        self.due.to_notice(horizon)
    }

    pub(crate) fn forget_spent_ends(&mut self, day: Day) {
        let mut due = std::mem::take(&mut self.due);
        due.forget_spent(day, |account, end| self.ending(account, end).next().is_some());
        self.due = due;
    }

    pub(crate) fn forget_before(&mut self, day: Day) {
        self.cohorts.forget_before(day);
        self.moved.retain(|moved| moved.last_earned() >= day);
    }

    /// The ids of the chart accounts an account change opens, with what they are for.
    pub(crate) fn chart_accounts_of(change: &AccountChange) -> Option<[(Id, AccountKind); 2]> {
        let AccountChange::PartnerApproved { partner, .. } = change else { return None };
        let issued = (chart::issued_by(partner).ok()?, AccountKind::Issued);
        Some([issued, (chart::redeemed_by(partner).ok()?, AccountKind::Redeemed)])
    }

    /// The ids of the chart accounts of a series, with what they are for.
    pub(crate) fn chart_accounts_of_series(series: &Code) -> Option<[(Id, AccountKind); 4]> {
        Some([
            (chart::on_paper(series).ok()?, AccountKind::Paper),
            (chart::shortage_of(series).ok()?, AccountKind::Shortage),
            (chart::surplus_of(series).ok()?, AccountKind::Surplus),
            (chart::bought_in(series).ok()?, AccountKind::Issued),
        ])
    }
}

/// Where a lot stands in spending order.
pub(super) fn rank(spend: SpendOrder, facts: &LotFacts) -> i32 {
    match spend {
        SpendOrder::SoonestToExpire => facts.ends_on.map_or(i32::MAX, Day::since_epoch),
        SpendOrder::OldestFirst => facts.earned_on.since_epoch(),
    }
}

fn below_zero(balance: Balance) -> i128 {
    if balance.is_negative() { balance.magnitude().minor().into() } else { 0 }
}

fn moved(amount: Amount, by: Balance) -> Amount {
    Balance::from(amount).checked_add(by).and_then(Balance::as_amount).unwrap_or(amount)
}
