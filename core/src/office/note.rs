//! [`Note`] and [`NoteLeg`]: which notes, and how they move.

use serde::{Deserialize, Serialize};

use super::Place;
use crate::id::Code;
use crate::money::Amount;

/// Notes (or tokens) that are alike: of one series and one face. They have no numbers of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The series.
    pub series: Code,
    /// What is printed on it, in minor units.
    pub face: Amount,
}

/// So many notes coming to a place, or leaving it when below zero. The legs of an entry sum to zero for
/// every series and face.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteLeg {
    /// Where.
    pub place: Place,
    /// Of which series.
    pub series: Code,
    /// Of which face, in minor units.
    pub face: Amount,
    /// How many pieces come; below zero they leave.
    pub by: i64,
}

impl NoteLeg {
    /// Which notes move.
    pub fn note(&self) -> Note {
        Note { series: self.series, face: self.face }
    }

    /// What these pieces are worth, in minor units, with their sign.
    pub(crate) fn value(&self) -> i128 {
        i128::from(self.face.minor()).saturating_mul(i128::from(self.by))
    }
}
