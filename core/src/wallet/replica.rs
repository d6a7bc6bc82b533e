//! [`Replica`]: the ledger that was shown an account's slices.

use std::collections::BTreeSet;

use crate::books::{Account, Change, Entry, Piece};
use crate::dense::Secret;
use crate::feed::{SliceError, read_slice};
use crate::id::Id;
use crate::ledger::{Ledger, Outcome, Record};
use crate::orders::Order;
use crate::people::{People, PeopleChange};

/// A ledger with the records of which slices were seen, numbered without gaps, and what their numbers are
/// in the journal.
#[derive(Clone)]
pub(super) struct Replica {
    ledger: Ledger,
    account: Id,
    records: Vec<u64>,
}

/// The ids of a replica's people and accounts come from a server that signed them, so that nobody has to
/// be kept from choosing ids that collide.
const SECRET: [u8; 16] = *b"muntwerk.wallet.";

impl Replica {
    /// The replica of the first slice.
    pub(super) fn opened(account: Id, slice: &[u8]) -> Result<Self, SliceError> {
        let Record { number: 0, outcome: Outcome::Opened(opening) } = read_slice(slice)? else {
            return Err(SliceError::Misfit("a chain begins with the opening of the ledger"));
        };
        let ledger = Ledger::shown(opening, Secret::new(SECRET));
        let ledger = ledger.map_err(|_| SliceError::Misfit("a ledger cannot be opened so"))?;
        Ok(Self { ledger, account, records: vec![0] })
    }

    pub(super) fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    pub(super) fn account(&self) -> Id {
        self.account
    }

    /// The account itself; none before it was opened.
    pub(super) fn own(&self) -> Option<&Account> {
        self.ledger.state().books().find(&self.account)
    }

    /// The number that a record of the replica has in the journal.
    pub(super) fn in_journal(&self, number: u64) -> Option<u64> {
        self.records.get(usize::try_from(number).ok()?).copied()
    }

    /// The first record here that is not before one of the journal.
    pub(super) fn first_from(&self, record: u64) -> u64 {
        u64::try_from(self.records.partition_point(|known| *known < record)).unwrap_or(u64::MAX)
    }

    /// Takes in the next slice.
    pub(super) fn take_in(&mut self, slice: &[u8]) -> Result<(), SliceError> {
        let record = read_slice(slice)?;
        if self.records.last().is_some_and(|last| record.number <= *last) {
            return Err(SliceError::Misfit("its record is not after the one before"));
        }
        match &record.outcome {
            Outcome::Opened(_) => return Err(SliceError::Misfit("the ledger was opened before")),
            Outcome::Refused(order, refusal) => {
                self.ledger.show_refusal(order, refusal);
            }
            Outcome::Booked(order, entry) => self.take_in_booked(order, entry)?,
        }
        self.records.push(record.number);
        Ok(())
    }

    /// Every lot of which units move was told of before, or is now: once, and without the lot it was before.
    fn tell_of_lots(&self, entry: &mut Entry) -> Result<(), SliceError> {
        let books = self.ledger.state().books();
        let mut told = BTreeSet::new();
        for issue in &mut entry.lots {
            match &mut issue.new {
                Some(_) if books.lot(issue.lot).is_some() => issue.new = None,
                Some(facts) if told.insert(issue.lot) => facts.parent = None,
                _ => return Err(SliceError::Misfit("it tells of a lot twice, or does not tell what it is")),
            }
        }
        let moved = entry.legs.iter().flat_map(|leg| &leg.lots).map(|Piece(lot, _)| *lot);
        let set_aside = entry.changes.iter().flat_map(|change| match change {
            Change::Reserved(one) | Change::ReservationEnded { reservation: one, .. } => one.lots.as_slice(),
            _ => &[],
        });
        let mut named = moved.chain(set_aside.map(|Piece(lot, _)| *lot));
        if named.all(|lot| told.contains(&lot) || books.lot(lot).is_some()) {
            Ok(())
        } else {
            Err(SliceError::Misfit("it moves units of a lot that it never told of"))
        }
    }

    fn take_in_booked(&mut self, order: &Order, entry: &Entry) -> Result<(), SliceError> {
        let mut entry = entry.clone();
        self.tell_of_lots(&mut entry)?;
        entry.number = self.ledger.state().next_number();
        let people = self.ledger.state().people();
        entry.changes.retain(|change| match change {
            Change::People(change) => !is_known(people, change),
            _ => true,
        });
        self.ledger.show(order, &entry);
        match self.own() {
            Some(account) if !adds_up(account) => {
                Err(SliceError::Misfit("the units of the account do not add up to its balance"))
            }
            None if entry.leg(&self.account).is_some() => {
                Err(SliceError::Misfit("it moves units of the account, which it never told of"))
            }
            _ => Ok(()),
        }
    }
}

/// Whether the replica knows it already: a slice says what stands about whoever comes to hold the account,
/// who may have been in an earlier one.
fn is_known(people: &People, change: &PeopleChange) -> bool {
    match change {
        PeopleChange::Known(person) => people.find(person).is_some(),
        PeopleChange::Appointed(person, appointment) => people.appointments(person).contains(appointment),
        PeopleChange::MandateGiven(mandate) => people.mandate(&mandate.id).is_some(),
        PeopleChange::FactRecorded(person, fact) => people.facts_of(person, &fact.fact).contains(fact),
        PeopleChange::RoleEnded { .. }
        | PeopleChange::MandateRevoked(..)
        | PeopleChange::ContractAmended(..) => false,
    }
}

fn adds_up(account: &Account) -> bool {
    let held = account.holdings().iter().map(|(_, amount)| i128::from(amount.minor()));
    let held = held.fold(0_i128, i128::saturating_add);
    held.saturating_sub(account.drawn().minor().into()) == i128::from(account.balance().minor())
}
