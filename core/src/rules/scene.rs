//! [`Scene`]: what a rule sees when it decides.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::books::{
    Account, Books, Change, Counters, Draft, Entry, Overflow, Reservations, Settlements, Waiting,
};
use crate::calendar::{Day, Instant};
use crate::dense::{AccountNo, PersonNo};
use crate::design::{Design, Designs};
use crate::id::{Code, Id, OrderId};
use crate::money::Amount;
use crate::office::Offices;
use crate::orders::{Order, Pendings, Refusal, RefusalCode};
use crate::people::People;

/// An earlier order that was booked, and what it brought about.
#[derive(Clone, Debug)]
pub(crate) struct Original {
    pub(crate) order: Order,
    pub(crate) entry: Entry,
}

impl Original {
    /// The order somebody asked: the one inside, if this one completed it.
    pub(crate) fn asked(&self) -> &Order {
        let inside = self.entry.changes.iter().find_map(|change| match change {
            Change::PendingEnded { asked, .. } => asked.as_deref(),
            _ => None,
        });
        inside.unwrap_or(&self.order)
    }
}

/// What was taken back already: how much of which order, kept as long as the order's id is known.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Reversals(BTreeMap<OrderId, (Amount, Day)>);

impl Reversals {
    pub(crate) fn of(&self, original: OrderId) -> Option<Amount> {
        self.0.get(&original).map(|(amount, _)| *amount)
    }

    pub(crate) fn add(&mut self, original: OrderId, amount: Amount, value_day: Day) {
        self.0.insert(original, (amount, value_day));
    }

    pub(crate) fn remove(&mut self, original: OrderId) {
        self.0.remove(&original);
    }

    pub(crate) fn forget_before(&mut self, day: Day) {
        self.0.retain(|_, (_, value_day)| *value_day >= day);
    }
}

/// How far the closing of a day has come. What is due is worked through in account order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Closing {
    pub(crate) phase: ClosingPhase,
    pub(crate) next: AccountNo,
}

/// See [`Closing`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum ClosingPhase {
    Releases,
    Lapses,
    Notices,
    Standing,
}

impl ClosingPhase {
    /// All of them, in the order in which a day is closed.
    pub(crate) const ALL: [Self; 4] = [Self::Releases, Self::Lapses, Self::Notices, Self::Standing];
}

/// The state, the order, and what the ledger looked up for it.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'s> {
    pub(crate) books: &'s Books,
    pub(crate) people: &'s People,
    pub(crate) counters: &'s Counters,
    pub(crate) pendings: &'s Pendings,
    pub(crate) reversals: &'s Reversals,
    pub(crate) offices: &'s Offices,
    pub(crate) reservations: &'s Reservations,
    pub(crate) waiting: &'s Waiting,
    pub(crate) settlements: &'s Settlements,
    pub(crate) designs: &'s Designs,
    pub(crate) closing: Option<Closing>,
    /// The current day.
    pub(crate) day: Day,
    /// The latest instant seen: where minutes count, it is this moment.
    pub(crate) now: Instant,
    /// The first value day whose order ids are still all known.
    pub(crate) ids_known_from: Day,
    /// The first record that moved units, if one did.
    pub(crate) first_movement: Option<u64>,
    /// The record by which balances were taken over, if they were.
    pub(crate) taken_over: Option<u64>,
    /// The sequence number the entry will have.
    pub(crate) number: u64,
    /// The order to decide; when a pending one is completed, that one.
    pub(crate) order: &'s Order,
    /// Who asks it.
    pub(crate) actor: PersonNo,
    /// The order that completes it.
    pub(crate) completer: Option<&'s Order>,
    /// The earlier order it refers to.
    pub(crate) original: Option<&'s Original>,
}

impl<'s> Scene<'s> {
    /// The design for permissions, floors and lots.
    pub(crate) fn booking_design(&self) -> &'s Design {
        self.designs.on(self.day).1
    }

    /// The design for tariffs and dates.
    pub(crate) fn value_design(&self) -> &'s Design {
        self.designs.on(self.order.value_day).1
    }

    /// The end of units earned on a day: by the design of the value day, and by what was done since to
    /// all units of that day.
    pub(crate) fn dated(&self, earned_on: Day) -> Option<Day> {
        self.books.end_of(earned_on, self.value_design().expiry().ends_on(earned_on))
    }

    /// The account with an id, its row and itself.
    pub(crate) fn account(&self, id: &Id) -> Result<(AccountNo, &'s Account), Refusal> {
        let found = self.books.number_of(id).and_then(|row| Some((row, self.books.account(row)?)));
        found.ok_or_else(|| Refusal::new(RefusalCode::AccountUnknown).with(|f| f.who = Some(*id)))
    }

    /// A participant's account.
    pub(crate) fn participant(&self, id: &Id) -> Result<(AccountNo, &'s Account), Refusal> {
        let (row, account) = self.account(id)?;
        if account.kind().is_participant() {
            Ok((row, account))
        } else {
            Err(Refusal::new(RefusalCode::NotAParticipant).with(|f| f.who = Some(*id)))
        }
    }

    /// An account by row, which some earlier look-up gave.
    pub(crate) fn row(&self, row: AccountNo) -> Result<&'s Account, Refusal> {
        self.books.account(row).ok_or_else(|| Refusal::new(RefusalCode::Overflow))
    }

    /// An account of the chart.
    pub(crate) fn chart(&self, id: &str) -> Result<AccountNo, Refusal> {
        self.books.chart(id).ok_or_else(|| Refusal::new(RefusalCode::Overflow))
    }
}

impl From<Overflow> for Refusal {
    fn from(_: Overflow) -> Self {
        Self::new(RefusalCode::Overflow)
    }
}

impl Refusal {
    /// A refusal about an account, a person or a place.
    pub(crate) fn about(code: RefusalCode, who: Id) -> Self {
        Self::new(code).with(|figures| figures.who = Some(who))
    }

    /// A refusal about a word of the design.
    pub(crate) fn of(code: RefusalCode, what: Code) -> Self {
        Self::new(code).with(|figures| figures.what = Some(what))
    }
}

impl<'s> Scene<'s> {
    /// The id under which the entry will be known: of the order that completes another, or else of its own.
    pub(crate) fn booked_as(&self) -> OrderId {
        self.completer.unwrap_or(self.order).id
    }

    /// An empty entry on this state.
    pub(crate) fn new_draft(&self) -> Draft<'s> {
        let (version, design) = self.designs.on(self.day);
        Draft::new(self.books, design.lots().grain, self.number, version)
    }
}
