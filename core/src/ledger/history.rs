//! [`History`]: every record so far, compact in memory.

use super::Record;
use super::record::{Body, BodyRef};
use crate::dense::Segments;

/// Bytes in a block; a longer record gets a block of its own length.
const BLOCK: usize = 1 << 18;

#[derive(Clone, Copy)]
struct Place {
    block: u32,
    start: u32,
}

/// Records in a compact binary form, in blocks that never move. The form exists in memory only; what
/// is kept for ever is the journal.
#[derive(Clone, Default)]
pub(super) struct History {
    blocks: Vec<Vec<u8>>,
    // Bytes of the last block that hold records.
    used: usize,
    places: Segments<Place>,
}

impl History {
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    pub(super) fn bytes_reserved(&self) -> usize {
        let blocks = self.blocks.iter().map(Vec::len).fold(0, usize::saturating_add);
        blocks.saturating_add(self.places.bytes_reserved())
    }

    pub(super) fn push(&mut self, body: &BodyRef<'_>) {
        // Blocks are made zeroed, which costs nothing until a page is touched, and records are written
        // in place. What does not fit the rest of a block starts the next one.
        let room = self.blocks.last_mut().and_then(|block| block.get_mut(self.used..)).unwrap_or_default();
        let length = match postcard::to_slice(body, room) {
            Ok(written) => written.len(),
            Err(_) => self.push_in_new_block(body),
        };
        let block = u32::try_from(self.blocks.len().saturating_sub(1));
        if let (Ok(block), Ok(start)) = (block, u32::try_from(self.used)) {
            self.places.push(Place { block, start });
        }
        self.used = self.used.saturating_add(length);
    }

    fn push_in_new_block(&mut self, body: &BodyRef<'_>) -> usize {
        let mut block = postcard::to_allocvec(body).unwrap_or_default();
        // Every type of a record knows its lengths, so it can always be packed.
        debug_assert!(!block.is_empty(), "a record cannot be packed");
        let length = block.len();
        if length < BLOCK {
            let record = std::mem::replace(&mut block, vec![0; BLOCK]);
            if let Some(place) = block.get_mut(..length) {
                place.copy_from_slice(&record);
            }
        }
        self.blocks.push(block);
        self.used = 0;
        length
    }

    /// Takes back the last record.
    pub(super) fn pop(&mut self) {
        let Some(place) = self.places.pop() else { return };
        let (Ok(block), Ok(start)) = (usize::try_from(place.block), usize::try_from(place.start)) else {
            return;
        };
        self.blocks.truncate(block.saturating_add(1));
        self.used = start;
    }

    /// The records as they lie in memory: blocks without their free end, and where each record begins.
    pub(super) fn packed(&self) -> (impl Iterator<Item = &[u8]>, impl Iterator<Item = [u32; 2]>) {
        let last = self.blocks.len().saturating_sub(1);
        let used = move |at, block: &'_ Vec<u8>| if at == last { self.used } else { block.len() };
        let blocks = self.blocks.iter().enumerate();
        let blocks = blocks.map(move |(at, block)| block.get(..used(at, block)).unwrap_or(block));
        (blocks, self.places.iter().map(|place| [place.block, place.start]))
    }

    /// The history of what [`History::packed`] gave.
    pub(super) fn from_packed<'b>(
        blocks: impl Iterator<Item = &'b [u8]>,
        places: impl Iterator<Item = [u32; 2]>,
    ) -> Self {
        let mut history = Self { blocks: blocks.map(<[u8]>::to_vec).collect(), ..Self::default() };
        places.for_each(|[block, start]| history.places.push(Place { block, start }));
        if let Some(last) = history.blocks.last_mut() {
            history.used = last.len();
            last.resize(last.len().max(BLOCK), 0);
        }
        history
    }

    pub(super) fn get(&self, number: u64) -> Option<Record> {
        let place = self.places.get(u32::try_from(number).ok()?)?;
        let block = self.blocks.get(usize::try_from(place.block).ok()?)?;
        let bytes = block.get(usize::try_from(place.start).ok()?..)?;
        let (body, _) = postcard::take_from_bytes::<Body>(bytes).ok()?;
        Some(body.into_record(number))
    }
}
