//! [`DayBook`]: text into rows, each with its place in the file.
//!
//! A row is a physical line: no value of a day book holds a line break, so a quotation mark that
//! somebody forgot to close spoils one line and not the rest of the year.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::error::{DAYBOOK_VERSION, shortened};
use super::{Column, LineError, LineReason, NotADayBook, What};
use crate::calendar::Day;
use crate::design::Design;
use crate::id::Code;

/// Twenty holders with the longest ids fit five times over.
const LONGEST_LINE: usize = 8_192;
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

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
        let mut lines = Lines { rest: text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text), line: 0 };
        let one = |line, reason| NotADayBook { errors: vec![LineError::line(line, reason)] };
        let version = lines.next().and_then(|(_, bytes)| str::from_utf8(bytes).ok());
        check_version(version.unwrap_or("")).map_err(|reason| one(1, reason))?;
        let (line, header) = lines.next().ok_or_else(|| one(2, LineReason::NoHeader))?;
        let separator = separator(header).map_err(|reason| one(line, reason))?;
        let names = split(header, separator).map_err(|reason| one(line, reason))?;
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
        self.lines.rest.len()
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
        let length = self.lines.rest.len().saturating_sub(rest.lines.rest.len());
        let mut first = self;
        first.lines.rest = first.lines.rest.get(..length).unwrap_or(&[]);
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

/// The names of the columns hold neither sign.
fn separator(header: &[u8]) -> Result<char, LineReason> {
    match (header.contains(&b','), header.contains(&b';')) {
        (true, true) => Err(LineReason::Separators),
        (false, true) => Ok(';'),
        (_, false) => Ok(','),
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

/// The values of a line in their order, or why they cannot be told apart.
pub(super) type Cells<'t> = Result<Vec<Cow<'t, str>>, LineReason>;

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
        let mut lines = Lines { rest: text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text), line: 0 };
        let version = lines.next().and_then(|(_, bytes)| str::from_utf8(bytes).ok()).unwrap_or("");
        let (header_line, header) = lines.next().unwrap_or((2, b""));
        let at_header = |reason| LineError::line(header_line, reason);
        let separator = separator(header).map_err(at_header)?;
        let header = split(header, separator).map_err(at_header)?;
        Ok(Self { lines, separator, version, header_line, header })
    }

    /// The next line that is not blank.
    pub(super) fn next_row(&mut self) -> Option<(u64, Cells<'t>)> {
        let (line, bytes) = self.lines.find(|(_, bytes)| !is_blank(bytes))?;
        Some((line, split(bytes, self.separator)))
    }
}

/// Spreadsheets write lines of separators alone.
fn is_blank(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| matches!(byte, b' ' | b'\t' | b',' | b';'))
}

/// The physical lines with their numbers, without their ends.
#[derive(Clone)]
struct Lines<'t> {
    rest: &'t [u8],
    line: u64,
}

impl<'t> Iterator for Lines<'t> {
    type Item = (u64, &'t [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let mut parts = self.rest.splitn(2, |byte| *byte == b'\n');
        let line = parts.next()?;
        self.rest = parts.next().unwrap_or(&[]);
        self.line = self.line.saturating_add(1);
        Some((self.line, line.strip_suffix(b"\r").unwrap_or(line)))
    }
}

/// Splits one line into values (RFC 4180).
fn split(line: &[u8], separator: char) -> Cells<'_> {
    if line.len() > LONGEST_LINE {
        return Err(LineReason::TooLong { found: line.len(), most: LONGEST_LINE });
    }
    let mut rest = str::from_utf8(line).map_err(|_| LineReason::NotUtf8)?;
    let mut values = Vec::new();
    loop {
        let (value, after) = match rest.strip_prefix('"') {
            Some(quoted) => unquote(quoted)?,
            None => plain(rest, separator)?,
        };
        values.push(value);
        rest = match after.strip_prefix(separator) {
            Some(next) => next,
            None if after.is_empty() => return Ok(values),
            None => return Err(LineReason::Quotes),
        };
    }
}

/// A value without quotation marks, and what comes after it.
fn plain(rest: &str, separator: char) -> Result<(Cow<'_, str>, &str), LineReason> {
    let end = rest.find(separator).unwrap_or(rest.len());
    let (value, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
    if value.contains('"') { Err(LineReason::Quotes) } else { Ok((Cow::Borrowed(value), after)) }
}

/// A value from behind its opening quotation mark, and what comes after the closing one.
fn unquote(quoted: &str) -> Result<(Cow<'_, str>, &str), LineReason> {
    let mut value = String::new();
    let mut rest = quoted;
    loop {
        let (part, after) = rest.split_once('"').ok_or(LineReason::Quotes)?;
        value.push_str(part);
        match after.strip_prefix('"') {
            Some(next) => {
                value.push('"');
                rest = next;
            }
            None => return Ok((Cow::Owned(value), after)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_split_and_unquoted() {
        let split = |line: &'static str| split(line.as_bytes(), ',');
        assert_eq!(split("a,b,c").unwrap(), ["a", "b", "c"]);
        assert_eq!(split(",,").unwrap(), ["", "", ""]);
        assert_eq!(split("a").unwrap(), ["a"]);
        assert_eq!(split("").unwrap(), [""]);
        assert_eq!(split(r#""a,b","say ""yes""","""","""#).unwrap(), ["a,b", "say \"yes\"", "\"", ""]);
        assert_eq!(split("é,ü\rx;ß").unwrap(), ["é", "ü\rx;ß"]);
        for bad in [r#"a,"b"#, r#"a,b"c"#, r#""12"5,"#, r#"""a"#, r#"a, "b""#, "\""] {
            assert_eq!(split(bad), Err(LineReason::Quotes), "{bad}");
        }
    }
}
