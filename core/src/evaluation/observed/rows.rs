//! [`Observed::of_rows`]: rows that the host has, such as a table of another program.

use super::gather::{Gather, Row};
use super::moment::Moment;
use super::settle::settle;
use super::step::{End, Step, Told};
use super::written::Written;
use super::{Attributes, FileHealth, ImportError, ListFile, Observed, Reading, Reason, RowFault, RowPlace};
use crate::calendar::Day;
use crate::evaluation::{Kind, PartyKind};
use crate::id::{Code, Id};
use crate::money::{Balance, Scale};

/// A row of the host's.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs)]
pub struct ObservedRow {
    /// What distinguishes it, if anything does.
    pub id: Option<String>,
    /// The day.
    pub day: Day,
    /// Where in the day, in nanoseconds since midnight or any other order; 0 if that is not known.
    pub time: u64,
    /// Who pays, or where units come from.
    pub from: String,
    /// Who is paid, or where units go.
    pub to: String,
    /// Minor units at the scale of the reading, above zero.
    pub amount: i64,
    /// What it is. Without it, a payment, unless the reading says that one end is the pot or notes.
    pub kind: Option<Kind>,
    /// The role in which it was asked.
    pub role: Option<Code>,
    /// The contact point where it was asked.
    pub contact_point: Option<Id>,
    /// Whether somebody asked it for a participant who did not ask themselves.
    pub on_behalf: bool,
    /// The partner that rewarded or took the units in.
    pub partner: Option<Id>,
}

impl Observed {
    /// Takes rows, numbered from 1, and what the host knows of accounts. If the reading has no scale, it is 0.
    ///
    /// The kind says on which side a source or a sink stands: of `earn` it is `from`, of `redeem` it is `to`. Of
    /// `difference` no one can tell, and such a row is bad.
    ///
    /// # Errors
    /// [`ImportError`].
    pub fn of_rows(
        rows: impl IntoIterator<Item = ObservedRow>,
        attributes: Attributes,
        reading: &Reading,
    ) -> Result<Self, ImportError> {
        let scale = reading.scale.unwrap_or_default();
        let reading = Reading { scale: Some(scale), ..reading.clone() };
        let mut list = Gather::new(&reading);
        list.health.files.push(FileHealth::new(ListFile::Rows));
        list.attributes = attributes;
        for (row, line) in rows.into_iter().zip(1_u64..) {
            list.count(ListFile::Rows, |health| &mut health.rows);
            let place = RowPlace { file: ListFile::Rows, line };
            match step(&row, place, scale) {
                Ok(step) => list.row(place, Row::Moves(row.id, vec![step])),
                Err(fault) => list.bad(place, vec![fault]),
            }
        }
        settle(list)
    }
}

fn step(row: &ObservedRow, place: RowPlace, scale: Scale) -> Result<Step, RowFault> {
    let wrong = |column, reason| Err(RowFault::at(column, reason));
    let (from, to) = match row.kind.map(ends) {
        None => (PartyKind::Participant, PartyKind::Participant),
        Some(Some(ends)) => ends,
        Some(None) => return wrong("kind", Reason::Kind { kind: String::from("difference") }),
    };
    let found = || row.amount.to_string();
    let amount = match Balance::from_minor(row.amount) {
        Ok(amount) if amount.is_negative() => return wrong("amount", Reason::BelowZero { found: found() }),
        Ok(amount) => Written::of(amount, scale),
        Err(_) => {
            let decimals = scale.digits().into();
            return wrong("amount", Reason::TooLarge { found: found(), decimals });
        }
    };
    for (column, name) in [("from", &row.from), ("to", &row.to)] {
        if name.is_empty() {
            return wrong(column, Reason::Empty);
        }
    }
    let moment = Moment { day: row.day, time: row.time };
    let ends = (End::new(&row.from, from), End::new(&row.to, to));
    let told = Told {
        role: row.role,
        contact_point: row.contact_point,
        on_behalf: row.on_behalf,
        partner: row.partner,
    };
    Ok(Step { kind: row.kind, told, ..Step::new(place, moment, ends, amount) })
}

/// What the ends of a movement of a kind are; `None` where the kind alone does not tell.
fn ends(kind: Kind) -> Option<(PartyKind, PartyKind)> {
    use PartyKind as P;
    Some(match kind {
        Kind::Earn => (P::Issued, P::Participant),
        Kind::Opening => (P::Opening, P::Participant),
        Kind::Buy => (P::Bought, P::Participant),
        Kind::Credit => (P::Credit, P::Participant),
        Kind::Unexplained => (P::Unexplained, P::Participant),
        Kind::Transfer | Kind::Gift | Kind::Common => (P::Participant, P::Participant),
        Kind::Reserve => (P::Participant, P::Reserved),
        Kind::Release => (P::Reserved, P::Participant),
        Kind::PayOut => (P::Participant, P::Paper),
        Kind::TakeIn => (P::Paper, P::Participant),
        Kind::Swap => (P::Paper, P::Paper),
        Kind::Redeem => (P::Participant, P::Redeemed),
        Kind::Lapse => (P::Participant, P::Lapsed),
        Kind::Exchange => (P::Participant, P::Exchanged),
        Kind::Repay => (P::Participant, P::Credit),
        Kind::Difference => return None,
    })
}
