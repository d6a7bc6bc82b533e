//! Applying: the only thing that changes the state. It reads the entry and nothing else.

use super::State;
use crate::books::{Account, AccountChange, AccountRef, Books, Change, Entry};
use crate::calendar::Day;
use crate::dense::{AccountNo, PersonNo};
use crate::id::Id;
use crate::orders::{Ask, Order};
use crate::people::{Partner, PeopleChange};
use crate::rules::{Closing, ClosingPhase};

/// The row of an account named in an entry.
pub(super) fn row(books: &Books, account: &AccountRef) -> Option<AccountNo> {
    account.row().or_else(|| books.number_of(&account.id()))
}

/// What was asked: by the order itself, or by the one it completed.
fn asked<'a>(order: &'a Order, entry: &'a Entry) -> &'a Ask {
    let inside = entry.changes.iter().find_map(|change| match change {
        Change::PendingEnded { asked, .. } => asked.as_deref(),
        _ => None,
    });
    &inside.unwrap_or(order).ask
}

fn after(account: AccountNo) -> AccountNo {
    AccountNo(account.get().saturating_add(1))
}

impl State {
    /// Applies an entry that was decided on, or verified against, this state.
    pub(super) fn apply(&mut self, order: &Order, entry: &Entry) {
        let ask = asked(order, entry);
        for issue in &entry.lots {
            self.books.apply_issue(issue);
        }
        for leg in &entry.legs {
            if let Some(row) = row(&self.books, &leg.account) {
                self.books.apply_leg(row, leg);
                if ask.is_act_of(leg.amount.is_negative()) {
                    self.books.acted(row, self.day);
                }
            }
        }
        if !entry.legs.is_empty() && self.first_movement.is_none() {
            self.first_movement = Some(self.number);
        }
        for leg in &entry.notes {
            self.books.paper_mut().apply(leg);
        }
        for leg in &entry.euro {
            self.books.euro_mut().apply(leg);
        }
        for count in &entry.counters {
            self.counters.apply(count);
        }
        for change in &entry.changes {
            self.apply_change(change);
        }
        // A closing is under way from its first step to its marker.
        if matches!(order.ask, Ask::CloseDay(_)) {
            self.closing = self.closing_after(entry);
        }
        self.latest = self.latest.max(order.instant);
        self.number = self.number.saturating_add(1);
    }

    fn closing_after(&self, entry: &Entry) -> Option<Closing> {
        // What is released next, and who waits, is found by its end.
        let at_releases = Some(Closing { phase: ClosingPhase::Releases, next: AccountNo(0) });
        if entry.changes.iter().any(|change| matches!(change, Change::ReservationEnded { .. })) {
            return at_releases;
        }
        let phase_and_account = entry.changes.iter().rev().find_map(|change| match change {
            Change::Lapsed { account, .. } => Some((ClosingPhase::Lapses, account)),
            Change::NoticeGiven { account, .. } => Some((ClosingPhase::Notices, account)),
            Change::QuietWarned { account, .. } | Change::Account(AccountChange::State { account, .. }) => {
                Some((ClosingPhase::Standing, account))
            }
            _ => None,
        });
        let Some((phase, account)) = phase_and_account else {
            let in_line =
                |change: &Change| matches!(change, Change::PlaceEnded { .. } | Change::PlaceCalled { .. });
            return at_releases.filter(|_| entry.changes.iter().any(in_line));
        };
        Some(Closing { phase, next: after(row(&self.books, account)?) })
    }

    fn apply_change(&mut self, change: &Change) {
        match change {
            Change::Account(change) => self.apply_account_change(change),
            Change::People(change) => self.people.apply(change),
            Change::PendingOpened(pending) => self.pendings.open(pending),
            Change::PendingEnded { order, .. } => self.pendings.end(*order),
            // They tell what a leg was.
            Change::TakenIn { .. } | Change::NoShow(_) => {}
            Change::Reversed { original, amount, value_day } => {
                self.reversals.add(*original, *amount, *value_day);
            }
            Change::Reserved(reservation) => self.reservations.open(reservation),
            Change::ReservationEnded { reservation, .. } => self.reservations.end(reservation),
            Change::PlaceOpened(place) => self.waiting.open(place),
            Change::PlaceCalled { place, until, .. } => self.waiting.call(*place, Some(*until)),
            Change::PlaceEnded { place, .. } => self.waiting.end(place),
            // Euro are told and counted by the views; no unit moves by them.
            Change::PaidInEuro { .. } => {}
            Change::Accepted(acceptance) => self.settlements.accept(acceptance),
            Change::AcceptanceReduced { was, left } => self.settlements.reduce(was.order, *left),
            Change::ClaimFiled(claim) => self.settlements.file(claim),
            Change::ClaimMoved { claim, is, .. } => self.settlements.set_state(*claim, *is),
            Change::ClaimLineChanged { claim, acceptance, has, is, .. } => {
                self.settlements.change_line(*claim, *acceptance, *has, is);
            }
            Change::NoticeGiven { account, end, notice }
            | Change::NoticeRecorded { account, end, is: notice, .. } => {
                if let Some(row) = row(&self.books, account) {
                    self.books.set_notice(row, *end, Some(*notice));
                }
            }
            Change::Lapsed { account, end } => {
                if let Some(row) = row(&self.books, account) {
                    self.books.settle_end(row, *end);
                }
            }
            Change::QuietWarned { account, given_on } => {
                if let Some(row) = row(&self.books, account) {
                    self.books.warn_quiet(row, *given_on);
                }
            }
            Change::EndsMoved(moved) => self.books.move_ends(moved, self.day),
            Change::TakenOver => {
                self.taken_over = Some(self.number);
                // Whoever took part before was not told by this ledger of any end.
                self.books.set_noticed_through(Day::FIRST);
            }
            Change::Office(change) => self.offices.apply(change),
            Change::DesignAdopted { effective, design, existing } => {
                self.designs.adopt(*effective, (**design).clone(), *existing);
            }
            Change::DayClosed { day, notices, quiet_through, forget_before } => {
                if let Some((end, given_on)) = notices {
                    self.books.notices_ran(*end, *given_on, *day);
                }
                self.books.looked_at_standing(*quiet_through);
                self.books.forget_spent_ends(*day);
                self.books.forget_before(*forget_before);
                self.counters.forget_before(*forget_before);
                self.pendings.close_day();
                self.reversals.forget_before(*forget_before);
                self.settlements.forget_before(*forget_before);
                self.ids_known_from = self.ids_known_from.max(*forget_before);
                self.day = day.next().unwrap_or(*day);
            }
        }
    }

    /// Has an account held by these persons instead of those.
    pub(super) fn change_holders(&mut self, account: &AccountRef, was: &[Id], is: &[Id]) {
        let Some(row) = row(&self.books, account) else { return };
        for gone in was.iter().filter(|person| !is.contains(person)) {
            if let Some(number) = self.people.number_of(gone) {
                self.people.lets_go_of_account(number, row);
            }
        }
        for new in is.iter().filter(|person| !was.contains(person)) {
            if let Some(number) = self.people.number_of(new) {
                self.people.holds_account(number, row);
            }
        }
        let people = &self.people;
        self.books.set_holders(row, is.iter().filter_map(|holder| people.number_of(holder)));
    }

    fn apply_account_change(&mut self, change: &AccountChange) {
        match change {
            AccountChange::Opened { account, kind, on, holders } => {
                let Some(row) = self.books.open(Account::new(*account, *kind, *on)) else { return };
                let numbers: Vec<PersonNo> =
                    holders.iter().filter_map(|holder| self.people.number_of(holder)).collect();
                for number in &numbers {
                    self.people.holds_account(*number, row);
                }
                self.books.set_holders(row, numbers.into_iter());
            }
            AccountChange::PartnerApproved { partner, contract, on } => {
                let Some(chart) = Books::chart_accounts_of(change) else { return };
                let rows = chart.map(|(id, kind)| self.books.open(Account::new(id, kind, *on)));
                if let [Some(issued), Some(redeemed)] = rows {
                    let contracts = vec![(**contract).clone()];
                    self.people.add_partner(Partner { id: *partner, contracts, issued, redeemed });
                }
            }
            AccountChange::SeriesOpened { series, on } => {
                for (id, kind) in Books::chart_accounts_of_series(series).into_iter().flatten() {
                    self.books.open(Account::new(id, kind, *on));
                }
            }
            AccountChange::Holders { account, was, is } => self.change_holders(account, was, is),
            AccountChange::State { account, is, .. } => {
                if let Some(row) = row(&self.books, account) {
                    self.books.set_state(row, *is, self.day);
                }
            }
            AccountChange::Limits { account, is, .. } => {
                if let Some(row) = row(&self.books, account) {
                    self.books.set_limits(row, **is);
                }
            }
        }
    }
}

/// Whether an entry makes a person known.
pub(super) fn introduces(entry: &Entry, person: &Id) -> bool {
    entry
        .changes
        .iter()
        .any(|change| matches!(change, Change::People(PeopleChange::Known(known)) if known == person))
}
