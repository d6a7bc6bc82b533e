//! [`Observed::of_cyclos`]: the tables `accounts`, `transfers` and `custom_field_values` of Cyclos 3 as CSV.
//!
//! The three tables that `evaluation.md` section 1.4 names, with the names of the columns that database has. An
//! account without a member is the system's: what comes from it enters, and what goes to it leaves.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::Cells;
use super::gather::{Gather, Row};
use super::moment::Moment;
use super::settle::settle;
use super::step::{End, Step};
use super::table::{Schema, Table};
use super::{Attributes, ImportError, ListFile, Observed, Reading, Reason, RowPlace, WhyLeftOutRow};
use crate::evaluation::PartyKind;

const ACCOUNTS: Schema = Schema { file: ListFile::Accounts, needed: &["id", "member_id"], may: &["type_id"] };
const TRANSFERS: Schema = Schema {
    file: ListFile::Transfers,
    needed: &["id", "date", "amount", "from_account_id", "to_account_id"],
    may: &["process_date", "status", "chargeback_of_id"],
};
const FIELDS: Schema = Schema {
    file: ListFile::CustomFieldValues,
    needed: &["field_id", "member_id"],
    may: &["string_value", "possible_value_id"],
};

/// The accounts there are.
#[derive(Default)]
struct Accounts {
    lines: BTreeMap<String, u64>,
    of_system: BTreeSet<String>,
    of_member: BTreeMap<String, Vec<String>>,
}

impl Observed {
    /// Reads the tables. Names and descriptions are not taken over: what is known of an account is its `type_id`, and
    /// the values of its member's fields by their `field_id`.
    ///
    /// Where there is a column `process_date`, that is the moment, and a transfer without one was not booked. A
    /// transfer that charges another back has its amount below zero, or the accounts the other way round; it takes
    /// back.
    ///
    /// # Errors
    /// [`ImportError`].
    pub fn of_cyclos(
        accounts: &[u8],
        transfers: &[u8],
        custom_field_values: Option<&[u8]>,
        reading: &Reading,
    ) -> Result<Self, ImportError> {
        let mut list = Gather::new(reading);
        let accounts = read_accounts(&mut list, accounts)?;
        list.known = Some(accounts.lines.keys().cloned().collect());
        let table = Table::read(&TRANSFERS, transfers)?;
        let dates_booking = table.columns.has("process_date");
        list.table(table, |list, place, cells| {
            let moment = if dates_booking && !cells.get("process_date").is_empty() {
                cells.moment("process_date")
            } else {
                cells.moment("date")
            };
            let booked = !dates_booking || !cells.get("process_date").is_empty();
            let row = transfer(list.reading, &accounts, cells, (place, moment));
            match row {
                Some(_) if !booked => {
                    Some(Row::LeftOut(WhyLeftOutRow::NotBooked { status: cells.get("status").to_owned() }))
                }
                row => row,
            }
        });
        if let Some(fields) = custom_field_values {
            read_fields(&mut list, &accounts, fields)?;
        }
        settle(list)
    }
}

fn read_accounts(list: &mut Gather<'_>, text: &[u8]) -> Result<Accounts, ImportError> {
    let mut accounts = Accounts::default();
    let mut attributes = Attributes::new();
    list.table(Table::read(&ACCOUNTS, text)?, |_, place, cells| {
        let id = cells.text("id")?.to_owned();
        if let Some(first) = accounts.lines.get(&id) {
            return Some(Row::LeftOut(WhyLeftOutRow::Duplicate { first: *first, same: false }));
        }
        accounts.lines.insert(id.clone(), place.line);
        let kind = cells.get("type_id");
        if !kind.is_empty() {
            attributes.entry(id.clone()).or_default().insert(String::from("type_id"), kind.to_owned());
        }
        match cells.get("member_id") {
            "" => drop(accounts.of_system.insert(id)),
            member => accounts.of_member.entry(member.to_owned()).or_default().push(id),
        }
        Some(Row::Used)
    });
    list.attributes = attributes;
    Ok(accounts)
}

fn transfer(
    reading: &Reading,
    accounts: &Accounts,
    cells: &mut Cells<'_>,
    (place, moment): (RowPlace, Option<Moment>),
) -> Option<Row> {
    let amount = cells.figure("amount");
    let (from, to) = (cells.text("from_account_id"), cells.text("to_account_id"));
    let id = cells.text("id");
    let (amount, from, to) = (amount?, from?, to?);
    let charges_back = !cells.get("chargeback_of_id").is_empty();
    if amount.is_negative() && !charges_back {
        cells.wrong("amount", Reason::BelowZero { found: amount.text() });
        return None;
    }
    let (amount, from, to) =
        if amount.is_negative() { (amount.opposite(), to, from) } else { (amount, from, to) };
    // What is taken back came from where it goes.
    let (payer, payee) = if charges_back { (to, from) } else { (from, to) };
    let inside = PartyKind::Participant;
    let system = |account: &str| accounts.of_system.contains(account);
    let kinds = match (system(payer), system(payee)) {
        (true, true) => return Some(Row::LeftOut(WhyLeftOutRow::OutsideBoundary)),
        (true, false) => (reading.boundary.enters.party(), inside),
        (false, true) => (inside, reading.boundary.leaves.party()),
        (false, false) => (inside, inside),
    };
    let kinds = if charges_back { (kinds.1, kinds.0) } else { kinds };
    let ends = (End::new(from, kinds.0), End::new(to, kinds.1));
    let step = Step { back: charges_back, ..Step::new(place, moment?, ends, amount) };
    Some(Row::Moves(Some(id?.to_owned()), vec![step]))
}

fn read_fields(list: &mut Gather<'_>, accounts: &Accounts, text: &[u8]) -> Result<(), ImportError> {
    list.table(Table::read(&FIELDS, text)?, |list, _, cells| {
        let field = cells.text("field_id")?;
        let of_member = accounts.of_member.get(cells.get("member_id"));
        let values = ["string_value", "possible_value_id"].map(|column| cells.get(column));
        let value = values.into_iter().find(|value| !value.is_empty());
        let (Some(owned), Some(value)) = (of_member, value) else {
            return Some(Row::LeftOut(WhyLeftOutRow::NotAboutAnAccount));
        };
        for account in owned {
            let known = list.attributes.entry(account.clone()).or_default();
            known.insert(field.to_owned(), value.to_owned());
        }
        Some(Row::Used)
    });
    Ok(())
}
