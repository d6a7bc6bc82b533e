//! [`ImportError`]: why a text is no list at all.

use std::fmt;

use super::{ListFile, RowFault};

/// Why nothing of a list can be read. What is wrong with single rows is no error: it stands in the
/// [`Health`](super::Health), and the others are read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The line that names the columns cannot be read, or names others.
    #[error("{file}, line {line}: {}", AllOf(faults))]
    NotAList {
        /// Which file.
        file: ListFile,
        /// The line, counted from 1.
        line: u64,
        /// Everything wrong with it.
        faults: Vec<RowFault>,
    },
    /// The JSON beside a list of follow-the-money does not say how to read it.
    #[error("the configuration: {why}")]
    Configuration {
        /// Where in it and why.
        why: String,
    },
    /// An account is said to be something that holds no units.
    #[error("{account} is said to be a source or a sink, and an account holds units")]
    NotAHolder {
        /// The account.
        account: String,
    },
    /// More accounts than can be numbered.
    #[error("there are more accounts than can be numbered")]
    TooManyAccounts,
}

struct AllOf<'f>(&'f [RowFault]);

impl fmt::Display for AllOf<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, fault) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("; ")?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}
