//! Deciding: an order and the state give an entry or a refusal. Nothing changes.

use super::{Ledger, Outcome, State};
use crate::books::Entry;
use crate::id::OrderId;
use crate::orders::{Ask, Order, Refusal, RefusalCode};
use crate::rules::{self, Original, time};

impl Ledger {
    /// What the order would bring about now: a preview. For the closing of a day this is the closing's
    /// next step.
    ///
    /// # Errors
    /// The [`Refusal`] it would get. Whether its id was used before is not looked at.
    pub fn decide(&self, order: &Order) -> Result<Entry, Refusal> {
        self.decide_on(&self.state, order)
    }

    /// What the order would bring about if things stood so, after the same records.
    pub(crate) fn decide_on(&self, state: &State, order: &Order) -> Result<Entry, Refusal> {
        let actor = state
            .people
            .number_of(&order.actor)
            .ok_or_else(|| Refusal::about(RefusalCode::ActorUnknown, order.actor))?;
        let original = self.original(state, order);
        let scene = state.scene(order, actor, original.as_ref());
        // A closing says itself which days it is about, and goes on where it was interrupted.
        if !matches!(order.ask, Ask::CloseDay(_)) {
            if state.closing.is_some() {
                return Err(Refusal::new(RefusalCode::ClosingUnderWay).with(|f| f.from = Some(state.day)));
            }
            time::check_days(&scene, order)?;
        }
        rules::decide(&scene)
    }

    /// The booked order that a reversal, or a pending reversal, refers to.
    fn original(&self, state: &State, order: &Order) -> Option<Original> {
        let meant = match &order.ask {
            Ask::Complete(complete) => meant_by_pending(state, complete.pending)?,
            Ask::Reject(reject) => meant_by_pending(state, reject.pending)?,
            ask => takes_back(ask)?,
        };
        let record = self.history.get(self.register.find(self.register.hashed(meant))?)?;
        match record.outcome {
            Outcome::Booked(order, entry) => Some(Original { order, entry }),
            Outcome::Opened(_) | Outcome::Refused(..) => None,
        }
    }
}

fn meant_by_pending(state: &State, pending: OrderId) -> Option<OrderId> {
    takes_back(&state.pendings.find(pending)?.order.ask)
}

/// The booked order that an ask takes back.
fn takes_back(ask: &Ask) -> Option<OrderId> {
    match ask {
        Ask::Reverse(reverse) => Some(reverse.original),
        Ask::Chargeback(chargeback) => Some(chargeback.original),
        Ask::ClawBack(claw_back) => Some(claw_back.original),
        _ => None,
    }
}
