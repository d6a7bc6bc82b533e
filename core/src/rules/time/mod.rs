//! The ledger's day: when an order may be booked, and what closing a day brings.

mod close_day;
mod days;
mod end_units;
mod extend;
mod lapse;
mod lines;
mod record_notice;
mod standing;

pub(crate) use close_day::step;
pub(crate) use days::check_days;
pub(crate) use lapse::{Lapsing, lapsing};
