//! What an ask says by itself, without the books: whose account it is about and how many units.

use crate::id::Id;
use crate::money::Amount;
use crate::orders::{Ask, Pay, Want};

/// The account that an ask is about: the one that pays, or else the one that receives or is changed.
pub(super) fn account(ask: &Ask) -> Option<Id> {
    match ask {
        Ask::OpenAccount(ask) => Some(ask.account),
        Ask::ChangeHolders(ask) => Some(ask.account),
        Ask::ChangeState(ask) => Some(ask.account),
        Ask::CloseAccount(ask) => Some(ask.account),
        Ask::WriteOff(ask) => Some(ask.account),
        Ask::SetLimits(ask) => Some(ask.account),
        Ask::GrantException(ask) => Some(ask.account),
        Ask::Welcome(ask) => Some(ask.account),
        Ask::Award(ask) => Some(ask.to),
        Ask::Transfer(ask) => Some(ask.from),
        Ask::Gift(ask) => Some(ask.from),
        Ask::PayForRelative(ask) => Some(ask.from),
        Ask::Redeem(ask) => Some(ask.account),
        Ask::Reserve(ask) => Some(ask.account),
        Ask::Wait(ask) => Some(ask.account),
        Ask::PayOut(ask) => Some(ask.account),
        Ask::TakeIn(ask) => Some(ask.account),
        Ask::TopUp(ask) => Some(ask.account),
        Ask::ExchangeBack(ask) => Some(ask.who),
        Ask::RecordNotice(ask) => Some(ask.account),
        _ => None,
    }
}

/// How many minor units an ask would move, where it says so in units.
pub(super) fn units(ask: &Ask) -> Option<Amount> {
    match ask {
        Ask::Transfer(ask) => paid(ask.pay),
        Ask::PayForRelative(ask) => paid(ask.pay),
        Ask::Gift(ask) => Some(ask.amount),
        Ask::Redeem(ask) => ask.units,
        Ask::Reserve(ask) => ask.units,
        Ask::PayOut(ask) => Some(match &ask.want {
            Want::Amount(amount) => *amount,
            Want::Notes(notes) => notes.value(),
        }),
        Ask::TakeIn(ask) => Some(ask.notes.value()),
        Ask::HandIn(ask) => Some(ask.notes.value()),
        Ask::RedeemNotes(ask) => Some(ask.notes.value()),
        Ask::ExchangeBack(ask) => Some(ask.units),
        Ask::Reverse(ask) => ask.amount,
        Ask::ClawBack(ask) => ask.amount,
        _ => None,
    }
}

/// Minutes become units by the design only.
fn paid(pay: Pay) -> Option<Amount> {
    match pay {
        Pay::Amount(amount) => Some(amount),
        Pay::Minutes(_) => None,
    }
}
