//! Lines of CSV into values (RFC 4180), each line with its number.
//!
//! A row is a physical line: no value holds a line break, so a quotation mark that somebody forgot to close
//! spoils one line and not the rest of the year.

use std::borrow::Cow;

/// Twenty holders with the longest ids fit five times over.
const LONGEST_LINE: usize = 8_192;
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Why the values of a line cannot be told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CsvError {
    /// No line is this long.
    TooLong {
        /// The bytes of the line.
        found: usize,
        /// The most there can be.
        most: usize,
    },
    /// The bytes are not UTF-8.
    NotUtf8,
    /// A quotation mark inside a value, or one that is not closed before the line ends.
    Quotes,
    /// Which sign stands between the columns cannot be told.
    Separators,
}

/// The values of a line in their order, or why they cannot be told apart.
pub(crate) type Cells<'t> = Result<Vec<Cow<'t, str>>, CsvError>;

/// The text behind a byte order mark, and whether there was one.
pub(crate) fn without_mark(text: &[u8]) -> (&[u8], bool) {
    text.strip_prefix(BYTE_ORDER_MARK).map_or((text, false), |rest| (rest, true))
}

/// What stands between the names of the columns, which hold neither sign.
pub(crate) fn separator(header: &[u8]) -> Result<char, CsvError> {
    match (header.contains(&b','), header.contains(&b';')) {
        (true, true) => Err(CsvError::Separators),
        (false, true) => Ok(';'),
        (_, false) => Ok(','),
    }
}

/// Spreadsheets write lines of separators alone.
pub(crate) fn is_blank(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| matches!(byte, b' ' | b'\t' | b',' | b';'))
}

/// The physical lines with their numbers from 1, without their ends.
#[derive(Clone)]
pub(crate) struct Lines<'t> {
    rest: &'t [u8],
    line: u64,
}

impl<'t> Lines<'t> {
    pub(crate) fn of(text: &'t [u8]) -> Self {
        Self { rest: text, line: 0 }
    }

    /// What is still to be read.
    pub(crate) fn rest(&self) -> &'t [u8] {
        self.rest
    }

    /// Stops after so many more bytes.
    pub(crate) fn cut(&mut self, length: usize) {
        self.rest = self.rest.get(..length).unwrap_or(&[]);
    }
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
pub(crate) fn split(line: &[u8], separator: char) -> Cells<'_> {
    if line.len() > LONGEST_LINE {
        return Err(CsvError::TooLong { found: line.len(), most: LONGEST_LINE });
    }
    let mut rest = str::from_utf8(line).map_err(|_| CsvError::NotUtf8)?;
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
            None => return Err(CsvError::Quotes),
        };
    }
}

/// A value without quotation marks, and what comes after it.
fn plain(rest: &str, separator: char) -> Result<(Cow<'_, str>, &str), CsvError> {
    let end = rest.find(separator).unwrap_or(rest.len());
    let (value, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
    if value.contains('"') { Err(CsvError::Quotes) } else { Ok((Cow::Borrowed(value), after)) }
}

/// A value from behind its opening quotation mark, and what comes after the closing one.
fn unquote(quoted: &str) -> Result<(Cow<'_, str>, &str), CsvError> {
    let mut value = String::new();
    let mut rest = quoted;
    loop {
        let (part, after) = rest.split_once('"').ok_or(CsvError::Quotes)?;
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
            assert_eq!(split(bad), Err(CsvError::Quotes), "{bad}");
        }
    }
}
