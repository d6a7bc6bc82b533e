//! [`Segments`]: a vector that grows by whole blocks, so that no push copies what was pushed before.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{SeqAccess, Visitor};
use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

const BITS: u32 = 10;
const BLOCK: usize = 1 << BITS;

/// A growing list in blocks of 1,024. A `Vec` of a million rows copies all of them when it doubles,
/// and the order that meets that moment waits for it.
#[derive(Clone, Debug)]
pub(crate) struct Segments<T> {
    blocks: Vec<Vec<T>>,
    len: usize,
}

impl<T> Default for Segments<T> {
    fn default() -> Self {
        Self { blocks: Vec::new(), len: 0 }
    }
}

impl<T> Segments<T> {
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// The number the next pushed row will have, if it fits 32 bits.
    pub(crate) fn next_number(&self) -> Option<u32> {
        u32::try_from(self.len).ok()
    }

    fn place(number: u32) -> Option<(usize, usize)> {
        let number = usize::try_from(number).ok()?;
        Some((number >> BITS, number & (BLOCK.wrapping_sub(1))))
    }

    #[inline]
    pub(crate) fn get(&self, number: u32) -> Option<&T> {
        let (block, row) = Self::place(number)?;
        self.blocks.get(block)?.get(row)
    }

    #[inline]
    pub(crate) fn get_mut(&mut self, number: u32) -> Option<&mut T> {
        let (block, row) = Self::place(number)?;
        self.blocks.get_mut(block)?.get_mut(row)
    }

    pub(crate) fn push(&mut self, row: T) {
        match self.blocks.last_mut() {
            Some(block) if block.len() < BLOCK => block.push(row),
            _ => {
                // The first block grows as a vector does, so that a phone with one account stays small.
                let mut block = if self.blocks.is_empty() { Vec::new() } else { Vec::with_capacity(BLOCK) };
                block.push(row);
                self.blocks.push(block);
            }
        }
        self.len = self.len.saturating_add(1);
    }

    pub(crate) fn pop(&mut self) -> Option<T> {
        let block = self.blocks.last_mut()?;
        let row = block.pop();
        if block.is_empty() {
            self.blocks.pop();
        }
        self.len = self.len.saturating_sub(1);
        row
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.blocks.iter().flatten()
    }

    /// Bytes of the blocks, their free rows included.
    pub(crate) fn bytes_reserved(&self) -> usize {
        let rows = self.blocks.iter().map(Vec::capacity).fold(0, usize::saturating_add);
        rows.saturating_mul(size_of::<T>())
    }

    /// Rows with their numbers, in order.
    pub(crate) fn numbered(&self) -> impl Iterator<Item = (u32, &T)> {
        (0..).zip(self.iter())
    }
}

impl<T: PartialEq> PartialEq for Segments<T> {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && self.iter().eq(other.iter())
    }
}

impl<T: Serialize> Serialize for Segments<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rows = serializer.serialize_seq(Some(self.len))?;
        self.iter().try_for_each(|row| rows.serialize_element(row))?;
        rows.end()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Segments<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Rows<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Rows<T> {
            type Value = Segments<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of rows")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<Segments<T>, A::Error> {
                let mut segments = Segments::default();
                while let Some(row) = rows.next_element()? {
                    segments.push(row);
                }
                Ok(segments)
            }
        }
        deserializer.deserialize_seq(Rows(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_their_numbers_across_blocks() {
        let mut rows = Segments::default();
        for value in 0..3_000_u32 {
            assert_eq!(rows.next_number(), Some(value));
            rows.push(value);
        }
        assert_eq!((rows.get(0), rows.get(2_999), rows.get(3_000)), (Some(&0), Some(&2_999), None));
        assert!(rows.numbered().all(|(number, value)| number == *value));
        while rows.len() > 1_024 {
            rows.pop();
        }
        assert_eq!(rows.pop(), Some(1_023));
        rows.push(7);
        assert_eq!(rows.get(1_023), Some(&7));
    }
}
