//! Closing a day, one step at a time: what is reserved and was not picked up in time is released, and who
//! waits is called, or loses the place; what
//! lapses, account by account; then the notices for units that end so many days after tomorrow; then what
//! time does to the standing of accounts; then the marker. An interrupted closing goes on where it was.

use std::cmp::Ordering;

use super::extend::extension;
use super::lines::{next_in_line, told};
use super::standing::{next_standing, quiet_through};
use super::{Lapsing, lapsing};
use crate::books::{
    AccountRef, Change, Draft, Entry, Flag, LAPSED, Notice, POT, ReservationEnd, Taken, total,
};
use crate::calendar::Day;
use crate::dense::AccountNo;
use crate::design::{Destination, OpenOffices};
use crate::id::Id;
use crate::money::Balance;
use crate::office::OfficeDay;
use crate::orders::{CloseDay, PendingEnd, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::permissions::authorise;
use crate::rules::redeeming::{free, line};
use crate::rules::rule::Rule;
use crate::rules::{About, Closing, ClosingPhase, Scene};

/// Ten years: more is a slip of the pen, not a holiday.
const MOST_DAYS: i32 = 3_660;

impl Rule for CloseDay {
    fn decide(&self, scene: &Scene<'_>) -> Result<Entry, Refusal> {
        let permit = authorise(scene, scene.order, &About::action(Action::CloseDay))?;
        if permit.waits_for.is_some() {
            return Err(Refusal::new(RefusalCode::CannotWait));
        }
        let refuse = |code, from: Day| {
            Err(Refusal::new(code).with(|figures| {
                figures.from = Some(from);
                figures.until = Some(self.through);
            }))
        };
        if self.through < scene.ids_known_from {
            // Nobody can tell any more whether this very closing was answered.
            return refuse(RefusalCode::TooOld, scene.ids_known_from);
        }
        if self.through < scene.day {
            return refuse(RefusalCode::DayAlreadyClosed, scene.day);
        }
        if self.through > self.today {
            return refuse(RefusalCode::DayNotOver, self.today);
        }
        if self.through.days_since(scene.day) >= MOST_DAYS || scene.day == Day::LAST {
            let count = Some(i64::from(MOST_DAYS));
            return Err(Refusal::new(RefusalCode::TooManyDays).with(|figures| figures.count = count));
        }
        if scene.closing.is_none()
            && scene.booking_design().paper().is_some_and(|paper| paper.open_offices == OpenOffices::Block)
            && let Some(office) = open_offices(scene).next()
        {
            return Err(Refusal::about(RefusalCode::OfficeStillOpen, office));
        }
        step(self, scene)
    }
}

/// The next step of a closing that is allowed: what is due first, or the marker.
pub(crate) fn step(close: &CloseDay, scene: &Scene<'_>) -> Result<Entry, Refusal> {
    let start = Closing { phase: ClosingPhase::Releases, next: AccountNo(0) };
    let at = scene.closing.unwrap_or(start);
    for phase in ClosingPhase::ALL {
        let from = match at.phase.cmp(&phase) {
            Ordering::Less => AccountNo(0),
            Ordering::Equal => at.next,
            Ordering::Greater => continue,
        };
        let due = match phase {
            ClosingPhase::Releases => close.next_release(scene)?,
            ClosingPhase::Lapses => next_lapse(scene, from)?,
            ClosingPhase::Notices => close.next_notice(scene, from)?,
            ClosingPhase::Standing => close.next_standing(scene, from)?,
        };
        if let Some(entry) = due {
            return Ok(entry);
        }
    }
    Ok(close.marker(scene))
}

/// Offices that nobody counted yet, by id.
fn open_offices(scene: &Scene<'_>) -> impl Iterator<Item = Id> {
    let open = |(_, day): &(&Id, &OfficeDay)| matches!(day, OfficeDay::Open { .. });
    scene.offices.days().filter(open).map(|(office, _)| *office)
}

/// The account's end dates whose units lapse at the closing of the current day.
fn lapsing_ends(scene: &Scene<'_>, account: AccountNo) -> Vec<Day> {
    let expiry = scene.booking_design().expiry();
    let due = |end: &Day| {
        scene.books.ending(account, *end).next().is_some()
            && matches!(lapsing(scene.books, expiry, account, *end, scene.day), Lapsing::At(day) if day <= scene.day)
    };
    scene.books.ends_through(scene.day).filter(due).collect()
}

/// The lapse of the first account from a row on that has something due.
fn next_lapse(scene: &Scene<'_>, from: AccountNo) -> Result<Option<Entry>, Refusal> {
    let mut from = Some(from);
    while let Some(at) = from {
        let listed =
            scene.books.ends_through(scene.day).filter_map(|end| scene.books.first_due(end, at)).min();
        let Some(account) = listed else { return Ok(None) };
        let ends = lapsing_ends(scene, account);
        if !ends.is_empty() {
            return lapse(scene, account, &ends).map(Some);
        }
        from = account.get().checked_add(1).map(AccountNo);
    }
    Ok(None)
}

fn lapse(scene: &Scene<'_>, account: AccountNo, ends: &[Day]) -> Result<Entry, Refusal> {
    let mut draft: Draft<'_> = scene.new_draft();
    let pieces: Taken = ends.iter().flat_map(|end| scene.books.ending(account, *end)).collect();
    draft.remove(account, &pieces)?;
    match scene.booking_design().expiry().destination {
        Destination::Pot => draft.receive(scene.chart(POT)?, &pieces)?,
        Destination::Lapsed => {
            draft.counter_side(scene.chart(LAPSED)?, Balance::from(total(&pieces)?))?;
        }
    }
    let account = draft.refer(account)?;
    draft.entry.changes.extend(ends.iter().map(|end| Change::Lapsed { account, end: *end }));
    Ok(draft.entry)
}

/// The last end date whose notices are owed when the day after the current one begins, by the version
/// of the design that is in force then.
fn horizon(scene: &Scene<'_>) -> Option<Day> {
    let tomorrow = scene.day.next()?;
    let policy = scene.designs.on(tomorrow).1.expiry().notice?;
    tomorrow.plus_days(i32::from(policy.days))
}

impl CloseDay {
    /// The release of the first reservation whose time is over, then what is due in a line. Units are back before
    /// the lapses are worked through.
    fn next_release(&self, scene: &Scene<'_>) -> Result<Option<Entry>, Refusal> {
        let Some(due) = scene.reservations.first_due(scene.day, scene.now) else {
            return next_in_line(scene, self.today);
        };
        let mut draft = scene.new_draft();
        free(scene, &[due], ReservationEnd::TimedOut, &mut draft)?;
        line::keep(scene, told(scene, self.today), &mut draft.entry)?;
        Ok(Some(draft.entry))
    }

    fn next_standing(&self, scene: &Scene<'_>, from: AccountNo) -> Result<Option<Entry>, Refusal> {
        let Some(mut entry) = next_standing(scene, self.today, from)? else { return Ok(None) };
        line::keep(scene, told(scene, self.today), &mut entry)?;
        Ok(Some(entry))
    }

    fn next_notice(&self, scene: &Scene<'_>, from: AccountNo) -> Result<Option<Entry>, Refusal> {
        let Some(horizon) = horizon(scene) else { return Ok(None) };
        // Mostly one end date. If the days of notice grew, the dates between are told at once.
        let ends: Vec<Day> = scene.books.to_notice(horizon).collect();
        let mut from = Some(from);
        while let Some(at) = from {
            let listed = ends.iter().filter_map(|end| scene.books.first_due(*end, at)).min();
            let Some(account) = listed else { return Ok(None) };
            let mut entry = scene.new_draft().entry;
            for end in &ends {
                entry.changes.extend(self.notice(scene, account, *end)?);
            }
            if !entry.changes.is_empty() {
                return Ok(Some(entry));
            }
            from = account.get().checked_add(1).map(AccountNo);
        }
        Ok(None)
    }

    /// The notice about an end date, if the account holds units of it and was not told yet.
    fn notice(&self, scene: &Scene<'_>, account: AccountNo, end: Day) -> Result<Option<Change>, Refusal> {
        let pieces: Taken = scene.books.ending(account, end).collect();
        let amount = total(&pieces)?;
        if amount.is_zero() || scene.books.notice(account, end).is_some() {
            return Ok(None);
        }
        let account = AccountRef::new(scene.row(account)?.id(), account);
        let notice = Notice { given_on: self.today, amount, outcome: None };
        Ok(Some(Change::NoticeGiven { account, end, notice }))
    }

    fn marker(&self, scene: &Scene<'_>) -> Entry {
        let mut entry = scene.new_draft().entry;
        let expired = scene.pendings.expiring(scene.day);
        entry.changes.extend(expired.map(|order| Change::PendingEnded {
            order,
            end: PendingEnd::Expired,
            asked: None,
        }));
        if open_offices(scene).next().is_some() {
            entry.flags.push(Flag::OfficeOpen);
        }
        let design = scene.booking_design();
        let chargeback = design.paper().map_or(0, |paper| paper.chargeback_days);
        let windows = design.days().pending.max(design.reversal().window_days).max(chargeback);
        let look_back = u32::from(design.days().late_window).saturating_add(u32::from(windows));
        let look_back = i32::try_from(look_back).unwrap_or(i32::MAX);
        if let Some(moved) = extension(scene, look_back) {
            entry.concerns = scene.books.concerned_by(&moved, scene.day);
            entry.changes.push(Change::EndsMoved(moved));
        }
        entry.changes.push(Change::DayClosed {
            day: scene.day,
            notices: horizon(scene).map(|end| (end, self.today)),
            quiet_through: quiet_through(scene),
            forget_before: scene.day.minus_days(look_back).unwrap_or(Day::FIRST),
        });
        entry
    }
}
