//! Asks about notes and offices (R32-R36). The office is the contact point of the order.

use serde::{Deserialize, Serialize};

use crate::id::{Code, Id, OrderId};
use crate::money::Amount;
use crate::office::{CashCount, Depot, Notes, Place};
use crate::sparse::sparse;

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

/// Destroys notes in the vault.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DestroyNotes {
    /// Which series.
    pub series: Code,
    /// The pieces.
    pub notes: Notes,
}

/// What was lost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[allow(clippy::exhaustive_enums)]
pub enum Lost {
    /// A sending that does not arrive, by the order that sent it.
    Sending(OrderId),
    /// Notes that are no longer where they were.
    Notes {
        /// The vault, a drawer of an office or a partner's stock.
        place: Place,
        /// Which series.
        series: Code,
        /// The pieces.
        notes: Notes,
    },
}

/// Reports notes lost, with a reason in the order (R48).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportLost {
    /// What was lost.
    pub lost: Lost,
}

/// Swaps notes at an office for those of a series that is valid (R41, R42, R50), or torn ones for whole
/// ones of the same series (R49).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SwapNotes {
    /// The series of the notes handed in.
    pub from: Code,
    /// The pieces handed in.
    pub notes: Notes,
    /// The series of the notes handed out.
    pub to: Code,
    /// How many renewal stamps each note handed in carries.
    #[serde(default)]
    pub stamped: u16,
    /// The pieces handed out; those that the design prefers if absent.
    #[serde(default)]
    pub want: Option<Notes>,
}
sparse!(SwapNotes { from, notes, to | stamped, want });

/// Puts notes and euro in an office's till, as a float for change (R34).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FillTill {
    /// Which series.
    pub series: Code,
    /// The pieces, out of circulation.
    pub notes: Notes,
    /// Euro cents.
    pub euro: Amount,
}

/// Hands over what an office's till holds (R36): notes go back into circulation, euro to the bank.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandOverTill {
    /// Which series.
    pub series: Code,
    /// The pieces.
    pub notes: Notes,
    /// Euro cents.
    pub euro: Amount,
}

/// Sells something, or takes a fee, at an office's till (R26): in notes, in euro, or in both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sell {
    /// What is paid for, as a code of the host's list.
    pub what: Code,
    /// The part of the price in units.
    pub price: Amount,
    /// The part of the price in euro cents.
    pub euro_price: Amount,
    /// The series of the notes given.
    pub series: Code,
    /// The pieces given.
    pub notes: Notes,
    /// The euro cents given.
    pub euro: Amount,
}

/// Hands in notes that a partner was paid with, by count, for a claim (R39).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandIn {
    /// The partner.
    pub partner: Id,
    /// The series of the notes.
    pub series: Code,
    /// The pieces.
    pub notes: Notes,
}

/// Spends notes at a desk, by the redemption catalogue, without an account or a name (R25).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedeemNotes {
    /// The partner that hands out the reward.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// How many.
    pub count: u32,
    /// The series of the notes.
    pub series: Code,
    /// The pieces given.
    pub notes: Notes,
}

/// Rewards an effort in notes, from the partner's own stock (R10), also a person without an account.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AwardNotes {
    /// The issuing partner.
    pub partner: Id,
    /// Who is rewarded, by an opaque id.
    pub person: Id,
    /// Which line of the earning catalogue.
    pub activity: Code,
    /// Minutes, acts or measure.
    pub measured: u32,
    /// In which series.
    pub series: Code,
    /// The pieces; those that the design prefers if absent.
    #[serde(default)]
    pub want: Option<Notes>,
}
sparse!(AwardNotes { partner, person, activity, measured, series | want });

/// Takes an operation at a counter back, whole, inside the design's window (R44).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chargeback {
    /// The order that was wrong.
    pub original: OrderId,
}

/// Changes euro into notes at an office, where the design allows it (domain 3.5).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeEuro {
    /// Euro cents, at the unit's value of the value day.
    pub euro: Amount,
    /// In which series.
    pub series: Code,
    /// The pieces; those that the design prefers if absent.
    #[serde(default)]
    pub want: Option<Notes>,
}
sparse!(ChangeEuro { euro, series | want });
