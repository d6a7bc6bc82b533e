//! `[[contact_point]]`: the places where people are helped.

use serde::{Deserialize, Serialize};

use crate::id::Id;

use super::problem::Problems;
use super::resolved::{Writer, list, word_of};
use super::spanned::Spanned;

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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

/// A place where people are helped (contactpunt).
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawContactPoint {
    /// Its id: at most 32 characters, a to z, digits, `-`, `.` and `_`, with a digit in it so that no name is
    /// taken for one.
    id: Spanned<String>,
    /// What is done there, at least one, each once.
    functions: Spanned<Vec<Spanned<Function>>>,
}

/// Checks the contact points; one with a problem is left out.
pub(super) fn check(raw: &[RawContactPoint], problems: &mut Problems) -> ContactPoints {
    let mut points: Vec<ContactPoint> = Vec::new();
    for (place, raw) in raw.iter().enumerate() {
        let key = format!("contact_point[{place}]");
        let functions = raw.check_functions(&format!("{key}.functions"), problems);
        let Some(id) = problems.id(&raw.id, &format!("{key}.id")) else { continue };
        if points.iter().any(|earlier| earlier.id == id) {
            let reason = format_args!("there is already a contact point {id}");
            problems.add(raw.id.span(), format!("{key}.id"), reason);
        }
        points.push(ContactPoint { id, functions });
    }
    points.sort_by_key(|point| point.id);
    ContactPoints { points }
}

impl RawContactPoint {
    fn check_functions(&self, key: &str, problems: &mut Problems) -> Vec<Function> {
        let mut functions = Vec::new();
        for raw in self.functions.get_ref() {
            if functions.contains(raw.get_ref()) {
                problems.add(raw.span(), key, "this function stands there already");
            }
            functions.push(*raw.get_ref());
        }
        if functions.is_empty() {
            problems.add(self.functions.span(), key, "nothing would be done at this contact point");
        }
        functions.sort();
        functions
    }
}

impl ContactPoints {
    pub(super) fn write(&self, out: &mut Writer) {
        for point in &self.points {
            out.element("contact_point");
            out.text("id", point.id);
            out.pair("functions", list(point.functions.iter().map(word_of)));
        }
    }
}
