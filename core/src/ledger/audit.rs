//! The audit of a ledger: the books by themselves, then the books against the records.

use std::collections::BTreeMap;

use super::apply::row;
use super::{Ledger, Record, State};
use crate::books::{
    AccountRef, Change, CounterKey, Entry, Finding, Leg, Piece, Ring, audit, wide, wide_balance,
};
use crate::calendar::Day;
use crate::dense::{AccountNo, LotNo};
use crate::design::{Design, Tested};
use crate::id::Id;
use crate::rules::time::{Lapsing, lapsing};

impl State {
    /// Recomputes every invariant that can be told from the state alone, and names what is broken.
    /// Nothing, if all is well.
    pub fn audit(&self) -> Vec<Finding> {
        let first = self.designs.iter().next().map_or(self.design(), |version| &version.design);
        let zero_sum = self.designs.iter().all(|version| version.design.circulation().is_zero_sum());
        let mut findings = audit(&self.books, &self.people, Ring { spend: first.lots().spend, zero_sum });
        let late = self.pendings.iter().filter(|pending| pending.until < self.day);
        findings.extend(
            late.map(|pending| Finding::PendingPastDay { order: pending.order.id, until: pending.until }),
        );
        findings
    }
}

impl Ledger {
    /// Recomputes every invariant from scratch and names what is broken: those of the books
    /// ([`State::audit`]), and that the books are what the records add up to. Nothing, if all is well.
    ///
    /// No payment took a participant below the floor in force on its day, nor a receipt above the
    /// ceiling. That is asked of every record instead of today's balances, because a balance can be
    /// below the floor and sound: a reversal left debt, technical or drawn anew, or the floor was
    /// raised since.
    ///
    /// Units are overdue if they should have lapsed at the closing of a day that is closed. What came
    /// in, or was learnt about a notice, since then waits for the next closing.
    pub fn audit(&self) -> Vec<Finding> {
        let mut findings = self.state.audit();
        let mut records = Recount::of(&self.state);
        let mut next = 0_u64;
        for record in self.records_from(0) {
            if record.number != next {
                findings.push(Finding::RecordMissing { number: next });
            }
            next = record.number.saturating_add(1);
            records.take_in(&record, &mut findings);
        }
        if next != self.state.number {
            findings.push(Finding::RecordMissing { number: next.min(self.state.number) });
        }
        records.compare(&mut findings);
        records.find_overdue(&mut findings);
        findings
    }
}

#[derive(Clone, Copy, Default)]
struct Figures {
    balance: i128,
    drawn: i128,
    technical: i128,
}

#[derive(Clone, Copy, Default)]
struct Units {
    issued: i128,
    outstanding: i128,
}

/// What the records add up to.
struct Recount<'s> {
    state: &'s State,
    accounts: BTreeMap<AccountNo, Figures>,
    lots: BTreeMap<LotNo, Units>,
    counters: BTreeMap<CounterKey, i128>,
    /// The last day that was closed, and the first day still counted.
    closed: Option<(Day, Day)>,
    /// What came in or was learnt since: it could not lapse yet.
    fresh: Vec<(AccountNo, Day)>,
}

fn add(sum: &mut i128, by: i128) {
    *sum = sum.saturating_add(by);
}

impl<'s> Recount<'s> {
    fn of(state: &'s State) -> Self {
        Self {
            state,
            accounts: BTreeMap::new(),
            lots: BTreeMap::new(),
            counters: BTreeMap::new(),
            closed: None,
            fresh: Vec::new(),
        }
    }

    fn take_in(&mut self, record: &Record, findings: &mut Vec<Finding>) {
        let Some(entry) = record.entry() else { return };
        let number = record.number;
        let sum = entry.legs.iter().map(|leg| wide_balance(leg.amount)).sum::<i128>();
        if sum != 0 {
            findings.push(Finding::EntryUnbalanced { number, sum });
        }
        for issue in &entry.lots {
            add(&mut self.lots.entry(issue.lot).or_default().issued, wide(issue.amount));
        }
        for leg in &entry.legs {
            self.take_in_leg(number, entry, leg, findings);
        }
        for count in &entry.counters {
            add(self.counters.entry(count.key).or_default(), wide_balance(count.by));
        }
        for change in &entry.changes {
            match change {
                Change::NoticeRecorded { account, end, .. } => self.is_fresh(account, *end),
                Change::DayClosed { day, forget_before, .. } => {
                    self.closed = Some((*day, *forget_before));
                    self.fresh.clear();
                }
                _ => {}
            }
        }
    }

    fn is_fresh(&mut self, account: &AccountRef, end: Day) {
        self.fresh.extend(row(&self.state.books, account).map(|row| (row, end)));
    }

    fn take_in_leg(&mut self, number: u64, entry: &Entry, leg: &Leg, findings: &mut Vec<Finding>) {
        let books = &self.state.books;
        let Some(row) = row(books, &leg.account) else {
            return findings.push(Finding::NotFound { account: leg.account.id() });
        };
        for Piece(lot, by) in &leg.lots {
            add(&mut self.lots.entry(*lot).or_default().outstanding, wide_balance(*by));
            let end = books.lot(*lot).and_then(|lot| lot.facts().ends_on);
            if let Some(end) = end.filter(|_| !by.is_negative()) {
                self.fresh.push((row, end));
            }
        }
        let figures = self.accounts.entry(row).or_default();
        let before = figures.balance;
        add(&mut figures.balance, wide_balance(leg.amount));
        add(&mut figures.drawn, wide_balance(leg.drawn));
        add(&mut figures.technical, wide_balance(leg.technical));
        let after = figures.balance;
        let participant = books.account(row).is_some_and(|account| account.kind().is_participant());
        let reverses = entry.changes.iter().any(|change| matches!(change, Change::Reversed { .. }));
        let version = usize::try_from(entry.design).ok();
        let design = version.and_then(|version| self.state.designs.iter().nth(version));
        if let Some(version) = design.filter(|_| participant && !reverses) {
            let act = Act { number, account: leg.account.id(), before, after };
            findings.extend(act.limits(&version.design));
        }
    }

    fn compare(&self, findings: &mut Vec<Finding>) {
        for (row, account) in self.state.books.accounts() {
            let recorded = self.accounts.get(&row).copied().unwrap_or_default();
            let figures = [
                ("balance", recorded.balance, wide_balance(account.balance())),
                ("drawn", recorded.drawn, wide(account.drawn())),
                ("technical debt", recorded.technical, wide(account.technical_debt())),
            ];
            let wrong = figures.into_iter().filter(|(_, recorded, booked)| recorded != booked);
            let account = account.id();
            findings.extend(wrong.map(|(figure, recorded, booked)| Finding::NotItsEntries {
                account,
                figure,
                recorded,
                booked,
            }));
        }
        for (number, lot) in self.state.books.lots() {
            let recorded = self.lots.get(&number).copied().unwrap_or_default();
            let figures = [
                ("issued", recorded.issued, wide(lot.issued())),
                ("outstanding", recorded.outstanding, wide(lot.outstanding())),
            ];
            let wrong = figures.into_iter().filter(|(_, recorded, booked)| recorded != booked);
            findings.extend(wrong.map(|(figure, recorded, booked)| Finding::LotNotItsEntries {
                lot: number,
                figure,
                recorded,
                booked,
            }));
        }
        self.compare_counters(findings);
    }

    fn compare_counters(&self, findings: &mut Vec<Finding>) {
        for (key, recorded) in &self.counters {
            let CounterKey::Mandate { month, mandate } = *key;
            let forgotten = self.closed.is_some_and(|(_, first)| month.last_of_month() < first);
            let used = self.state.counters.used(key);
            let recorded = if forgotten { 0 } else { *recorded };
            if wide(used) != recorded {
                findings.push(Finding::Counter { mandate, month, recorded, used });
            }
            let limit = self.state.people.mandate(&mandate).and_then(|mandate| mandate.per_month);
            if let Some(limit) = limit.filter(|limit| used > *limit) {
                findings.push(Finding::MandateOverspent { mandate, month, used, limit });
            }
        }
    }

    fn find_overdue(&self, findings: &mut Vec<Finding>) {
        let Some((closed, _)) = self.closed else { return };
        let books = &self.state.books;
        let expiry = self.state.designs.on(closed).1.expiry();
        let fresh: std::collections::BTreeSet<_> = self.fresh.iter().copied().collect();
        for (row, account) in books.accounts().filter(|(_, account)| account.kind().is_participant()) {
            let lots = account.holdings().iter().filter_map(|(lot, _)| books.lot(lot));
            let mut ends: Vec<Day> = lots.filter_map(|lot| lot.facts().ends_on).collect();
            ends.sort_unstable();
            ends.dedup();
            for end in ends.into_iter().filter(|end| *end <= closed && !fresh.contains(&(row, *end))) {
                if let Lapsing::At(due) = lapsing(books, expiry, row, end)
                    && due <= closed
                {
                    findings.push(Finding::Overdue { account: account.id(), end, due });
                }
            }
        }
    }
}

/// What an entry that is no reversal did to a participant's balance.
struct Act {
    number: u64,
    account: Id,
    before: i128,
    after: i128,
}

impl Act {
    fn limits(&self, design: &Design) -> Option<Finding> {
        let Self { number, account, before, after } = *self;
        let circulation = design.circulation();
        if after > before {
            let ceiling = circulation.ceiling()?;
            let above = after > wide_balance(ceiling);
            return above.then_some(Finding::AboveCeiling { number, account, after, ceiling });
        }
        // What is paid from a balance that covers it needs no floor.
        let drew = after < before && after < 0;
        let floor = circulation.floor();
        let passed = match circulation.floor_tested() {
            Tested::After => after < wide_balance(floor),
            Tested::Before => before <= wide_balance(floor),
        };
        (drew && passed).then_some(Finding::BelowFloor { number, account, before, after, floor })
    }
}
