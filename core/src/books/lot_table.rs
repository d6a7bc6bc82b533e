//! [`LotTable`]: lots by their number.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Lot;
use crate::dense::Segments;

/// Lots by the number that the journal gave them: all of them in a ledger, without gaps, or those that a wallet
/// was told of. The number stays the journal's, since units of one end are spent in its order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum LotTable {
    All(Segments<Lot>),
    Told(BTreeMap<u32, Lot>),
}

impl Default for LotTable {
    fn default() -> Self {
        Self::All(Segments::default())
    }
}

impl LotTable {
    pub(super) fn len(&self) -> usize {
        match self {
            Self::All(lots) => lots.len(),
            Self::Told(lots) => lots.len(),
        }
    }

    /// The number of the next lot; of a wallet's, one that comes after all it was told of.
    pub(super) fn next_number(&self) -> Option<u32> {
        match self {
            Self::All(lots) => lots.next_number(),
            Self::Told(lots) => lots.last_key_value().map_or(Some(0), |(last, _)| last.checked_add(1)),
        }
    }

    #[inline]
    pub(super) fn get(&self, number: u32) -> Option<&Lot> {
        match self {
            Self::All(lots) => lots.get(number),
            Self::Told(lots) => lots.get(&number),
        }
    }

    #[inline]
    pub(super) fn get_mut(&mut self, number: u32) -> Option<&mut Lot> {
        match self {
            Self::All(lots) => lots.get_mut(number),
            Self::Told(lots) => lots.get_mut(&number),
        }
    }

    /// Adds a lot under its number, which is the next one where there are all.
    pub(super) fn add(&mut self, number: u32, lot: Lot) {
        match self {
            Self::All(lots) => lots.push(lot),
            Self::Told(lots) => drop(lots.insert(number, lot)),
        }
    }

    /// Takes the lot back that was added last.
    pub(super) fn take_back(&mut self, number: u32) {
        match self {
            Self::All(lots) => drop(lots.pop()),
            Self::Told(lots) => drop(lots.remove(&number)),
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Lot> {
        self.numbered().map(|(_, lot)| lot)
    }

    /// Lots with their numbers, in order.
    pub(super) fn numbered(&self) -> impl Iterator<Item = (u32, &Lot)> {
        let (all, told) = match self {
            Self::All(lots) => (Some(lots), None),
            Self::Told(lots) => (None, Some(lots)),
        };
        let all = all.into_iter().flat_map(Segments::numbered);
        all.chain(told.into_iter().flatten().map(|(number, lot)| (*number, lot)))
    }
}
