//! Notes and the offices that handle them.
//!
//! Every operation is one entry with all its legs, or nothing (R34). Whoever works at an office acts at
//! that office alone, and only while it is open.

mod approve_difference;
mod ask_recount;
mod award_notes;
mod change_euro;
mod chargeback;
mod count_cash;
mod destroy_notes;
mod difference;
mod end_office;
mod fill_till;
mod hand_in;
mod hand_over_till;
mod open_office;
mod pay_out;
mod print_notes;
mod receive_notes;
mod redeem_notes;
mod report_lost;
mod sell;
mod send_notes;
mod swap_notes;
mod take_in;

use difference::{counted, difference};

use crate::books::{Books, Draft, EuroPlace, bought_in, on_paper, shortage_of, surplus_of};
use crate::dense::AccountNo;
use crate::design::{Function, Paper, RoleScope, Series};
use crate::id::{Code, Id};
use crate::money::{Amount, Balance};
use crate::office::{CashCount, Depot, Note, Notes, OfficeDay, Place, SeriesCount};
use crate::orders::{Refusal, RefusalCode};
use crate::rules::Scene;
use crate::rules::permissions::scope_of;

/// The block about paper, today's.
fn paper<'s>(scene: &Scene<'s>) -> Result<&'s Paper, Refusal> {
    scene.booking_design().paper().ok_or_else(|| Refusal::new(RefusalCode::PaperOff))
}

/// A series of today's design.
fn series<'s>(scene: &Scene<'s>, code: &Code) -> Result<&'s Series, Refusal> {
    paper(scene)?.get(code).ok_or_else(|| Refusal::of(RefusalCode::SeriesUnknown, *code))
}

/// The series, if its notes are handed out and spent on the value day.
fn valid_series<'s>(scene: &Scene<'s>, code: &Code) -> Result<&'s Series, Refusal> {
    let series = series(scene, code)?;
    if series.is_valid(scene.order.value_day) {
        return Ok(series);
    }
    Err(Refusal::of(RefusalCode::SeriesNotValid, *code).with(|figures| {
        figures.from = Some(series.valid_from);
        figures.until = Some(series.spend_until.unwrap_or(scene.order.value_day));
    }))
}

/// Pieces of a series: some, and of faces that it has.
fn pieces(series: &Series, notes: &Notes) -> Result<Amount, Refusal> {
    if let Some((face, _)) = notes.iter().find(|(face, _)| !series.has(*face)) {
        return Err(Refusal::of(RefusalCode::FaceUnknown, series.code)
            .with(|figures| figures.asked = Some(face.into())));
    }
    if notes.is_empty() { Err(Refusal::new(RefusalCode::AmountZero)) } else { Ok(notes.value()) }
}

/// The accounts of the chart for a series: the units on it, what was short, what was bought for euro, what
/// was over.
struct SeriesAccounts {
    paper: AccountNo,
    shortage: AccountNo,
    bought: AccountNo,
    surplus: AccountNo,
}

fn accounts_of(scene: &Scene<'_>, series: &Code) -> Result<SeriesAccounts, Refusal> {
    let row = |id: Result<Id, _>| id.ok().and_then(|id| scene.books.number_of(&id));
    let rows =
        (row(on_paper(series)), row(shortage_of(series)), row(surplus_of(series)), row(bought_in(series)));
    match rows {
        (Some(paper), Some(shortage), Some(surplus), Some(bought)) => {
            Ok(SeriesAccounts { paper, shortage, bought, surplus })
        }
        _ => Err(Refusal::of(RefusalCode::SeriesNotPrinted, *series)),
    }
}

/// The office where the order is carried out: where it is completed, if it waited for somebody.
fn office(scene: &Scene<'_>) -> Result<Id, Refusal> {
    let completed_at = scene.completer.and_then(|completer| completer.contact_point);
    let at = completed_at.or(scene.order.contact_point);
    let at = at.ok_or_else(|| Refusal::of(RefusalCode::ContactPointNeeded, scene.order.role))?;
    let point = scene.booking_design().contact_points().get(&at);
    let point = point.ok_or_else(|| Refusal::about(RefusalCode::ContactPointUnknown, at))?;
    if point.has(Function::Exchange) || point.has(Function::Redemption) {
        Ok(at)
    } else {
        Err(Refusal::about(RefusalCode::NotAnOffice, at))
    }
}

/// The office, if it is open.
pub(super) fn open_office(scene: &Scene<'_>) -> Result<Id, Refusal> {
    let office = office(scene)?;
    is_open(scene, office)?;
    Ok(office)
}

fn is_open(scene: &Scene<'_>, office: Id) -> Result<(), Refusal> {
    match scene.offices.day(&office) {
        Some(OfficeDay::Open { .. }) => Ok(()),
        _ => Err(Refusal::about(RefusalCode::OfficeNotOpen, office)),
    }
}

/// Whether whoever asks may touch a depot: an office its own drawers while it is open, and nobody at an
/// office the vault.
fn may_touch(scene: &Scene<'_>, depot: Depot) -> Result<(), Refusal> {
    if let Depot::Stock(office) | Depot::Returned(office) = depot {
        is_open(scene, office)?;
    }
    let asked = scene.completer.unwrap_or(scene.order);
    let design = scene.booking_design();
    let scope = design.permissions().role(&asked.role).map(|role| scope_of(design, role));
    let keeps = match (scope, depot) {
        (Some(RoleScope::ContactPoint), Depot::Stock(office) | Depot::Returned(office)) => {
            asked.contact_point == Some(office)
        }
        (Some(RoleScope::ContactPoint), Depot::Vault | Depot::Partner(_)) => false,
        _ => true,
    };
    if keeps {
        return Ok(());
    }
    let whose = match depot {
        Depot::Stock(whose) | Depot::Returned(whose) | Depot::Partner(whose) => Some(whose),
        Depot::Vault => None,
    };
    Err(Refusal::of(RefusalCode::NotOwn, asked.role)
        .with(|figures| figures.who = whose.or(asked.contact_point)))
}

/// Whether the pieces are in a place. How many are there is not said: whoever counts a drawer counts it
/// blind (R35).
fn are_there(scene: &Scene<'_>, series: Code, notes: &Notes, place: Place) -> Result<(), Refusal> {
    let short = notes.iter().find(|(face, count)| {
        scene.books.paper().count(Note { series, face: *face }, place) < i64::from(*count)
    });
    let Some((face, count)) = short else { return Ok(()) };
    Err(Refusal::of(RefusalCode::NotesShort, series).with(|figures| {
        figures.asked = Some(face.into());
        figures.count = Some(i64::from(count));
        figures.who = place.office();
    }))
}

/// Takes pieces that were handed in out of circulation, and what circulation does not have out of what
/// is missing; more than that was never issued.
fn take_live(
    scene: &Scene<'_>,
    series: Code,
    notes: &Notes,
    to: Place,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    let (from_circulation, from_missing) = found(scene, series, notes, draft)?;
    draft.move_notes(series, &from_circulation, Place::Circulation, to)?;
    Ok(draft.move_notes(series, &from_missing, Place::Missing, to)?)
}

fn found(
    scene: &Scene<'_>,
    series: Code,
    notes: &Notes,
    draft: &Draft<'_>,
) -> Result<(Notes, Notes), Refusal> {
    let (mut circulating, mut missing) = (Vec::new(), Vec::new());
    for (face, count) in notes.iter() {
        let note = Note { series, face };
        // The same entry may have drawn on them already.
        let there = |place| {
            let count = scene.books.paper().count(note, place).saturating_add(draft.notes_moved(note, place));
            u32::try_from(count).unwrap_or(0)
        };
        let first = count.min(there(Place::Circulation));
        let then = count.saturating_sub(first);
        if then > there(Place::Missing) {
            return Err(Refusal::of(RefusalCode::MoreThanIssued, series).with(|figures| {
                figures.asked = Some(face.into());
                figures.count = Some(i64::from(count));
            }));
        }
        circulating.push((face, first));
        missing.push((face, then));
    }
    let notes = |pieces| Notes::new(pieces).map_err(|_| Refusal::new(RefusalCode::Overflow));
    Ok((notes(circulating)?, notes(missing)?))
}

/// A reason is needed for what differs.
fn needs_reason(scene: &Scene<'_>) -> Result<(), Refusal> {
    if scene.order.reason.is_some() { Ok(()) } else { Err(Refusal::new(RefusalCode::ReasonNeeded)) }
}

fn minus(amount: Amount) -> Balance {
    Balance::from(amount).checked_neg().unwrap_or(Balance::ZERO)
}

/// What was counted against what should be there: what is short, and what is over.
fn compared(expected: &Notes, counted: &Notes) -> Result<(Notes, Notes), Refusal> {
    let mut faces: Vec<Amount> = expected.iter().chain(counted.iter()).map(|(face, _)| face).collect();
    faces.sort_unstable();
    faces.dedup();
    let less = |one: &Notes, two: &Notes| {
        let rest = faces.iter().map(|face| (*face, one.count_of(*face).saturating_sub(two.count_of(*face))));
        Notes::new(rest).map_err(|_| Refusal::new(RefusalCode::Overflow))
    };
    Ok((less(expected, counted)?, less(counted, expected)?))
}

/// Books blank notes that are not there as missing: they may turn up, so units stand behind them, and the
/// issuer bears the loss.
fn lose(
    scene: &Scene<'_>,
    series: Code,
    notes: &Notes,
    from: Place,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    if notes.is_empty() {
        return Ok(());
    }
    let accounts = accounts_of(scene, &series)?;
    draft.move_notes(series, notes, from, Place::Missing)?;
    if !from.is_live() {
        draft.counter_side(accounts.paper, Balance::from(notes.value()))?;
        draft.counter_side(accounts.shortage, minus(notes.value()))?;
    }
    Ok(())
}

/// Books notes that are too many: they come out of circulation, or out of what was missing, and are the
/// issuer's gain.
fn gain(
    scene: &Scene<'_>,
    series: Code,
    notes: &Notes,
    to: Place,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    if notes.is_empty() {
        return Ok(());
    }
    let accounts = accounts_of(scene, &series)?;
    take_live(scene, series, notes, to, draft)?;
    if !to.is_live() {
        draft.counter_side(accounts.paper, minus(notes.value()))?;
        draft.counter_side(accounts.surplus, Balance::from(notes.value()))?;
    }
    Ok(())
}

/// What the books say of an office's drawers, in the form of a count.
pub(crate) fn expected(books: &Books, office: Id) -> CashCount {
    let paper = books.paper();
    let count = |series| SeriesCount {
        series,
        stock: paper.notes(series, Place::Stock(office)),
        till: paper.notes(series, Place::Till(office)),
        returned: paper.notes(series, Place::Returned(office)),
    };
    let some = |one: &SeriesCount| !(one.stock.is_empty() && one.till.is_empty() && one.returned.is_empty());
    let series = paper.series().into_iter().map(count).filter(some).collect();
    let euro = Amount::from_minor(books.euro().cents(EuroPlace::Till(office))).unwrap_or(Amount::ZERO);
    CashCount { series, euro }
}
