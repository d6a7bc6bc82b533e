//! Which earlier order an ask is about.

use crate::id::OrderId;
use crate::orders::{Ask, Lost};
use crate::views::walk::taken_back;

/// The order that an ask names: what it takes back, completes, turns down, picks up, releases, receives or
/// pays.
pub(super) fn named(ask: &Ask) -> Option<OrderId> {
    match ask {
        Ask::Complete(ask) => Some(ask.pending),
        Ask::Reject(ask) => Some(ask.pending),
        Ask::Withdraw(ask) => Some(ask.pending),
        Ask::PickUp(ask) => Some(ask.reservation),
        Ask::Release(ask) => Some(ask.reservation),
        Ask::StopWaiting(ask) => Some(ask.place),
        Ask::ReceiveNotes(ask) => Some(ask.sending),
        Ask::RejectClaim(ask) => Some(ask.acceptance.unwrap_or(ask.claim)),
        Ask::ApproveClaim(ask) => Some(ask.claim),
        Ask::ConfirmPaid(ask) => Some(ask.claim),
        Ask::ReturnPayment(ask) => Some(ask.claim),
        Ask::ReportLost(ask) => match ask.lost {
            Lost::Sending(sending) => Some(sending),
            Lost::Notes { .. } => None,
        },
        ask => taken_back(ask),
    }
}
