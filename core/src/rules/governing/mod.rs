//! What is done to other orders, and to the design.

mod amend_design;
mod complete;
mod reject;
mod reverse;
mod take_over;
mod taken_back;
mod withdraw;

pub(super) use reverse::give_back;

use crate::calendar::Day;
use crate::id::OrderId;
use crate::orders::{Pending, Refusal, RefusalCode};
use crate::rules::Scene;

/// A pending order; it is gone when its last day has closed.
fn waiting<'s>(scene: &Scene<'s>, id: OrderId) -> Result<&'s Pending, Refusal> {
    scene.pendings.find(id).ok_or_else(|| Refusal::new(RefusalCode::PendingUnknown))
}

/// The scene of the order that waits, with whoever acts on it in view.
fn inside<'s>(scene: &Scene<'s>, pending: &'s Pending) -> Result<Scene<'s>, Refusal> {
    let proposer = pending.order.actor;
    let actor = scene.people.number_of(&proposer);
    let actor = actor.ok_or_else(|| Refusal::about(RefusalCode::ActorUnknown, proposer))?;
    Ok(Scene { order: &pending.order, actor, completer: Some(scene.order), ..*scene })
}

/// The last day of a window of so many days after a day.
fn window_end(from: Day, days: u16) -> Day {
    from.plus_days(i32::from(days)).unwrap_or(Day::LAST)
}
