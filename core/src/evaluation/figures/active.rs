//! Active and new members.
//!
//! Indicators 1 and 2 of `evaluation.md` section 3: |A_m|, the accounts that did something in m, and those that
//! did so for the first time. There A_m counts who *sent a transfer*; here the kinds are named by whoever asks.

use std::collections::{BTreeMap, BTreeSet};

use super::Indicator;
use crate::calendar::Period;
use crate::evaluation::{EvaluationError, Figure, Kinds, Movements, PartyNo, Population, Undefined, Window};

pub(super) const ABOUT: Indicator = Indicator {
    name: "active",
    definition: "Members with at least one act of the kinds that count in the period, and those whose first \
                 such act it is.",
    source: "evaluation.md section 3, indicators 1 and 2",
};

/// What members are counted in.
#[derive(Clone, Debug, PartialEq, Eq)]
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
pub struct Active {
    /// The days.
    pub window: Window,
    /// How many did something that counts.
    pub active: u64,
    /// How many of them had never done so before.
    pub new: u64,
}

/// Active and new members by `period`, counted in accounts or groups.
///
/// An act is a movement of one of `kinds`: of whoever pays, and of whoever is rewarded where units come about
/// ([`Movement::actor`](crate::evaluation::Movement::actor)). What is taken back later still was an act. Who
/// pays with notes is not seen. Undefined if the source has no movement by the end of the window; a month
/// without acts in a currency that runs is 0.
///
/// # Errors
/// [`EvaluationError::UnknownAccount`] if the population names one.
pub fn active(
    movements: &Movements,
    window: Window,
    period: Period,
    kinds: &Kinds,
    unit: &CountIn,
    population: &Population,
) -> Result<Figure<Vec<Active>>, EvaluationError> {
    let members = population.members(movements)?;
    let group = |party: PartyNo| match unit {
        CountIn::Accounts => movements.party(party).map(|party| party.name.as_str()),
        CountIn::Groups { of, .. } => {
            movements.party(party).and_then(|party| of.get(&party.name)).map(String::as_str)
        }
    };
    let mut rows = movements.rows.iter().map(|row| {
        let counts = |party: &PartyNo| kinds.has(row.kind) && members.has(*party);
        (row, row.actor().filter(counts).and_then(group))
    });
    let mut rows = rows.by_ref().peekable();
    let mut ever: BTreeSet<&str> = BTreeSet::new();
    while let Some((_, who)) = rows.next_if(|(row, _)| row.day < window.from()) {
        ever.extend(who);
    }
    let (mut used, mut dropped) = (0_u64, movements.dropped);
    let mut lines = Vec::new();
    for part in window.by(period) {
        let mut now: BTreeSet<&str> = BTreeSet::new();
        while let Some((_, who)) = rows.next_if(|(row, _)| row.day <= part.through()) {
            let side = if who.is_some() { &mut used } else { &mut dropped };
            *side = side.saturating_add(1);
            now.extend(who);
        }
        let new = now.difference(&ever).count();
        let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        lines.push(Active { window: part, active: count(now.len()), new: count(new) });
        ever.extend(now);
    }
    let begun = movements.rows.first().is_some_and(|row| row.day <= window.through());
    Ok(Figure {
        name: ABOUT.name,
        value: begun.then_some(lines),
        unit: match unit {
            CountIn::Accounts => String::from("account"),
            CountIn::Groups { one, .. } => one.clone(),
        },
        window,
        population: population.clone(),
        rule: None,
        used,
        dropped,
        not_observed: None,
        undefined: (!begun).then_some(Undefined::NothingCounted),
    })
}
