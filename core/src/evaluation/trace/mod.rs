//! Following units from where they come about to where they end, by a rule.
//!
//! [`run`] walks the movements once and keeps a [`purse`] for every holder; each rule is one kind of purse. There
//! is no recursion and no list of paths: a unit that changes hands a million times costs a million steps.

mod booked;
mod mixed;
mod parcel;
mod part;
mod purse;
mod queue;
mod rule;
mod run;

pub use rule::TracingRule;

pub(super) use part::Part;
pub(super) use run::{Watch, trace};

use parcel::Parcel;
