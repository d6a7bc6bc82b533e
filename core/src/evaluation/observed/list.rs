//! [`Observed`]: a list that others kept, with what it is worth.

use std::collections::BTreeMap;

use super::Health;
use crate::evaluation::Movements;

/// What is known of accounts, such as their area or group: account, name, value.
pub type Attributes = BTreeMap<String, BTreeMap<String, String>>;

/// A list of transactions that others kept, as movements.
///
/// Movements are in the order of their day and time, and at one moment in that of the file. An account that pays more
/// than it holds first gets the rest from an unexplained source, and the health says so: nobody ever holds less than
/// nothing.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct Observed {
    /// What was moved. There are no lots.
    pub movements: Movements,
    /// What is wrong with the list, and what became of every row.
    pub health: Health,
    /// What the list says of accounts.
    pub attributes: Attributes,
}
