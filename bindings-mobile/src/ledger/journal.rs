//! The journal: records, the lines as they are stored, and checking them.

use muntwerk::design::Design;
use muntwerk::ledger::{Outcome, Record as CoreRecord, verify_journal as verify};

use super::Ledger;
use crate::answer::Refusal;
use crate::error::{MuntwerkError, unknown};
use crate::mirror::FromCore;
use crate::types::{Entry, Opening, Order};

/// A record: an order and what it came to. The first is the opening, which has no order.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Record {
    /// The sequence number, from zero without gaps. It alone orders.
    pub number: u64,
    /// The order.
    pub order: Option<Order>,
    /// What was booked.
    pub entry: Option<Entry>,
    /// Why it was refused.
    pub refusal: Option<Refusal>,
    /// Which ledger, from which day, under which design.
    pub opening: Option<Opening>,
}

/// Lines to be written down, and the head after them.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Sealed {
    /// The lines as they are to be stored, a newline after each.
    pub lines: Vec<u8>,
    /// The head after the last: 64 hexadecimal digits.
    pub head: String,
}

/// A journal in which everything is in order.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Verified {
    /// How many lines it has.
    pub lines: u64,
    /// The head after the last: 64 hexadecimal digits.
    pub head: String,
}

/// Checks the chain of a journal and nothing else. Any version can be checked so, for ever.
///
/// # Errors
/// [`MuntwerkError::Journal`] for the first line that does not follow from those before it.
#[uniffi::export]
pub fn verify_journal(journal: Vec<u8>) -> Result<Verified, MuntwerkError> {
    let verified = verify(lines(&journal))?;
    Ok(Verified { lines: verified.lines, head: verified.head.to_string() })
}

#[uniffi::export]
impl Ledger {
    /// A record by its number.
    ///
    /// # Errors
    /// [`MuntwerkError::Unknown`] if there is none.
    pub fn record(&self, number: u64) -> Result<Record, MuntwerkError> {
        let ledger = self.lock()?;
        let found = ledger.get(number).ok_or_else(|| unknown("record", number))?;
        Ok(one(&found, ledger.design()))
    }

    /// Records from a number on, at most so many.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn records(&self, from: u64, count: u32) -> Result<Vec<Record>, MuntwerkError> {
        let ledger = self.lock()?;
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        Ok(ledger.records_from(from).take(count).map(|record| one(&record, ledger.design())).collect())
    }

    /// The lines of all records that were not sealed yet, for the host to write down.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn seal(&self) -> Result<Sealed, MuntwerkError> {
        let mut lines = Vec::new();
        let head = self.lock()?.seal(&mut lines).to_string();
        Ok(Sealed { lines, head })
    }

    /// The journal from its first line, as it is stored.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn journal(&self) -> Result<Vec<u8>, MuntwerkError> {
        let mut bytes = Vec::new();
        for line in self.lock()?.journal() {
            bytes.extend_from_slice(&line);
            bytes.push(b'\n');
        }
        Ok(bytes)
    }
}

/// The lines of a journal.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.strip_suffix(b"\n").unwrap_or(bytes).split(|byte| *byte == b'\n')
}

fn one(record: &CoreRecord, design: &Design) -> Record {
    let none = Record { number: record.number, order: None, entry: None, refusal: None, opening: None };
    match &record.outcome {
        Outcome::Opened(opening) => Record { opening: Some(Opening::from_core(opening)), ..none },
        Outcome::Booked(order, entry) => {
            Record { order: Some(Order::from_core(order)), entry: Some(Entry::from_core(entry)), ..none }
        }
        Outcome::Refused(order, refusal) => Record {
            order: Some(Order::from_core(order)),
            refusal: Some(Refusal { number: Some(record.number), ..Refusal::decided(refusal, design) }),
            ..none
        },
    }
}
