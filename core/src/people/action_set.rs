//! [`ActionSet`]: which actions a mandate covers.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Action;

/// A set of actions. In JSON a list of their names, in the order of the list of actions.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct ActionSet(u64);

fn bit(action: Action) -> u64 {
    u32::try_from(action.index()).ok().and_then(|at| 1_u64.checked_shl(at)).unwrap_or(0)
}

impl ActionSet {
    /// The set of these actions.
    pub fn of(actions: &[Action]) -> Self {
        Self(actions.iter().fold(0, |bits, action| bits | bit(*action)))
    }

    /// Whether the action is in the set.
    pub fn contains(self, action: Action) -> bool {
        self.0 & bit(action) != 0
    }

    /// Whether no action is.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The actions in the set.
    pub fn iter(self) -> impl Iterator<Item = Action> {
        Action::ALL.iter().copied().filter(move |action| self.contains(*action))
    }
}

impl std::fmt::Debug for ActionSet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl Serialize for ActionSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.iter().collect::<Vec<Action>>().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for ActionSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::<Action>::deserialize(deserializer).map(|actions| Self::of(&actions))
    }
}
