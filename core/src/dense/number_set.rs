//! [`NumberSet`]: a set of row numbers that is walked in order.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

const WORDS: usize = 64;

/// A set of dense numbers as pages of 4,096 bits, made as they are needed. Adding a number that is
/// there already changes nothing and costs one bit test, so callers need not ask first.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct NumberSet {
    pages: Vec<Option<Box<[u64; WORDS]>>>,
    len: usize,
}

struct Place {
    page: usize,
    word: usize,
    bit: u64,
}

fn place(number: u32) -> Place {
    let number = usize::try_from(number).unwrap_or(usize::MAX);
    Place { page: number >> 12, word: (number >> 6) & 63, bit: 1 << (number & 63) }
}

impl NumberSet {
    pub(crate) fn is_empty(&self) -> bool {
        self.len == 0
    }

    pub(crate) fn insert(&mut self, number: u32) {
        let place = place(number);
        if self.pages.len() <= place.page {
            self.pages.resize(place.page.saturating_add(1), None);
        }
        let Some(page) = self.pages.get_mut(place.page) else { return };
        let words = page.get_or_insert_with(|| Box::new([0; WORDS]));
        if let Some(word) = words.get_mut(place.word) {
            if *word & place.bit == 0 {
                self.len = self.len.saturating_add(1);
            }
            *word |= place.bit;
        }
    }

    pub(crate) fn remove(&mut self, number: u32) {
        let place = place(number);
        if let Some(word) = self
            .pages
            .get_mut(place.page)
            .and_then(Option::as_mut)
            .and_then(|words| words.get_mut(place.word))
        {
            if *word & place.bit != 0 {
                self.len = self.len.saturating_sub(1);
            }
            *word &= !place.bit;
        }
    }

    #[cfg(test)]
    pub(crate) fn contains(&self, number: u32) -> bool {
        let place = place(number);
        let words = self.pages.get(place.page).and_then(Option::as_ref);
        words.and_then(|words| words.get(place.word)).is_some_and(|word| word & place.bit != 0)
    }

    /// The smallest member that is `from` or more.
    pub(crate) fn first_from(&self, from: u32) -> Option<u32> {
        let start = place(from);
        for (page_number, page) in self.pages.iter().enumerate().skip(start.page) {
            let Some(words) = page else { continue };
            let first_word = if page_number == start.page { start.word } else { 0 };
            for (word_number, word) in words.iter().enumerate().skip(first_word) {
                let at_start = page_number == start.page && word_number == start.word;
                let masked = if at_start { word & (start.bit.wrapping_neg()) } else { *word };
                if masked != 0 {
                    let bit = usize::try_from(masked.trailing_zeros()).ok()?;
                    return u32::try_from((page_number << 12) | (word_number << 6) | bit).ok();
                }
            }
        }
        None
    }

    #[cfg(test)]
    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> {
        let mut from = Some(0);
        std::iter::from_fn(move || {
            let next = self.first_from(from?)?;
            from = next.checked_add(1);
            Some(next)
        })
    }
}

impl Serialize for NumberSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Page by page, so that what is read back never takes more room than it took to write.
        let pages: Vec<Option<&[u64]>> =
            self.pages.iter().map(|page| page.as_ref().map(|words| words.as_slice())).collect();
        pages.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for NumberSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut set = Self::default();
        for page in Vec::<Option<Vec<u64>>>::deserialize(deserializer)? {
            let page = page.map(|words| Box::<[u64; WORDS]>::try_from(words.into_boxed_slice()));
            let page = page.transpose().map_err(|_| D::Error::custom("a page has 64 words"))?;
            let members = page.iter().flat_map(|words| words.iter()).map(|word| word.count_ones());
            let members = usize::try_from(members.fold(0, u32::saturating_add)).unwrap_or(usize::MAX);
            set.len = set.len.saturating_add(members);
            set.pages.push(page);
        }
        Ok(set)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn walks_as_a_btree_set(acts in prop::collection::vec((any::<bool>(), 0_u32..20_000), 0..200)) {
            let (mut set, mut model) = (NumberSet::default(), BTreeSet::new());
            for (add, number) in acts {
                if add { set.insert(number); model.insert(number); } else { set.remove(number); model.remove(&number); }
                prop_assert_eq!(set.contains(number), add);
            }
            prop_assert_eq!(set.iter().collect::<Vec<_>>(), model.iter().copied().collect::<Vec<_>>());
            prop_assert_eq!(set.is_empty(), model.is_empty());
            let packed = postcard::to_allocvec(&set).unwrap();
            prop_assert_eq!(postcard::from_bytes::<NumberSet>(&packed).unwrap(), set);
        }
    }
}
