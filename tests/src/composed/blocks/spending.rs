//! `[spending]` and `[pot]`.

use super::{Chance, Frame, Sheet};

/// `[spending]`.
pub(super) fn spending(chance: &mut Chance<'_>, frame: &Frame, sheet: &mut Sheet) {
    sheet.table("spending");
    let gifts = chance.of(70);
    sheet.pair("gifts", gifts);
    if gifts && frame.credit && chance.of(40) {
        sheet.pair("gifts_from_credit", true);
    }
    if chance.of(60) {
        sheet.pair("pay_for_relatives", true);
    }
    if frame.kind == "time" && chance.of(70) {
        sheet.table("spending.service");
        sheet.pair("step_minutes", chance.pick(&[15, 1, 30, 60]));
        sheet.word("rounding", chance.pick(&["up", "down", "half_up", "half_even"]));
    }
}

/// `[pot]`.
pub(super) fn pot(_: &mut Chance<'_>, frame: &Frame, sheet: &mut Sheet) {
    if frame.pot {
        sheet.table("pot");
        sheet.names("pot");
    }
}
