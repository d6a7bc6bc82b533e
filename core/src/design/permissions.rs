//! `[roles]` and `[permissions]`: the roles, and what each may do.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::id::Code;
use crate::people::{Action, Grant};

use super::Function;
use super::problem::Problems;
use super::reader::Document;
use super::resolved::{Writer, key_of};
use super::spanned::Spanned;

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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

    /// The code of that role.
    pub fn participant_code(&self) -> Option<Code> {
        self.get(self.participant).map(|role| role.code)
    }

    /// What a role is granted for an action; `None` if it may not do it.
    pub fn grant(&self, role: RoleIx, action: Action) -> Option<Grant> {
        let row = role.index().saturating_mul(Action::COUNT);
        self.table.get(row.saturating_add(action.index())).copied().flatten()
    }
}

/// The roles of a file, by their codes.
pub(super) type RawRoles = BTreeMap<String, Spanned<RawRole>>;

/// The cells of a file, by action and then by role.
pub(super) type RawCells = BTreeMap<String, Spanned<BTreeMap<String, Spanned<String>>>>;

/// A role.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawRole {
    /// What it is held at.
    scope: Spanned<RoleScope>,
    /// What the contact point must do at which it is held. Belongs to `scope = "contact_point"`, which needs
    /// it.
    function: Option<Spanned<Function>>,
}

/// The roles and cells that hold unless a design says otherwise.
const DEFAULT: &str = include_str!("default-permissions.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DefaultMatrix {
    roles: RawRoles,
    permissions: RawCells,
}

/// More roles than any currency has, and few enough for a [`RoleIx`].
const MOST_ROLES: usize = 100;

/// The default matrix with what a design adds and overrides.
pub(super) fn check(roles: &RawRoles, cells: &RawCells, problems: &mut Problems) -> Permissions {
    let mut matrix = Matrix::default();
    match Document::parse(DEFAULT).and_then(|document| document.read::<DefaultMatrix>()) {
        Ok(default) => {
            matrix.add_roles(&default.roles, problems);
            matrix.add_cells(&default.permissions, problems);
        }
        // A test reads it, so this does not happen.
        Err(error) => problems.add(0..0, "permissions", error.message()),
    }
    matrix.add_roles(roles, problems);
    matrix.add_cells(cells, problems);
    matrix.compile()
}

#[derive(Default)]
struct Matrix {
    roles: BTreeMap<Code, Role>,
    cells: BTreeMap<(Code, Action), Grant>,
}

impl Matrix {
    fn add_roles(&mut self, raw: &RawRoles, problems: &mut Problems) {
        for (name, raw) in raw {
            let key = format!("roles.{name}");
            let code = match Code::parse(name) {
                Ok(code) => code,
                Err(error) => {
                    problems.add(raw.span(), key, error);
                    continue;
                }
            };
            let Some(role) = raw.get_ref().check(code, &key, problems) else { continue };
            if let Some(earlier) = self.roles.get(&code)
                && *earlier != role
            {
                let reason = "this role is always there, with another scope or function";
                problems.add(raw.span(), key, reason);
            } else if self.roles.len() >= MOST_ROLES && !self.roles.contains_key(&code) {
                problems.add(raw.span(), key, format_args!("there are more than {MOST_ROLES} roles"));
            } else {
                self.roles.insert(code, role);
            }
        }
    }

    fn add_cells(&mut self, raw: &RawCells, problems: &mut Problems) {
        for (name, cells) in raw {
            let action = match name.parse::<Action>() {
                Ok(action) => action,
                Err(error) => {
                    problems.add(cells.span(), format!("permissions.{name}"), error);
                    continue;
                }
            };
            for (name, cell) in cells.get_ref() {
                let key = format!("permissions.{action}.{name}");
                let Some(role) = Code::parse(name).ok().filter(|role| self.roles.contains_key(role)) else {
                    problems.add(cell.span(), key, format_args!("there is no role {name:?}"));
                    continue;
                };
                match Grant::parse(cell.get_ref()) {
                    Ok(grant) => {
                        if let Some(reason) = grant.and_then(|grant| participant_may_not(role, action, grant))
                        {
                            problems.add(cell.span(), key, reason);
                        }
                        self.set(role, action, grant);
                    }
                    Err(error) => problems.add(cell.span(), key, error),
                }
            }
        }
    }

    fn set(&mut self, role: Code, action: Action, grant: Option<Grant>) {
        match grant {
            Some(grant) => self.cells.insert((role, action), grant),
            None => self.cells.remove(&(role, action)),
        };
    }

    fn compile(self) -> Permissions {
        let row = |role: &Role| Action::ALL.map(|action| self.cells.get(&(role.code, action)).copied());
        let table = self.roles.values().flat_map(row).collect();
        let roles: Vec<Role> = self.roles.values().copied().collect();
        let place = roles.iter().position(|role| role.code == *PARTICIPANT);
        let participant = RoleIx(place.and_then(|place| u8::try_from(place).ok()).unwrap_or_default());
        Permissions { roles, table, participant }
    }
}

/// The role of every account holder.
const PARTICIPANT: &str = "participant";

/// Why every account holder must not have this grant.
fn participant_may_not(role: Code, action: Action, grant: Grant) -> Option<&'static str> {
    if role != *PARTICIPANT || !grant.completes() {
        None
    } else if action == Action::Award {
        Some("nobody rewards themselves: a participant can only propose an award")
    } else if !grant.own && action != Action::SeeAccount {
        Some("every account holder is a participant, and acts for the own account alone: add \"own\"")
    } else {
        None
    }
}

impl RawRole {
    fn check(&self, code: Code, key: &str, problems: &mut Problems) -> Option<Role> {
        let scope = *self.scope.get_ref();
        let function = self.function.as_ref().map(|function| *function.get_ref());
        let key = format!("{key}.function");
        if scope != RoleScope::ContactPoint {
            let reason = "only a role with scope = \"contact_point\" has a function";
            problems.refuse(self.function.as_ref(), &key, reason);
        } else if function.is_none() {
            problems.add(self.scope.span(), key, "it is missing: a role at a contact point has a function");
            return None;
        }
        Some(Role { code, scope, function })
    }
}

impl Permissions {
    /// Writes every cell, also those that grant nothing, so that no default comes in between.
    pub(super) fn write(&self, out: &mut Writer) {
        for role in &self.roles {
            out.table(&format!("roles.{}", key_of(role.code)));
            out.word("scope", role.scope);
            if let Some(function) = role.function {
                out.word("function", function);
            }
        }
        for action in Action::ALL {
            out.table(&format!("permissions.{action}"));
            for role in &self.roles {
                let grant = self.role(&role.code).and_then(|role| self.grant(role, action));
                let cell = grant.map_or_else(|| "none".to_owned(), |grant| grant.to_string());
                out.text(key_of(role.code), cell);
            }
        }
    }
}
