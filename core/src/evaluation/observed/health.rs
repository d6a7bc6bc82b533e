//! [`Health`]: what is wrong with a list, and what became of every row of it.

use super::{ListFile, RowFault, RowPlace};
use crate::calendar::Day;

/// What a list is worth: what became of its rows, and where it contradicts itself. Amounts are minor units.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Health {
    /// Every file: `rows = used + bad + left_out`.
    pub files: Vec<FileHealth>,
    /// Movements in the list that came of it. More than the rows used for them by the openings, by what is
    /// unexplained, and by fees.
    pub movements: u64,
    /// Rows that cannot be read, with everything wrong in each. Nothing of them is used.
    pub bad_rows: Vec<BadRow>,
    /// Cells that cannot be read in rows that are used without them.
    pub unread_cells: Vec<BadRow>,
    /// Rows that can be read and are no movement, and why.
    pub left_out: Vec<LeftOutRow>,
    /// Rows at one moment, so that the list does not say in which order they were booked.
    pub ties: Vec<TiedRows>,
    /// How many rows are tied.
    pub tied_rows: u64,
    /// What ordered them.
    pub ties_broken_by: TieBreak,
    /// Rows that stand behind a row of a later moment, and were put before it.
    pub out_of_order: Vec<RowPlace>,
    /// The marks of time zones that stand behind times. None was applied: days are as written.
    pub zones: Vec<String>,
    /// A week or more without a row.
    pub gaps: Vec<DayGap>,
    /// Numbers that no row has, where the ids of all rows are whole numbers.
    pub number_gaps: Vec<NumberGap>,
    /// Accounts that the list of accounts does not have, where there is one.
    pub unknown_accounts: Vec<UnknownAccount>,
    /// Where in - out = balance does not hold.
    pub identity_breaks: Vec<IdentityBreak>,
    /// What accounts held before their first row, as far as the list states it. It is a movement on the first day.
    pub openings: Vec<OpeningBalance>,
}

impl Health {
    /// Whether the list holds together: every row could be read, no row that moves units was left out, every
    /// account is known, every balance is explained, and at most one time zone is written. Ties, gaps, rows out of
    /// order and byte order marks do not count: they are told, and units are what they are.
    pub fn is_sound(&self) -> bool {
        self.bad_rows.is_empty()
            && self.unread_cells.is_empty()
            && self.left_out.iter().all(|row| row.why.is_harmless())
            && self.unknown_accounts.is_empty()
            && self.identity_breaks.is_empty()
            && self.zones.len() <= 1
    }

    pub(super) fn file(&mut self, file: ListFile) -> Option<&mut FileHealth> {
        self.files.iter_mut().find(|health| health.file == file)
    }
}

/// What became of the rows of one file.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct FileHealth {
    /// Which.
    pub file: ListFile,
    /// Whether it begins with a byte order mark, which does not count.
    pub byte_order_mark: bool,
    /// Lines on which nothing stands.
    pub blank_lines: u64,
    /// The columns that the schema has no use for.
    pub unused_columns: Vec<String>,
    /// All rows but the header and blank lines.
    pub rows: u64,
    /// Those that became movements, or that said something about an account.
    pub used: u64,
    /// Those in [`Health::bad_rows`].
    pub bad: u64,
    /// Those in [`Health::left_out`].
    pub left_out: u64,
}

impl FileHealth {
    pub(super) fn new(file: ListFile) -> Self {
        Self {
            file,
            byte_order_mark: false,
            blank_lines: 0,
            unused_columns: Vec::new(),
            rows: 0,
            used: 0,
            bad: 0,
            left_out: 0,
        }
    }
}

/// A row with what cannot be read in it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct BadRow {
    /// Where.
    pub place: RowPlace,
    /// Everything wrong with it.
    pub faults: Vec<RowFault>,
}

/// A row that is no movement.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct LeftOutRow {
    /// Where.
    pub place: RowPlace,
    /// Why.
    pub why: WhyLeftOutRow,
}

/// Why a row is no movement.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WhyLeftOutRow {
    /// An earlier row has this id.
    Duplicate {
        /// The line of that row.
        first: u64,
        /// Whether it says the same.
        same: bool,
    },
    /// From an account to itself.
    SelfTransfer,
    /// It moves nothing.
    Zero,
    /// It is in another currency than the list.
    OtherToken {
        /// As the row calls it.
        token: String,
    },
    /// Between two ends that are both outside the system.
    OutsideBoundary,
    /// Before or after the time that the list is about.
    OutsideWindow,
    /// It was not booked.
    NotBooked {
        /// Its state, as the row calls it.
        status: String,
    },
    /// It is not about an account.
    NotAboutAnAccount,
    /// This kind of row moves no units.
    MovesNothing {
        /// The kind.
        what: String,
    },
    /// How much it moves only the design can tell.
    OnlyTheDesignTells {
        /// The kind.
        what: String,
    },
}

impl WhyLeftOutRow {
    /// Whether leaving the row out loses no units, and contradicts no other row.
    pub fn is_harmless(&self) -> bool {
        !matches!(self, Self::Duplicate { .. } | Self::OnlyTheDesignTells { .. })
    }
}

/// Rows at one moment.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct TiedRows {
    /// The day.
    pub day: Day,
    /// The rows, in the order that was taken.
    pub places: Vec<RowPlace>,
}

/// What orders rows at one moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TieBreak {
    /// The place in the file; of two files, the first that was handed in goes first.
    #[default]
    PlaceInFile,
}

/// Days without a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct DayGap {
    /// The first of them.
    pub from: Day,
    /// The last of them.
    pub through: Day,
}

/// Numbers that no row has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct NumberGap {
    /// In which file.
    pub file: ListFile,
    /// The first of them.
    pub from: u64,
    /// The last of them.
    pub through: u64,
}

/// An account that the list of accounts does not have.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct UnknownAccount {
    /// As the rows call it.
    pub account: String,
    /// The first row that names it.
    pub first: RowPlace,
    /// How many rows name it.
    pub rows: u64,
}

/// Where an account holds something else than it should.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct IdentityBreak {
    /// The row that says so.
    pub place: RowPlace,
    /// The account.
    pub account: String,
    /// What does not hold.
    pub what: BreakKind,
    /// What should be there.
    pub expected: i128,
    /// What is there by the rows before.
    pub found: i128,
    /// By how much it breaks in this row: `expected - found`, less what broke before.
    pub amount: i128,
}

/// What does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BreakKind {
    /// It pays more than it holds. A movement of that much from an unexplained source goes before.
    PaysMoreThanItHolds,
    /// The row states another balance; one after it is taken back to before it.
    StatedBalance,
    /// The list of accounts states another balance at the end.
    FinalBalance,
}

/// What an account held before its first row.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct OpeningBalance {
    /// The row that states it.
    pub place: RowPlace,
    /// The account.
    pub account: String,
    /// How much.
    pub amount: i128,
}
