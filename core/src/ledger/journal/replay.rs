//! Reading a journal back: the chain is checked over the stored bytes, every record against the state
//! before it, and applied. A changed, missing, repeated or swapped line is refused with its number.

use super::line::{self, Line};
use super::{Chain, Head};
use crate::dense::Secret;
use crate::json;
use crate::ledger::record::{Body, JOURNAL_VERSION, Outcome};
use crate::ledger::{Ledger, OpenError};

/// A journal line that cannot be accepted.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct ReplayError {
    /// Which line, counted from 1.
    pub line: u64,
    /// Why.
    pub reason: ReplayReason,
}

/// Why a journal line cannot be accepted.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[allow(clippy::exhaustive_enums)]
pub enum ReplayReason {
    /// The line is not of the stored form: cut off, or not a journal at all.
    #[error("not a journal line")]
    Form,
    /// The head does not follow from the head before and the line's bytes.
    #[error("the chain breaks: this line or the one before was changed, lost, repeated or moved")]
    Chain,
    /// The JSON is not a record.
    #[error("not a record: {0}")]
    Json(String),
    /// A version this library does not know.
    #[error("version {found} of the journal; this library reads version {JOURNAL_VERSION}")]
    Version {
        /// The version the line has.
        found: u16,
    },
    /// The numbers have a gap or a repeat.
    #[error("record number {found} where {expected} belongs")]
    Number {
        /// The number the line has.
        found: u64,
        /// The number that belongs there.
        expected: u64,
    },
    /// The first line is not an opening, or a later one is.
    #[error("an opening belongs on the first line and nowhere else")]
    Opening,
    /// The ledger cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The entry does not fit the books as they stood.
    #[error("the entry does not fit the books: {0}")]
    Misfit(&'static str),
    /// There was no line at all.
    #[error("the journal is empty")]
    Empty,
}

/// What verifying a journal found: everything in order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verified {
    /// How many lines.
    pub lines: u64,
    /// The head after the last.
    pub head: Head,
}

/// Follows the chain over stored lines without reading what they say.
struct Links {
    chain: Chain,
}

impl Links {
    fn follow<'l>(&mut self, stored: &'l [u8]) -> Result<&'l [u8], ReplayReason> {
        let (head, bytes) = line::split(stored).ok_or(ReplayReason::Form)?;
        if self.chain.head.after(bytes) != head {
            return Err(ReplayReason::Chain);
        }
        self.chain.head = head;
        self.chain.sealed = self.chain.sealed.saturating_add(1);
        Ok(bytes)
    }

    fn at(&self) -> u64 {
        self.chain.sealed.saturating_add(1)
    }
}

/// Checks the chain of a journal and nothing else. Any version can be checked so, for ever.
///
/// # Errors
/// [`ReplayError`] with the first line that does not follow from those before it.
pub fn verify_journal<L: AsRef<[u8]>>(lines: impl IntoIterator<Item = L>) -> Result<Verified, ReplayError> {
    let mut links = Links { chain: Chain::default() };
    for stored in lines {
        let line = links.at();
        links.follow(stored.as_ref()).map_err(|reason| ReplayError { line, reason })?;
    }
    if links.chain.sealed == 0 {
        return Err(ReplayError { line: 1, reason: ReplayReason::Empty });
    }
    Ok(Verified { lines: links.chain.sealed, head: links.chain.head })
}

impl Ledger {
    /// Rebuilds a ledger from its journal, checking every line. The secret is the host's own and may
    /// differ from the one before.
    ///
    /// # Errors
    /// [`ReplayError`] names the first line that cannot be accepted, and why.
    pub fn replay<L: AsRef<[u8]>>(
        lines: impl IntoIterator<Item = L>,
        secret: Secret,
    ) -> Result<Self, ReplayError> {
        let mut lines = lines.into_iter();
        let at_first = |reason| ReplayError { line: 1, reason };
        let first = lines.next().ok_or(at_first(ReplayReason::Empty))?;
        let mut links = Links { chain: Chain::default() };
        let opening = links.follow(first.as_ref()).map_err(at_first)?;
        let mut ledger = Self::replay_opening(opening, secret).map_err(at_first)?;
        ledger.chain = links.chain;
        for stored in lines {
            let line = ledger.chain.sealed.saturating_add(1);
            ledger.replay_next(stored.as_ref()).map_err(|reason| ReplayError { line, reason })?;
        }
        Ok(ledger)
    }

    /// Takes in the next line of this ledger's own journal, checking it as [`Ledger::replay`] does.
    ///
    /// # Errors
    /// [`ReplayReason`]; the ledger is then as it was. A ledger with records that are not sealed yet is
    /// ahead of its journal, and no line fits it.
    pub fn replay_next(&mut self, stored: &[u8]) -> Result<(), ReplayReason> {
        if self.chain.sealed != self.len() {
            return Err(ReplayReason::Misfit("the ledger has records that are not in the journal"));
        }
        let mut links = Links { chain: self.chain };
        let bytes = links.follow(stored)?;
        self.replay_line(bytes)?;
        self.chain = links.chain;
        Ok(())
    }

    fn replay_opening(bytes: &[u8], secret: Secret) -> Result<Self, ReplayReason> {
        let Body::Opening(opening) = read(bytes, 0)? else { return Err(ReplayReason::Opening) };
        let mut ledger = Self::from_opening(opening.clone(), secret)?;
        ledger.history.push(&Outcome::Opened(opening).body());
        Ok(ledger)
    }

    fn replay_line(&mut self, bytes: &[u8]) -> Result<(), ReplayReason> {
        let number = self.state.number;
        let record = read(bytes, number)?.into_record(number);
        match &record.outcome {
            Outcome::Opened(_) => return Err(ReplayReason::Opening),
            Outcome::Booked(order, entry) => {
                self.state.verify(order, entry).map_err(ReplayReason::Misfit)?;
                self.record(order, entry);
            }
            Outcome::Refused(order, refusal) => {
                if !refusal.code.is_recorded() {
                    return Err(ReplayReason::Misfit("this refusal is never recorded"));
                }
                self.record_refusal(order, refusal);
            }
        }
        Ok(())
    }
}

fn read(bytes: &[u8], expected: u64) -> Result<Body, ReplayReason> {
    let line: Line = json::from_slice(bytes).map_err(|error| ReplayReason::Json(error.to_string()))?;
    if line.v != JOURNAL_VERSION {
        return Err(ReplayReason::Version { found: line.v });
    }
    if line.number != expected {
        return Err(ReplayReason::Number { found: line.number, expected });
    }
    Ok(line.record)
}
