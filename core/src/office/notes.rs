//! [`Notes`]: pieces by face, as they lie counted on a counter.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use smallvec::SmallVec;

use crate::money::Amount;

/// Why a list is not pieces by face.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(clippy::exhaustive_enums)]
pub enum NotesError {
    /// A note is worth something.
    #[error("a note of zero")]
    FaceZero,
    /// Each face stands once, with all its pieces.
    #[error("the notes of {0} stand there twice")]
    Twice(i64),
    /// More than can be carried.
    #[error("the value of these notes is larger than the books can carry")]
    TooMany,
}

/// Pieces of one series by face, the smallest face first; no face stands there with no pieces. In JSON
/// a list of pairs: `[[5, 3], [10, 1]]` is three notes of 5 and one of 10, in minor units.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Notes(SmallVec<[(Amount, u32); 4]>);

impl Notes {
    /// Pieces by face, in any order; faces with no pieces are left out.
    ///
    /// # Errors
    /// [`NotesError`] if a face is zero or stands there twice, or the value does not fit an amount.
    pub fn new(pieces: impl IntoIterator<Item = (Amount, u32)>) -> Result<Self, NotesError> {
        let mut list: SmallVec<[(Amount, u32); 4]> = pieces.into_iter().collect();
        list.sort_unstable_by_key(|(face, _)| *face);
        let mut before = None;
        for (face, _) in &list {
            if face.is_zero() {
                return Err(NotesError::FaceZero);
            }
            if before == Some(*face) {
                return Err(NotesError::Twice(face.minor()));
            }
            before = Some(*face);
        }
        list.retain(|(_, count)| *count > 0);
        let notes = Self(list);
        let fits = notes.wide_value() <= i128::from(Amount::MAX.minor());
        if fits { Ok(notes) } else { Err(NotesError::TooMany) }
    }

    /// Face and pieces, the smallest face first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Amount, u32)> {
        self.0.iter().copied()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many of a face.
    pub fn count_of(&self, face: Amount) -> u32 {
        self.0.iter().find(|(one, _)| *one == face).map_or(0, |(_, count)| *count)
    }

    /// What they are worth, in minor units.
    pub fn value(&self) -> Amount {
        i64::try_from(self.wide_value())
            .ok()
            .and_then(|minor| Amount::from_minor(minor).ok())
            .unwrap_or(Amount::MAX)
    }

    fn wide_value(&self) -> i128 {
        let value =
            |(face, count): &(Amount, u32)| i128::from(face.minor()).saturating_mul(i128::from(*count));
        self.0.iter().map(value).fold(0, i128::saturating_add)
    }
}

impl<'de> Deserialize<'de> for Notes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let pieces = SmallVec::<[(Amount, u32); 4]>::deserialize(deserializer)?;
        Self::new(pieces).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_sorted_and_told_apart() {
        let face = |minor| Amount::from_minor(minor).unwrap();
        let notes: Notes = serde_json::from_str("[[10,1],[5,3],[1,0]]").unwrap();
        assert_eq!(serde_json::to_string(&notes).unwrap(), "[[5,3],[10,1]]");
        assert_eq!(notes.value(), face(25));
        assert_eq!((notes.count_of(face(5)), notes.count_of(face(1))), (3, 0));
        assert_eq!(Notes::new([(face(0), 1)]), Err(NotesError::FaceZero));
        assert_eq!(Notes::new([(face(5), 1), (face(5), 0)]), Err(NotesError::Twice(5)));
        assert_eq!(Notes::new([(Amount::MAX, 2)]), Err(NotesError::TooMany));
        assert!(serde_json::from_str::<Notes>("[[5,-1]]").is_err());
    }
}
