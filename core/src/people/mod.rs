//! Who may do what: the actions an order can ask for, and what a role is granted for each.

mod action;
mod grant;

pub use action::{Action, ActionError};
pub use grant::{Grant, GrantError, Mode};
