//! [`Register`]: from order ids to record numbers (R5: an idempotency key).

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::dense::{Index, Secret, order_hash};
use crate::id::OrderId;

#[derive(Clone, Copy, Serialize, Deserialize)]
struct Known {
    id: OrderId,
    number: u32,
    value_day: Day,
}

/// Which order ids were answered, and by which record. Exact for every value day that an order could
/// still name. Ids of older days are as if they were not there, and are swept out when their table
/// would otherwise grow.
#[derive(Clone)]
pub(super) struct Register {
    secret: Secret,
    index: Index<Known>,
    known_from: Day,
}

/// A register without its table, which follows from the secret.
#[derive(Serialize, Deserialize)]
pub(super) struct Written {
    known_from: Day,
    known: Vec<Known>,
}

/// An order id with its hash, so that looking it up and remembering it hash once.
#[derive(Clone, Copy)]
pub(super) struct Hashed {
    id: OrderId,
    hash: u64,
}

impl Register {
    pub(super) fn new(secret: Secret) -> Self {
        Self { secret, index: Index::new(secret), known_from: Day::FIRST }
    }

    pub(super) fn secret(&self) -> Secret {
        self.secret
    }

    pub(super) fn hashed(&self, id: OrderId) -> Hashed {
        Hashed { id, hash: order_hash(self.secret, id) }
    }

    pub(super) fn find(&self, hashed: Hashed) -> Option<u64> {
        let found = self.index.find(hashed.hash, |known| known.id == hashed.id)?;
        (found.value_day >= self.known_from).then_some(found.number.into())
    }

    /// Remembers an answer for as long as an order of that value day could be asked.
    pub(super) fn learn(&mut self, hashed: Hashed, value_day: Day, number: u64) {
        let Ok(number) = u32::try_from(number) else { return };
        let (secret, known_from) = (self.secret, self.known_from);
        let known = Known { id: hashed.id, number, value_day };
        self.index.insert_sweeping(
            hashed.hash,
            known,
            |known| known.value_day >= known_from,
            |known| order_hash(secret, known.id),
        );
    }

    pub(super) fn forget(&mut self, id: OrderId) {
        self.index.remove(order_hash(self.secret, id), |known| known.id == id);
    }

    /// From now on, ids of value days before this one are unknown.
    pub(super) fn forget_before(&mut self, day: Day) {
        self.known_from = self.known_from.max(day);
    }

    /// What is still known, by record number: the same whatever the secret, and whatever was swept.
    pub(super) fn written(&self) -> Written {
        let known_from = self.known_from;
        let mut known: Vec<Known> =
            self.index.iter().filter(|known| known.value_day >= known_from).copied().collect();
        known.sort_unstable_by_key(|known| (known.number, known.id));
        Written { known_from, known }
    }

    pub(super) fn from_written(written: &Written, secret: Secret) -> Self {
        let mut register = Self::new(secret);
        for known in &written.known {
            register.learn(register.hashed(known.id), known.value_day, known.number.into());
        }
        register.known_from = written.known_from;
        register
    }

    pub(super) fn bytes_reserved(&self) -> usize {
        self.index.bytes_reserved()
    }
}
