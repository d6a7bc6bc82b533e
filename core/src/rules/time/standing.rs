//! What time does to the standing of an account (R45, R62, R69): who has been quiet for long is warned
//! and then called inactive; a leaver's account is closed when it is empty, or when the term to spend
//! what is left is over.

use crate::books::{Account, AccountChange, AccountRef, AccountState, Change, Entry};
use crate::calendar::Day;
use crate::dense::AccountNo;
use crate::design::{BalanceTo, Inactivity};
use crate::orders::Refusal;
use crate::rules::Scene;
use crate::rules::membership::{Remainder, settle};

/// The day since which an account must have been listed for something to be due; none if nobody is
/// called inactive.
pub(super) fn quiet_through(scene: &Scene<'_>) -> Option<Day> {
    let inactivity = scene.booking_design().inactivity()?;
    scene.books.quiet_days().take_while(|since| first_due(inactivity, *since) <= scene.day).last()
}

fn inactive_on(inactivity: &Inactivity, since: Day) -> Day {
    since.plus_months(inactivity.months).unwrap_or(Day::LAST)
}

/// The day on which something is due first: the warning, if there is one.
fn first_due(inactivity: &Inactivity, since: Day) -> Day {
    let before = i32::from(inactivity.notice_days.unwrap_or(0));
    inactive_on(inactivity, since).minus_days(before).unwrap_or(Day::FIRST)
}

/// What is due first, from a row on.
pub(super) fn next_standing(
    scene: &Scene<'_>,
    today: Day,
    from: AccountNo,
) -> Result<Option<Entry>, Refusal> {
    let quiet_through = quiet_through(scene);
    let mut from = Some(from);
    while let Some(row) = from.and_then(|from| scene.books.first_listed(quiet_through, from)) {
        let account = scene.row(row)?;
        let due = match account.state() {
            AccountState::Active => quiet(scene, row, account, today),
            AccountState::Leaver => left(scene, row, account)?,
            _ => None,
        };
        if due.is_some() {
            return Ok(due);
        }
        from = row.get().checked_add(1).map(AccountNo);
    }
    Ok(None)
}

/// The warning of somebody who has been quiet, or that they are inactive from now on.
fn quiet(scene: &Scene<'_>, row: AccountNo, account: &Account, today: Day) -> Option<Entry> {
    let inactivity = scene.booking_design().inactivity()?;
    let since = account.quiet_since();
    if first_due(inactivity, since) > scene.day {
        return None;
    }
    let reference = AccountRef::new(account.id(), row);
    let inactive = match (inactivity.notice_days, scene.books.warned_quiet(row)) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(days), Some(warned)) => {
            let term = warned.plus_days(i32::from(days)).unwrap_or(Day::LAST);
            if term.max(inactive_on(inactivity, since)) > scene.day {
                return None;
            }
            true
        }
    };
    let mut entry = scene.new_draft().entry;
    entry.changes.push(if inactive {
        let (was, since, is) = (AccountState::Active, account.state_since(), AccountState::Inactive);
        Change::Account(AccountChange::State { account: reference, was, since, is })
    } else {
        Change::QuietWarned { account: reference, given_on: today }
    });
    Some(entry)
}

/// The closing of a leaver's account that is due. A debt keeps it open: writing it off takes people.
fn left(scene: &Scene<'_>, row: AccountNo, account: &Account) -> Result<Option<Entry>, Refusal> {
    let leaving = scene.booking_design().leaving();
    let balance = account.balance();
    let term = leaving.spend_out_months.and_then(|months| account.state_since().plus_months(months));
    let over = term.is_some_and(|term| term <= scene.day) && leaving.balance_to != BalanceTo::Refuse;
    let empty = balance.is_zero() && leaving.close_at_zero;
    // What is set aside would have nowhere to come back to (R69).
    let reserved = scene.reservations.of_account(account.id()).next().is_some();
    if balance.is_negative() || reserved || !(over || empty) {
        return Ok(None);
    }
    let mut draft = scene.new_draft();
    settle(scene, row, account, Remainder::To(leaving.balance_to), &mut draft)?;
    Ok(Some(draft.entry))
}
