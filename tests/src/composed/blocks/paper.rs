//! `[paper]`.

use super::{Chance, Frame, SERIES, Sheet};
use crate::composed::frame::Ends;

/// `[paper]`: one or two series of notes, or none.
pub(super) fn paper(chance: &mut Chance<'_>, frame: &Frame, sheet: &mut Sheet) {
    if !frame.points || chance.of(40) {
        return;
    }
    sheet.table("paper");
    // Units that all end on one day end before most notes do.
    if frame.ends == Ends::Fixed || chance.of(20) {
        sheet.pair("pay_out", frame.ends != Ends::Fixed && chance.of(50));
    }
    if chance.of(40) {
        sheet.word("change", chance.pick(&["fewest_pieces", "keep_small"]));
    }
    if chance.of(40) {
        sheet.pair("late_deposit_days", chance.between(1, 60));
        // Euro are changed only where units stand for them and come into being.
        sheet.pair("change_euro", frame.kind == "euro_pegged" && frame.reward);
    }
    if chance.of(40) {
        sheet.pair("chargeback_days", chance.pick(&[60, 0, 10]));
    }
    if chance.of(40) {
        sheet.word("open_offices", chance.pick(&["report", "block"]));
    }
    // What stamps cost must stay in a ring that sums to zero.
    let stamps = frame.pot || !frame.zero_sum();
    if stamps && (frame.zero_sum() || chance.of(40)) {
        let to_pot = frame.pot && (frame.zero_sum() || chance.of(50));
        sheet.word("stamps_to", if to_pot { "pot" } else { "lapsed" });
    }
    for (code, from) in SERIES.into_iter().zip(["2024-01-01", "2025-04-01"]) {
        sheet.element("paper.series");
        sheet.word("code", code);
        sheet.names(code);
        let faces = [1, 5, 20].map(|face| super::figure(face * frame.one(), frame.scale));
        sheet.pair("denominations", format_args!("[{}]", faces.join(", ")));
        if chance.of(40) {
            sheet.pair("print_run", chance.pick(&[1000, 10]));
        }
        sheet.pair("valid_from", from);
        if frame.expires() || chance.of(60) {
            sheet.pair("spend_until", chance.pick(&["2025-08-31", "2027-12-31"]));
            if chance.of(50) {
                sheet.pair("swap_until", "2028-01-31");
            }
            if chance.of(50) {
                sheet.pair("deposit_until", "2028-03-31");
            }
        }
        if stamps && chance.of(40) {
            sheet.pair("stamp_percent", chance.pick(&["3", "\"2.50\""]));
        }
        if chance.of(50) {
            break;
        }
    }
}
