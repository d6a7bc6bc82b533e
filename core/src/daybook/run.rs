//! [`Run`]: a day book through a ledger, line by line.

use super::line::closing_id;
use super::{Column, DayBook, LineError, LineReason, Row, read_order};
use crate::calendar::{Day, Instant};
use crate::design::{Design, OfficeHolder, RoleScope};
use crate::id::Id;
use crate::ledger::{Answer, Ledger, Receipt, Refused};
use crate::orders::{CloseDay, Order};
use crate::people::{Action, Mode};

/// A season: no office stays shut longer, and a wrong month or year is most often further off.
const LONGEST_GAP: i32 = 92;

/// What came of one line.
#[derive(Clone, Debug, PartialEq)]
pub struct RunLine {
    /// The line in the file, counted from 1.
    pub line: u64,
    /// The office's own reference, if it can be read.
    pub reference: Option<Id>,
    /// What came of closing the days before, if the line is of a later day.
    pub closed: Option<Answer>,
    /// What came of the line itself.
    pub outcome: LineOutcome,
}

/// See [`RunLine`].
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::exhaustive_enums)]
pub enum LineOutcome {
    /// It was booked, or it waits for somebody.
    Booked(Receipt),
    /// The ledger refused it.
    Refused(Refused),
    /// It cannot be read: everything wrong in it. Nothing of it is booked.
    Bad(Vec<LineError>),
}

/// Replays a day book into a ledger: an iterator that executes a line each time it is asked for one.
///
/// When a line is of a later day, the days before it are closed first, by whoever
/// [`closes_days`]. A line of an earlier day is executed too; refusing it (`day_closed`) is the
/// ledger's to do. A line that lies too far ahead is taken for a slip of the pen: days once closed
/// cannot be opened again.
pub struct Run<'l, 't> {
    ledger: &'l mut Ledger,
    book: DayBook<'t>,
    longest_gap: i32,
}

impl<'l, 't> Run<'l, 't> {
    /// A run that has not read any line yet.
    pub fn new(ledger: &'l mut Ledger, book: DayBook<'t>) -> Self {
        Self { ledger, book, longest_gap: LONGEST_GAP }
    }

    /// How many days a line may lie after the current day; 92 unless told otherwise.
    #[must_use]
    pub fn longest_gap(mut self, days: i32) -> Self {
        self.longest_gap = days;
        self
    }

    /// The ledger as it stands after the lines read so far.
    pub fn ledger(&self) -> &Ledger {
        self.ledger
    }

    /// The same, to seal its records while the run goes on.
    pub fn ledger_mut(&mut self) -> &mut Ledger {
        self.ledger
    }

    /// The rest of the day book, to go on with later.
    pub fn into_book(self) -> DayBook<'t> {
        self.book
    }

    /// How many bytes of the day book are still to be read.
    pub fn bytes_left(&self) -> usize {
        self.book.bytes_left()
    }

    fn run(&mut self, row: &Row<'_>) -> RunLine {
        let mut closed = None;
        let outcome = match self.order(row) {
            Err(errors) => LineOutcome::Bad(errors),
            Ok(order) => {
                if order.booking_day > self.ledger.day() {
                    let through = order.booking_day.minus_days(1).unwrap_or(Day::FIRST);
                    closed = close_through(self.ledger, through, order.booking_day);
                }
                match self.ledger.execute(&order) {
                    Ok(receipt) => LineOutcome::Booked(receipt),
                    Err(refused) => LineOutcome::Refused(refused),
                }
            }
        };
        let reference = Id::parse(row.get(Column::Line)).ok();
        RunLine { line: row.line(), reference, closed, outcome }
    }

    fn order(&self, row: &Row<'_>) -> Result<Order, Vec<LineError>> {
        let order = read_order(row, self.ledger)?;
        let (day, most) = (order.booking_day, self.longest_gap);
        let days = day.days_since(self.ledger.day());
        if days <= most {
            return Ok(order);
        }
        Err(vec![LineError::at(row.line(), Column::Day, LineReason::TooFarAhead { day, days, most })])
    }
}

impl Iterator for Run<'_, '_> {
    type Item = RunLine;

    fn next(&mut self) -> Option<RunLine> {
        Some(match self.book.next()? {
            Ok(row) => self.run(&row),
            Err(error) => RunLine {
                line: error.line,
                reference: None,
                closed: None,
                outcome: LineOutcome::Bad(vec![error]),
            },
        })
    }
}

/// Closes the ledger's days through one of them, as whoever [`closes_days`]; it is `today` by the host's
/// calendar. `None` if that day is closed already, or nobody may.
pub fn close_through(ledger: &mut Ledger, through: Day, today: Day) -> Option<Answer> {
    if through < ledger.day() {
        return None;
    }
    let OfficeHolder { person, role, scope, .. } = *closes_days(ledger.design())?;
    let at = ledger.design().permissions().role(&role)?;
    let held_at = ledger.design().permissions().get(at)?.scope;
    let midnight = i64::from(today.since_epoch()).saturating_mul(24 * 60 * 60_000);
    let order = Order {
        id: closing_id(&ledger.id(), through),
        actor: person,
        role,
        instant: Instant::new(midnight),
        booking_day: ledger.day(),
        value_day: ledger.day(),
        ask: CloseDay { through, today }.into(),
        contact_point: scope.filter(|_| held_at == RoleScope::ContactPoint),
        on_behalf_of: None,
        reason: None,
        evidence: None,
    };
    Some(ledger.execute(&order))
}

/// The first office-holder of a design who may close a day alone, without anybody's approval.
pub fn closes_days(design: &Design) -> Option<&OfficeHolder> {
    design.office_holders().iter().find(|holder| {
        let role = design.permissions().role(&holder.role);
        let grant = role.and_then(|role| design.permissions().grant(role, Action::CloseDay));
        grant.is_some_and(|grant| grant.mode == Mode::Allow && !grant.second)
    })
}
