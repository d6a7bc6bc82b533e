//! `[[office_holder]]`: who holds a role from the first day.

use serde::Deserialize;

use crate::id::{Code, Id};
use crate::people::Action;

use super::problem::Problems;
use super::resolved::{Writer, word_of};
use super::spanned::Spanned;
use super::{ContactPoints, Permissions, Role, RoleScope};

/// Somebody who holds a role from the first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct OfficeHolder {
    /// Who.
    pub person: Id,
    /// Which role.
    pub role: Code,
    /// At which account, partner or contact point; `None` for a role of the currency as a whole.
    pub scope: Option<Id>,
}

/// Somebody who holds a role from the first day.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawOfficeHolder {
    /// Who, by an opaque id.
    person: Spanned<String>,
    /// Which role: one that is always there, or one of `[roles]`.
    role: Spanned<String>,
    /// At which partner or contact point. A role of the currency as a whole has none; the others need one.
    scope: Option<Spanned<String>>,
}

/// What must be possible from the first day, because nothing else can make it possible later.
const NEEDED: [(Action, &str); 2] =
    [(Action::CloseDay, "nobody could close a day"), (Action::AppointRole, "nobody could appoint anybody")];

/// Checks the first office-holders; one with a problem is left out.
pub(super) fn check(
    raw: &[Spanned<RawOfficeHolder>],
    permissions: &Permissions,
    contact_points: &ContactPoints,
    problems: &mut Problems,
) -> Vec<OfficeHolder> {
    let mut holders: Vec<OfficeHolder> = Vec::new();
    for (place, raw) in raw.iter().enumerate() {
        let key = format!("office_holder[{place}]");
        let Some(holder) = raw.get_ref().check(&key, permissions, contact_points, problems) else {
            continue;
        };
        if holders.contains(&holder) {
            problems.add(raw.span(), key, "this person holds this role there already");
        }
        holders.push(holder);
    }
    // One that is left out may be the one who can.
    let all_there = holders.len() == raw.len();
    for (action, reason) in NEEDED {
        if all_there && !somebody_can(action, &holders, permissions) {
            let place = raw.first().map(Spanned::span).unwrap_or_default();
            let reason = format_args!("{reason}: no [[office_holder]] has a role that completes {action}");
            problems.add(place, "office_holder", reason);
        }
    }
    holders
}

/// Whether one of them, or two where two are needed, can complete an action.
fn somebody_can(action: Action, holders: &[OfficeHolder], permissions: &Permissions) -> bool {
    let able = || {
        holders.iter().filter_map(|holder| {
            let grant = permissions.grant(permissions.role(&holder.role)?, action)?;
            grant.completes().then_some((holder.person, grant.second))
        })
    };
    able().any(|(person, second)| !second || able().any(|(other, _)| other != person))
}

impl RawOfficeHolder {
    fn check(
        &self,
        key: &str,
        permissions: &Permissions,
        contact_points: &ContactPoints,
        problems: &mut Problems,
    ) -> Option<OfficeHolder> {
        let person = problems.id(&self.person, &format!("{key}.person"));
        let code = problems.code(&self.role, &format!("{key}.role"));
        let role = code.and_then(|code| {
            let found = permissions.role(&code).filter(|role| *role != permissions.participant());
            if found.is_none() {
                let reason = if permissions.role(&code).is_some() {
                    "every account holder is a participant: nobody is appointed as one".to_owned()
                } else {
                    format!("there is no role {code}")
                };
                problems.add(self.role.span(), format!("{key}.role"), reason);
            }
            permissions.get(found?).copied()
        });
        let scope =
            role.and_then(|role| self.check_scope(&format!("{key}.scope"), role, contact_points, problems));
        Some(OfficeHolder { person: person?, role: role?.code, scope: scope? })
    }

    fn check_scope(
        &self,
        key: &str,
        role: Role,
        contact_points: &ContactPoints,
        problems: &mut Problems,
    ) -> Option<Option<Id>> {
        if role.scope == RoleScope::None {
            let reason = "this role is held for the currency as a whole";
            problems.refuse(self.scope.as_ref(), key, reason);
            return Some(None);
        }
        let held_at = match role.scope {
            RoleScope::Account => "an account",
            RoleScope::Partner => "a partner",
            RoleScope::ContactPoint | RoleScope::None => "a contact point",
        };
        let Some(raw) = &self.scope else {
            let reason = format_args!("it is missing: {} is held at {held_at}", role.code);
            problems.add(self.role.span(), key, reason);
            return None;
        };
        let scope = problems.id(raw, key)?;
        if let (RoleScope::ContactPoint, Some(function)) = (role.scope, role.function) {
            let reason = match contact_points.get(&scope) {
                None => Some(format!("there is no contact point {scope}")),
                Some(point) if !point.has(function) => {
                    Some(format!("{scope} does not have the function {} of {}", word_of(function), role.code))
                }
                Some(_) => None,
            };
            if let Some(reason) = reason {
                problems.add(raw.span(), key, reason);
            }
        }
        Some(Some(scope))
    }
}

impl OfficeHolder {
    pub(super) fn write(&self, out: &mut Writer) {
        out.element("office_holder");
        out.text("person", self.person);
        out.text("role", self.role);
        if let Some(scope) = self.scope {
            out.text("scope", scope);
        }
    }
}
