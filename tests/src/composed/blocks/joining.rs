//! `[[welcome]]`, `[[fact]]` and `[activities]`.

use super::{CATEGORIES, Chance, FACTS, Frame, GIFTS, Sheet, TOWNS};
use crate::composed::sheet::list;

/// `[[welcome]]`: up to two gifts.
pub(super) fn welcome(chance: &mut Chance<'_>, frame: &Frame, sheet: &mut Sheet) {
    if chance.of(50) {
        return;
    }
    for code in chance.some(&GIFTS) {
        sheet.element("welcome");
        sheet.word("code", code);
        sheet.names(code);
        sheet.figure("units", chance.between(1, 30) * frame.one(), frame.scale);
        match chance.pick(&[None, Some("group"), Some("pot")]) {
            Some("pot") if !frame.pot => {}
            Some(from) => sheet.word("from", from),
            None => {}
        }
    }
}

/// `[[fact]]`: one without words, and one with.
pub(super) fn facts(chance: &mut Chance<'_>, frame: &Frame, sheet: &mut Sheet) {
    if !frame.facts {
        return;
    }
    for fact in FACTS {
        sheet.element("fact");
        sheet.word("code", fact);
        sheet.names(fact);
        if fact == FACTS[1] {
            sheet.words("values", &TOWNS);
        }
        if chance.of(40) {
            sheet.pair("self_declared", chance.of(70));
        }
    }
}

/// `[activities]`.
pub(super) fn activities(chance: &mut Chance<'_>, _: &Frame, sheet: &mut Sheet) {
    if chance.of(60) {
        return;
    }
    sheet.table("activities");
    if chance.of(60) {
        sheet.words("excluded", &["dakwerk"]);
    }
    if chance.of(60) {
        sheet.words("categories", &CATEGORIES);
    }
}

/// What a person must have, as a list of requirements.
pub(super) fn requirements(chance: &mut Chance<'_>) -> String {
    let town = if chance.of(60) {
        format!("{{ fact = \"{}\", is = {} }}", FACTS[1], list(&TOWNS[..1]))
    } else {
        format!("{{ fact = \"{}\" }}", FACTS[1])
    };
    let insured = format!("{{ fact = \"{}\" }}", FACTS[0]);
    let required = match chance.below(3) {
        0 => vec![insured],
        1 => vec![town],
        _ => vec![insured, town],
    };
    format!("[{}]", required.join(", "))
}
