//! `[[contact_point]]`: the places where people are helped.

use serde::{Deserialize, Serialize};

use crate::id::Id;

/// The contact points, in the order of their ids.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ContactPoints {
    pub(super) points: Vec<ContactPoint>,
}

/// A place where people are helped (contactpunt).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ContactPoint {
    /// Its id.
    pub id: Id,
    /// What is done there, at least one; each once, in the order of [`Function`].
    pub functions: Vec<Function>,
}

/// What is done at a contact point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Function {
    /// Enrolling people, supply and demand (administratiepunt).
    Administration,
    /// Registering payments, notes to account and back (wisselkantoor).
    Exchange,
    /// Handing units in for goods and services (verzilverloket).
    Redemption,
}

impl ContactPoints {
    /// Every contact point, in the order of the ids.
    pub fn all(&self) -> &[ContactPoint] {
        &self.points
    }

    /// The one with this id.
    pub fn get(&self, id: &Id) -> Option<&ContactPoint> {
        let place = self.points.binary_search_by(|point| point.id.cmp(id)).ok()?;
        self.points.get(place)
    }
}

impl ContactPoint {
    /// Whether this is done there.
    pub fn has(&self, function: Function) -> bool {
        self.functions.contains(&function)
    }
}
