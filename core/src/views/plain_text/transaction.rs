//! [`Books`]: what is written, whichever program reads it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::commodity::commodity;
use super::name::Name;
use crate::books::Change;
use crate::calendar::Day;
use crate::design::euro_scale;
use crate::id::Id;
use crate::ledger::Ledger;
use crate::money::{Balance, Scale};
use crate::orders::{Ask, AskKind, Order};
use crate::views::walk::{Booked, booked, taken_back};

/// The accounts, transactions and balances of a ledger.
#[derive(Clone)]
pub(super) struct Books<'l> {
    pub(super) ledger: &'l Ledger,
    pub(super) commodity: String,
    pub(super) scale: Scale,
    names: BTreeMap<Id, Name>,
}

/// An account with the balance it ends in.
pub(super) struct Row {
    pub(super) id: Id,
    pub(super) name: Name,
    pub(super) opened_on: Day,
    pub(super) balance: Balance,
}

/// An entry that moves units.
pub(super) struct Transaction {
    pub(super) record: u64,
    pub(super) day: Day,
    pub(super) what: String,
    /// Which activity or reward, if it is one of the catalogue.
    pub(super) item: Option<String>,
    /// What else is known of it, by name.
    pub(super) facts: Vec<Fact>,
    pub(super) postings: Vec<(Name, Balance)>,
}

/// Something that is known of a transaction.
pub(super) struct Fact {
    pub(super) name: &'static str,
    pub(super) value: Value,
}

pub(super) enum Value {
    Text(String),
    Day(Day),
}

/// Every name a fact can have.
pub(super) const FACTS: [&str; 13] = [
    "value-day",
    "actor",
    "role",
    "contact-point",
    "on-behalf-of",
    "completed-by",
    "completed-as",
    "reason",
    "evidence",
    "order",
    "asked-as",
    "reverses",
    "paid-in-euro",
];

impl<'l> Books<'l> {
    pub(super) fn of(ledger: &'l Ledger) -> Self {
        let accounts = ledger.state().books().accounts();
        let names = accounts.map(|(_, account)| (account.id(), Name::of(account))).collect();
        let design = ledger.design();
        Self { ledger, commodity: commodity(design.currency().id), scale: design.unit().scale, names }
    }

    /// Every account, in the order of opening.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row> {
        self.ledger.state().books().accounts().map(|(_, account)| Row {
            id: account.id(),
            name: Name::of(account),
            opened_on: account.opened_on(),
            balance: account.balance(),
        })
    }

    pub(super) fn transactions(&self) -> impl Iterator<Item = Transaction> {
        booked(self.ledger).filter_map(|booked| self.transaction(&booked))
    }

    fn transaction(&self, booked: &Booked) -> Option<Transaction> {
        let moves = booked.entry.legs.iter().filter(|leg| leg.amount.minor() != 0);
        let posting = |leg: &crate::books::Leg| Some((*self.names.get(&leg.account.id())?, leg.amount));
        let postings: Vec<(Name, Balance)> = moves.filter_map(posting).collect();
        (!postings.is_empty()).then(|| Transaction {
            record: booked.number,
            day: booked.day,
            what: word(booked.order.ask.kind()),
            item: item(booked),
            facts: facts(booked),
            postings,
        })
    }

    /// Every kind of ask that moved units, so that a program may hold us to them.
    pub(super) fn kinds(&self) -> Vec<String> {
        AskKind::ALL.iter().copied().map(word).collect()
    }
}

/// The name of a kind of ask, as orders have it.
fn word(kind: impl Serialize) -> String {
    let quoted = serde_json::to_string(&kind).unwrap_or_default();
    quoted.trim_matches('"').to_owned()
}

fn item(booked: &Booked) -> Option<String> {
    let code = match &booked.order.ask {
        Ask::Award(award) => award.activity,
        Ask::AwardNotes(award) => award.activity,
        Ask::Redeem(redeem) => redeem.reward,
        Ask::RedeemNotes(redeem) => redeem.reward,
        _ => booked.entry.changes.iter().find_map(|change| match change {
            Change::Reserved(reservation) | Change::ReservationEnded { reservation, .. } => {
                Some(reservation.reward)
            }
            _ => None,
        })?,
    };
    Some(code.to_string())
}

/// What was paid in euro beside the units, which these books do not hold.
fn paid_in_euro(booked: &Booked) -> Option<String> {
    let paid = booked.entry.changes.iter().filter_map(|change| match change {
        Change::PaidInEuro { amount, .. } => Some(*amount),
        _ => None,
    });
    let sum = paid.reduce(|sum, amount| sum.checked_add(amount).unwrap_or(sum))?;
    Some(sum.text(euro_scale()).to_string())
}

fn facts(booked: &Booked) -> Vec<Fact> {
    let Order { ask, actor, role, contact_point, on_behalf_of, reason, evidence, id, .. } = &booked.order;
    let mut facts = vec![Fact { name: "value-day", value: Value::Day(booked.value_day()) }];
    let mut add = |name: &'static str, value: Option<String>| {
        facts.extend(value.map(|value| Fact { name, value: Value::Text(value) }));
    };
    let completed = booked.completed_by.as_ref();
    add("actor", Some(actor.to_string()));
    add("role", Some(role.to_string()));
    add("contact-point", contact_point.map(|id| id.to_string()));
    add("on-behalf-of", on_behalf_of.map(|id| id.to_string()));
    add("completed-by", completed.map(|by| by.actor.to_string()));
    add("completed-as", completed.map(|by| by.role.to_string()));
    add("reason", reason.map(|code| code.to_string()));
    add("evidence", evidence.map(|id| id.to_string()));
    add("order", Some(booked.id().to_string()));
    add("asked-as", completed.map(|_| id.to_string()));
    add("reverses", taken_back(ask).map(|order| order.to_string()));
    add("paid-in-euro", paid_in_euro(booked));
    facts
}
