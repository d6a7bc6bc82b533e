//! [`Index`]: from a key to a row number, keyed by the host's secret.

use std::hash::Hasher;

use hashbrown::HashTable;
use siphasher::sip::SipHasher13;

use crate::id::{Id, OrderId};

/// Tables per index. Each grows on its own, so that the longest pause is a 512th of a rehash.
const SHARDS: usize = 512;

/// Sixteen bytes only the host knows. Ids are chosen by callers; with a known key one could choose
/// them all in one bucket and make every order slow. It has no influence on any answer or record.
#[derive(Clone, Copy)]
pub struct Secret(u64, u64);

impl Secret {
    /// A secret from random bytes of the host.
    pub const fn new(bytes: [u8; 16]) -> Self {
        let ([low, high], _) = bytes.as_chunks::<8>() else { return Self(0, 0) };
        Self(u64::from_le_bytes(*low), u64::from_le_bytes(*high))
    }

    fn hasher(self) -> SipHasher13 {
        SipHasher13::new_with_keys(self.0, self.1)
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(..)")
    }
}

/// Hash of a text id. Opening an account takes a permission, so nobody floods this index from outside,
/// and a keyed multiply-and-fold is enough; order ids, which anybody chooses, get SipHash.
#[inline]
pub(crate) fn id_hash(secret: Secret, id: &Id) -> u64 {
    let [one, two, three] = id.words();
    let fold = |a: u64, b: u64| {
        let [low, high] = wide_halves(u128::from(a).wrapping_mul(u128::from(b)));
        low ^ high
    };
    let first = fold(one ^ secret.0, two ^ secret.1 ^ 0x9e37_79b9_7f4a_7c15);
    fold(first ^ three ^ secret.1, secret.0 | 1)
}

#[inline]
fn wide_halves(wide: u128) -> [u64; 2] {
    let bytes = wide.to_le_bytes();
    let (halves, _) = bytes.as_chunks::<8>();
    [halves.first(), halves.get(1)].map(|half| half.map_or(0, |half| u64::from_le_bytes(*half)))
}

/// Hash of an order id.
pub(crate) fn order_hash(secret: Secret, id: OrderId) -> u64 {
    let mut hasher = secret.hasher();
    hasher.write_u128(id.bits());
    hasher.finish()
}

/// Row numbers found by their id; the id itself stands in the row.
#[derive(Clone)]
pub(crate) struct Index<E> {
    secret: Secret,
    shards: Vec<HashTable<E>>,
}

impl<E> Default for Index<E> {
    /// An index that knows nothing, until it is made anew with the host's secret.
    fn default() -> Self {
        Self::new(Secret(0, 0))
    }
}

impl<E> Index<E> {
    pub(crate) fn new(secret: Secret) -> Self {
        Self { secret, shards: Vec::new() }
    }

    fn shard(hash: u64) -> usize {
        // The table itself uses the low bits and the top seven.
        usize::try_from((hash >> 40) & 0x1ff).unwrap_or(0)
    }

    /// Bytes of the tables, their free places included.
    pub(crate) fn bytes_reserved(&self) -> usize {
        self.shards.iter().map(HashTable::allocation_size).fold(0, usize::saturating_add)
    }

    #[inline]
    pub(crate) fn find(&self, hash: u64, is_it: impl FnMut(&E) -> bool) -> Option<&E> {
        self.shards.get(Self::shard(hash))?.find(hash, is_it)
    }

    /// Every entry, in no order to rely on.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &E> {
        self.shards.iter().flat_map(HashTable::iter)
    }

    /// Adds an entry whose key is not there yet.
    pub(crate) fn insert(&mut self, hash: u64, entry: E, rehash: impl Fn(&E) -> u64) {
        if self.shards.is_empty() {
            self.shards.resize_with(SHARDS, HashTable::new);
        }
        if let Some(shard) = self.shards.get_mut(Self::shard(hash)) {
            shard.insert_unique(hash, entry, rehash);
        }
    }

    /// Adds an entry; before its table would grow, the entries not worth keeping are swept out of it.
    pub(crate) fn insert_sweeping(
        &mut self,
        hash: u64,
        entry: E,
        keep: impl Fn(&E) -> bool,
        rehash: impl Fn(&E) -> u64,
    ) {
        if let Some(shard) = self.shards.get_mut(Self::shard(hash))
            && shard.len() == shard.capacity()
        {
            shard.retain(|entry| keep(entry));
        }
        self.insert(hash, entry, rehash);
    }

    pub(crate) fn remove(&mut self, hash: u64, is_it: impl FnMut(&E) -> bool) {
        let shard = self.shards.get_mut(Self::shard(hash));
        if let Some(Ok(found)) = shard.map(|shard| shard.find_entry(hash, is_it)) {
            found.remove();
        }
    }
}

impl Index<u32> {
    /// The number of the row whose id is `id`; `id_of` reads the id in a row.
    #[inline]
    pub(crate) fn number_of<'r>(&self, id: &Id, id_of: impl Fn(u32) -> Option<&'r Id>) -> Option<u32> {
        self.find(id_hash(self.secret, id), |number| id_of(*number) == Some(id)).copied()
    }

    /// Remembers that `id` stands in row `number`.
    pub(crate) fn learn<'r>(&mut self, id: &Id, number: u32, id_of: impl Fn(u32) -> Option<&'r Id>) {
        let secret = self.secret;
        self.insert(id_hash(secret, id), number, |other| {
            id_of(*other).map_or(0, |other| id_hash(secret, other))
        });
    }

    /// Forgets `id`, which stood in row `number`.
    pub(crate) fn forget(&mut self, id: &Id, number: u32) {
        self.remove(id_hash(self.secret, id), |other| *other == number);
    }
}
