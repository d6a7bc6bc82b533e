//! [`People`]: everyone the ledger knows, by opaque id.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use super::{Appointment, Contract, Fact, Mandate, Partner};
use crate::calendar::Day;
use crate::dense::{AccountNo, Index, PersonNo, Secret, Segments};
use crate::id::{Code, Id};

/// A person and the accounts they hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Person {
    pub(crate) id: Id,
    pub(crate) accounts: SmallVec<[AccountNo; 2]>,
}

impl Person {
    /// The person's id.
    pub fn id(&self) -> Id {
        self.id
    }

    /// The accounts the person holds, alone or with others.
    pub fn accounts(&self) -> &[AccountNo] {
        &self.accounts
    }
}

/// What a booked order changed among the people. Each change says enough to be taken back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[allow(clippy::exhaustive_enums)]
pub enum PeopleChange {
    /// The ledger came to know a person.
    Known(Id),
    /// A role was given.
    Appointed(Id, Appointment),
    /// A role ends: whose, which, for what, the last day before and now.
    RoleEnded {
        /// Whose role.
        person: Id,
        /// Which role.
        role: Code,
        /// For which partner or contact point.
        scope: Option<Id>,
        /// The last day it had.
        was: Option<Day>,
        /// The last day it has now.
        until: Day,
    },
    /// A mandate was given.
    MandateGiven(Box<Mandate>),
    /// A mandate was taken back on a day.
    MandateRevoked(Id, Day),
    /// A fact about a person was recorded.
    FactRecorded(Id, Fact),
    /// Something else was agreed with a partner.
    ContractAmended(Id, Box<Contract>),
}

/// Persons, their roles, mandates and the partners.
#[derive(Clone, Serialize, Deserialize)]
pub struct People {
    persons: Segments<Person>,
    #[serde(skip)]
    index: Index<u32>,
    appointments: BTreeMap<Id, Vec<Appointment>>,
    mandates: BTreeMap<Id, Mandate>,
    mandates_between: BTreeMap<(Id, Id), Vec<Id>>,
    partners: BTreeMap<Id, Partner>,
    facts: BTreeMap<(Id, Code), Vec<Fact>>,
}

impl PartialEq for People {
    fn eq(&self, other: &Self) -> bool {
        // The index follows from the persons.
        self.persons == other.persons
            && self.appointments == other.appointments
            && self.mandates == other.mandates
            && self.mandates_between == other.mandates_between
            && self.partners == other.partners
            && self.facts == other.facts
    }
}

impl People {
    pub(crate) fn new(secret: Secret) -> Self {
        Self {
            persons: Segments::default(),
            index: Index::new(secret),
            appointments: BTreeMap::new(),
            mandates: BTreeMap::new(),
            mandates_between: BTreeMap::new(),
            partners: BTreeMap::new(),
            facts: BTreeMap::new(),
        }
    }

    /// Makes the index anew, after the rest was read back.
    pub(crate) fn index_anew(&mut self, secret: Secret) {
        self.index = Index::new(secret);
        for (number, person) in self.persons.numbered() {
            let id_of = |row| self.persons.get(row).map(|person| &person.id);
            self.index.learn(&person.id, number, id_of);
        }
    }

    /// The row of a person.
    #[inline]
    pub fn number_of(&self, id: &Id) -> Option<PersonNo> {
        self.index.number_of(id, |row| self.persons.get(row).map(|person| &person.id)).map(PersonNo)
    }

    /// A person by row.
    #[inline]
    pub fn person(&self, number: PersonNo) -> Option<&Person> {
        self.persons.get(number.0)
    }

    /// A person by id.
    pub fn find(&self, id: &Id) -> Option<&Person> {
        self.person(self.number_of(id)?)
    }

    /// How many persons the ledger knows.
    pub fn count(&self) -> usize {
        self.persons.len()
    }

    /// The roles a person holds or held.
    pub fn appointments(&self, person: &Id) -> &[Appointment] {
        self.appointments.get(person).map_or(&[], Vec::as_slice)
    }

    /// A mandate by id.
    pub fn mandate(&self, id: &Id) -> Option<&Mandate> {
        self.mandates.get(id)
    }

    /// Every mandate a person holds for a client, in the order given.
    pub fn mandates_between(&self, holder: &Id, client: &Id) -> impl Iterator<Item = &Mandate> {
        let ids = self.mandates_between.get(&(*holder, *client)).map_or(&[][..], Vec::as_slice);
        ids.iter().filter_map(|id| self.mandates.get(id))
    }

    /// A partner by id.
    pub fn partner(&self, id: &Id) -> Option<&Partner> {
        self.partners.get(id)
    }

    /// Every partner, by id.
    pub fn partners(&self) -> impl Iterator<Item = &Partner> {
        self.partners.values()
    }

    /// Every mandate, by id.
    pub fn mandates(&self) -> impl Iterator<Item = &Mandate> {
        self.mandates.values()
    }

    /// Everything recorded about a person under one fact, in the order of recording.
    pub fn facts_of(&self, person: &Id, fact: &Code) -> &[Fact] {
        self.facts.get(&(*person, *fact)).map_or(&[], Vec::as_slice)
    }

    /// The fact as it holds about a person on a day: the record made last of those that begin by then
    /// decides.
    pub fn fact_on(&self, person: &Id, fact: &Code, day: Day) -> Option<&Fact> {
        let decides = self.facts_of(person, fact).iter().rev().find(|one| one.from <= day);
        decides.filter(|one| one.holds_on(day))
    }

    pub(crate) fn holds_account(&mut self, person: PersonNo, account: AccountNo) {
        if let Some(person) = self.persons.get_mut(person.0) {
            // By row, so that letting an account go and holding it again leaves no trace.
            let place = person.accounts.partition_point(|held| *held < account);
            person.accounts.insert(place, account);
        }
    }

    pub(crate) fn lets_go_of_account(&mut self, person: PersonNo, account: AccountNo) {
        if let Some(person) = self.persons.get_mut(person.0) {
            person.accounts.retain(|held| *held != account);
        }
    }

    pub(crate) fn add_partner(&mut self, partner: Partner) {
        self.partners.insert(partner.id, partner);
    }

    pub(crate) fn remove_partner(&mut self, id: &Id) {
        self.partners.remove(id);
    }

    pub(crate) fn apply(&mut self, change: &PeopleChange) {
        match change {
            PeopleChange::Known(id) => {
                let Some(number) = self.persons.next_number() else { return };
                self.persons.push(Person { id: *id, accounts: SmallVec::new() });
                let persons = &self.persons;
                self.index.learn(id, number, |row| persons.get(row).map(|person| &person.id));
            }
            PeopleChange::Appointed(person, appointment) => {
                self.appointments.entry(*person).or_default().push(appointment.clone());
            }
            PeopleChange::RoleEnded { person, role, scope, was, until } => {
                self.set_last_day(person, *role, *scope, *was, Some(*until));
            }
            PeopleChange::MandateGiven(mandate) => {
                self.mandates_between.entry((mandate.holder, mandate.client)).or_default().push(mandate.id);
                self.mandates.insert(mandate.id, (**mandate).clone());
            }
            PeopleChange::MandateRevoked(id, day) => {
                if let Some(mandate) = self.mandates.get_mut(id) {
                    mandate.revoked = Some(*day);
                }
            }
            PeopleChange::FactRecorded(person, fact) => {
                self.facts.entry((*person, fact.fact)).or_default().push(*fact);
            }
            PeopleChange::ContractAmended(partner, contract) => {
                if let Some(partner) = self.partners.get_mut(partner) {
                    partner.contracts.push((**contract).clone());
                }
            }
        }
    }

    pub(crate) fn revert(&mut self, change: &PeopleChange) {
        match change {
            PeopleChange::Known(_) => {
                if let Some(person) = self.persons.pop() {
                    let number = self.persons.next_number().unwrap_or(u32::MAX);
                    self.index.forget(&person.id, number);
                }
            }
            PeopleChange::Appointed(person, _) => {
                if let Some(held) = self.appointments.get_mut(person) {
                    held.pop();
                    if held.is_empty() {
                        self.appointments.remove(person);
                    }
                }
            }
            PeopleChange::RoleEnded { person, role, scope, was, until } => {
                self.set_last_day(person, *role, *scope, Some(*until), *was);
            }
            PeopleChange::MandateGiven(mandate) => {
                self.mandates.remove(&mandate.id);
                let pair = (mandate.holder, mandate.client);
                if let Some(ids) = self.mandates_between.get_mut(&pair) {
                    ids.pop();
                    if ids.is_empty() {
                        self.mandates_between.remove(&pair);
                    }
                }
            }
            PeopleChange::MandateRevoked(id, _) => {
                if let Some(mandate) = self.mandates.get_mut(id) {
                    mandate.revoked = None;
                }
            }
            PeopleChange::FactRecorded(person, fact) => {
                let key = (*person, fact.fact);
                if let Some(recorded) = self.facts.get_mut(&key) {
                    recorded.pop();
                    if recorded.is_empty() {
                        self.facts.remove(&key);
                    }
                }
            }
            PeopleChange::ContractAmended(partner, _) => {
                if let Some(partner) = self.partners.get_mut(partner) {
                    partner.contracts.pop();
                }
            }
        }
    }

    fn set_last_day(
        &mut self,
        person: &Id,
        role: Code,
        scope: Option<Id>,
        was: Option<Day>,
        is: Option<Day>,
    ) {
        let held = self.appointments.get_mut(person).map_or(&mut [][..], Vec::as_mut_slice);
        let found =
            held.iter_mut().rev().find(|one| one.role == role && one.scope == scope && one.until == was);
        if let Some(appointment) = found {
            appointment.until = is;
        }
    }
}
