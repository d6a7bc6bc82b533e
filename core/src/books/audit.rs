//! The audit of the books: every invariant recomputed from scratch, with arithmetic of its own.
//!
//! Nothing here trusts a figure that is kept up to date: sums are taken over the pieces, in 128 bits,
//! where no sum of what the books can hold overflows. What needs the records (that the books are the
//! sum of the entries, that no payment passed a limit, that nothing is overdue) is in the ledger's
//! part of the audit.

mod finding;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use finding::Finding;

use super::{Account, AccountKind, AccountState, Books, EuroPlace, LotFacts, on_paper};
use crate::calendar::Day;
use crate::dense::{AccountNo, LotNo, PersonNo};
use crate::design::SpendOrder;
use crate::id::{Code, Id};
use crate::money::{Amount, Balance};
use crate::office::{Note, Place};
use crate::people::People;

/// What the audit has to know of the design.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ring {
    /// The order in which pieces are kept.
    pub(crate) spend: SpendOrder,
    /// Whether units are born by mutual credit alone.
    pub(crate) zero_sum: bool,
}

pub(crate) fn wide(amount: Amount) -> i128 {
    amount.minor().into()
}

pub(crate) fn wide_balance(balance: Balance) -> i128 {
    balance.minor().into()
}

/// Everything in these books that breaks an invariant.
pub(crate) fn audit(books: &Books, people: &People, ring: Ring) -> Vec<Finding> {
    let mut auditor = Auditor { books, people, ring, held_by_lot: BTreeMap::new(), findings: Vec::new() };
    for (row, account) in books.accounts() {
        auditor.account(row, account);
    }
    auditor.totals();
    auditor.lots();
    auditor.persons();
    auditor.partners();
    auditor.paper();
    auditor.euro();
    auditor.findings
}

struct Auditor<'b> {
    books: &'b Books,
    people: &'b People,
    ring: Ring,
    held_by_lot: BTreeMap<LotNo, i128>,
    findings: Vec<Finding>,
}

fn held(account: &Account) -> i128 {
    account.holdings.iter().map(|(_, amount)| wide(amount)).sum()
}

fn on_paper_of(series: &Code) -> Option<Id> {
    on_paper(series).ok()
}

impl Auditor<'_> {
    fn require(&mut self, holds: bool, finding: impl FnOnce() -> Finding) {
        if !holds {
            self.findings.push(finding());
        }
    }

    fn account(&mut self, row: AccountNo, account: &Account) {
        let id = account.id;
        self.require(self.books.number_of(&id) == Some(row), || Finding::NotFound { account: id });
        self.pieces(row, account);
        self.figures(account);
        self.holders(row, account);
        if account.state == AccountState::Closed {
            let balance = account.balance;
            let empty = balance.is_zero() && account.drawn.is_zero() && account.holdings.is_empty();
            self.require(empty, || Finding::ClosedNotEmpty { account: id, balance });
        }
    }

    fn figures(&mut self, account: &Account) {
        let (id, balance) = (account.id, account.balance);
        let (held, drawn) = (held(account), account.drawn);
        let technical = account.technical;
        if account.kind.holds_lots() {
            let sum = held.saturating_sub(wide(drawn));
            self.require(wide_balance(balance) == sum, || Finding::NotItsPieces {
                account: id,
                balance,
                held,
                drawn,
            });
            self.require(held == 0 || drawn.is_zero(), || Finding::HoldsAndOwes { account: id, held, drawn });
            self.require(technical <= drawn, || Finding::TechnicalAboveDrawn {
                account: id,
                technical,
                drawn,
            });
            return;
        }
        let bare = account.holdings.is_empty() && drawn.is_zero() && technical.is_zero();
        self.require(bare, || Finding::CounterSideHolds { account: id, held, drawn });
        let own_side = match account.kind {
            AccountKind::Issued | AccountKind::Shortage => balance <= Balance::ZERO,
            // What was taken over may be debts, units or both.
            AccountKind::Opening => true,
            _ => balance >= Balance::ZERO,
        };
        self.require(own_side, || Finding::WrongSide { account: id, balance });
    }

    fn pieces(&mut self, row: AccountNo, account: &Account) {
        let id = account.id;
        let mut before = None;
        for piece in account.holdings.held() {
            let lot = piece.lot;
            let sum = self.held_by_lot.entry(lot).or_default();
            *sum = sum.saturating_add(wide(piece.amount));
            self.require(!piece.amount.is_zero(), || Finding::EmptyPiece { account: id, lot });
            let Some(facts) = self.books.lot(lot).map(|lot| &lot.facts) else {
                self.findings.push(Finding::UnknownLot { account: id, lot });
                continue;
            };
            let place = (self.rank(facts), lot);
            let in_order = piece.rank == place.0 && before.is_none_or(|before| before < place);
            self.require(in_order, || Finding::OutOfOrder { account: id, lot });
            before = Some(place);
            if let Some(end) = facts.ends_on.filter(|_| account.kind.is_participant()) {
                let listed = self.books.first_due(end, row) == Some(row);
                self.require(listed, || Finding::NeverLapses { account: id, lot, end });
            }
        }
    }

    fn rank(&self, facts: &LotFacts) -> i32 {
        match self.ring.spend {
            SpendOrder::SoonestToExpire => facts.ends_on.map_or(i32::MAX, Day::since_epoch),
            SpendOrder::OldestFirst => facts.earned_on.since_epoch(),
        }
    }

    /// A household has holders, a counter-side none; each of them knows the account.
    fn holders(&mut self, row: AccountNo, account: &Account) {
        let id = account.id;
        let some = !account.holders.is_empty();
        self.require(some == account.kind.is_participant(), || Finding::HolderMissing { account: id });
        for holder in &account.holders {
            let knows = self.people.person(*holder).is_some_and(|person| person.accounts().contains(&row));
            self.require(knows, || Finding::HolderMissing { account: id });
        }
    }

    fn persons(&mut self) {
        let count = u32::try_from(self.people.count()).unwrap_or(u32::MAX);
        for number in (0..count).map(PersonNo) {
            let Some(person) = self.people.person(number) else { continue };
            let id = person.id();
            for row in person.accounts() {
                let holds = self.books.account(*row).is_some_and(|account| account.is_held_by(number));
                self.require(holds, || Finding::NotAHolder { person: id, row: *row });
            }
        }
    }

    fn partners(&mut self) {
        for partner in self.people.partners() {
            let kind = |row| self.books.account(row).map(Account::kind);
            let own = kind(partner.issued) == Some(AccountKind::Issued)
                && kind(partner.redeemed) == Some(AccountKind::Redeemed);
            self.require(own, || Finding::PartnerAccounts { partner: partner.id });
        }
    }

    /// What was printed is somewhere, and units stand behind every live note and no others (D8).
    fn paper(&mut self) {
        let mut sums: BTreeMap<Note, i128> = BTreeMap::new();
        for (note, place, count) in self.books.paper().iter() {
            let sum = sums.entry(note).or_default();
            *sum = sum.saturating_add(i128::from(count));
            let own_side = if place == Place::Printed { count < 0 } else { count > 0 };
            self.require(own_side, || Finding::NotesWrongSide { note, place, count });
        }
        for (note, sum) in sums {
            self.require(sum == 0, || Finding::NotesUnbalanced { note, sum });
        }
        let on_paper = self.books.accounts().map(|(_, account)| account);
        let on_paper: Vec<_> = on_paper.filter(|account| account.kind == AccountKind::Paper).collect();
        for series in self.books.paper().series() {
            let account = on_paper_of(&series).and_then(|id| self.books.find(&id));
            let units = account.map_or(0, |account| wide_balance(account.balance));
            let live = self.books.paper().live_value(series);
            self.require(units == live, || Finding::NotItsNotes { series, units, live });
        }
        let printed: Vec<Option<Id>> = self.books.paper().series().iter().map(on_paper_of).collect();
        for account in on_paper {
            let (id, balance) = (account.id, account.balance);
            let stands = balance.is_zero() || printed.contains(&Some(id));
            self.require(stands, || Finding::WrongSide { account: id, balance });
        }
    }

    fn euro(&mut self) {
        let sum = self.books.euro().iter().map(|(_, cents)| i128::from(cents)).sum::<i128>();
        self.require(sum == 0, || Finding::EuroUnbalanced { sum });
        for (place, cents) in self.books.euro().iter() {
            let own_side = cents >= 0 || place == EuroPlace::Outside;
            self.require(own_side, || Finding::EuroWrongSide { place, cents });
        }
    }

    fn sum_over(&self, among: impl Fn(AccountKind) -> bool) -> i128 {
        let accounts = self.books.accounts().map(|(_, account)| account);
        accounts.filter(|account| among(account.kind)).map(|account| wide_balance(account.balance)).sum()
    }

    fn totals(&mut self) {
        let sum = self.sum_over(|_| true);
        self.require(sum == 0, || Finding::Unbalanced { sum });
        let owners = || self.books.accounts().map(|(_, account)| account).filter(|one| one.kind.holds_lots());
        let drawn: i128 = owners().map(|account| wide(account.drawn)).sum();
        let on_paper = self.sum_over(|kind| kind == AccountKind::Paper);
        let in_circulation = owners().map(held).sum::<i128>().saturating_sub(drawn).saturating_add(on_paper);
        let leaves =
            |kind| matches!(kind, AccountKind::Redeemed | AccountKind::Lapsed | AccountKind::Surplus);
        let left = self.sum_over(leaves);
        let enters =
            |kind| matches!(kind, AccountKind::Issued | AccountKind::Opening | AccountKind::Shortage);
        let issued = self.sum_over(enters).saturating_neg();
        let accounted_for = issued.saturating_sub(left);
        self.require(in_circulation == accounted_for, || Finding::Circulation {
            in_circulation,
            accounted_for,
        });
        if self.ring.zero_sum {
            // What partners took in, if the design lets them, was somebody's credit too.
            // So was what went onto paper; what notes were short or over is told apart.
            let counts = |kind: AccountKind| {
                kind.holds_lots()
                    || matches!(kind, AccountKind::Redeemed | AccountKind::Paper)
                    || matches!(kind, AccountKind::Shortage | AccountKind::Surplus)
            };
            let sum = self.sum_over(counts);
            self.require(sum == 0, || Finding::NotZeroSum { sum });
        }
    }

    fn lots(&mut self) {
        for (number, lot) in self.books.lots() {
            let held = self.held_by_lot.get(&number).copied().unwrap_or(0);
            let (issued, outstanding) = (lot.issued, lot.outstanding);
            self.require(wide(outstanding) == held, || Finding::Outstanding {
                lot: number,
                outstanding,
                held,
            });
            let within = (0..=wide(issued)).contains(&held);
            self.require(within, || Finding::MoreThanIssued { lot: number, held, issued });
            let origin = lot.facts.origin.account.id();
            let known = self.books.find(&origin).is_some();
            self.require(known, || Finding::OriginUnknown { lot: number, account: origin });
            if let Some(parent) = lot.facts.parent {
                self.require(parent < number, || Finding::ParentNotOlder { lot: number, parent });
            }
        }
    }
}
