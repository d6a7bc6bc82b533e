//! [`DayBook`]: text into rows, each with its place in the file.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::error::{DAYBOOK_VERSION, shortened};
use super::{Column, LineError, LineReason, NotADayBook, What};
use crate::calendar::Day;
use crate::csv::{self, Lines, is_blank, separator, split, without_mark};
use crate::design::Design;
use crate::id::Code;

/// A day book whose first two lines were read: the version and the names of the columns.
///
/// ```
/// use muntwerk::daybook::DayBook;
/// let text = "# daybook 1\n\
///     line;day;what;actor;role;partner;account;item;measured\n\
///     w-2025-00012;2025-01-02;award;s-050;issuing_partner;p-01;m-0012;buurtwerk;2:30\n";
/// let book = DayBook::read(text.as_bytes())?;
/// assert_eq!(book.first_day().unwrap().to_string(), "2025-01-02");
/// # Ok::<(), muntwerk::daybook::NotADayBook>(())
/// ```
#[derive(Clone)]
pub struct DayBook<'t> {
    lines: Lines<'t>,
    separator: char,
    columns: Vec<Column>,
    amendments: Option<&'t BTreeMap<Code, Design>>,
}

/// A row of the day book: the values of one line, by column.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'t> {
    line: u64,
    values: Vec<Cow<'t, str>>,
    amendments: Option<&'t BTreeMap<Code, Design>>,
}

impl<'t> Row<'t> {
    /// A row that comes from elsewhere than a text, such as a table of another program: the number by which
    /// its errors name it, and the values of its columns.
    pub fn of(line: u64, filled: impl IntoIterator<Item = (Column, Cow<'t, str>)>) -> Self {
        let mut values = vec![Cow::Borrowed(""); Column::ALL.len()];
        for (column, value) in filled {
            if let Some(place) = values.get_mut(column.index()) {
                *place = value;
            }
        }
        Self { line, values, amendments: None }
    }
}

impl Row<'_> {
    /// The line in the file, counted from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// What stands in a column, without spaces around it; empty if the day book lacks the column.
    pub fn get(&self, column: Column) -> &str {
        self.values.get(column.index()).map_or("", |value| value.trim())
    }

    /// The design that a line `amend` calls by its name.
    pub(super) fn amendment(&self, name: &Code) -> Option<&Design> {
        self.amendments?.get(name)
    }
}

impl<'t> DayBook<'t> {
    /// Reads the first two lines.
    ///
    /// # Errors
    /// [`NotADayBook`] with everything wrong in them: the version, unknown, doubled or missing columns.
    pub fn read(text: &'t [u8]) -> Result<Self, NotADayBook> {
        let mut lines = Lines::of(without_mark(text).0);
        let one = |line, reason| NotADayBook { errors: vec![LineError::line(line, reason)] };
        let version = lines.next().and_then(|(_, bytes)| str::from_utf8(bytes).ok());
        check_version(version.unwrap_or("")).map_err(|reason| one(1, reason))?;
        let (line, header) = lines.next().ok_or_else(|| one(2, LineReason::NoHeader))?;
        let separator = separator(header).map_err(|reason| one(line, reason.into()))?;
        let names = split(header, separator).map_err(|reason| one(line, reason.into()))?;
        let columns = header_columns(line, &names).map_err(|errors| NotADayBook { errors })?;
        Ok(Self { lines, separator, columns, amendments: None })
    }

    /// The same with the designs that its lines `amend` adopt, by the names by which these call them: a
    /// design is a file of its own and does not fit into a line.
    #[must_use]
    pub fn with_amendments(mut self, amendments: &'t BTreeMap<Code, Design>) -> Self {
        self.amendments = Some(amendments);
        self
    }

    /// The first day that any line books on.
    pub fn first_day(&self) -> Option<Day> {
        self.clone().find_map(|row| Day::parse(row.ok()?.get(Column::Day)).ok())
    }

    /// How many bytes are still to be read.
    pub fn bytes_left(&self) -> usize {
        self.lines.rest().len()
    }

    /// The lines before the first one that is more than enrolling somebody, and the rest: between the two a
    /// running scheme is taken over.
    pub fn split_for_take_over(self) -> (Self, Self) {
        let mut rest = self.clone();
        loop {
            let before = rest.lines.clone();
            let enrols = match rest.next() {
                Some(Ok(row)) => What::named(row.get(Column::What)).is_some_and(What::enrols),
                // What cannot be read moves nothing.
                Some(Err(_)) => true,
                None => false,
            };
            if !enrols {
                rest.lines = before;
                break;
            }
        }
        let length = self.lines.rest().len().saturating_sub(rest.lines.rest().len());
        let mut first = self;
        first.lines.cut(length);
        (first, rest)
    }

    fn row(&self, line: u64, bytes: &'t [u8]) -> Result<Row<'t>, LineReason> {
        let found = split(bytes, self.separator)?;
        if found.len() != self.columns.len() {
            return Err(LineReason::Values { found: found.len(), expected: self.columns.len() });
        }
        let row = Row::of(line, self.columns.iter().copied().zip(found));
        Ok(Row { amendments: self.amendments, ..row })
    }
}

impl<'t> Iterator for DayBook<'t> {
    type Item = Result<Row<'t>, LineError>;

    /// The next line that is not blank.
    fn next(&mut self) -> Option<Self::Item> {
        let (line, bytes) = self.lines.find(|(_, bytes)| !is_blank(bytes))?;
        Some(self.row(line, bytes).map_err(|reason| LineError::line(line, reason)))
    }
}

/// Spreadsheets fill the first line up with separators, and some quote it.
fn check_version(line: &str) -> Result<(), LineReason> {
    let line = line.trim_end_matches([',', ';', ' ']).trim_matches('"');
    match line.strip_prefix("# daybook ").map(str::trim) {
        None => Err(LineReason::NotADayBook),
        Some(found) if found == DAYBOOK_VERSION.to_string() => Ok(()),
        Some(found) => Err(LineReason::Version { found: shortened(found) }),
    }
}

fn header_columns(line: u64, names: &[Cow<'_, str>]) -> Result<Vec<Column>, Vec<LineError>> {
    let mut columns = Vec::new();
    let mut errors = Vec::new();
    for name in names.iter().map(|name| name.trim()) {
        match Column::named(name) {
            None if name.is_empty() => errors.push(LineError::line(line, LineReason::NamelessColumn)),
            None => errors.push(LineError::named(line, name, LineReason::UnknownColumn)),
            Some(column) if columns.contains(&column) => {
                errors.push(LineError::at(line, column, LineReason::DoubledColumn));
            }
            Some(column) => columns.push(column),
        }
    }
    for column in Column::NEEDED.iter().filter(|column| !columns.contains(column)) {
        errors.push(LineError::at(line, *column, LineReason::MissingColumn));
    }
    if errors.is_empty() { Ok(columns) } else { Err(errors) }
}

/// Any CSV of ours whose first two lines were taken apart: the version and the names of the columns.
pub(super) struct Sheet<'t> {
    lines: Lines<'t>,
    separator: char,
    /// The first line.
    pub(super) version: &'t str,
    /// Where the names of the columns stand.
    pub(super) header_line: u64,
    /// The names of the columns.
    pub(super) header: Vec<Cow<'t, str>>,
}

impl<'t> Sheet<'t> {
    /// Takes the first two lines apart; what they say is for others to check.
    pub(super) fn read(text: &'t [u8]) -> Result<Self, LineError> {
        let mut lines = Lines::of(without_mark(text).0);
        let version = lines.next().and_then(|(_, bytes)| str::from_utf8(bytes).ok()).unwrap_or("");
        let (header_line, header) = lines.next().unwrap_or((2, b""));
        let at_header = |reason: csv::CsvError| LineError::line(header_line, reason.into());
        let separator = separator(header).map_err(at_header)?;
        let header = split(header, separator).map_err(at_header)?;
        Ok(Self { lines, separator, version, header_line, header })
    }

    /// The next line that is not blank.
    pub(super) fn next_row(&mut self) -> Option<(u64, csv::Cells<'t>)> {
        let (line, bytes) = self.lines.find(|(_, bytes)| !is_blank(bytes))?;
        Some((line, split(bytes, self.separator)))
    }
}
