//! `[[office_holder]]`: who holds a role from the first day.

use crate::id::{Code, Id};

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
