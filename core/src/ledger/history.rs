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
    places: Segments<Place>,
}

impl History {
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    pub(super) fn bytes_reserved(&self) -> usize {
        let blocks = self.blocks.iter().map(Vec::capacity).fold(0, usize::saturating_add);
        blocks.saturating_add(self.places.bytes_reserved())
    }

    pub(super) fn push(&mut self, body: &BodyRef<'_>) {
        let room = self.blocks.last().map_or(0, |block| block.capacity().saturating_sub(block.len()));
        // Enough for almost every record, so that almost none makes its block grow.
        if room < 4_096 {
            self.blocks.push(Vec::with_capacity(BLOCK));
        }
        let block_number = self.blocks.len().saturating_sub(1);
        let Some(block) = self.blocks.last_mut() else { return };
        let start = block.len();
        if let Ok(longer) = postcard::to_extend(body, std::mem::take(block)) {
            *block = longer;
        }
        let place = (u32::try_from(block_number), u32::try_from(start));
        if let (Ok(block), Ok(start)) = place {
            self.places.push(Place { block, start });
        }
    }

    /// Takes back the last record.
    pub(super) fn pop(&mut self) {
        let Some(place) = self.places.pop() else { return };
        let (Ok(block), Ok(start)) = (usize::try_from(place.block), usize::try_from(place.start)) else {
            return;
        };
        self.blocks.truncate(block.saturating_add(1));
        if let Some(block) = self.blocks.last_mut() {
            block.truncate(start);
        }
    }

    pub(super) fn get(&self, number: u64) -> Option<Record> {
        let place = self.places.get(u32::try_from(number).ok()?)?;
        let block = self.blocks.get(usize::try_from(place.block).ok()?)?;
        let bytes = block.get(usize::try_from(place.start).ok()?..)?;
        let (body, _) = postcard::take_from_bytes::<Body>(bytes).ok()?;
        Some(body.into_record(number))
    }
}
