//! [`RowPlace`]: where in the files of a list something stands.

use std::fmt;

/// One of the files of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ListFile {
    /// Transactions (UK Data Service, follow-the-money).
    Transactions,
    /// Users (UK Data Service).
    Users,
    /// Accounts (Cyclos).
    Accounts,
    /// Transfers (Cyclos, MicroVelocityAnalyzer).
    Transfers,
    /// Values of custom fields (Cyclos).
    CustomFieldValues,
    /// Allocations (MicroVelocityAnalyzer).
    Allocations,
    /// Our own day book.
    DayBook,
    /// Rows that the host handed in.
    Rows,
}

impl ListFile {
    /// Whether its rows move units; those of others say something about accounts.
    pub(super) fn moves_units(self) -> bool {
        !matches!(self, Self::Users | Self::Accounts | Self::CustomFieldValues)
    }
}

impl fmt::Display for ListFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Transactions => "transactions",
            Self::Users => "users",
            Self::Accounts => "accounts",
            Self::Transfers => "transfers",
            Self::CustomFieldValues => "custom field values",
            Self::Allocations => "allocations",
            Self::DayBook => "day book",
            Self::Rows => "rows",
        })
    }
}

/// A line of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[allow(clippy::exhaustive_structs)]
pub struct RowPlace {
    /// Which file.
    pub file: ListFile,
    /// The line in it, counted from 1; of rows that the host handed in, the number of the row.
    pub line: u64,
}

impl fmt::Display for RowPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}", self.file, self.line)
    }
}
