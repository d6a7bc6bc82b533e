//! `[limits]`.

use super::{Chance, Frame, Sheet};

fn bound(chance: &mut Chance<'_>, sheet: &mut Sheet) {
    let over = chance.pick(&["refuse", "flag", "one_way"]);
    let tested = chance.pick(&["after", "before"]);
    if over != "refuse" || chance.of(20) {
        sheet.word("over", over);
    }
    if over != "one_way" && (tested == "before" || chance.of(20)) {
        sheet.word("tested", tested);
    }
    if (over == "one_way" || tested == "after") && chance.of(40) {
        sheet.pair("inclusive", chance.of(50));
    }
}

/// `[limits]`, with whatever it can hold.
pub(super) fn limits(chance: &mut Chance<'_>, frame: &Frame, sheet: &mut Sheet) {
    let (one, scale) = (frame.one(), frame.scale);
    let floor = -chance.between(2, 60) * one;
    let has_floor = frame.credit && (frame.zero_sum() || chance.of(80));
    if has_floor {
        sheet.table("limits.floor");
        sheet.figure("at", floor, scale);
        bound(chance, sheet);
    }
    let ceiling = chance.between(20, 120) * one;
    let has_ceiling = chance.of(40);
    if has_ceiling {
        sheet.table("limits.ceiling");
        sheet.figure("at", ceiling, scale);
        bound(chance, sheet);
    }
    if (has_floor || has_ceiling) && chance.of(40) {
        sheet.table("limits.starter");
        sheet.pair("months", chance.pick(&[3, 1, 12]));
        if has_floor {
            sheet.figure("floor", floor / 2, scale);
        }
        if has_ceiling {
            sheet.figure("ceiling", ceiling * 3 / 4, scale);
        }
    }
    if chance.of(30) {
        sheet.element("limits.group");
        sheet.word("code", "groepen");
        if frame.credit {
            sheet.figure("floor", floor * 2, scale);
        }
        if !frame.credit || chance.of(50) {
            sheet.figure("ceiling", ceiling * 2, scale);
        }
    }
}
