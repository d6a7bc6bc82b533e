//! The lines by which partners are paid in euro.

use super::asks::{Around, refers};
use super::cells::Cells;
use super::{Column, What};
use crate::id::Id;
use crate::orders::{ApproveClaim, Ask, ClawBack, ConfirmPaid, FileClaim, RejectClaim};

/// What a line about a settlement asks.
pub(super) fn ask(what: What, cells: &mut Cells<'_>, around: &Around<'_>) -> Option<Ask> {
    match what {
        What::Invoice => invoice(cells).map(Ask::from),
        What::TurnDown => turn_down(cells, around).map(Ask::from),
        What::Approve => Some(ApproveClaim { claim: refers(cells, around)? }.into()),
        What::Paid => Some(ConfirmPaid { claim: refers(cells, around)? }.into()),
        What::ClawBack => claw_back(cells, around).map(Ask::from),
        _ => None,
    }
}

fn invoice(cells: &mut Cells<'_>) -> Option<FileClaim> {
    let partner = cells.id(Column::Partner);
    let invoice = cells.id(Column::Item);
    let through = cells.day(Column::Until);
    Some(FileClaim { partner: partner?, invoice: invoice?, through })
}

fn turn_down(cells: &mut Cells<'_>, around: &Around<'_>) -> Option<RejectClaim> {
    let claim = refers(cells, around);
    let acceptance: Option<Id> = cells.id(Column::Acceptance);
    let units = cells.amount(Column::Amount);
    let acceptance = acceptance.map(|line| (around.id_of)(&line));
    Some(RejectClaim { claim: claim?, acceptance, units })
}

fn claw_back(cells: &mut Cells<'_>, around: &Around<'_>) -> Option<ClawBack> {
    let original = refers(cells, around);
    let amount = cells.amount(Column::Amount);
    Some(ClawBack { original: original?, amount })
}
