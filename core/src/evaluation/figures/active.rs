//! Active and new members.
//!
//! Indicators 1 and 2 of `evaluation.md` section 3: |A_m|, the accounts that did something in m, and those that
//! did so for the first time. There A_m counts who *sent a transfer*; here the kinds are named by whoever asks.

use std::collections::{BTreeMap, BTreeSet};

use super::{About, Indicator};
use crate::calendar::Period;
use crate::evaluation::figure::Rows;
use crate::evaluation::{EvaluationError, Figure, Kinds, Movements, PartyNo, Population, Undefined, Window};

/// What members are counted in.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum CountIn {
    /// Accounts.
    Accounts,
    /// What somebody outside the books says of each account: a household, an area, a group. Acts of accounts
    /// without one are left out and told.
    Groups {
        /// What a group is called, one of them.
        one: String,
        /// The group of each account, by name.
        of: BTreeMap<String, String>,
    },
}

/// How many did something in a part of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct ActiveMembers {
    /// The days.
    pub window: Window,
    /// How many did something that counts.
    pub active: u64,
    /// How many of them had never done so before.
    pub new: u64,
}

/// Active and new members by period, counted in accounts or groups.
///
/// An act is a movement of one of `kinds`: of whoever pays, and of whoever is rewarded where units come about
/// ([`Movement::actor`](crate::evaluation::Movement::actor)). What is taken back later still was an act. Who
/// pays with notes is not seen. Undefined if the source has no movement by the end of the window; a month
/// without acts in a currency that runs is 0.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::exhaustive_structs)]
pub struct Active {
    /// The days.
    pub window: Window,
    /// By which periods it is told.
    pub by: Period,
    /// The movements that count as acts.
    pub kinds: Kinds,
    /// What members are counted in.
    pub count_in: CountIn,
    /// Whose acts.
    pub population: Population,
}

impl Indicator for Active {
    const ABOUT: About = About {
        name: "active",
        definition: "Members with at least one act of the kinds that count in the period, and those whose first \
                     such act it is.",
        source: "evaluation.md section 3, indicators 1 and 2",
    };
    type Value = Vec<ActiveMembers>;

    /// # Errors
    /// [`EvaluationError::UnknownAccount`] if the population names one that is not there.
    fn figure(&self, movements: &Movements) -> Result<Figure<Self>, EvaluationError> {
        let members = self.population.members(movements)?;
        let group = |party: PartyNo| {
            let name = movements.party(party).map(|party| party.name.as_str())?;
            match &self.count_in {
                CountIn::Accounts => Some(name),
                CountIn::Groups { of, .. } => of.get(name).map(String::as_str),
            }
        };
        let acts = movements.rows.iter().map(|row| {
            let counts = |party: &PartyNo| self.kinds.has(row.kind) && members.has(*party);
            (row, row.actor().filter(counts).and_then(group))
        });
        let mut acts = acts.peekable();
        let mut ever: BTreeSet<&str> = BTreeSet::new();
        while let Some((_, who)) = acts.next_if(|(row, _)| row.day < self.window.from()) {
            ever.extend(who);
        }
        let mut rows = Rows::of(movements);
        let mut lines = Vec::new();
        for part in self.window.by(self.by) {
            let mut now: BTreeSet<&str> = BTreeSet::new();
            while let Some((_, who)) = acts.next_if(|(row, _)| row.day <= part.through()) {
                rows.note(who.is_some());
                now.extend(who);
            }
            let new = now.difference(&ever).count();
            let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
            lines.push(ActiveMembers { window: part, active: count(now.len()), new: count(new) });
            ever.extend(now);
        }
        let unit = match &self.count_in {
            CountIn::Accounts => String::from("account"),
            CountIn::Groups { one, .. } => one.clone(),
        };
        let value =
            if movements.has_begun_by(self.window) { Ok(lines) } else { Err(Undefined::NothingCounted) };
        Ok(Figure::new(self, movements, unit, rows, value))
    }
}
