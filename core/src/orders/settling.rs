//! Asks by which partners are paid in euro for what they took in (R38, R39).

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::id::{Id, OrderId};
use crate::money::Amount;
use crate::sparse::sparse;

/// Claims what a partner took in and has not claimed yet, under an invoice number.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileClaim {
    /// Who is to be paid.
    pub partner: Id,
    /// The partner's invoice number: once per partner. As an opaque id; the invoice stays with the host.
    pub invoice: Id,
    /// The last day of activity that it covers; the last one possible if it is left out.
    #[serde(default)]
    pub through: Option<Day>,
}
sparse!(FileClaim { partner, invoice | through });

/// Turns a claim down before it is approved: all of it, and then its acceptances are open again; or one
/// acceptance, whole or in part, for good (R39: partial rejection of false notes).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RejectClaim {
    /// The order that filed it.
    pub claim: OrderId,
    /// The order that booked what is turned down; the whole claim if absent.
    #[serde(default)]
    pub acceptance: Option<OrderId>,
    /// How many minor units of it; all of them if absent.
    #[serde(default)]
    pub units: Option<Amount>,
}
sparse!(RejectClaim { claim | acceptance, units });

/// Approves a claim: it stands on the pay list from then on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApproveClaim {
    /// The order that filed it.
    pub claim: OrderId,
}

/// Says that a claim of the pay list was paid, on the value day of the order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfirmPaid {
    /// The order that filed it.
    pub claim: OrderId,
}

/// Says that a payment came back: the claim stands on the pay list again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReturnPayment {
    /// The order that filed it.
    pub claim: OrderId,
}

/// Undoes a settled acceptance, whole or in part: the units go back to whoever spent them, and the partner
/// owes the euro, which are set off against its next claim.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClawBack {
    /// The order that booked the acceptance.
    pub original: OrderId,
    /// How many minor units of it; all of them if absent.
    #[serde(default)]
    pub amount: Option<Amount>,
}
sparse!(ClawBack { original | amount });

/// Buys units on an account with euro, where euro back them: at the contact point of the order into its
/// till, or without one by a transfer to the account that backs them (domain 3.5).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopUp {
    /// Which account.
    pub account: Id,
    /// Euro cents.
    pub euro: Amount,
}

/// Moves euro from the bank account of the offices to those that back the units (domain 3.5).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FundBacking {
    /// Euro cents for units on accounts.
    pub account: Amount,
    /// Euro cents for units on paper.
    pub paper: Amount,
}

/// Makes units euro again where euro back them (R29): of a partner inside the ring, or in an emergency of a
/// participant, where the design lets them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExchangeBack {
    /// The partner; or the account of the participant.
    pub who: Id,
    /// How many minor units.
    pub units: Amount,
    /// The invoice number: once for each.
    pub invoice: Id,
}

/// Puts what was given to a beneficiary so far on the pay list (R29).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayGiven {
    /// The beneficiary.
    pub partner: Id,
    /// The invoice number: once for each.
    pub invoice: Id,
}
