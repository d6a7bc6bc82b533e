//! [`LedgerSums`]: what all of a ledger comes to.

use super::lapsed::Lapses;
use super::past_end::past_end;
use super::tally::RefusedOrders;
use crate::calendar::Period;
use crate::evaluation::figures::{Flows, Indicator};
use crate::evaluation::{EvaluationError, Movements, Window};
use crate::ledger::Ledger;

/// What all of a ledger comes to, from its first day through its current one, in minor units: by the figure
/// [`Flows`](crate::evaluation::figures::Flows), so that `issued = ended + outstanding`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct LedgerSums {
    /// All that came about.
    pub issued: i128,
    /// The part of it that is new for an effort.
    pub earned: i128,
    /// Payments between participants.
    pub spent: i128,
    /// All that ended.
    pub ended: i128,
    /// The part of it that partners outside the ring took in.
    pub redeemed: i128,
    /// The part of it that lapsed.
    pub lapsed: i128,
    /// What lapsed to the pot, where the design says so: it left whoever held it and did not end.
    pub lapsed_to_pot: i128,
    /// What is out at the end: on accounts, set aside and on notes.
    pub outstanding: i128,
    /// The part of it whose end has passed and that did not lapse: in its days of grace, or because its notice
    /// did not count. A notice that only the other design gives has nobody who recorded what became of it.
    pub past_end: i128,
    /// How many orders were refused.
    pub refused: u64,
    /// How many units these are about. An order that was booked in the other ledger counts with what it moved
    /// there, any other with what it asked.
    pub refused_units: i128,
    /// How many of the refused orders say no number of units.
    pub refused_unsaid: u64,
}

impl LedgerSums {
    pub(super) fn of(
        ledger: &Ledger,
        movements: &Movements,
        window: Window,
        lapses: &Lapses,
        refused: &RefusedOrders,
    ) -> Result<Self, EvaluationError> {
        let figure = Flows { window, by: Period::Lifetime }.figure(movements)?;
        // A ledger in which nothing moved has no figure, and its sums are zero.
        let flow = figure.value.and_then(|lines| lines.into_iter().next());
        let of = |part: fn(&crate::evaluation::figures::Flow) -> i128| flow.as_ref().map_or(0, part);
        Ok(Self {
            issued: of(|flow| flow.issued()),
            earned: of(|flow| flow.earned),
            spent: of(|flow| flow.spent),
            ended: of(|flow| flow.ended()),
            redeemed: of(|flow| flow.redeemed),
            lapsed: of(|flow| flow.lapsed),
            lapsed_to_pot: lapses.to_pot,
            outstanding: of(|flow| flow.outstanding),
            past_end: past_end(ledger),
            refused: refused.count,
            refused_units: refused.units,
            refused_unsaid: refused.unsaid,
        })
    }
}
