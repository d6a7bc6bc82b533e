//! [`Population`]: whom a figure is about.

use std::collections::{BTreeMap, BTreeSet};

use super::{EvaluationError, Movements, PartyKind, PartyNo};

/// Whom a figure is about. Sources and sinks are never in it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum Population {
    /// Everybody who holds units, also the pot, what is set aside, and notes.
    Everybody,
    /// Every participant's account: persons, households, organisations.
    Participants,
    /// These accounts.
    Only(BTreeSet<String>),
    /// Every participant's account except these, for instance those of the office itself.
    Except(BTreeSet<String>),
}

/// The population of a list of movements, resolved.
pub(super) struct Members(Vec<bool>);

impl Members {
    pub(super) fn has(&self, party: PartyNo) -> bool {
        self.0.get(party.index()).copied().unwrap_or(false)
    }
}

impl Population {
    /// Whom it means in these movements.
    pub(super) fn members(&self, movements: &Movements) -> Result<Members, EvaluationError> {
        let named = match self {
            Self::Everybody | Self::Participants => None,
            Self::Only(names) | Self::Except(names) => Some(names),
        };
        if let Some(names) = named {
            let known: BTreeSet<&str> = movements.parties.iter().map(|party| party.name.as_str()).collect();
            if let Some(name) = names.iter().find(|name| !known.contains(name.as_str())) {
                return Err(EvaluationError::UnknownAccount { name: name.clone() });
            }
        }
        let participant = |kind| kind == PartyKind::Participant;
        let is = movements.parties.iter().map(|party| match self {
            Self::Everybody => party.kind.holds(),
            Self::Participants => participant(party.kind),
            Self::Only(names) => party.kind.holds() && names.contains(&party.name),
            Self::Except(names) => participant(party.kind) && !names.contains(&party.name),
        });
        Ok(Members(is.collect()))
    }

    /// It taken apart by what somebody outside the books says of each account: its area, its group, its age. Under
    /// `None` are those of whom nothing is said, so that the parts together are the whole.
    ///
    /// # Errors
    /// [`EvaluationError::UnknownAccount`] if the population names one that is not there. What is said of accounts
    /// that did nothing is no error.
    pub fn by_attribute(
        &self,
        movements: &Movements,
        of: &BTreeMap<String, String>,
    ) -> Result<BTreeMap<Option<String>, Self>, EvaluationError> {
        let members = self.members(movements)?;
        let mut parts: BTreeMap<Option<String>, BTreeSet<String>> = BTreeMap::new();
        for (party, _) in movements.parties.iter().zip(members.0).filter(|(_, is)| *is) {
            parts.entry(of.get(&party.name).cloned()).or_default().insert(party.name.clone());
        }
        Ok(parts.into_iter().map(|(value, names)| (value, Self::Only(names))).collect())
    }
}
