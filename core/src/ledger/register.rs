//! [`Register`]: from order ids to record numbers (R5: an idempotency key).

use std::collections::BTreeMap;

use crate::calendar::Day;
use crate::dense::{Index, Secret, order_hash};
use crate::id::OrderId;

/// Days of value days in one generation. Ids of old days are dropped a generation at a time.
const GENERATION_BITS: u32 = 5;

#[derive(Clone, Copy)]
struct Known {
    id: OrderId,
    number: u32,
}

/// Which order ids were answered, and by which record. Exact for every value day that an order could
/// still name; older days are answered `too_old` before anybody looks here.
#[derive(Clone)]
pub(super) struct Register {
    secret: Secret,
    generations: BTreeMap<i32, Index<Known>>,
}

fn generation(day: Day) -> i32 {
    day.since_epoch() >> GENERATION_BITS
}

impl Register {
    pub(super) fn new(secret: Secret) -> Self {
        Self { secret, generations: BTreeMap::new() }
    }

    pub(super) fn find(&self, id: OrderId) -> Option<u64> {
        let hash = order_hash(self.secret, id);
        // The newest generation holds almost everything that is looked for.
        let mut newest_first = self.generations.values().rev();
        newest_first
            .find_map(|index| index.find(hash, |known| known.id == id))
            .map(|known| known.number.into())
    }

    /// Remembers an answer. The value day of a refused order may be any day; it counts as answered
    /// today at the latest.
    pub(super) fn learn(&mut self, id: OrderId, value_day: Day, today: Day, number: u64) {
        let Ok(number) = u32::try_from(number) else { return };
        let secret = self.secret;
        let index =
            self.generations.entry(generation(value_day.min(today))).or_insert_with(|| Index::new(secret));
        index.insert(order_hash(secret, id), Known { id, number }, |known| order_hash(secret, known.id));
    }

    pub(super) fn forget(&mut self, id: OrderId) {
        let hash = order_hash(self.secret, id);
        for index in self.generations.values_mut() {
            index.remove(hash, |known| known.id == id);
        }
    }

    /// Drops the generations that end before a day.
    pub(super) fn forget_before(&mut self, day: Day) {
        let first = generation(day);
        while self.generations.first_key_value().is_some_and(|(oldest, _)| *oldest < first) {
            self.generations.pop_first();
        }
    }

    pub(super) fn bytes_reserved(&self) -> usize {
        self.generations.values().map(Index::bytes_reserved).fold(0, usize::saturating_add)
    }
}
