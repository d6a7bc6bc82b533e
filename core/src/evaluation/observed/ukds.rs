//! [`Observed::of_ukds`]: the transactions and users of UK Data Service study 855142 (Sarafu 2020-21).
//!
//! Columns by `evaluation.md` section 1.4. `DISBURSEMENT` is new units, `RECLAMATION` takes units back for good, by
//! `AGENT_OUT` they become national currency, and `STANDARD` is a payment.

use super::gather::{Gather, Row};
use super::settle::settle;
use super::step::{End, Step};
use super::table::{Schema, Table};
use super::{
    Attributes, BadRow, ImportError, ListFile, Observed, Reading, Reason, RowFault, RowPlace, WhyLeftOutRow,
};
use crate::evaluation::PartyKind;

const TRANSACTIONS: Schema = Schema {
    file: ListFile::Transactions,
    needed: &["id", "timeset", "transfer_subtype", "source", "target", "weight"],
    may: &["token_name", "token_address"],
};

const ADDRESS: &str = "xDAI_blockchain_address";
const FINAL: &str = "final_bal";
const USERS: Schema = Schema { file: ListFile::Users, needed: &[ADDRESS], may: ATTRIBUTES_AND_BALANCE };
const ATTRIBUTES_AND_BALANCE: &[&str] =
    &["area_name", "area_type", "held_roles", "gender", "business_type", FINAL];

const SUBTYPES: &str = "DISBURSEMENT, RECLAMATION, STANDARD, AGENT_OUT";

impl Observed {
    /// Reads transactions, and users if there are any: those give attributes, say which accounts are known, and
    /// what each should hold at the end. An account keeps its name on both sides: the office that issues is a
    /// source where it disburses, and a participant where it pays.
    ///
    /// Transactions in another token than the first are left out.
    ///
    /// # Errors
    /// [`ImportError`].
    pub fn of_ukds(
        transactions: &[u8],
        users: Option<&[u8]>,
        reading: &Reading,
    ) -> Result<Self, ImportError> {
        let mut list = Gather::new(reading);
        list.table(Table::read(&TRANSACTIONS, transactions)?, |list, place, cells| {
            let moment = cells.moment("timeset");
            let amount = cells.amount("weight");
            let kinds = cells.read("transfer_subtype", ends_of);
            let (source, target) = (cells.text("source"), cells.text("target"));
            let id = cells.text("id");
            let ((from, to), source, target) = (kinds?, source?, target?);
            let token = cells.get("token_name");
            let unit = list.unit.get_or_insert_with(|| token.to_owned());
            if unit != token {
                return Some(Row::LeftOut(WhyLeftOutRow::OtherToken { token: token.to_owned() }));
            }
            let ends = (End::new(source, from), End::new(target, to));
            let step = Step::new(place, moment?, ends, amount?);
            Some(Row::Moves(Some(id?.to_owned()), vec![step]))
        });
        list.unit = list.unit.filter(|unit| !unit.is_empty());
        if let Some(users) = users {
            read_users(&mut list, users)?;
        }
        settle(list)
    }
}

fn ends_of(subtype: &str) -> Result<(PartyKind, PartyKind), Reason> {
    match subtype {
        "STANDARD" => Ok((PartyKind::Participant, PartyKind::Participant)),
        "DISBURSEMENT" => Ok((PartyKind::Issued, PartyKind::Participant)),
        "RECLAMATION" => Ok((PartyKind::Participant, PartyKind::Lapsed)),
        "AGENT_OUT" => Ok((PartyKind::Participant, PartyKind::Exchanged)),
        _ => Err(Reason::Word { found: super::fault::shortened(subtype), known: SUBTYPES.to_owned() }),
    }
}

fn read_users(list: &mut Gather<'_>, users: &[u8]) -> Result<(), ImportError> {
    let mut attributes = Attributes::new();
    let mut first: std::collections::BTreeMap<String, RowPlace> = std::collections::BTreeMap::new();
    list.table(Table::read(&USERS, users)?, |list, place, cells| {
        let account = cells.text(ADDRESS)?;
        if let Some(earlier) = first.get(account) {
            return Some(Row::LeftOut(WhyLeftOutRow::Duplicate { first: earlier.line, same: false }));
        }
        first.insert(account.to_owned(), place);
        let names = ATTRIBUTES_AND_BALANCE.iter().filter(|name| **name != FINAL);
        let filled = names.map(|name| ((*name).to_owned(), cells.get(name).to_owned()));
        attributes.insert(account.to_owned(), filled.filter(|(_, value)| !value.is_empty()).collect());
        let balance = cells.get(FINAL);
        match super::written::Written::read(balance, list.reading.scale) {
            _ if balance.is_empty() => {}
            Ok(balance) => list.finals.push((place, account.to_owned(), balance)),
            Err(reason) => {
                let faults = vec![RowFault::at(FINAL, reason)];
                list.health.unread_cells.push(BadRow { place, faults });
            }
        }
        Some(Row::Used)
    });
    list.known = Some(first.into_keys().collect());
    list.attributes = attributes;
    Ok(())
}
