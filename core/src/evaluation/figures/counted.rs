//! What the figures of traced units have in common.

use crate::evaluation::figure::Rows;
use crate::evaluation::population::Members;
use crate::evaluation::supply::area;
use crate::evaluation::{EvaluationError, Fraction, Kind, Kinds, Movement, Movements, PartyKind, Window};

/// A sum, unless it does not fit.
pub(super) fn add(sum: &mut i128, by: i128) -> Result<(), EvaluationError> {
    *sum = sum.checked_add(by).ok_or(EvaluationError::TooLarge)?;
    Ok(())
}

/// Parts of minor units as minor units.
pub(super) fn minor(parts: i128, to_one: i128) -> Result<Fraction, EvaluationError> {
    Ok(Fraction::new(parts, to_one)?.unwrap_or(Fraction::whole(0)))
}

/// Whether a movement ends holdings that count: of a member of the population, by one of the kinds.
pub(super) fn ends_holding(row: &Movement, kinds: &Kinds, members: &Members) -> bool {
    kinds.has(row.kind) && !row.back && members.has(row.from)
}

/// Whether a movement redeems units of the population outside the ring. Notes are in no population of
/// participants: what a bearer redeems counts where everybody does.
pub(super) fn redeems(movements: &Movements, row: &Movement, members: &Members) -> bool {
    row.kind == Kind::Redeem
        && !row.back
        && movements.kind_of(row.to) == PartyKind::Redeemed
        && members.has(row.from)
}

/// How many movements of the window count, and how many do not.
pub(super) fn rows_that(movements: &Movements, window: Window, counts: impl Fn(&Movement) -> bool) -> Rows {
    let mut rows = Rows::of(movements);
    movements.within(window).for_each(|row| rows.note(counts(row)));
    rows
}

/// The part of the window's unit-time that stood on notes; `None` where there are no notes or nothing stood.
pub(super) fn paper_share(
    movements: &Movements,
    window: Window,
) -> Result<Option<Fraction>, EvaluationError> {
    if !movements.parties.iter().any(|party| party.kind == PartyKind::Paper) {
        return Ok(None);
    }
    let all = area(movements, window, |party| movements.kind_of(party).holds())?;
    let paper = area(movements, window, |party| movements.kind_of(party) == PartyKind::Paper)?;
    Fraction::new(paper, all)
}
