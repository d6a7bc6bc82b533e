//! `[[redemption]]`.

use super::joining::requirements;
use super::{Chance, Frame, OFFERS, PARTNERS, Sheet};

/// `[[redemption]]`: a catalogue of up to four offers, or none.
pub(super) fn redemption(chance: &mut Chance<'_>, frame: &Frame, sheet: &mut Sheet) {
    if chance.of(15) {
        return;
    }
    for code in chance.some(&OFFERS) {
        sheet.element("redemption");
        sheet.word("code", code);
        sheet.names(code);
        price(chance, frame, sheet);
        if chance.of(40) {
            sheet.word("partner", chance.pick(&[PARTNERS[2], PARTNERS[0]]));
        }
        let counted = chance.of(45) && {
            let stock = chance.pick(&["counted", "endless", "counted"]);
            sheet.word("stock", stock);
            stock == "counted"
        };
        window(chance, sheet);
        if frame.facts && chance.of(30) {
            sheet.pair("audience", requirements(chance));
        }
        if chance.of(30) {
            let (times, per) =
                (chance.between(1, 3), chance.pick(&["day", "week", "month", "year", "lifetime"]));
            let household =
                if chance.of(50) { format!(", household = {}", chance.of(70)) } else { String::new() };
            sheet.pair("per_person", format_args!("{{ times = {times}, per = \"{per}\"{household} }}"));
        }
        if chance.of(70) {
            let hold = ["{ days = 3 }", "{ minutes = 30 }", "{ days = 1, minutes = 600 }", "{ days = 0 }"];
            sheet.pair("hold", chance.pick(&hold));
            if chance.of(40) {
                let no_show = [
                    "{ keeps_percent = 50 }",
                    "{ limit = { times = 2, per = \"month\" } }",
                    "{ keeps_percent = 100, limit = { times = 1, per = \"year\" } }",
                    "{ keeps_percent = 33, limit = { times = 3, per = \"lifetime\" } }",
                ];
                sheet.pair("no_show", chance.pick(&no_show));
            }
            if counted && chance.of(70) {
                sheet.pair("waiting", chance.pick(&["{ days = 2 }", "{ days = 1 }", "{ days = 10 }"]));
            }
        }
    }
}

/// A price for a piece, perhaps partly in euro; or steps.
fn price(chance: &mut Chance<'_>, frame: &Frame, sheet: &mut Sheet) {
    if chance.of(20) {
        let step = chance.pick(&[5, 1, 10]) * frame.one();
        let minimum = super::figure(step * chance.between(1, 3), frame.scale);
        let step = super::figure(step, frame.scale);
        sheet.pair("steps", format_args!("{{ minimum = {minimum}, step = {step} }}"));
        return;
    }
    sheet.figure("price", chance.between(1, 40) * frame.one(), frame.scale);
    if chance.of(20) {
        sheet.word("euro", chance.pick(&["0.50", "2.00"]));
    }
    if frame.kind == "euro_pegged" && chance.of(50) {
        let least = chance.pick(&[50, 1, 99]);
        let rounding = chance.pick(&["", ", rounding = \"up\"", ", rounding = \"half_even\""]);
        sheet.pair("mixed", format_args!("{{ least_units_percent = {least}{rounding} }}"));
    }
}

/// When it can be had.
fn window(chance: &mut Chance<'_>, sheet: &mut Sheet) {
    if chance.of(15) {
        sheet.pair("from", "2025-02-01");
    }
    if chance.of(15) {
        sheet.pair("until", "2025-11-15");
    }
    if chance.of(20) {
        let seasons = [("05-01", "09-30"), ("11-01", "02-29"), ("01-01", "12-31")];
        let (from, until) = chance.pick(&seasons);
        sheet.pair("season", format_args!("{{ from = \"{from}\", until = \"{until}\" }}"));
    }
}
