//! `[settlement]` and `[exchange_back]`.

use super::{Chance, Frame, Sheet};

/// `[settlement]`: how partners are paid in euro, or not at all. Where euro back the units they always are.
pub(super) fn settlement(chance: &mut Chance<'_>, frame: &Frame, sheet: &mut Sheet) {
    if !frame.settles {
        return;
    }
    sheet.table("settlement");
    if chance.of(40) {
        sheet.word("rounding", chance.pick(&["half_up", "down", "up", "half_even"]));
    }
    if chance.of(40) {
        sheet.word("fee_percent", chance.pick(&["1.5", "0", "5"]));
    }
    if chance.of(30) {
        sheet.word("period", chance.pick(&["month", "week", "day"]));
    }
    if chance.of(30) {
        sheet.pair("minimum", chance.pick(&[1, 25]));
    }
    if chance.of(30) {
        sheet.pair("claim_days", chance.pick(&[90, 10]));
    }
    if chance.of(40) {
        sheet.pair("pay_days", chance.pick(&[30, 0]));
    }
    if chance.of(30) {
        let (euro, per) = (chance.pick(&["22000", "50"]), chance.pick(&["year", "month"]));
        sheet.pair("budget", format_args!("{{ euro = {euro}, per = \"{per}\" }}"));
    }
    // Only what is pegged to the euro says by itself what is paid.
    if frame.kind == "euro_pegged" && chance.of(70) {
        return;
    }
    let days = if chance.of(30) { &["2010-01-01", "2025-05-01"][..] } else { &["2010-01-01"] };
    for from in days {
        sheet.element("settlement.rate");
        sheet.pair("from", from);
        sheet.figure("units", chance.pick(&[1, 10, 3]) * frame.one(), frame.scale);
        sheet.word("euro", chance.pick(&["1.00", "0.10", "2.50"]));
    }
}

/// `[exchange_back]`: how units that euro back become euro again.
pub(super) fn exchange_back(chance: &mut Chance<'_>, frame: &Frame, sheet: &mut Sheet) {
    if !frame.backed || chance.of(20) {
        return;
    }
    sheet.table("exchange_back");
    let given = chance.of(60);
    if given || chance.of(50) {
        sheet.pair("fee_percent", 5);
    }
    if given {
        sheet.pair("given_percent", chance.pick(&[3, 5]));
    }
    if chance.of(40) {
        sheet.pair("least_sponsors", chance.pick(&[1, 2, 30]));
    }
    if chance.of(70) {
        sheet.pair("exceptional_percent", chance.pick(&[20, 0]));
        if chance.of(50) {
            sheet.word("vat_percent", chance.pick(&["19", "21"]));
        }
    }
}
