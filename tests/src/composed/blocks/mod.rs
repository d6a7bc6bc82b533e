//! The blocks a design is composed of, each written for a frame.

use super::chance::Chance;
use super::frame::Frame;
use super::sheet::{Sheet, figure};

mod caps;
mod circulation;
mod earning;
mod expiry;
mod ids;
mod issuers;
mod joining;
mod leaving;
mod limits;
mod paper;
mod people;
mod permissions;
mod redemption;
mod reversal;
mod settling;
mod spending;
mod unit;

pub use ids::*;

/// Writes a block, or leaves it out.
pub type Block = fn(&mut Chance<'_>, &Frame, &mut Sheet);

/// What no amendment changes, in the order in which it is written.
pub const KEPT: &[Block] =
    &[unit::currency, unit::unit, circulation::circulation, expiry::lots, spending::pot, permissions::roles];

/// Every other block, in the order in which they are written. A new block of the design file gets its own
/// function, which knows every key of it, and its line here.
pub const AMENDABLE: &[Block] = &[
    limits::limits,
    joining::welcome,
    joining::facts,
    joining::activities,
    earning::earning,
    caps::caps,
    issuers::issuers,
    redemption::redemption,
    expiry::expiry,
    expiry::days,
    spending::spending,
    reversal::reversal,
    leaving::leaving,
    leaving::inactivity,
    people::contact_points,
    paper::paper,
    settling::settlement,
    settling::exchange_back,
    permissions::permissions,
    people::office_holders,
];
