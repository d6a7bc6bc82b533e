//! What is given on joining, and what is recorded about people.

use muntwerk::books::AccountKind;
use muntwerk::calendar::Day;
use muntwerk::id::{Code, Id, OrderId};
use muntwerk::orders::{Award, Order, RecordFact, RefusalCode, Welcome};

use super::sketch::Sketch;
use super::who::{Concern, Deed};
use super::{Activity, FACTS, GROUP, Model, POT, Present, id};

type Verdict<T> = Result<T, RefusalCode>;

/// Who had a gift: a person, or a household or organisation as such.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Given {
    Person(Id),
    Account(Id),
}

/// A fact as it was recorded.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub struct Recorded {
    pub person: Id,
    pub fact: Code,
    pub value: Option<Code>,
    pub from: Day,
    pub until: Option<Day>,
}

impl Model {
    fn present(&self, welcome: &Welcome) -> Verdict<Present> {
        let code = welcome.gift.to_string();
        let found = self.rules.welcome.iter().find(|one| one.code == code).copied();
        found.ok_or(RefusalCode::WelcomeUnknown)
    }

    /// Whom a gift on an account is for: the person, everybody in the household and the household, the
    /// organisation and nobody in it.
    fn given_to(&self, welcome: &Welcome) -> Vec<Given> {
        let Ok(account) = self.participant(welcome.account) else { return Vec::new() };
        let persons: Vec<Given> = account.holders.iter().map(|holder| Given::Person(*holder)).collect();
        let itself = Given::Account(account.id);
        match account.kind {
            Some(AccountKind::Organisation) => vec![itself],
            Some(AccountKind::Household) => [persons, vec![itself]].concat(),
            _ => persons,
        }
    }

    pub(super) fn welcome_concerns(&self, welcome: &Welcome) -> Verdict<Concern> {
        self.participant(welcome.account)?;
        let amount = self.present(welcome)?.units;
        let (accounts, gains) = (vec![welcome.account], Some(welcome.account));
        Ok(Concern { accounts, gains, amount, ..Concern::of(Deed::Welcome) })
    }

    pub(super) fn welcome(&self, welcome: &Welcome, units: i64, sketch: &mut Sketch<'_>) -> Verdict<()> {
        let gift = welcome.gift.to_string();
        let had = |one: &Given| self.presents.iter().any(|(what, who, _)| *what == gift && who == one);
        if self.given_to(welcome).iter().any(had) {
            return Err(RefusalCode::WelcomedAlready);
        }
        self.may_receive(welcome.account, units)?;
        let payer = id(if self.present(welcome)?.from_pot { POT } else { GROUP });
        if payer == id(POT) && units > self.balance(payer) {
            return Err(RefusalCode::PotShort);
        }
        let dates = self.dates(&sketch.booked.order);
        let pieces = sketch.pay(payer, units, dates)?;
        sketch.receive(welcome.account, &pieces)
    }

    pub(super) fn remember(&mut self, welcome: &Welcome, by: OrderId) {
        let gift = welcome.gift.to_string();
        let given = self.given_to(welcome).into_iter().map(|who| (gift.clone(), who, by));
        self.presents.extend(given);
    }

    /// A gift that was taken back whole was never given.
    pub(super) fn forget_if_whole(&mut self, original: OrderId) {
        let moved = |takes_back: bool| {
            let same = |of: Option<OrderId>| of == Some(original);
            let found = self.booked.iter().find(|booked| {
                if takes_back { same(booked.takes_back) } else { booked.order.id == original }
            });
            let out = |account: Id| !account.is_chart();
            found.map_or(0, |booked| {
                booked.legs.iter().filter(|leg| out(leg.account)).map(|leg| leg.amount.abs()).sum::<i64>()
            })
        };
        if moved(true) == moved(false) {
            self.presents.retain(|(_, _, by)| *by != original);
        }
    }

    pub(super) fn record_fact(
        &mut self,
        order: &Order,
        completer: Option<&Order>,
        record: &RecordFact,
    ) -> Verdict<()> {
        if !self.people.contains(&record.person) {
            return Err(RefusalCode::PersonUnknown);
        }
        let code = record.fact.to_string();
        let (_, words, self_declared) =
            FACTS.into_iter().find(|(one, ..)| *one == code).ok_or(RefusalCode::FactUnknown)?;
        let says = record.value.map(|value| value.to_string());
        let fits = match &says {
            Some(word) => words.contains(&word.as_str()),
            None => words.is_empty(),
        };
        if !fits {
            return Err(RefusalCode::FactValue);
        }
        if order.role.to_string() == "participant" && completer.is_none() && !self_declared {
            return Err(RefusalCode::FactByOthers);
        }
        if record.until.is_some_and(|until| until < record.from.minus_days(1).unwrap()) {
            return Err(RefusalCode::DatesWrong);
        }
        let RecordFact { person, fact, value, from, until } = *record;
        self.recorded.push(Recorded { person, fact, value, from, until });
        self.records += 1;
        Ok(())
    }

    /// Whether what an activity requires holds about everybody who holds the account; none of it is
    /// required where a flag will do.
    pub(super) fn requirements(&self, activity: &Activity, award: &Award, on: Day) -> Verdict<()> {
        let earner = self.earner(award)?;
        let Some(required) = activity.requires.filter(|required| !required.flag) else { return Ok(()) };
        let met = |person: &Id| {
            let about = |one: &&Recorded| one.person == *person && one.fact.to_string() == required.fact;
            let last = self.recorded.iter().filter(about).rfind(|one| one.from <= on);
            last.is_some_and(|one| {
                one.until.is_none_or(|until| on <= until)
                    && required.is.is_none_or(|word| one.value.is_some_and(|value| value.to_string() == word))
            })
        };
        let holders = &self.participant(award.to)?.holders;
        if earner.as_ref().map_or(&holders[..], std::slice::from_ref).iter().all(met) {
            Ok(())
        } else {
            Err(RefusalCode::FactMissing)
        }
    }
}
