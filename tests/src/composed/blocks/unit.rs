//! `[currency]` and `[unit]`.

use super::{Chance, Frame, Sheet};

/// `[currency]`.
pub(super) fn currency(chance: &mut Chance<'_>, _: &Frame, sheet: &mut Sheet) {
    sheet.table("currency");
    sheet.word("id", chance.pick(&["munt", "kring.1", "tijd_bank", "punten-2025"]));
    sheet.names("munt");
    sheet.word("zone", chance.pick(&["Europe/Brussels", "Europe/Amsterdam"]));
}

/// `[unit]`.
pub(super) fn unit(chance: &mut Chance<'_>, frame: &Frame, sheet: &mut Sheet) {
    sheet.table("unit");
    sheet.word("kind", frame.kind);
    for lang in ["nl", "fr", "en"] {
        sheet.pair(&format!("names.{lang}"), "{ one = \"punt\", many = \"punten\" }");
    }
    sheet.pair("scale", frame.scale);
    if chance.of(30) {
        sheet.pair("display_decimals", chance.below(frame.scale + 1));
    }
    // The values of every year begin before the ledgers do; a second one comes in the middle of the year.
    let days =
        if !frame.backed && chance.of(30) { &["2010-01-01", "2025-06-15"][..] } else { &["2010-01-01"] };
    for from in days.iter().filter(|_| frame.kind != "free_point") {
        sheet.element("unit.value");
        sheet.pair("from", from);
        if frame.backed {
            sheet.figure("units", frame.one(), frame.scale);
            sheet.word("euro", chance.pick(&["1.00", "5.00"]));
            continue;
        }
        sheet.figure("units", chance.pick(&[1, 10, 100, 60]) * frame.one(), frame.scale);
        if frame.kind == "time" {
            sheet.pair("minutes", chance.pick(&[60, 1, 45, 600]));
        } else {
            sheet.word("euro", chance.pick(&["1.00", "0.10", "2.50", "0.01"]));
        }
    }
}
