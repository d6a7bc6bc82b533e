//! `[leaving]` and `[inactivity]`.

use super::{Chance, Frame, Sheet};

/// `[leaving]`, with what happens when somebody dies.
pub(super) fn leaving(chance: &mut Chance<'_>, frame: &Frame, sheet: &mut Sheet) {
    let pot = frame.pot.then_some("pot");
    let lapsed = (!frame.zero_sum()).then_some("lapsed");
    let of =
        |more: &[Option<&'static str>]| -> Vec<&'static str> { more.iter().copied().flatten().collect() };
    if chance.of(30) {
        return;
    }
    sheet.table("leaving");
    let balance_to = chance.pick(&of(&[Some("refuse"), pot, Some("group"), lapsed]));
    sheet.word("balance_to", balance_to);
    if frame.credit && chance.of(50) {
        sheet.word("debt", chance.pick(&of(&[Some("group"), pot, Some("refuse")])));
    }
    if balance_to != "refuse" && chance.of(50) {
        sheet.pair("spend_out_months", chance.pick(&[2, 1, 6]));
    }
    if chance.of(50) {
        sheet.pair("close_at_zero", chance.of(70));
    }
    if chance.of(50) {
        sheet.table("leaving.death");
        sheet.word(
            "balance_to",
            chance.pick(&of(&[Some("heir"), pot, Some("group"), lapsed, Some("refuse")])),
        );
    }
}

/// `[inactivity]`.
pub(super) fn inactivity(chance: &mut Chance<'_>, _: &Frame, sheet: &mut Sheet) {
    if chance.of(50) {
        return;
    }
    sheet.table("inactivity");
    let (months, notice) = chance.pick(&[(2, 0), (1, 1), (2, 45), (6, 14)]);
    sheet.pair("months", months);
    if notice > 0 {
        sheet.pair("notice_days", notice);
    }
}
