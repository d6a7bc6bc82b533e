//! Taking the last applied entry back, for a batch that must succeed whole and did not.

use super::State;
use super::apply::row;
use crate::books::{AccountChange, Change, Entry, EuroLeg, Leg, Piece};
use crate::money::Balance;
use crate::office::NoteLeg;

fn negative(balance: Balance) -> Balance {
    balance.checked_neg().unwrap_or(Balance::ZERO)
}

impl State {
    /// Takes back the entry that was applied last. Entries that close a day cannot be.
    pub(super) fn revert(&mut self, entry: &Entry) {
        for change in entry.changes.iter().rev() {
            self.revert_change(change);
        }
        for leg in entry.euro.iter().rev() {
            self.books.euro_mut().apply(&EuroLeg { cents: leg.cents.saturating_neg(), ..*leg });
        }
        for leg in entry.notes.iter().rev() {
            self.books.paper_mut().apply(&NoteLeg { by: leg.by.saturating_neg(), ..*leg });
        }
        for count in entry.counters.iter().rev() {
            self.counters.apply(&crate::books::Count { key: count.key, by: negative(count.by) });
        }
        for leg in entry.legs.iter().rev() {
            let back = Leg {
                account: leg.account,
                amount: negative(leg.amount),
                lots: leg
                    .lots
                    .iter()
                    .rev()
                    .map(|Piece(lot, amount)| Piece(*lot, negative(*amount)))
                    .collect(),
                drawn: negative(leg.drawn),
                technical: negative(leg.technical),
            };
            if let Some(row) = row(&self.books, &leg.account) {
                self.books.apply_leg(row, &back);
            }
        }
        for issue in entry.lots.iter().rev() {
            self.books.revert_issue(issue);
        }
        self.number = self.number.saturating_sub(1);
        if self.first_movement == Some(self.number) {
            self.first_movement = None;
        }
    }

    fn revert_change(&mut self, change: &Change) {
        match change {
            Change::Account(AccountChange::Opened { .. }) => {
                if let Some(account) = self.books.unopen()
                    && let Some(row) = self.books.next_account()
                {
                    for holder in account.holders() {
                        self.people.lets_go_of_account(*holder, row);
                    }
                }
            }
            Change::Account(AccountChange::PartnerApproved { partner, .. }) => {
                self.books.unopen();
                self.books.unopen();
                self.people.remove_partner(partner);
            }
            Change::Account(AccountChange::Holders { account, was, is }) => {
                self.change_holders(account, is, was);
            }
            Change::Account(AccountChange::State { account, was, since, .. }) => {
                if let Some(row) = row(&self.books, account) {
                    self.books.set_state(row, *was, *since);
                }
            }
            Change::Account(AccountChange::SeriesOpened { .. }) => {
                for _ in 0..4 {
                    self.books.unopen();
                }
            }
            Change::Office(change) => self.offices.revert(change),
            Change::Account(AccountChange::Limits { account, was, .. }) => {
                if let Some(row) = row(&self.books, account) {
                    self.books.set_limits(row, **was);
                }
            }
            Change::People(change) => self.people.revert(change),
            Change::PendingOpened(pending) => self.pendings.unopen(pending.order.id),
            Change::PendingEnded { .. } => self.pendings.unend(),
            Change::Reversed { original, .. } => self.reversals.remove(*original),
            Change::Reserved(reservation) => self.reservations.end(reservation),
            Change::ReservationEnded { reservation, .. } => self.reservations.open(reservation),
            Change::PlaceOpened(place) => self.waiting.end(place),
            Change::PlaceCalled { place, .. } => self.waiting.call(*place, None),
            Change::PlaceEnded { place, .. } => self.waiting.open(place),
            Change::PaidInEuro { .. } => {}
            Change::Accepted(acceptance) => self.settlements.unaccept(acceptance.order),
            Change::AcceptanceReduced { was, .. } => self.settlements.accept(was),
            Change::ClaimFiled(claim) => self.settlements.unfile(claim.id),
            Change::ClaimMoved { claim, was, .. } => self.settlements.set_state(*claim, *was),
            Change::ClaimLineChanged { claim, acceptance, had, was, .. } => {
                self.settlements.change_line(*claim, *acceptance, *had, was);
            }
            Change::NoticeRecorded { account, end, was, .. } => {
                if let Some(row) = row(&self.books, account) {
                    self.books.set_notice(row, *end, Some(*was));
                }
            }
            Change::TakenOver => {
                self.taken_over = None;
                self.books.set_noticed_through(self.first_noticed());
            }
            Change::DesignAdopted { .. } => self.designs.unadopt(),
            // They moved nothing.
            Change::TakenIn { .. } | Change::NoShow(_) => {}
            // Only closing a day, or an order that is refused in a batch, makes these, and a batch that must succeed whole cannot hold one.
            Change::NoticeGiven { .. }
            | Change::Lapsed { .. }
            | Change::DayClosed { .. }
            | Change::QuietWarned { .. }
            | Change::EndsMoved(..) => {}
        }
    }
}
