//! `[[earning]]`.

use super::joining::requirements;
use super::{Chance, Frame, PARTNERS, Sheet};

const ROUNDINGS: [&str; 4] = ["down", "up", "half_up", "half_even"];

/// `[[earning]]`: a catalogue of one to four lines.
pub(super) fn earning(chance: &mut Chance<'_>, frame: &Frame, sheet: &mut Sheet) {
    for code in frame.activities() {
        sheet.element("earning");
        sheet.word("code", code);
        sheet.names(code);
        let per = chance.pick(&["action", "hour", "quantity"]);
        sheet.word("per", per);
        let tenths = chance.between(1, 300);
        sheet.figure(
            "units",
            if chance.of(30) { tenths } else { tenths * frame.one() / 10 + 1 },
            frame.scale,
        );
        if per == "hour" {
            sheet.pair("step_minutes", chance.pick(&[15, 1, 30, 60, 7]));
            if chance.of(40) {
                sheet.word("unit_rounding", chance.pick(&ROUNDINGS));
            }
        }
        if per == "quantity" {
            sheet.pair("quantity", chance.pick(&[1, 10, 100]));
            sheet.word("measure", "kg");
        }
        if per != "action" && chance.of(40) {
            sheet.word("step_rounding", chance.pick(&ROUNDINGS));
        }
        if chance.of(30) {
            let partners = chance.some(&PARTNERS[..2]);
            sheet.words("partners", &partners);
        }
        if frame.facts && chance.of(40) {
            sheet.pair("requires", requirements(chance));
            if chance.of(70) {
                sheet.word("when_missing", chance.pick(&["refuse", "flag"]));
            }
        }
    }
}
