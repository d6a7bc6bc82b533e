//! `[[contact_point]]`: the places where people are helped.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::id::Id;

use super::OpeningHours;
use super::hours::{self, RawHours};
use super::problem::Problems;
use super::resolved::{Writer, list, word_of};
use super::scalars::Date;
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
    /// When it is open in a week, for people to read.
    pub hours: OpeningHours,
    /// The organisation that runs it for the implementation team, if one does (H3.7).
    pub subcontractor: Option<Id>,
    /// First day; `None` if it was there from the start.
    pub from: Option<Day>,
    /// Last day, if it closes.
    pub until: Option<Day>,
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

    /// Whether anybody is helped there on a day: it has opened and not closed for good.
    pub fn is_open_on(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
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
    /// When it is open in a week. For the host to show: no order is refused by the clock. Left out: it is not
    /// said.
    #[serde(default)]
    hours: RawHours,
    /// The organisation that runs it for the implementation team, by its id. Left out: nobody else does.
    ///
    /// Example: `"o-2"`. Source: H3.7.
    subcontractor: Option<Spanned<String>>,
    /// First day on which anybody is helped there: before it, the roles held there can do nothing. Left out:
    /// from the start.
    ///
    /// Example: `2026-01-01`. Source: H3.7.
    from: Option<Spanned<Date>>,
    /// Last day on which anybody is helped there. Left out: it stays.
    ///
    /// Example: `2026-12-31`. Source: H3.7.
    until: Option<Spanned<Date>>,
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
        let hours = raw.hours.check(&format!("{key}.hours"), problems);
        let subcontractor = raw
            .subcontractor
            .as_ref()
            .and_then(|subcontractor| problems.id(subcontractor, &format!("{key}.subcontractor")));
        let from = raw.from.as_ref().and_then(|from| problems.day(from, &format!("{key}.from")));
        let until = raw.until.as_ref().and_then(|until| problems.day(until, &format!("{key}.until")));
        if let (Some(first), Some(last), Some(place)) = (from, until, &raw.until)
            && last < first
        {
            problems.add(place.span(), format!("{key}.until"), "it would close before it opens");
        }
        points.push(ContactPoint { id, functions, hours, subcontractor, from, until });
    }
    points.sort_unstable_by_key(|point| point.id);
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
        functions.sort_unstable();
        functions
    }
}

impl ContactPoints {
    pub(super) fn write(&self, out: &mut Writer) {
        for point in &self.points {
            out.element("contact_point");
            out.text("id", point.id);
            out.pair("functions", list(point.functions.iter().map(word_of)));
            if let Some(hours) = hours::text_of(&point.hours) {
                out.pair("hours", hours);
            }
            if let Some(subcontractor) = point.subcontractor {
                out.text("subcontractor", subcontractor);
            }
            if let Some(from) = point.from {
                out.pair("from", from);
            }
            if let Some(until) = point.until {
                out.pair("until", until);
            }
        }
    }
}
