//! [`PaperBooks`]: how many notes of which kind are where.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::id::Code;
use crate::money::Amount;
use crate::office::{Note, NoteLeg, Notes, Place};

/// Pieces by series, face and place. They sum to zero for every series and face: what was printed is
/// somewhere.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PaperBooks {
    pieces: BTreeMap<(Note, Place), i64>,
}

impl PaperBooks {
    /// How many pieces of a kind are in a place; what was printed is below zero.
    pub fn count(&self, note: Note, place: Place) -> i64 {
        self.pieces.get(&(note, place)).copied().unwrap_or(0)
    }

    /// Every kind of note in every place where there are some, by series, face and place.
    pub fn iter(&self) -> impl Iterator<Item = (Note, Place, i64)> {
        self.pieces.iter().map(|((note, place), count)| (*note, *place, *count))
    }

    /// The kinds of note of a series and where they are.
    pub fn of_series(&self, series: Code) -> impl Iterator<Item = (Amount, Place, i64)> {
        let from = (Note { series, face: Amount::ZERO }, Place::Printed);
        let pieces = self.pieces.range(from..).take_while(move |((note, _), _)| note.series == series);
        pieces.map(|((note, place), count)| (note.face, *place, *count))
    }

    /// The pieces of a series in a place, by face.
    pub fn notes(&self, series: Code, place: Place) -> Notes {
        let there = self.of_series(series).filter(|(_, at, _)| *at == place);
        let counted = there.map(|(face, _, count)| (face, u32::try_from(count).unwrap_or(0)));
        Notes::new(counted).unwrap_or_default()
    }

    /// What the live notes of a series are worth, in minor units.
    pub fn live_value(&self, series: Code) -> i128 {
        let live = self.of_series(series).filter(|(_, place, _)| place.is_live());
        let value = live.map(|(face, _, count)| i128::from(face.minor()).saturating_mul(i128::from(count)));
        value.fold(0, i128::saturating_add)
    }

    /// The series that were ever printed, in the order of their codes.
    pub fn series(&self) -> Vec<Code> {
        let mut series: Vec<Code> = self.pieces.keys().map(|(note, _)| note.series).collect();
        series.dedup();
        series
    }

    /// How many there would be after a leg, if it can be: nowhere fewer than none, and of what was
    /// printed never more than none.
    pub(crate) fn after(&self, leg: &NoteLeg) -> Option<i64> {
        let after = self.count(leg.note(), leg.place).checked_add(leg.by)?;
        let within = match leg.place {
            Place::Printed => after <= 0 && after >= i64::from(u32::MAX).saturating_neg(),
            _ => after >= 0,
        };
        within.then_some(after)
    }

    pub(crate) fn apply(&mut self, leg: &NoteLeg) {
        let key = (leg.note(), leg.place);
        match self.count(leg.note(), leg.place).saturating_add(leg.by) {
            0 => self.pieces.remove(&key),
            count => self.pieces.insert(key, count),
        };
    }
}
