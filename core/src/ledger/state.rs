//! [`State`]: what all entries so far add up to.

use serde::{Deserialize, Serialize};

use crate::books::{Books, Counters, Reservations, Settlements, Waiting};
use crate::calendar::{Day, Instant};
use crate::dense::{PersonNo, Secret};
use crate::design::{Design, Designs};
use crate::office::Offices;
use crate::orders::{Order, Pendings};
use crate::people::People;
use crate::rules::{Closing, Original, Reversals, Scene};

/// The books, the people, what waits, and the current day. Two ledgers that applied the same entries
/// have equal states.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct State {
    pub(super) number: u64,
    pub(super) day: Day,
    pub(super) closing: Option<Closing>,
    pub(super) ids_known_from: Day,
    /// The first record that moved units.
    pub(super) first_movement: Option<u64>,
    /// The record by which the balances of a running scheme were taken over.
    pub(super) taken_over: Option<u64>,
    pub(super) designs: Designs,
    pub(super) books: Books,
    pub(super) people: People,
    pub(super) counters: Counters,
    pub(super) pendings: Pendings,
    pub(super) reversals: Reversals,
    pub(super) offices: Offices,
    pub(super) reservations: Reservations,
    pub(super) waiting: Waiting,
    pub(super) settlements: Settlements,
    // The latest instant that any record carries; a clock going back changes nothing.
    pub(super) latest: Instant,
}

impl State {
    pub(super) fn new(day: Day, design: Design, secret: Secret) -> Self {
        Self {
            number: 0,
            day,
            closing: None,
            ids_known_from: Day::FIRST,
            first_movement: None,
            taken_over: None,
            books: Books::new(secret, *design.lots()),
            designs: Designs::new(day, design),
            people: People::new(secret),
            counters: Counters::default(),
            pendings: Pendings::default(),
            reversals: Reversals::default(),
            offices: Offices::default(),
            reservations: Reservations::default(),
            waiting: Waiting::default(),
            settlements: Settlements::default(),
            latest: Instant::new(i64::MIN),
        }
    }

    /// Makes the indexes anew, after the rest was read back.
    pub(super) fn index_anew(&mut self, secret: Secret) {
        self.books.index_anew(secret);
        self.people.index_anew(secret);
    }

    /// The sequence number of the next record.
    pub fn next_number(&self) -> u64 {
        self.number
    }

    /// The record by which the balances of a running scheme were taken over, if they were.
    pub fn taken_over(&self) -> Option<u64> {
        self.taken_over
    }

    /// The current day.
    pub fn day(&self) -> Day {
        self.day
    }

    /// Accounts and lots.
    pub fn books(&self) -> &Books {
        &self.books
    }

    /// Persons, roles, mandates, partners.
    pub fn people(&self) -> &People {
        &self.people
    }

    /// How much of each limit is used.
    pub fn counters(&self) -> &Counters {
        &self.counters
    }

    /// The orders that wait for somebody.
    pub fn pendings(&self) -> &Pendings {
        &self.pendings
    }

    /// How every office stands, and the sendings of notes under way.
    pub fn offices(&self) -> &Offices {
        &self.offices
    }

    /// What is reserved.
    pub fn reservations(&self) -> &Reservations {
        &self.reservations
    }

    /// Who waits for pieces of an offer.
    pub fn waiting(&self) -> &Waiting {
        &self.waiting
    }

    /// What partners took in and are to be paid for, and their claims.
    pub fn settlements(&self) -> &Settlements {
        &self.settlements
    }

    /// The latest instant that any order so far carried. Minutes are counted by it (D1).
    pub fn latest_instant(&self) -> Instant {
        self.latest
    }

    /// Every version of the design.
    pub fn designs(&self) -> &Designs {
        &self.designs
    }

    /// Up to which end date no notice is owed when the ledger begins: whoever earns units that end so
    /// soon counts as told.
    pub(super) fn first_noticed(&self) -> Day {
        let days = self.design().expiry().notice.map(|notice| notice.days);
        days.and_then(|days| self.day.plus_days(i32::from(days))).unwrap_or(Day::FIRST)
    }

    /// The design in force on the current day.
    pub fn design(&self) -> &Design {
        self.designs.on(self.day).1
    }

    pub(super) fn scene<'s>(
        &'s self,
        order: &'s Order,
        actor: PersonNo,
        original: Option<&'s Original>,
    ) -> Scene<'s> {
        Scene {
            books: &self.books,
            people: &self.people,
            counters: &self.counters,
            pendings: &self.pendings,
            reversals: &self.reversals,
            offices: &self.offices,
            reservations: &self.reservations,
            waiting: &self.waiting,
            settlements: &self.settlements,
            designs: &self.designs,
            closing: self.closing,
            day: self.day,
            now: self.latest.max(order.instant),
            ids_known_from: self.ids_known_from,
            first_movement: self.first_movement,
            taken_over: self.taken_over,
            number: self.number,
            order,
            actor,
            completer: None,
            original,
        }
    }
}
