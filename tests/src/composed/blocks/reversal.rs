//! `[reversal]`.

use super::{Chance, Frame, Sheet};

/// `[reversal]`.
pub(super) fn reversal(chance: &mut Chance<'_>, frame: &Frame, sheet: &mut Sheet) {
    if chance.of(30) {
        return;
    }
    sheet.table("reversal");
    sheet.pair("window_days", chance.pick(&[60, 0, 20, 400]));
    let mut when_spent = vec!["refuse", "partial", "other_lots", "technical_debt"];
    if frame.pot {
        when_spent.push("pot");
    }
    sheet.word("when_spent", chance.pick(&when_spent));
    if frame.expires() && chance.of(60) {
        if chance.of(50) {
            sheet.word("when_lapsed", "lapse");
        } else {
            sheet.word("when_lapsed", "grant");
            sheet.pair("when_lapsed_days", chance.between(1, 40));
        }
    }
}
