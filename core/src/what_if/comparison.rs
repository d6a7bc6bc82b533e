//! [`Comparison`]: a ledger as it was beside a ledger as it would be.

use super::accounts::{AccountCompared, compare};
use super::lapsed::Lapses;
use super::tally::Tally;
use super::{ASSUMPTION, CameTo, LedgerSums, WhatIfError};
use crate::calendar::Day;
use crate::evaluation::{Movements, Window};
use crate::id::OrderId;
use crate::ledger::Ledger;
use crate::orders::AskKind;

/// A ledger as it was beside the ledger as it would be under another design, from the first day through the
/// current one. Amounts in minor units, which are the same in both. Record numbers are those of the ledger
/// that was.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct Comparison {
    /// What is taken for granted: [`ASSUMPTION`].
    pub assumption: String,
    /// The first day of both ledgers.
    pub from: Day,
    /// The current day of both.
    pub through: Day,
    /// All together, as it was.
    pub as_it_was: LedgerSums,
    /// All together, as it would be.
    pub as_it_would_be: LedgerSums,
    /// How many orders were tried again, those among them that had been refused. Closings are no part of it:
    /// days close where they closed.
    pub tried: u64,
    /// How many of them were booked in both and moved other units, or between other accounts: by another
    /// tariff, for instance.
    pub moved_otherwise: u64,
    /// The accounts that differ, in the order of opening; those that only one ledger has come last.
    pub accounts: Vec<AccountCompared>,
    /// How many accounts are in both with the same balance, the same lapsed and the same number of refusals.
    pub accounts_alike: u64,
    /// The orders that came to something else, by record.
    pub changed: Vec<Changed>,
    /// What was booked about an order that would be refused, by record: reversals of it, completions, what was
    /// picked up or paid. Mostly these are refused too, since what they name is not there, and then stand in
    /// [`Comparison::changed`] as well.
    pub orphaned: Vec<Orphaned>,
    /// The orders that are not tried, by record.
    pub left_out: Vec<LeftOut>,
}

/// An order that came to something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Changed {
    /// The number of its record.
    pub number: u64,
    /// Its id.
    pub order: OrderId,
    /// The day on which it was booked or refused.
    pub day: Day,
    /// What it asked.
    pub ask: AskKind,
    /// How many minor units it is about: what it moved where it was booked, or else what it asked; `None` where
    /// neither is said, or it is not about units.
    pub units: Option<i128>,
    /// What it came to.
    pub was: CameTo,
    /// What it would come to.
    pub is: CameTo,
}

/// Something booked about an order that would be refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Orphaned {
    /// The number of its record.
    pub number: u64,
    /// Its id.
    pub order: OrderId,
    /// What it asked.
    pub ask: AskKind,
    /// The order that it names.
    pub names: OrderId,
    /// What it would come to.
    pub is: CameTo,
}

/// An order that is not tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct LeftOut {
    /// The number of its record.
    pub number: u64,
    /// Its id.
    pub order: OrderId,
    /// What it asked.
    pub ask: AskKind,
    /// Why it is not tried.
    pub why: WhyLeftOut,
}

/// Why an order is not tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WhyLeftOut {
    /// It amends the design. The other design is in force from the first day to the last.
    OneDesign,
    /// It was refused, and would now close a day that went on.
    DayWentOn,
    /// It names an order that is not tried.
    Names(OrderId),
}

impl Comparison {
    pub(super) fn of(ledger: &Ledger, other: &Ledger, tally: Tally) -> Result<Self, WhatIfError> {
        let from = ledger.state().designs().first_day();
        let window = Window::new(from, ledger.day())?;
        let (was, is) = (Movements::of_ledger(ledger)?, Movements::of_ledger(other)?);
        let (lapsed_was, lapsed_is) = (Lapses::of(ledger, &was), Lapses::of(other, &is));
        let as_it_was = LedgerSums::of(ledger, &was, window, &lapsed_was, &tally.was)?;
        let as_it_would_be = LedgerSums::of(other, &is, window, &lapsed_is, &tally.is)?;
        let (accounts, accounts_alike) =
            compare([(ledger, &lapsed_was, &tally.was), (other, &lapsed_is, &tally.is)]);
        Ok(Self {
            assumption: ASSUMPTION.to_owned(),
            from,
            through: ledger.day(),
            as_it_was,
            as_it_would_be,
            tried: tally.tried,
            moved_otherwise: tally.moved_otherwise,
            accounts,
            accounts_alike,
            changed: tally.changed,
            orphaned: tally.orphaned,
            left_out: tally.left_out,
        })
    }

    /// The orders that were not refused and would be.
    pub fn now_refused(&self) -> impl Iterator<Item = &Changed> {
        self.changed.iter().filter(|one| one.is.is_refused() && !one.was.is_refused())
    }

    /// The orders that were refused and would not be.
    pub fn no_longer_refused(&self) -> impl Iterator<Item = &Changed> {
        self.changed.iter().filter(|one| one.was.is_refused() && !one.is.is_refused())
    }
}
