//! The slices a wallet has, with their links and the last head.

use crate::feed::{Link, SignedHead};

#[derive(Clone, Default)]
pub(super) struct Chain {
    slices: Vec<Box<[u8]>>,
    links: Vec<Link>,
    head: Option<SignedHead>,
}

fn place(number: u64) -> Option<usize> {
    usize::try_from(number).ok()
}

impl Chain {
    pub(super) fn len(&self) -> u64 {
        u64::try_from(self.slices.len()).unwrap_or(u64::MAX)
    }

    pub(super) fn head(&self) -> Option<&SignedHead> {
        self.head.as_ref()
    }

    pub(super) fn slices(&self) -> &[Box<[u8]>] {
        &self.slices
    }

    /// The slices after one.
    pub(super) fn slices_after(&self, number: u64) -> &[Box<[u8]>] {
        place(number).and_then(|place| self.slices.get(place..)).unwrap_or_default()
    }

    /// The link of a slice by its number; slice 0 is before the first.
    pub(super) fn link(&self, number: u64) -> Option<Link> {
        match place(number)?.checked_sub(1) {
            None => Some(Link::default()),
            Some(before) => self.links.get(before).copied(),
        }
    }

    /// The links of the slices after one.
    pub(super) fn links_after(&self, number: u64) -> &[Link] {
        place(number).and_then(|place| self.links.get(place..)).unwrap_or_default()
    }

    pub(super) fn push(&mut self, slice: Box<[u8]>, link: Link) {
        self.slices.push(slice);
        self.links.push(link);
    }

    pub(super) fn set_head(&mut self, head: SignedHead) {
        self.head = Some(head);
    }
}
