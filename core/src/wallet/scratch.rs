//! [`Scratch`]: the wallet's books carried forward to a day, to try things on.

use super::assumed::{self, Assumed, Ignorance};
use super::replica::Replica;
use super::{Effect, Expected, UnitMove, WalletError};
use crate::books::{Change, Entry, Piece, RESERVED};
use crate::calendar::Day;
use crate::ledger::{Ledger, State};
use crate::money::{Amount, Balance};
use crate::orders::Order;

/// How many days are closed ahead at most: ten years, as a closing does.
const MOST_DAYS: i32 = 3_660;

/// A copy of the wallet's books whose day is closed forward: what lapses by then has lapsed, and what is
/// reserved until then was released, by the same rules as on the server.
pub(super) struct Scratch<'w> {
    replica: &'w Replica,
    state: State,
}

impl<'w> Scratch<'w> {
    /// The books on a day of the phone. A phone whose day is before the ledger's gets the ledger's.
    pub(super) fn on(replica: &'w Replica, today: Day) -> Result<Self, WalletError> {
        let ledger = replica.ledger().day();
        if today.days_since(ledger) > MOST_DAYS {
            return Err(WalletError::TooFarAhead { today, ledger, most: MOST_DAYS });
        }
        let mut scratch = Self { replica, state: replica.ledger().state().clone() };
        scratch.state.close_forward(today);
        Ok(scratch)
    }

    /// The day of these books.
    pub(super) fn day(&self) -> Day {
        self.state.day()
    }

    /// The books.
    pub(super) fn state(&self) -> &State {
        &self.state
    }

    /// The books as a ledger without history, for the views.
    pub(super) fn ledger(&self) -> Ledger {
        self.replica.ledger().standing_so(self.state.clone())
    }

    /// What an order would come to, with what has to be assumed for it; and the entry, if it has one.
    pub(super) fn tried(&self, order: &Order) -> (Expected, Vec<Assumed>, Option<Entry>) {
        let mut assumed = Vec::new();
        let can_be_decided = assumed::can_be_decided(&self.state, &order.ask);
        let holder = self.replica.own().zip(self.state.people().number_of(&order.actor));
        if !can_be_decided || !holder.is_some_and(|(account, actor)| account.is_held_by(actor)) {
            return (Expected::OnlyServer, assumed, None);
        }
        let alone = self.replica.own().is_some_and(|account| account.holders().len() == 1);
        let order = Order { booking_day: self.day(), ..order.clone() };
        let mut trial: Option<State> = None;
        loop {
            let state = trial.as_ref().unwrap_or(&self.state);
            let refusal = match self.replica.ledger().decide_on(state, &order) {
                Ok(entry) => {
                    assumed.extend(assumed::always(self.state.design(), &order.ask));
                    return (self.expected(state, &entry), assumed, Some(entry));
                }
                Err(refusal) => refusal,
            };
            match assumed::behind(&order.ask, &refusal, &assumed, alone) {
                Ignorance::None => return (Expected::Refused(refusal), assumed, None),
                Ignorance::OnlyServer => return (Expected::OnlyServer, assumed, None),
                Ignorance::Assume(what) => {
                    let state = trial.get_or_insert_with(|| self.state.clone());
                    match what {
                        Assumed::OtherAccount(account) => state.presume_account(account),
                        Assumed::InStock { partner, reward } => {
                            state.presume_pieces(assumed::stock(partner, reward));
                        }
                        Assumed::NotTakenElsewhere { .. } => {}
                    }
                    assumed.push(what);
                }
            }
        }
    }

    /// Books an entry that was tried on these books.
    pub(super) fn book(&mut self, order: &Order, entry: &Entry) {
        self.state.take_in(order, entry);
    }

    fn expected(&self, state: &State, entry: &Entry) -> Expected {
        let waits = entry.changes.iter().find_map(|change| match change {
            Change::PendingOpened(pending) => Some((pending.waits_for, pending.until)),
            _ => None,
        });
        if let Some((waits_for, until)) = waits {
            return Expected::Waits { waits_for, until };
        }
        let account = self.replica.account();
        let before = self.replica.own().map(|_| account).and_then(|id| state.books().find(&id));
        let before = before.map_or(Balance::ZERO, |account| account.balance());
        let leg = entry.leg(&account);
        let amount = leg.map_or(Balance::ZERO, |leg| leg.amount);
        let lots = leg.map_or(&[][..], |leg| leg.lots.as_slice());
        let set_aside = entry.legs.iter().find(|leg| leg.account.id().with_str(|id| id == RESERVED));
        let euro = entry.changes.iter().find_map(|change| match change {
            Change::Reserved(reservation) => Some(reservation.euro),
            Change::PaidInEuro { amount, .. } => amount.as_amount(),
            _ => None,
        });
        Expected::Booked(Effect {
            amount,
            balance: before.checked_add(amount).unwrap_or(before),
            drawn: leg.map_or(Balance::ZERO, |leg| leg.drawn),
            set_aside: set_aside.and_then(|leg| leg.amount.as_amount()).unwrap_or(Amount::ZERO),
            euro: euro.unwrap_or(Amount::ZERO),
            lots: lots.iter().map(|piece| self.unit_move(entry, piece)).collect(),
            flags: entry.flags.clone(),
        })
    }

    fn unit_move(&self, entry: &Entry, Piece(lot, amount): &Piece) -> UnitMove {
        let new = entry.lots.iter().find(|issue| issue.lot == *lot).and_then(|issue| issue.new.as_ref());
        let known = self.state.books().lot(*lot).map(|lot| lot.facts());
        UnitMove {
            lot: known.map(|_| *lot),
            amount: *amount,
            ends_on: new.or(known).and_then(|facts| facts.ends_on),
        }
    }
}
