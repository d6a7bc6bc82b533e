//! [`Statement`]: what happened on an account, and what is on it.

mod page;
mod text;

use std::collections::BTreeMap;

use crate::books::{AccountKind, AccountState, Flag, Leg, Piece};
use crate::calendar::Day;
use crate::dense::LotNo;
use crate::id::{Code, Id, OrderId};
use crate::ledger::Ledger;
use crate::money::{Amount, Balance};
use crate::orders::AskKind;

use super::held::{HeldLot, held};
use super::ran_out::ran_out;
use super::reserved::reserved;
use super::waits::waits;
use super::walk::{Booked, booked, taken_back};
use super::{Reserved, Waits};

/// An account over a period of booking days: the balance before, every entry with the balance after
/// it, the balance at the end, and the lots that are on it now; and what is reserved for it.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct Statement {
    /// Which account.
    pub account: Id,
    /// What it is for.
    pub kind: AccountKind,
    /// Its state now.
    pub state: AccountState,
    /// First booking day.
    pub from: Day,
    /// Last booking day.
    pub through: Day,
    /// The balance before the first entry.
    pub opening: Balance,
    /// The entries that moved it.
    pub lines: Vec<StatementLine>,
    /// The balance after the last entry.
    pub closing: Balance,
    /// The ledger's day, on which [`Statement::held`] was on the account.
    pub today: Day,
    /// The lots on it today, in spending order.
    pub held: Vec<HeldLot>,
    /// What is reserved for it today, beside the balance.
    pub reserved: Vec<Reserved>,
    /// What it waits for today.
    pub waits: Vec<Waits>,
}

/// One entry on an account.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct StatementLine {
    /// The number of the record.
    pub record: u64,
    /// The ledger's day on which it was booked.
    pub booking_day: Day,
    /// The day of the activity.
    pub value_day: Day,
    /// What was asked; of a pending order that was completed, what that one asked.
    pub kind: AskKind,
    /// The accounts on the other side.
    pub counterparts: Vec<Id>,
    /// Who asked.
    pub actor: Id,
    /// In which role.
    pub role: Code,
    /// At which contact point.
    pub contact_point: Option<Id>,
    /// For whom.
    pub on_behalf_of: Option<Id>,
    /// Who completed it and in which role, if it waited for somebody.
    pub completed_by: Option<(Id, Code)>,
    /// Why, as a code of the host's list.
    pub reason: Option<Code>,
    /// Of a reversal, the record it takes back, if that moved this account too.
    pub reverses: Option<u64>,
    /// If it is of a reservation that nobody picked up in time: what the partner took in of it all the same.
    pub ran_out: Option<Amount>,
    /// Whether one mediator acted for both sides.
    pub both_sides: bool,
    /// What came, or went if below zero.
    pub amount: Balance,
    /// The balance after it.
    pub balance: Balance,
    /// What was added to the debt, repaid if below zero.
    pub drawn: Balance,
    /// The part of it that a reversal caused.
    pub technical: Balance,
    /// The pieces that came or went.
    pub lots: Vec<LotMove>,
}

/// A piece of a lot that came or went.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct LotMove {
    /// Which lot.
    pub lot: LotNo,
    /// What came, or went if below zero.
    pub amount: Balance,
    /// The lot's last day, if it has one.
    pub ends_on: Option<Day>,
}

impl Statement {
    /// The statement of an account over the booking days from `from` through `through`; `None` if the
    /// ledger does not know the account. Walks all records.
    pub fn of(ledger: &Ledger, account: &Id, from: Day, through: Day) -> Option<Self> {
        let state = ledger.state();
        let row = state.books().number_of(account)?;
        let there = state.books().account(row)?;
        let mut statement = Self {
            account: *account,
            kind: there.kind(),
            state: there.state(),
            from,
            through,
            opening: Balance::ZERO,
            lines: Vec::new(),
            closing: Balance::ZERO,
            today: ledger.day(),
            held: held(state, row, there),
            reserved: reserved(state, account),
            waits: waits(state, account),
        };
        let mut records: BTreeMap<OrderId, u64> = BTreeMap::new();
        for booked in booked(ledger).take_while(|booked| booked.day <= through) {
            let Some(leg) = booked.entry.leg(account) else { continue };
            statement.closing = statement.closing.checked_add(leg.amount)?;
            if booked.day < from {
                statement.opening = statement.closing;
            } else {
                let reverses = taken_back(&booked.order.ask);
                let reverses = reverses.and_then(|original| records.get(&original).copied());
                statement.lines.push(line(ledger, &booked, leg, statement.closing, reverses));
            }
            records.insert(booked.id(), booked.number);
        }
        Some(statement)
    }
}

fn line(
    ledger: &Ledger,
    booked: &Booked,
    leg: &Leg,
    balance: Balance,
    reverses: Option<u64>,
) -> StatementLine {
    let (order, entry) = (&booked.order, &booked.entry);
    let account = leg.account.id();
    let others = entry.legs.iter().map(|leg| leg.account.id()).filter(|other| *other != account);
    let lot = |Piece(lot, amount): &Piece| LotMove {
        lot: *lot,
        amount: *amount,
        ends_on: ledger.state().books().lot(*lot).and_then(|lot| lot.facts().ends_on),
    };
    StatementLine {
        record: booked.number,
        booking_day: booked.day,
        value_day: booked.value_day(),
        kind: order.ask.kind(),
        counterparts: others.collect(),
        actor: order.actor,
        role: order.role,
        contact_point: order.contact_point,
        on_behalf_of: order.on_behalf_of,
        completed_by: booked.completed_by.as_ref().map(|by| (by.actor, by.role)),
        reason: order.reason,
        reverses,
        ran_out: ran_out(entry, &account).filter(|_| !order.ask.is_act_of(true)),
        both_sides: entry.flags.contains(&Flag::BothSides),
        amount: leg.amount,
        balance,
        drawn: leg.drawn,
        technical: leg.technical,
        lots: leg.lots.iter().map(lot).collect(),
    }
}
