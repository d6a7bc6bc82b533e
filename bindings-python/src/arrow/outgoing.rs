//! The books as tables: entries, postings, pieces of lots, lots, balances over time, notices.

use std::collections::BTreeMap;

use arrow_schema::ArrowError;
use muntwerk::books::{Change, Entry, Piece};
use muntwerk::calendar::Day;
use muntwerk::id::{Code, Id, OrderId};
use muntwerk::ledger::{Ledger as Core, Outcome};
use muntwerk::orders::{AskKind, Order};
use pyo3::prelude::*;

use super::ArrowTable;
use super::build::{Amounts, Dates, Numbers, Words, table};
use crate::errors::MuntwerkError;
use crate::ledger::Ledger;

type Table = Result<ArrowTable, ArrowError>;

#[pymethods]
impl Ledger {
    /// Every order that was executed, a row each: who asked what, when, where, for whom, and what it came to.
    ///
    /// Columns: record, id, booking_day, value_day, kind, actor, role, contact_point, on_behalf_of, reason,
    /// refusal (the code, null if it was booked).
    fn entries_table(&self, py: Python<'_>) -> PyResult<ArrowTable> {
        self.table(py, entries)
    }

    /// Every leg of every entry, a row each; they sum to zero in every record.
    ///
    /// Columns: record, booking_day, value_day, kind, account, amount, drawn (what is added to the account's
    /// debt).
    fn postings_table(&self, py: Python<'_>) -> PyResult<ArrowTable> {
        self.table(py, postings)
    }

    /// Every piece of a lot that came to an account or left it, a row each.
    ///
    /// Columns: record, booking_day, value_day, kind, account, lot, amount.
    fn pieces_table(&self, py: Python<'_>) -> PyResult<ArrowTable> {
        self.table(py, pieces)
    }

    /// Every lot that was ever issued, a row each.
    ///
    /// Columns: lot, kind, through, earned_on, ends_on, parent, issued, outstanding.
    fn lots_table(&self, py: Python<'_>) -> PyResult<ArrowTable> {
        self.table(py, lots)
    }

    /// Balances over time: a row for every account and day on which its balance changed, as it stood at the
    /// end of that day.
    ///
    /// Columns: day, account, balance.
    fn balances_table(&self, py: Python<'_>) -> PyResult<ArrowTable> {
        self.table(py, balances)
    }

    /// Every notice that was given, a row each.
    ///
    /// Columns: record, account, ends_on, amount, given_on.
    fn notices_table(&self, py: Python<'_>) -> PyResult<ArrowTable> {
        self.table(py, notices)
    }
}

impl Ledger {
    fn table(&self, py: Python<'_>, make: fn(&Core) -> Table) -> PyResult<ArrowTable> {
        let made = self.look_long(py, make)?;
        made.map_err(|error| MuntwerkError::new_err(error.to_string()))
    }
}

/// Something that was booked, and the day it was booked on: a closing works through many days.
struct Booked {
    number: u64,
    day: Day,
    order: Order,
    entry: Entry,
}

/// Everything that was booked, in the order of the journal.
fn booked(ledger: &Core) -> impl Iterator<Item = Booked> {
    let mut today = ledger.day();
    ledger.records_from(0).filter_map(move |record| match record.outcome {
        Outcome::Opened(opening) => {
            today = opening.day;
            None
        }
        Outcome::Booked(order, entry) => {
            let day = today;
            for change in &entry.changes {
                if let Change::DayClosed { day, .. } = change {
                    today = day.next().unwrap_or(*day);
                }
            }
            Some(Booked { number: record.number, day, order, entry })
        }
        Outcome::Refused(..) => None,
    })
}

/// A kind of ask by its place in the list, so that its word is made once.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Kind(AskKind);

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&crate::order::word(&self.0).unwrap_or_default())
    }
}

/// What stands in front of every row about a record.
#[derive(Default)]
struct Head {
    records: Numbers,
    booking: Dates,
    value: Dates,
    kinds: Words<Kind>,
}

impl Head {
    fn push(&mut self, number: u64, day: Day, order: &Order) {
        self.records.push(number);
        self.booking.push(day);
        self.value.push(order.value_day);
        self.kinds.push(Kind(order.ask.kind()));
    }
}

fn entries(ledger: &Core) -> Table {
    let (mut head, mut ids) = (Head::default(), Words::<OrderId>::default());
    let (mut actors, mut roles, mut places, mut clients) =
        (Words::<Id>::default(), Words::<Code>::default(), Words::<Id>::default(), Words::<Id>::default());
    let (mut reasons, mut refusals) = (Words::<Code>::default(), Words::<&'static str>::default());
    let mut length = 0_usize;
    for record in ledger.records_from(1) {
        let (order, code) = match &record.outcome {
            Outcome::Booked(order, _) => (order, None),
            Outcome::Refused(order, refusal) => (order, Some(refusal.code.text())),
            Outcome::Opened(_) => continue,
        };
        head.push(record.number, order.booking_day, order);
        ids.push(order.id);
        actors.push(order.actor);
        roles.push(order.role);
        places.push(order.contact_point);
        clients.push(order.on_behalf_of);
        reasons.push(order.reason);
        refusals.push(code);
        length = length.saturating_add(1);
    }
    table(
        length,
        vec![
            ("record", head.records.finish()?),
            ("id", ids.finish()?),
            ("booking_day", head.booking.finish()?),
            ("value_day", head.value.finish()?),
            ("kind", head.kinds.finish()?),
            ("actor", actors.finish()?),
            ("role", roles.finish()?),
            ("contact_point", places.finish()?),
            ("on_behalf_of", clients.finish()?),
            ("reason", reasons.finish()?),
            ("refusal", refusals.finish()?),
        ],
    )
}

fn postings(ledger: &Core) -> Table {
    let scale = ledger.design().unit().scale.digits();
    let (mut head, mut accounts) = (Head::default(), Words::<Id>::default());
    let (mut amounts, mut drawn) = (Amounts::new(scale), Amounts::new(scale));
    let mut length = 0_usize;
    for Booked { number, day, order, entry } in booked(ledger) {
        for leg in &entry.legs {
            head.push(number, day, &order);
            accounts.push(leg.account.id());
            amounts.push(leg.amount.minor());
            drawn.push(leg.drawn.minor());
            length = length.saturating_add(1);
        }
    }
    table(
        length,
        vec![
            ("record", head.records.finish()?),
            ("booking_day", head.booking.finish()?),
            ("value_day", head.value.finish()?),
            ("kind", head.kinds.finish()?),
            ("account", accounts.finish()?),
            ("amount", amounts.finish()?),
            ("drawn", drawn.finish()?),
        ],
    )
}

fn pieces(ledger: &Core) -> Table {
    let (mut head, mut accounts, mut lots) = (Head::default(), Words::<Id>::default(), Numbers::default());
    let mut amounts = Amounts::new(ledger.design().unit().scale.digits());
    let mut length = 0_usize;
    for Booked { number, day, order, entry } in booked(ledger) {
        for leg in &entry.legs {
            for Piece(lot, amount) in &leg.lots {
                head.push(number, day, &order);
                accounts.push(leg.account.id());
                lots.push(u64::from(lot.get()));
                amounts.push(amount.minor());
                length = length.saturating_add(1);
            }
        }
    }
    table(
        length,
        vec![
            ("record", head.records.finish()?),
            ("booking_day", head.booking.finish()?),
            ("value_day", head.value.finish()?),
            ("kind", head.kinds.finish()?),
            ("account", accounts.finish()?),
            ("lot", lots.finish()?),
            ("amount", amounts.finish()?),
        ],
    )
}

fn lots(ledger: &Core) -> Table {
    let scale = ledger.design().unit().scale.digits();
    let (mut numbers, mut parents) = (Numbers::default(), Numbers::default());
    let (mut kinds, mut through) = (Words::<String>::default(), Words::<Id>::default());
    let (mut earned, mut ends) = (Dates::default(), Dates::default());
    let (mut issued, mut outstanding) = (Amounts::new(scale), Amounts::new(scale));
    let mut length = 0_usize;
    for (number, lot) in ledger.state().books().lots() {
        let facts = lot.facts();
        numbers.push(u64::from(number.get()));
        kinds.push(crate::order::word(&facts.origin.kind).unwrap_or_default());
        through.push(facts.origin.account.id());
        earned.push(facts.earned_on);
        ends.push(facts.ends_on);
        parents.push(facts.parent.map(|parent| u64::from(parent.get())));
        issued.push(lot.issued().minor());
        outstanding.push(lot.outstanding().minor());
        length = length.saturating_add(1);
    }
    table(
        length,
        vec![
            ("lot", numbers.finish()?),
            ("kind", kinds.finish()?),
            ("through", through.finish()?),
            ("earned_on", earned.finish()?),
            ("ends_on", ends.finish()?),
            ("parent", parents.finish()?),
            ("issued", issued.finish()?),
            ("outstanding", outstanding.finish()?),
        ],
    )
}

fn balances(ledger: &Core) -> Table {
    let (mut days, mut accounts) = (Dates::default(), Words::<Id>::default());
    let mut amounts = Amounts::new(ledger.design().unit().scale.digits());
    let mut length = 0_usize;
    let mut now: BTreeMap<Id, i64> = BTreeMap::new();
    let mut changed: BTreeMap<Id, i64> = BTreeMap::new();
    let mut day: Option<Day> = None;
    let mut end_of = |day: Option<Day>, changed: &mut BTreeMap<Id, i64>| {
        for (account, balance) in std::mem::take(changed) {
            days.push(day);
            accounts.push(account);
            amounts.push(balance);
            length = length.saturating_add(1);
        }
    };
    for Booked { day: on, entry, .. } in booked(ledger) {
        if day != Some(on) {
            end_of(day, &mut changed);
            day = Some(on);
        }
        for leg in &entry.legs {
            let balance = now.entry(leg.account.id()).or_default();
            *balance = balance.saturating_add(leg.amount.minor());
            changed.insert(leg.account.id(), *balance);
        }
    }
    end_of(day, &mut changed);
    table(
        length,
        vec![("day", days.finish()?), ("account", accounts.finish()?), ("balance", amounts.finish()?)],
    )
}

fn notices(ledger: &Core) -> Table {
    let (mut records, mut accounts) = (Numbers::default(), Words::<Id>::default());
    let (mut ends, mut given) = (Dates::default(), Dates::default());
    let mut amounts = Amounts::new(ledger.design().unit().scale.digits());
    let mut length = 0_usize;
    for Booked { number, entry, .. } in booked(ledger) {
        for change in &entry.changes {
            let Change::NoticeGiven { account, end, notice } = change else { continue };
            records.push(number);
            accounts.push(account.id());
            ends.push(*end);
            amounts.push(notice.amount.minor());
            given.push(notice.given_on);
            length = length.saturating_add(1);
        }
    }
    table(
        length,
        vec![
            ("record", records.finish()?),
            ("account", accounts.finish()?),
            ("ends_on", ends.finish()?),
            ("amount", amounts.finish()?),
            ("given_on", given.finish()?),
        ],
    )
}
