//! From a row to an order: the envelope, and the ids that follow from the office's own references.

use sha2::{Digest, Sha256};

use super::asks::{Around, ask};
use super::cells::Cells;
use super::{Column, LineError, Row};
use crate::calendar::Day;
use crate::id::{Code, Id, OrderId};
use crate::ledger::Ledger;
use crate::orders::Order;

/// What keeps the ids of lines apart from other hashes.
const LINE: &[u8] = b"muntwerk.daybook.1";
/// What keeps the ids of the orders that take balances over apart from those of lines.
const TAKE_OVER: &[u8] = b"muntwerk.daybook.takeover.1";
/// What keeps the ids of closings apart from those of lines.
const CLOSING: &[u8] = b"muntwerk.daybook.close.1";

/// The id of the order on a line of a ledger's day book: the first 128 bits of
/// `SHA-256("muntwerk.daybook.1" || ledger || 0 || line)`. The same reference gives the same id, so a
/// line entered twice is a resend.
pub fn order_id(ledger: &Id, line: &Id) -> OrderId {
    line.with_str(|line| derive(LINE, ledger, line.as_bytes()))
}

/// The id of the order that closes a ledger's days through one of them.
pub(super) fn closing_id(ledger: &Id, through: Day) -> OrderId {
    derive(CLOSING, ledger, through.to_string().as_bytes())
}

/// The id of the order by which somebody asks to take balances over, or completes that.
pub(super) fn take_over_id(ledger: &Id, day: Day, actor: &Id, step: &str, balances: &str) -> OrderId {
    derive(TAKE_OVER, ledger, format!("{step} {actor} {day} {balances}").as_bytes())
}

fn derive(domain: &[u8], ledger: &Id, of: &[u8]) -> OrderId {
    let mut hash = Sha256::new();
    hash.update(domain);
    ledger.with_str(|ledger| hash.update(ledger.as_bytes()));
    hash.update([0]);
    hash.update(of);
    let digest: [u8; 32] = hash.finalize().into();
    let (first, _) = digest.split_first_chunk::<16>().unwrap_or((&[0; 16], &[]));
    OrderId::new(u128::from_be_bytes(*first))
}

/// Reads the order on a row for a ledger, whose designs say what is counted in hours and how many
/// decimals the unit has.
///
/// # Errors
/// Everything wrong in the line. Whether the order can be booked is the ledger's to say.
pub fn read_order(row: &Row<'_>, ledger: &Ledger) -> Result<Order, Vec<LineError>> {
    let designs = ledger.state().designs();
    let mut cells = Cells::new(row, ledger.design().unit().scale);
    let what = cells.what();
    cells.check_columns(what);

    let id = cells.id(Column::Line).map(|line| order_id(&ledger.id(), &line));
    let day = cells.day(Column::Day);
    let activity_day = cells.day(Column::ActivityDay).or(day);
    let instant = cells.instant(day);
    let actor = cells.id(Column::Actor);
    let role = cells.code(Column::Role);
    let contact_point = cells.id(Column::Place);
    let on_behalf_of = cells.id(Column::For);
    let reason = cells.parse::<Code>(Column::Reason);
    let evidence = cells.id(Column::Evidence);

    let design = designs.on(activity_day.unwrap_or(ledger.day())).1;
    let id_of = |line: &Id| order_id(&ledger.id(), line);
    let around = Around { day, design, own_id: id, id_of: &id_of };
    let ask = what.and_then(|what| ask(what, &mut cells, &around));

    let order = || {
        Some(Order {
            id: id?,
            actor: actor?,
            role: role?,
            instant: instant?,
            booking_day: day?,
            value_day: activity_day?,
            ask: ask?,
            contact_point,
            on_behalf_of,
            reason,
            evidence,
        })
    };
    let order = order();
    let mut errors = cells.into_errors();
    match order {
        Some(order) if errors.is_empty() => Ok(order),
        _ => {
            errors.sort_by_key(|error| place(error.column.as_deref()));
            Err(errors)
        }
    }
}

/// Errors are told in the order in which the columns are documented.
fn place(column: Option<&str>) -> Option<usize> {
    column.and_then(Column::named).map(Column::index)
}
