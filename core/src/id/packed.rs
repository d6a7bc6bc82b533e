//! Up to 32 characters of a small alphabet, six bits each, in 24 bytes.
//!
//! Ids are compared, hashed and copied on every order; packed they need no heap and no length, and
//! the order of the bytes is the order of the text.

/// The longest text that fits.
pub(super) const CAPACITY: usize = 32;

/// Four characters in three bytes, the first in the highest bits, zero bits after the last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(super) struct Packed([u8; 24]);

/// Position of a character in the alphabet counted from one; zero is "no character here".
/// The alphabet is in ASCII order, so packed text sorts as text does.
const fn code_of(byte: u8) -> Option<u8> {
    match byte {
        b'-' => Some(1),
        b'.' => Some(2),
        b'0'..=b'9' => Some(byte.wrapping_sub(b'0').wrapping_add(3)),
        b':' => Some(13),
        b'_' => Some(14),
        b'a'..=b'z' => Some(byte.wrapping_sub(b'a').wrapping_add(15)),
        _ => None,
    }
}

/// The characters by code; what no code stands for is unreachable for packed text.
const CHARS: [u8; 64] = *b"?-.0123456789:_abcdefghijklmnopqrstuvwxyz???????????????????????";

/// Why a text cannot be packed.
pub(super) enum Unpackable {
    TooLong,
    Character { at: usize },
}

impl Packed {
    pub(super) fn pack(text: &[u8]) -> Result<Self, Unpackable> {
        if text.len() > CAPACITY {
            return Err(Unpackable::TooLong);
        }
        let mut bytes = [0_u8; 24];
        let mut at = 0;
        for (three, four) in bytes.chunks_exact_mut(3).zip(text.chunks(4)) {
            let mut bits = 0_u32;
            for place in 0..4 {
                let code = match four.get(place) {
                    Some(&byte) => code_of(byte).ok_or(Unpackable::Character { at })?,
                    None => 0,
                };
                bits = (bits << 6) | u32::from(code);
                at = at.saturating_add(1);
            }
            three.copy_from_slice(bits.to_be_bytes().get(1..).unwrap_or(&[0, 0, 0]));
        }
        Ok(Self(bytes))
    }

    /// Writes the text into `buffer` and returns it.
    pub(super) fn unpack<'b>(&self, buffer: &'b mut [u8; CAPACITY]) -> &'b str {
        let mut length = 0;
        for (three, four) in self.0.chunks_exact(3).zip(buffer.chunks_exact_mut(4)) {
            let &[high, middle, low] = three else { break };
            if high == 0 {
                break;
            }
            let bits = u32::from_be_bytes([0, high, middle, low]);
            for (slot, shift) in four.iter_mut().zip([18_u32, 12, 6, 0]) {
                let code = usize::try_from((bits >> shift) & 63).unwrap_or(0);
                *slot = CHARS.get(code).copied().unwrap_or(b'?');
                length = usize::saturating_add(length, usize::from(code != 0));
            }
        }
        buffer.get(..length).and_then(|text| str::from_utf8(text).ok()).unwrap_or("")
    }

    /// The packed bytes without the empty end.
    pub(super) fn trimmed(&self) -> &[u8] {
        let end = self.0.iter().rposition(|byte| *byte != 0).map_or(0, |last| last.saturating_add(1));
        self.0.get(..end).unwrap_or(&[])
    }

    /// Reads what [`Packed::trimmed`] gave; whatever no packing gives is refused.
    pub(super) fn from_trimmed(trimmed: &[u8]) -> Option<Self> {
        let mut bytes = [0_u8; 24];
        bytes.get_mut(..trimmed.len())?.copy_from_slice(trimmed);
        let packed = Self(bytes);
        let mut buffer = [0_u8; CAPACITY];
        let text = packed.unpack(&mut buffer);
        Self::pack(text.as_bytes()).ok().filter(|again| *again == packed)
    }

    /// Three words for hashing.
    pub(super) fn words(&self) -> [u64; 3] {
        let mut words = [0_u64; 3];
        for (word, eight) in words.iter_mut().zip(self.0.as_chunks::<8>().0) {
            *word = u64::from_le_bytes(*eight);
        }
        words
    }
}
