//! [`ReadError`]: why a document cannot be read, and where.

use std::fmt;
use std::ops::Range;

use serde::de;

/// Why a document cannot be read, and where.
// In a box: every value that is read carries the room for it.
#[derive(Debug)]
pub(in crate::design) struct ReadError(Box<Wrong>);

#[derive(Debug)]
struct Wrong {
    message: String,
    span: Option<Range<usize>>,
    /// The steps to it, the last first.
    steps: Vec<Step>,
}

#[derive(Debug)]
pub(super) enum Step {
    Key(String),
    Index(usize),
}

impl ReadError {
    fn new(message: String, span: Option<Range<usize>>) -> Self {
        Self(Box::new(Wrong { message, span, steps: Vec::new() }))
    }

    /// What is wrong, in the words of serde.
    pub(in crate::design) fn message(&self) -> &str {
        &self.0.message
    }

    /// The bytes it stands in, if it stands somewhere.
    pub(in crate::design) fn span(&self) -> Option<Range<usize>> {
        self.0.span.clone()
    }

    /// The path to it, such as `earning[0].units`; empty for the document as a whole.
    pub(in crate::design) fn path(&self) -> String {
        let mut path = String::new();
        for step in self.0.steps.iter().rev() {
            match step {
                Step::Index(index) => path.push_str(&format!("[{index}]")),
                Step::Key(key) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(key);
                }
            }
        }
        path
    }

    /// The same, with a place if it has none yet.
    pub(super) fn at(mut self, span: &Range<usize>) -> Self {
        self.0.span.get_or_insert_with(|| span.clone());
        self
    }

    /// The same, below a key or an index.
    pub(super) fn under(mut self, step: Step) -> Self {
        self.0.steps.push(step);
        self
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl std::error::Error for ReadError {}

impl de::Error for ReadError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message.to_string(), None)
    }
}

impl From<toml::de::Error> for ReadError {
    fn from(error: toml::de::Error) -> Self {
        Self::new(error.message().to_owned(), error.span())
    }
}
