//! [`Observed::of_micro_velocity`]: allocations and transfers by block, as MicroVelocityAnalyzer reads them.
//!
//! Columns by `evaluation.md` section 1.4, in any order. An allocation is new units.

use std::num::NonZeroU32;

use super::cells::Cells;
use super::fault::shortened;
use super::gather::{Gather, Row};
use super::moment::Moment;
use super::settle::settle;
use super::step::{End, Step};
use super::table::{Schema, Table};
use super::{ImportError, ListFile, Observed, Reading, Reason};
use crate::calendar::Day;

const BLOCK: &str = "block_number";
const ALLOCATIONS: Schema =
    Schema { file: ListFile::Allocations, needed: &[BLOCK, "to_address", "amount"], may: &[] };
const TRANSFERS: Schema =
    Schema { file: ListFile::Transfers, needed: &[BLOCK, "from_address", "to_address", "amount"], may: &[] };
/// Who allocates stands nowhere.
const ALLOCATION: &str = "allocation";

/// Which day a block is of: a block is no day, and the list does not say when it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs)]
pub struct Blocks {
    /// The day of block 0.
    pub first_day: Day,
    /// How many blocks a day has.
    pub per_day: NonZeroU32,
}

impl Observed {
    /// Reads allocations and transfers. In one block allocations go first.
    ///
    /// # Errors
    /// [`ImportError`].
    pub fn of_micro_velocity(
        allocations: &[u8],
        transfers: &[u8],
        blocks: Blocks,
        reading: &Reading,
    ) -> Result<Self, ImportError> {
        let mut list = Gather::new(reading);
        list.table(Table::read(&ALLOCATIONS, allocations)?, |list, place, cells| {
            let (moment, amount) = (blocks.moment(cells), cells.amount("amount"));
            let to = End::account(cells.text("to_address")?);
            let from = End::new(ALLOCATION, list.reading.boundary.enters.party());
            Some(Row::Moves(None, vec![Step::new(place, moment?, (from, to), amount?)]))
        });
        list.table(Table::read(&TRANSFERS, transfers)?, |_, place, cells| {
            let (moment, amount) = (blocks.moment(cells), cells.amount("amount"));
            let (from, to) = (cells.text("from_address"), cells.text("to_address"));
            let ends = (End::account(from?), End::account(to?));
            Some(Row::Moves(None, vec![Step::new(place, moment?, ends, amount?)]))
        });
        settle(list)
    }
}

impl Blocks {
    fn moment(self, cells: &mut Cells<'_>) -> Option<Moment> {
        cells.read(BLOCK, |text| {
            let digits = text.bytes().all(|byte| byte.is_ascii_digit());
            let block = text.parse().ok().filter(|_| digits);
            self.of(block.ok_or_else(|| Reason::NotABlock { found: shortened(text) })?)
        })
    }

    fn of(self, block: u64) -> Result<Moment, Reason> {
        let per_day = u64::from(self.per_day.get());
        let days = block.checked_div(per_day).and_then(|days| i32::try_from(days).ok());
        let day = days.and_then(|days| self.first_day.plus_days(days));
        let time = block.checked_rem(per_day);
        let moment = day.zip(time).map(|(day, time)| Moment { day, time });
        moment.ok_or(Reason::BlockTooLate { block })
    }
}
