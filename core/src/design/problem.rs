//! [`DesignError`]: everything that is wrong with a design file, each with its place.

use std::fmt;
use std::ops::Range;

/// Something wrong with a design file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// The line, counted from 1.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
    /// The key concerned, such as `limits.floor.at` or `earning[0].units`, where 0 is
    /// the first of a list.
    pub key: String,
    /// What is wrong with it.
    pub reason: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, key, reason } = self;
        write!(f, "line {line}, column {column}: {key}: {reason}")
    }
}

/// A text is not a design, or contradicts itself.
///
/// A text that is not TOML, or does not have the keys and types of a design, is told by its first
/// problem; otherwise all problems are there, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DesignError {
    /// What is wrong, at least one.
    pub problems: Vec<Problem>,
}

impl fmt::Display for DesignError {
    /// One problem per line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, problem) in self.problems.iter().enumerate() {
            let separator = if place == 0 { "" } else { "\n" };
            write!(f, "{separator}{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for DesignError {}

/// The problems found so far, by their place in bytes.
#[derive(Debug, Default)]
pub(super) struct Problems {
    found: Vec<(usize, String, String)>,
}

impl Problems {
    pub(super) fn add(&mut self, at: Range<usize>, key: impl Into<String>, reason: impl fmt::Display) {
        self.found.push((at.start, key.into(), reason.to_string()));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The error they make in this text.
    pub(super) fn into_error(mut self, text: &str) -> DesignError {
        self.found.sort_by_key(|(at, ..)| *at);
        let located = self.found.into_iter().map(|(at, key, reason)| {
            let (line, column) = place_of(text, at);
            Problem { line, column, key, reason }
        });
        DesignError { problems: located.collect() }
    }
}

/// Line and character of a byte, both counted from 1.
fn place_of(text: &str, at: usize) -> (usize, usize) {
    let mut line = 1_usize;
    let mut column = 1_usize;
    for (_, character) in text.char_indices().take_while(|(byte, _)| *byte < at) {
        if character == '\n' {
            line = line.saturating_add(1);
            column = 1;
        } else {
            column = column.saturating_add(1);
        }
    }
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "a = 1\nnaam = \"één\" # x\n";
        assert_eq!(place_of(text, 0), (1, 1));
        assert_eq!(place_of(text, 6), (2, 1));
        assert_eq!(place_of(text, text.find('#').unwrap()), (2, 14));
        assert_eq!(place_of(text, 999), (3, 1));
    }
}
