//! [`Designs`]: the versions of a design, each in force from a day on (R8).

use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Design, Existing};
use crate::calendar::Day;

/// A version of the design.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Version {
    /// First day on which it is in force.
    pub effective: Day,
    /// The design.
    #[serde(serialize_with = "write_shared", deserialize_with = "read_shared")]
    pub design: Arc<Design>,
    /// What it does to units that were earned before.
    pub existing: Existing,
}

fn write_shared<S: Serializer>(design: &Arc<Design>, serializer: S) -> Result<S::Ok, S::Error> {
    Design::serialize(design, serializer)
}

fn read_shared<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Design>, D::Error> {
    Design::deserialize(deserializer).map(Arc::new)
}

/// Every version so far, in the order in which they came into force.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Designs {
    first: Version,
    later: Vec<Version>,
}

impl Designs {
    pub(crate) fn new(effective: Day, design: Design) -> Self {
        Self {
            first: Version { effective, design: Arc::new(design), existing: Existing::Keep },
            later: Vec::new(),
        }
    }

    /// The day on which the first version came into force, which is the day on which the ledger was opened.
    pub fn first_day(&self) -> Day {
        self.first.effective
    }

    /// The version in force on a day, with its number from zero. Days before the first version get the
    /// first: a value day may lie before the opening.
    #[inline]
    pub fn on(&self, day: Day) -> (u32, &Design) {
        let past = self.later.iter().rposition(|version| version.effective <= day);
        let version = past.and_then(|at| self.later.get(at)).unwrap_or(&self.first);
        let number = past.map_or(0, |at| at.saturating_add(1));
        (u32::try_from(number).unwrap_or(u32::MAX), &version.design)
    }

    /// The version that comes into force on a day, with the one it takes the place of, if one does.
    pub(crate) fn taking_over_on(&self, day: Day) -> Option<(&Version, &Version)> {
        let at = self.later.iter().position(|version| version.effective == day)?;
        let before = at.checked_sub(1).and_then(|at| self.later.get(at)).unwrap_or(&self.first);
        Some((before, self.later.get(at)?))
    }

    /// The version that came, or comes, into force last.
    pub fn latest(&self) -> &Version {
        self.later.last().unwrap_or(&self.first)
    }

    /// Every version.
    pub fn iter(&self) -> impl Iterator<Item = &Version> {
        std::iter::once(&self.first).chain(&self.later)
    }

    pub(crate) fn adopt(&mut self, effective: Day, design: Design, existing: Existing) {
        self.later.push(Version { effective, design: Arc::new(design), existing });
    }

    pub(crate) fn unadopt(&mut self) {
        self.later.pop();
    }
}
