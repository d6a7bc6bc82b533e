//! Asks about notes and offices (R32-R36). The office is the contact point of the order.

use serde::{Deserialize, Serialize};

use crate::id::{Code, Id, OrderId};
use crate::money::Amount;
use crate::office::{CashCount, Depot, Notes};

/// Prints notes of a series; they come into the vault, blank.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintNotes {
    /// Which series.
    pub series: Code,
    /// The pieces.
    pub notes: Notes,
}

/// Sends notes with a named carrier. They are in transit until whoever they go to receives them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendNotes {
    /// Where they leave.
    pub from: Depot,
    /// Where they go.
    pub to: Depot,
    /// Who carries them.
    pub carrier: Id,
    /// Which series.
    pub series: Code,
    /// The pieces.
    pub notes: Notes,
}

/// Receives a sending, counted by whoever receives it. What differs from what was sent is booked, with a
/// reason in the order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiveNotes {
    /// The order that sent them.
    pub sending: OrderId,
    /// The pieces, as counted.
    pub notes: Notes,
}

/// What somebody wants in notes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum Want {
    /// This much, in the pieces that the design prefers.
    Amount(Amount),
    /// These pieces.
    Notes(Notes),
}

/// Takes units off an account in notes (biljetten van de rekening halen).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayOut {
    /// The account that pays.
    pub account: Id,
    /// In which series.
    pub series: Code,
    /// How much, or in which pieces.
    pub want: Want,
}

/// Puts notes on an account (biljetten op de rekening zetten).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeIn {
    /// The account that receives.
    pub account: Id,
    /// The series of the notes.
    pub series: Code,
    /// The pieces handed in.
    pub notes: Notes,
}

/// Opens an office: from now on its keeper hands out and takes in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::exhaustive_structs)]
pub struct OpenOffice {}

/// Closes an office's day with a count of its drawers (kastelling). Whoever counts does so blind: nothing
/// says what should be there until the count is booked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountCash {
    /// What lies in the drawers.
    pub count: CashCount,
}

/// Books what a count differed from the books (kasverschil): by somebody who did not count, with a reason
/// in the order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApproveDifference {
    /// Which office.
    pub office: Id,
}

/// Sends a count back: the office counts again, as blind as before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskRecount {
    /// Which office.
    pub office: Id,
}

/// Closes an office for good. Its drawers must be empty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndOffice {
    /// Which office.
    pub office: Id,
}
