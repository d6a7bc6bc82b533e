//! [`Table`]: CSV with the names of the columns in its first line, or beside it.

use super::cells::Columns;
use super::{FileHealth, ImportError, ListFile, Reason, RowFault};
use crate::csv::{self, Lines, separator, split, without_mark};

/// The rows of a file, under the columns that a schema looks for.
pub(super) struct Table<'t> {
    pub(super) columns: Columns,
    pub(super) health: FileHealth,
    lines: Lines<'t>,
    separator: char,
    escape: Option<char>,
}

/// The columns of a schema.
pub(super) struct Schema {
    pub(super) file: ListFile,
    /// Columns that it cannot do without.
    pub(super) needed: &'static [&'static str],
    /// Columns that it has a use for.
    pub(super) may: &'static [&'static str],
}

/// How a file without a header is written.
pub(super) struct Headless<'c> {
    pub(super) names: &'c [String],
    pub(super) separator: char,
    pub(super) escape: Option<char>,
}

impl<'t> Table<'t> {
    /// Reads the first line, which names the columns in any order.
    pub(super) fn read(schema: &Schema, text: &'t [u8]) -> Result<Self, ImportError> {
        let (text, byte_order_mark) = without_mark(text);
        let mut lines = Lines::of(text);
        let file = schema.file;
        let not_a_list = |faults| ImportError::NotAList { file, line: 1, faults };
        let (_, header) = lines.next().ok_or_else(|| not_a_list(vec![RowFault::line(Reason::NoHeader)]))?;
        let of_line = |error| not_a_list(vec![RowFault::line(error)]);
        let separator = separator(header).map_err(of_line)?;
        let names: Vec<String> =
            split(header, separator).map_err(of_line)?.iter().map(|name| name.trim().to_owned()).collect();
        let columns = Columns::of(names, schema.needed).map_err(not_a_list)?;
        let unused_columns = columns.others(&[schema.needed, schema.may].concat());
        let health = FileHealth { byte_order_mark, unused_columns, ..FileHealth::new(file) };
        Ok(Self { columns, health, lines, separator, escape: None })
    }

    /// A file whose columns are named beside it: every line is a row.
    pub(super) fn headless(
        schema: &Schema,
        headless: &Headless<'_>,
        text: &'t [u8],
    ) -> Result<Self, Vec<RowFault>> {
        let (text, byte_order_mark) = without_mark(text);
        let columns = Columns::of(headless.names.to_vec(), schema.needed)?;
        let unused_columns = columns.others(&[schema.needed, schema.may].concat());
        let health = FileHealth { byte_order_mark, unused_columns, ..FileHealth::new(schema.file) };
        let (separator, escape) = (headless.separator, headless.escape);
        Ok(Self { columns, health, lines: Lines::of(text), separator, escape })
    }

    /// The next row with its line, or why its values cannot be told apart. Blank lines are counted.
    pub(super) fn next_row(&mut self) -> Option<(u64, Result<Row<'t>, Reason>)> {
        loop {
            let (line, bytes) = self.lines.next()?;
            if csv::is_blank(bytes) {
                self.health.blank_lines = self.health.blank_lines.saturating_add(1);
                continue;
            }
            self.health.rows = self.health.rows.saturating_add(1);
            return Some((line, self.row(bytes)));
        }
    }

    fn row(&self, bytes: &'t [u8]) -> Result<Row<'t>, Reason> {
        let values = split(bytes, self.separator)?;
        let count = |count| u64::try_from(count).unwrap_or(u64::MAX);
        if values.len() != self.columns.count() {
            return Err(Reason::Values { found: count(values.len()), expected: count(self.columns.count()) });
        }
        match self.escape {
            Some(sign) if values.iter().any(|value| value.contains(sign)) => Err(Reason::Escaped { sign }),
            _ => Ok(values),
        }
    }
}

/// The values of a row, in the order of the columns.
pub(super) type Row<'t> = Vec<std::borrow::Cow<'t, str>>;
