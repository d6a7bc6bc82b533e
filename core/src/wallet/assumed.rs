//! [`Assumed`]: what a preview takes for granted, since only the server knows it.

use serde::Serialize;

use crate::books::CounterKey;
use crate::design::Design;
use crate::id::{Code, Id};
use crate::ledger::State;
use crate::orders::{Ask, AskKind, Complete, Refusal, RefusalCode, Reject};

/// What a preview took for granted. If it is so, and nothing happened on the account since the record it
/// names, the server answers the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum Assumed {
    /// The other account is there and may receive this.
    OtherAccount(Id),
    /// The partner has a piece of the offer.
    InStock {
        /// The partner.
        partner: Id,
        /// The line of the redemption catalogue.
        reward: Code,
    },
    /// The person took no more of the offer by other accounts that they hold.
    NotTakenElsewhere {
        /// The line of the redemption catalogue.
        reward: Code,
    },
}

/// What to make of a refusal that the wallet's own books came to.
pub(super) enum Ignorance {
    /// The server would refuse so too.
    None,
    /// This may be otherwise; assume that it is.
    Assume(Assumed),
    /// Only the server can decide it.
    OnlyServer,
}

/// Whether the wallet has what it takes to decide it: what a member can ask for their own account, but for
/// reversals, which need the other side of what they take back.
pub(super) fn can_be_decided(state: &State, ask: &Ask) -> bool {
    match ask {
        Ask::Complete(Complete { pending }) | Ask::Reject(Reject { pending }) => {
            let waiting = state.pendings().find(*pending);
            waiting.is_none_or(|waiting| is_decided_by_own_side(waiting.order.ask.kind()))
        }
        _ => is_decided_by_own_side(ask.kind()),
    }
}

fn is_decided_by_own_side(kind: AskKind) -> bool {
    matches!(
        kind,
        AskKind::Transfer
            | AskKind::Gift
            | AskKind::PayForRelative
            | AskKind::Redeem
            | AskKind::Reserve
            | AskKind::PickUp
            | AskKind::Release
            | AskKind::Wait
            | AskKind::StopWaiting
            | AskKind::GiveMandate
            | AskKind::RevokeMandate
            | AskKind::Withdraw
    )
}

/// What a refusal shows: that the books forbid it, or that they do not know enough.
pub(super) fn behind(ask: &Ask, refusal: &Refusal, assumed: &[Assumed], alone: bool) -> Ignorance {
    let about = refusal.figures.who;
    if about.is_some_and(|who| assumed.contains(&Assumed::OtherAccount(who))) {
        return Ignorance::OnlyServer;
    }
    match refusal.code {
        RefusalCode::AccountUnknown => match about {
            Some(account) => Ignorance::Assume(Assumed::OtherAccount(account)),
            None => Ignorance::OnlyServer,
        },
        RefusalCode::OutOfStock
        | RefusalCode::ReservedUntil
        | RefusalCode::ReservedForMinutes
        | RefusalCode::KeptForWaiting
        | RefusalCode::WaitingFirst => offer(ask).map_or(Ignorance::OnlyServer, |(partner, reward)| {
            let stock = Assumed::InStock { partner, reward };
            if assumed.contains(&stock) { Ignorance::OnlyServer } else { Ignorance::Assume(stock) }
        }),
        // Of somebody who shares the account, a wallet does not know the facts.
        RefusalCode::NotInAudience if !alone => Ignorance::OnlyServer,
        RefusalCode::ActorUnknown
        | RefusalCode::RoleNotHeld
        | RefusalCode::PendingUnknown
        | RefusalCode::ReservationUnknown
        | RefusalCode::PlaceUnknown
        | RefusalCode::OriginalUnknown
        | RefusalCode::MandateUnknown
        | RefusalCode::PersonUnknown
        | RefusalCode::NothingToWaitFor
        | RefusalCode::ReceiverSpent
        | RefusalCode::PotShort => Ignorance::OnlyServer,
        _ => Ignorance::None,
    }
}

/// The offer that an ask is about.
fn offer(ask: &Ask) -> Option<(Id, Code)> {
    match ask {
        Ask::Redeem(redeem) => Some((redeem.partner, redeem.reward)),
        Ask::Reserve(reserve) => Some((reserve.partner, reserve.reward)),
        _ => None,
    }
}

/// What is assumed of an order that is booked, whatever else was.
pub(super) fn always(design: &Design, ask: &Ask) -> Option<Assumed> {
    let (_, reward) = offer(ask)?;
    let counted = design.redemption().get(&reward)?.per_person.is_some();
    counted.then_some(Assumed::NotTakenElsewhere { reward })
}

/// The counter of an offer's stock.
pub(super) fn stock(partner: Id, reward: Code) -> CounterKey {
    CounterKey::Stock { partner, reward }
}
