//! The lines by which partners are paid in euro.

use super::asks::{Around, refers};
use super::cells::Cells;
use super::{Column, LineReason, What};
use crate::design::euro_scale;
use crate::id::Id;
use crate::orders::{
    ApproveClaim, Ask, ClawBack, ConfirmPaid, ExchangeBack, FileClaim, FundBacking, PayGiven, RejectClaim,
    ReturnPayment, TopUp,
};

/// What a line about a settlement asks.
pub(super) fn ask(what: What, cells: &mut Cells<'_>, around: &Around<'_>) -> Option<Ask> {
    match what {
        What::Invoice => invoice(cells).map(Ask::from),
        What::TurnDown => turn_down(cells, around).map(Ask::from),
        What::Approve => Some(ApproveClaim { claim: refers(cells, around)? }.into()),
        What::Paid => Some(ConfirmPaid { claim: refers(cells, around)? }.into()),
        What::Bounced => Some(ReturnPayment { claim: refers(cells, around)? }.into()),
        What::TopUp => top_up(cells).map(Ask::from),
        What::FundBacking => Some(fund_backing(cells).into()),
        What::ExchangeBack => exchange_back(cells).map(Ask::from),
        What::PayGiven => pay_given(cells).map(Ask::from),
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

fn top_up(cells: &mut Cells<'_>) -> Option<TopUp> {
    let account = cells.id(Column::Account);
    let euro = cells.amount_at(Column::Euro, euro_scale());
    Some(TopUp { account: account?, euro: euro? })
}

fn fund_backing(cells: &mut Cells<'_>) -> FundBacking {
    let mut euro = |column| cells.amount_at(column, euro_scale()).unwrap_or_default();
    FundBacking { account: euro(Column::Euro), paper: euro(Column::EuroPaper) }
}

fn exchange_back(cells: &mut Cells<'_>) -> Option<ExchangeBack> {
    if cells.filled(Column::Partner) == cells.filled(Column::Account) {
        let reason = LineReason::Either { one: Column::Partner, other: Column::Account };
        cells.wrong(Column::Partner, reason);
    }
    let (partner, account) = (cells.id(Column::Partner), cells.id(Column::Account));
    let (units, invoice) = (cells.amount(Column::Amount), cells.id(Column::Item));
    Some(ExchangeBack { who: partner.or(account)?, units: units?, invoice: invoice? })
}

fn pay_given(cells: &mut Cells<'_>) -> Option<PayGiven> {
    let (partner, invoice) = (cells.id(Column::Partner), cells.id(Column::Item));
    Some(PayGiven { partner: partner?, invoice: invoice? })
}
