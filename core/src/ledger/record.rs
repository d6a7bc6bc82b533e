//! [`Record`]: one line of the journal.

use serde::{Deserialize, Serialize};

use super::{Opening, journal};
use crate::books::Entry;
use crate::orders::{Order, Refusal};

/// The version every journal line begins with. Every version stays readable for ever.
pub const JOURNAL_VERSION: u16 = 1;

/// What an order came to.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::exhaustive_enums, clippy::large_enum_variant)]
pub enum Outcome {
    /// The ledger was opened; there was no order.
    Opened(Opening),
    /// It was booked.
    Booked(Order, Entry),
    /// It was refused.
    Refused(Order, Refusal),
}

/// A record: its number and what happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The sequence number, from zero without gaps. It alone orders.
    pub number: u64,
    /// What happened.
    pub outcome: Outcome,
}

impl Record {
    /// The order, unless this is the opening.
    pub fn order(&self) -> Option<&Order> {
        match &self.outcome {
            Outcome::Opened(_) => None,
            Outcome::Booked(order, _) | Outcome::Refused(order, _) => Some(order),
        }
    }

    /// Its line in the journal, without the head.
    pub(crate) fn line(&self) -> Vec<u8> {
        let mut line = Vec::with_capacity(512);
        journal::write_line(self.number, self.outcome.body(), &mut line);
        line
    }

    /// What was booked, if it was.
    pub fn entry(&self) -> Option<&Entry> {
        match &self.outcome {
            Outcome::Booked(_, entry) => Some(entry),
            Outcome::Opened(_) | Outcome::Refused(..) => None,
        }
    }
}

/// A record's contents as they are written, borrowed.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum BodyRef<'r> {
    Opening(&'r Opening),
    Booked { order: &'r Order, entry: &'r Entry },
    Refused { order: &'r Order, refusal: &'r Refusal },
}

/// A record's contents as they are read.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[allow(clippy::large_enum_variant)]
pub(crate) enum Body {
    Opening(Opening),
    Booked { order: Order, entry: Entry },
    Refused { order: Order, refusal: Refusal },
}

impl Body {
    pub(crate) fn into_record(self, number: u64) -> Record {
        let outcome = match self {
            Self::Opening(opening) => Outcome::Opened(opening),
            Self::Booked { order, mut entry } => {
                entry.number = number;
                Outcome::Booked(order, entry)
            }
            Self::Refused { order, refusal } => Outcome::Refused(order, refusal),
        };
        Record { number, outcome }
    }
}

impl Outcome {
    pub(crate) fn body(&self) -> BodyRef<'_> {
        match self {
            Self::Opened(opening) => BodyRef::Opening(opening),
            Self::Booked(order, entry) => BodyRef::Booked { order, entry },
            Self::Refused(order, refusal) => BodyRef::Refused { order, refusal },
        }
    }
}
