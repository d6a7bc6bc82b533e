//! [`Failure`]: why the command could not do what was asked.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use muntwerk::calendar::Day;
use muntwerk::id::Id;
use muntwerk_store::StoreError;

/// Why the command could not do what was asked.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A file cannot be read or written.
    File(PathBuf, io::Error),
    /// What was printed did not get through.
    Output(io::Error),
    /// A file is not what it should be; the text says where and why.
    Wrong(String),
    /// A store that cannot be opened, or cannot go on.
    Store(StoreError),
    /// An account that is not there.
    NoAccount(PathBuf, Id),
    /// An office that was not counted on a day.
    NoCount(PathBuf, Id, Day),
    /// A record in which nothing was redeemed, reserved or picked up.
    NoRedemption(PathBuf, u64),
}

impl Failure {
    pub(crate) fn wrong(text: String) -> Self {
        Self::Wrong(text.trim_end().to_owned())
    }

    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        |error| Self::File(path, error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Output(error) => write!(f, "standard output: {error}"),
            Self::Wrong(text) => f.write_str(text),
            Self::Store(error) => write!(f, "{error}"),
            Self::NoCount(path, office, on) => {
                write!(f, "{}: {office} was not counted on {on}", path.display())
            }
            Self::NoAccount(path, account) => write!(f, "{}: there is no account {account}", path.display()),
            Self::NoRedemption(path, record) => {
                write!(f, "{}: nothing was redeemed or reserved in record {record}", path.display())
            }
        }
    }
}
