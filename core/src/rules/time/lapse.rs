//! When units lapse: not before their end and grace have passed, and not before the notice that the
//! design demands has run its term (R18, H4.9).

use crate::books::Books;
use crate::calendar::Day;
use crate::dense::AccountNo;
use crate::design::{Expiry, Suffices};
use crate::orders::NoticeOutcome;

/// When an account's units of one end date lapse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lapsing {
    /// At the closing of this day.
    At(Day),
    /// Not as long as it is unknown whether the notice arrived.
    WaitsForNotice,
}

fn plus(day: Day, days: u16) -> Day {
    day.plus_days(i32::from(days)).unwrap_or(Day::LAST)
}

/// The closing at which an account's units of an end date lapse.
///
/// The policy is the one in force when the day is closed, also for notices that were given under an
/// earlier one: a longer term protects everybody from then on.
pub(crate) fn lapsing(books: &Books, expiry: &Expiry, account: AccountNo, end: Day, today: Day) -> Lapsing {
    let spendable_until = plus(end, expiry.grace_days);
    let Some(policy) = expiry.notice else { return Lapsing::At(spendable_until) };
    let told_on = match books.notice(account, end) {
        Some(notice) => match (policy.suffices, notice.outcome) {
            (Suffices::Given, _) => Some(notice.given_on),
            (_, Some((NoticeOutcome::Delivered, on))) => Some(on),
            (Suffices::DeliveredOrUndeliverable, Some((NoticeOutcome::Undeliverable, on))) => Some(on),
            (Suffices::Delivered | Suffices::DeliveredOrUndeliverable, _) => None,
        },
        // Units that came in during the notice period carry the notice with them: otherwise passing
        // them round would keep them alive. If the notices went out late, they live as long as the
        // others of their date.
        None => {
            let owed_on = end.minus_days(i32::from(policy.days)).unwrap_or(Day::FIRST);
            // Nobody was told yet: the next closing can do that at the earliest, and does so also where
            // the notice was not owed in time, because units were taken over or the policy is new.
            let to_come = end > books.noticed_through();
            let told_on = if to_come { owed_on.max(plus(today, 1)) } else { owed_on };
            Some(books.notice_run(end).unwrap_or(told_on))
        }
    };
    match told_on {
        Some(told_on) => Lapsing::At(spendable_until.max(plus(told_on, policy.days))),
        None => Lapsing::WaitsForNotice,
    }
}
