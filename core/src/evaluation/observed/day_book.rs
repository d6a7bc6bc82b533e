//! [`Observed::of_day_book`]: our own day book where there is no design, or not the one it was kept by.
//!
//! What a line states in units is a movement: what is paid, given, taken off an account in notes or put on one.
//! What it states in hours, in rewards or in euro only a design can tell; nor is it known whether the ledger
//! refused a line. With a design, run the day book and take
//! [`Movements::of_ledger`](crate::evaluation::Movements::of_ledger).

use super::gather::{Gather, Row};
use super::moment::Moment;
use super::settle::settle;
use super::step::{End, Step, Told};
use super::written::Written;
use super::{
    FileHealth, ImportError, ListFile, Observed, Reading, Reason, RowFault, RowPlace, WhyLeftOutRow,
};
use crate::calendar::Day;
use crate::csv::{Lines, is_blank, without_mark};
use crate::daybook::{self, Column, DayBook, LineError, LineReason, What, amount};
use crate::evaluation::{Kind, PartyKind};
use crate::money::{MoneyError, Scale};

/// Beyond two, a sign may stand between thousands.
const MOST_DECIMALS: u8 = 2;
/// Nanoseconds.
const MINUTE: u64 = 60_000_000_000;

impl Observed {
    /// Reads a day book without a design. Every line counts as booked. Without a scale, amounts have at most two
    /// decimals: with three, nobody can tell whether a sign stands between thousands.
    ///
    /// # Errors
    /// [`ImportError`].
    pub fn of_day_book(text: &[u8], reading: &Reading) -> Result<Self, ImportError> {
        let book = DayBook::read(text).map_err(|error| not_a_list(&error.errors))?;
        let mut list = Gather::new(reading);
        let (text, byte_order_mark) = without_mark(text);
        let blank = Lines::of(text).filter(|(_, bytes)| is_blank(bytes)).count();
        let blank_lines = u64::try_from(blank).unwrap_or(u64::MAX);
        let health = FileHealth { byte_order_mark, blank_lines, ..FileHealth::new(ListFile::DayBook) };
        list.health.files.push(health);
        for row in book {
            list.count(ListFile::DayBook, |health| &mut health.rows);
            let line = row.as_ref().map_or_else(|error| error.line, daybook::Row::line);
            let place = RowPlace { file: ListFile::DayBook, line };
            let read = row.map_err(|error| vec![fault(&error)]);
            match read.and_then(|row| Line { row: &row, place, scale: reading.scale }.read()) {
                Ok(row) => list.row(place, row),
                Err(faults) => list.bad(place, faults),
            }
        }
        settle(list)
    }
}

fn not_a_list(errors: &[LineError]) -> ImportError {
    let line = errors.first().map_or(1, |error| error.line);
    ImportError::NotAList { file: ListFile::DayBook, line, faults: errors.iter().map(fault).collect() }
}

fn fault(error: &LineError) -> RowFault {
    RowFault { column: error.column.clone(), reason: Reason::DayBook { why: error.reason.to_string() } }
}

/// What becomes of a line of a kind.
enum Use {
    /// From an account to another.
    Between(Kind),
    /// From an account onto notes.
    OntoNotes,
    /// It moves no units, whatever the design says.
    Nothing,
    /// How much it moves, if anything, only the design tells.
    Design,
}

fn use_of(what: What) -> Use {
    use What as W;
    match what {
        W::Transfer | W::PayFor => Use::Between(Kind::Transfer),
        W::Gift => Use::Between(Kind::Gift),
        W::PayOut => Use::OntoNotes,
        W::Open
        | W::Partner
        | W::Contract
        | W::Holders
        | W::Limits
        | W::Exception
        | W::State
        | W::Appoint
        | W::EndRole
        | W::Mandate
        | W::Revoke
        | W::Fact
        | W::Amend
        | W::Restock
        | W::Wait
        | W::StopWaiting
        | W::Print
        | W::Destroy
        | W::Send
        | W::OpenOffice
        | W::Receive
        | W::SendBack
        | W::FillTill
        | W::HandOver
        | W::Invoice
        | W::Approve
        | W::Paid
        | W::Bounced
        | W::FundBacking
        | W::PayGiven
        | W::Recount
        | W::Notice => Use::Nothing,
        _ => Use::Design,
    }
}

struct Line<'r> {
    row: &'r daybook::Row<'r>,
    place: RowPlace,
    scale: Option<Scale>,
}

impl Line<'_> {
    fn read(&self) -> Result<Row, Vec<RowFault>> {
        let what = self.cell(Column::What, |text| {
            What::ALL
                .into_iter()
                .find(|what| what.name() == text)
                .ok_or_else(|| LineReason::What { found: super::fault::shortened(text) })
        })?;
        let kind = use_of(what);
        let what = String::from(what.name());
        match kind {
            Use::Nothing => Ok(Row::LeftOut(WhyLeftOutRow::MovesNothing { what })),
            Use::Design => Ok(Row::LeftOut(WhyLeftOutRow::OnlyTheDesignTells { what })),
            _ if self.row.get(Column::Amount).is_empty() => {
                Ok(Row::LeftOut(WhyLeftOutRow::OnlyTheDesignTells { what }))
            }
            Use::Between(kind) => self.step(kind, (Column::From, Column::To), PartyKind::Participant),
            Use::OntoNotes => self.step(Kind::PayOut, (Column::Account, Column::Series), PartyKind::Paper),
        }
    }

    fn step(&self, kind: Kind, (from, to): (Column, Column), sink: PartyKind) -> Result<Row, Vec<RowFault>> {
        let name = |column| self.cell(column, |text| Ok(text.to_owned()));
        let ends = (End::account(&name(from)?), End::new(&name(to)?, sink));
        let day = self.cell(Column::Day, |text| Ok(Day::parse(text)?))?;
        let time = match self.row.get(Column::Time) {
            "" => 0,
            _ => self.cell(Column::Time, |text| Ok(u64::from(daybook::time(text)?)))?,
        };
        let moment = Moment { day, time: time.saturating_mul(MINUTE) };
        let amount = self.cell(Column::Amount, |text| written(text, self.scale))?;
        let told = Told {
            role: Some(self.cell(Column::Role, |text| Ok(text.parse()?))?),
            contact_point: self.optional(Column::Place)?,
            on_behalf: !self.row.get(Column::For).is_empty(),
            partner: self.optional(Column::Partner)?,
        };
        let id = name(Column::Line)?;
        let step = Step { kind: Some(kind), told, ..Step::new(self.place, moment, ends, amount) };
        Ok(Row::Moves(Some(id), vec![step]))
    }

    fn optional(&self, column: Column) -> Result<Option<crate::id::Id>, Vec<RowFault>> {
        match self.row.get(column) {
            "" => Ok(None),
            _ => self.cell(column, |text| Ok(Some(text.parse()?))),
        }
    }

    fn cell<T>(
        &self,
        column: Column,
        read: impl FnOnce(&str) -> Result<T, LineReason>,
    ) -> Result<T, Vec<RowFault>> {
        let text = self.row.get(column);
        let read = if text.is_empty() { Err(LineReason::Empty) } else { read(text) };
        read.map_err(|reason| vec![RowFault::at(column.name(), Reason::DayBook { why: reason.to_string() })])
    }
}

/// An amount as the day book writes it.
fn written(text: &str, scale: Option<Scale>) -> Result<Written, LineReason> {
    let Some(scale) = scale else {
        let most = Scale::new(MOST_DECIMALS)?;
        // Whatever is wrong shows at the most decimals; what is left depends on the scale.
        amount(text, most)?;
        return Ok(Written::smallest(None, most, |scale| match amount(text, scale) {
            Ok(amount) => Ok(amount.into()),
            Err(LineReason::Amount(error)) => Err(error),
            Err(_) => Err(MoneyError::NotAFigure { text: super::fault::shortened(text) }),
        })?);
    };
    amount(text, scale).map(|amount| Written::of(amount.into(), scale))
}
