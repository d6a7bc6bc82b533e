//! `[roles]` and `[permissions]`: the roles, and what each may do.

use serde::{Deserialize, Serialize};

use crate::id::Code;
use crate::people::{Action, Grant};

use super::Function;

/// The roles of a currency, and what each may do: the permission matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permissions {
    roles: Vec<Role>,
    /// One row of [`Action::COUNT`] cells per role.
    table: Vec<Option<Grant>>,
    participant: RoleIx,
}

/// The place of a role among the roles of one design. Not stable between designs: books hold codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoleIx(u8);

/// A role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Role {
    /// Its code.
    pub code: Code,
    /// What it is held at.
    pub scope: RoleScope,
    /// What the contact point must do at which it is held.
    pub function: Option<Function>,
}

/// What a role is held at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoleScope {
    /// The currency as a whole.
    None,
    /// An account.
    Account,
    /// A partner.
    Partner,
    /// A contact point with the role's function.
    ContactPoint,
}

impl RoleIx {
    /// The place, from 0; dense, for tables.
    pub fn index(self) -> usize {
        self.0.into()
    }
}

impl Permissions {
    /// The place of a role.
    pub fn role(&self, code: &Code) -> Option<RoleIx> {
        let place = self.roles.iter().position(|role| role.code == *code)?;
        u8::try_from(place).ok().map(RoleIx)
    }

    /// The role at a place; `None` for a place of another design.
    pub fn get(&self, role: RoleIx) -> Option<&Role> {
        self.roles.get(role.index())
    }

    /// The roles, in the order of their places.
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// The role that every account holder has for the own account.
    pub fn participant(&self) -> RoleIx {
        self.participant
    }

    /// What a role is granted for an action; `None` if it may not do it.
    pub fn grant(&self, role: RoleIx, action: Action) -> Option<Grant> {
        let row = role.index().saturating_mul(Action::COUNT);
        self.table.get(row.saturating_add(action.index())).copied().flatten()
    }
}
