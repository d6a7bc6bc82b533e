//! The rules: one file per thing that can happen.
//!
//! A rule says what an ask is about ([`Rule::about`]), so that the permissions and guards can be
//! checked the same way for all of them, and then drafts its consequences ([`Rule::draft`]). Rules
//! read; they change nothing.

mod about;
mod amounts;
mod awaken;
mod coming_back;
mod earning;
mod governing;
mod guards;
mod membership;
pub(crate) mod offices;
mod permissions;
mod redeeming;
mod rule;
mod scene;
mod settling;
mod spending;
mod standing;
pub(crate) mod time;

pub(crate) use about::About;
pub(crate) use permissions::may_see;
pub(crate) use rule::decide;
pub(crate) use scene::{Closing, ClosingPhase, Original, Reversals, Scene};
