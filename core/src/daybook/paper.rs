//! The lines of an office: what its keeper hands out, takes in and counts.

use super::asks::{Around, measured_for};
use super::cells::{Cells, Measured};
use super::{Column, LineReason, What};
use crate::design::euro_scale;
use crate::id::Code;
use crate::money::Amount;
use crate::office::{CashCount, Depot, Notes, SeriesCount};
use crate::orders::{
    ApproveDifference, Ask, AskRecount, AwardNotes, ChangeEuro, Chargeback, CountCash, DestroyNotes,
    EndOffice, FillTill, HandIn, HandOverTill, Lost, OpenOffice, PayOut, PrintNotes, ReceiveNotes,
    RedeemNotes, ReportLost, Sell, SendNotes, SwapNotes, TakeIn, Want,
};

/// What a line of an office asks.
pub(super) fn ask(what: What, cells: &mut Cells<'_>, around: &Around<'_>) -> Option<Ask> {
    match what {
        What::Print => print(cells).map(Ask::from),
        What::Destroy => destroy(cells).map(Ask::from),
        What::Send => send(cells).map(Ask::from),
        What::Lost => Some(ReportLost { lost: Lost::Sending(super::asks::refers(cells, around)?) }.into()),
        What::PayOut => pay_out(cells).map(Ask::from),
        What::TakeIn => take_in(cells).map(Ask::from),
        What::OpenOffice => Some(OpenOffice {}.into()),
        What::Count => count(cells).map(Ask::from),
        What::Receive => receive(cells, around).map(Ask::from),
        What::SendBack => send_back(cells).map(Ask::from),
        What::Swap => swap(cells).map(Ask::from),
        What::Change => change(cells).map(Ask::from),
        What::FillTill => fill_till(cells).map(Ask::from),
        What::HandOver => hand_over(cells).map(Ask::from),
        What::Sale => sale(cells).map(Ask::from),
        What::HandIn => hand_in(cells).map(Ask::from),
        What::RedeemNotes => redeem_notes(cells).map(Ask::from),
        What::AwardNotes => award_notes(cells, around).map(Ask::from),
        What::Difference => Some(ApproveDifference { office: cells.id(Column::At)? }.into()),
        What::Recount => Some(AskRecount { office: cells.id(Column::At)? }.into()),
        What::EndOffice => Some(EndOffice { office: cells.id(Column::At)? }.into()),
        What::ChargeBack => Some(Chargeback { original: super::asks::refers(cells, around)? }.into()),
        _ => None,
    }
}

/// Pieces that may be left out: then there are none.
fn some_notes(cells: &mut Cells<'_>, column: Column) -> Option<Notes> {
    if cells.filled(column) { cells.notes(column) } else { Some(Notes::default()) }
}

/// Euro that may be left out: then there are none.
fn some_euro(cells: &mut Cells<'_>, column: Column) -> Option<Amount> {
    if cells.filled(column) { cells.amount_at(column, euro_scale()) } else { Some(Amount::ZERO) }
}

fn print(cells: &mut Cells<'_>) -> Option<PrintNotes> {
    let (series, notes) = (cells.code(Column::Series), cells.notes(Column::Notes));
    Some(PrintNotes { series: series?, notes: notes? })
}

fn destroy(cells: &mut Cells<'_>) -> Option<DestroyNotes> {
    let (series, notes) = (cells.code(Column::Series), cells.notes(Column::Notes));
    Some(DestroyNotes { series: series?, notes: notes? })
}

/// From the vault; what an office sends goes the other way ([`send_back`]).
fn send(cells: &mut Cells<'_>) -> Option<SendNotes> {
    let (office, partner) = (cells.id(Column::At), cells.id(Column::Partner));
    if cells.filled(Column::At) == cells.filled(Column::Partner) {
        cells.wrong(Column::At, LineReason::Either { one: Column::Partner, other: Column::At });
    }
    let to = office.map(Depot::Stock).or(partner.map(Depot::Partner));
    let (series, carrier) = (cells.code(Column::Series), cells.id(Column::Carrier));
    let notes = cells.notes(Column::Notes);
    Some(SendNotes { from: Depot::Vault, to: to?, carrier: carrier?, series: series?, notes: notes? })
}

fn pay_out(cells: &mut Cells<'_>) -> Option<PayOut> {
    let (account, series) = (cells.id(Column::Account), cells.code(Column::Series));
    let amount = cells.amount(Column::Amount).map(Want::Amount);
    let notes = cells.notes(Column::Notes).map(Want::Notes);
    if cells.filled(Column::Amount) == cells.filled(Column::Notes) {
        cells.wrong(Column::Amount, LineReason::Either { one: Column::Amount, other: Column::Notes });
    }
    Some(PayOut { account: account?, series: series?, want: amount.or(notes)? })
}

fn take_in(cells: &mut Cells<'_>) -> Option<TakeIn> {
    let (account, series) = (cells.id(Column::Account), cells.code(Column::Series));
    let notes = cells.notes(Column::Notes);
    Some(TakeIn { account: account?, series: series?, notes: notes? })
}

fn count(cells: &mut Cells<'_>) -> Option<CountCash> {
    let series = if cells.filled(Column::Series) { cells.list(Column::Series) } else { Some(Vec::new()) };
    let series: Vec<Code> = series?;
    let mut drawer = |column| cells.notes_of_each(column, series.len());
    let (stock, till, returned) = (drawer(Column::Notes), drawer(Column::Till), drawer(Column::Returned));
    let euro = some_euro(cells, Column::Euro);
    let drawers = [Column::Notes, Column::Till, Column::Returned];
    if let Some(drawer) =
        drawers.into_iter().find(|drawer| cells.filled(*drawer) && !cells.filled(Column::Series))
    {
        cells.wrong(drawer, LineReason::Series);
    }
    let (stock, till, returned) = (stock?, till?, returned?);
    let drawers = stock.into_iter().zip(till).zip(returned);
    let counted = series.into_iter().zip(drawers);
    let counted =
        counted.map(|(series, ((stock, till), returned))| SeriesCount { series, stock, till, returned });
    Some(CountCash { count: CashCount { series: counted.collect(), euro: euro? } })
}

fn receive(cells: &mut Cells<'_>, around: &Around<'_>) -> Option<ReceiveNotes> {
    let sending = super::asks::refers(cells, around);
    let notes = some_notes(cells, Column::Notes);
    Some(ReceiveNotes { sending: sending?, notes: notes? })
}

fn send_back(cells: &mut Cells<'_>) -> Option<SendNotes> {
    let place = cells.id(Column::Place);
    if !cells.filled(Column::Place) {
        cells.wrong(Column::Place, LineReason::Needed { what: What::SendBack });
    }
    let drawer = cells.word(Column::Item, &[("stock", true), ("returned", false)]);
    let (series, carrier) = (cells.code(Column::Series), cells.id(Column::Carrier));
    let notes = cells.notes(Column::Notes);
    let from = if drawer? { Depot::Stock(place?) } else { Depot::Returned(place?) };
    Some(SendNotes { from, to: Depot::Vault, carrier: carrier?, series: series?, notes: notes? })
}

fn swap(cells: &mut Cells<'_>) -> Option<SwapNotes> {
    let (from, to) = (cells.code(Column::Series), cells.code(Column::Item));
    let notes = cells.notes(Column::Notes);
    let stamped = if cells.filled(Column::Measured) { cells.number(Column::Measured) } else { Some(0) };
    let stamped = u16::try_from(stamped?).unwrap_or(u16::MAX);
    Some(SwapNotes { from: from?, notes: notes?, to: to?, stamped, want: None })
}

fn change(cells: &mut Cells<'_>) -> Option<ChangeEuro> {
    let series = cells.code(Column::Series);
    let euro = cells.amount_at(Column::Euro, euro_scale());
    let want = if cells.filled(Column::Notes) { cells.notes(Column::Notes).map(Some) } else { Some(None) };
    Some(ChangeEuro { euro: euro?, series: series?, want: want? })
}

fn fill_till(cells: &mut Cells<'_>) -> Option<FillTill> {
    let series = cells.code(Column::Series);
    let (notes, euro) = (some_notes(cells, Column::Notes), some_euro(cells, Column::Euro));
    Some(FillTill { series: series?, notes: notes?, euro: euro? })
}

fn hand_over(cells: &mut Cells<'_>) -> Option<HandOverTill> {
    let series = cells.code(Column::Series);
    let (notes, euro) = (some_notes(cells, Column::Notes), some_euro(cells, Column::Euro));
    Some(HandOverTill { series: series?, notes: notes?, euro: euro? })
}

fn sale(cells: &mut Cells<'_>) -> Option<Sell> {
    let (what, series) = (cells.code(Column::Item), cells.code(Column::Series));
    let price = if cells.filled(Column::Amount) { cells.amount(Column::Amount) } else { Some(Amount::ZERO) };
    let euro_price = some_euro(cells, Column::EuroPrice);
    let (notes, euro) = (some_notes(cells, Column::Notes), some_euro(cells, Column::Euro));
    Some(Sell {
        what: what?,
        price: price?,
        euro_price: euro_price?,
        series: series?,
        notes: notes?,
        euro: euro?,
    })
}

fn hand_in(cells: &mut Cells<'_>) -> Option<HandIn> {
    let (partner, series) = (cells.id(Column::Partner), cells.code(Column::Series));
    let notes = cells.notes(Column::Notes);
    Some(HandIn { partner: partner?, series: series?, notes: notes? })
}

fn redeem_notes(cells: &mut Cells<'_>) -> Option<RedeemNotes> {
    let (partner, reward) = (cells.id(Column::Partner), cells.code(Column::Item));
    let (series, notes) = (cells.code(Column::Series), cells.notes(Column::Notes));
    let count = if cells.filled(Column::Measured) { cells.number(Column::Measured) } else { Some(1) };
    Some(RedeemNotes { partner: partner?, reward: reward?, count: count?, series: series?, notes: notes? })
}

fn award_notes(cells: &mut Cells<'_>, around: &Around<'_>) -> Option<AwardNotes> {
    let (partner, person) = (cells.id(Column::Partner), cells.id(Column::Person));
    let (activity, series): (Option<Code>, Option<Code>) =
        (cells.code(Column::Item), cells.code(Column::Series));
    let want = if cells.filled(Column::Notes) { cells.notes(Column::Notes).map(Some) } else { Some(None) };
    let measured: Option<Measured> = cells.measured();
    let measured = measured_for(cells, around.design, activity?, measured?);
    Some(AwardNotes {
        partner: partner?,
        person: person?,
        activity: activity?,
        measured: measured?,
        series: series?,
        want: want?,
    })
}
