//! `[expiry]`, `[lots]` and `[days]`.

use super::{Chance, Frame, Sheet};
use crate::composed::frame::Ends;

/// `[expiry]`.
pub(super) fn expiry(chance: &mut Chance<'_>, frame: &Frame, sheet: &mut Sheet) {
    if frame.ends == Ends::Never && chance.of(50) {
        return;
    }
    sheet.table("expiry");
    match frame.ends {
        Ends::Never | Ends::InBulk => sheet.word("rule", "never"),
        Ends::YearEnd => sheet.word("rule", "year_end"),
        Ends::Fixed => {
            sheet.word("rule", "fixed_date");
            sheet.pair("on", chance.pick(&["2025-09-30", "2025-12-31", "2026-06-30"]));
        }
        Ends::Months { to_month_end } => {
            sheet.word("rule", "months");
            sheet.pair("months", chance.pick(&[6, 2, 3, 12]));
            if to_month_end || chance.of(20) {
                sheet.pair("to_month_end", to_month_end);
            }
        }
    }
    match frame.ends {
        Ends::InBulk => sheet.pair("bulk", true),
        Ends::Never => {}
        _ if chance.of(40) => sheet.pair("bulk", chance.of(70)),
        _ => {}
    }
    if !frame.expires() {
        return;
    }
    if chance.of(60) {
        let days = chance.between(1, 45);
        match chance.pick(&[None, Some("given"), Some("delivered"), Some("delivered_or_undeliverable")]) {
            None => sheet.pair("notice", format_args!("{{ days = {days} }}")),
            Some(word) => sheet.pair("notice", format_args!("{{ days = {days}, suffices = \"{word}\" }}")),
        }
    }
    if chance.of(40) {
        sheet.pair("grace_days", chance.between(0, 40));
    }
    if frame.zero_sum() || (frame.pot && chance.of(50)) {
        sheet.word("destination", "pot");
    } else if chance.of(30) {
        sheet.word("destination", "lapsed");
    }
    if chance.of(30) {
        sheet.word("on_transfer", chance.pick(&["keep", "renew"]));
    }
    match chance.below(5) {
        0 => sheet.word("late_award", "refuse"),
        1 | 2 => {
            sheet.word("late_award", "grant");
            sheet.pair("late_award_days", chance.between(1, 40));
        }
        _ => {}
    }
}

/// `[lots]`.
pub(super) fn lots(chance: &mut Chance<'_>, frame: &Frame, sheet: &mut Sheet) {
    if chance.of(50) {
        return;
    }
    sheet.table("lots");
    let by_month = frame.ends != Ends::Months { to_month_end: false };
    sheet.word("grain", chance.pick(if by_month { &["issue", "day", "month"] } else { &["issue", "day"] }));
    if chance.of(50) {
        sheet.word("spend", chance.pick(&["soonest_to_expire", "oldest_first"]));
    }
}

/// `[days]`.
pub(super) fn days(chance: &mut Chance<'_>, _: &Frame, sheet: &mut Sheet) {
    if chance.of(50) {
        return;
    }
    sheet.table("days");
    sheet.pair("late_window", chance.pick(&[7, 0, 14, 40]));
    sheet.pair("pending", chance.pick(&[30, 0, 5]));
}
