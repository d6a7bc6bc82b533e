//! `[[cap]]`.

use super::{Chance, Frame, Sheet};

/// `[[cap]]`: up to two of them, in any measure the unit allows.
pub(super) fn caps(chance: &mut Chance<'_>, frame: &Frame, sheet: &mut Sheet) {
    // Where nothing is earned, a cap contradicts the design.
    if !frame.reward {
        return;
    }
    let codes = ["eerste", "tweede"];
    let many = usize::try_from(chance.below(3)).unwrap();
    for code in codes.iter().take(many) {
        sheet.element("cap");
        sheet.word("code", code);
        sheet.word("over", chance.pick(&["person", "household", "partner", "currency"]));
        sheet.word("per", chance.pick(&["day", "week", "month", "year", "lifetime"]));
        let activities = frame.activities();
        if !activities.is_empty() && chance.of(40) {
            sheet.words("activities", &chance.some(&activities));
        }
        if chance.of(60) {
            sheet.word("on_cap", chance.pick(&["refuse", "partial", "record_only"]));
        }
        match chance.below(3) {
            1 => sheet.pair("times", chance.pick(&[3, 1, 20])),
            2 if frame.kind == "euro_pegged" => {
                sheet.element("cap.euro");
                sheet.pair("from", chance.pick(&["2024-01-01", "2025-03-01"]));
                sheet.word("at_most", chance.pick(&["42.31", "5.00"]));
                if chance.of(40) {
                    sheet.element("cap.euro");
                    sheet.pair("from", "2025-07-01");
                    sheet.word("at_most", "12.34");
                }
            }
            _ => sheet.figure("units", chance.between(1, 300) * frame.one(), frame.scale),
        }
    }
}
