//! `[circulation]`.

use super::{Chance, Frame, Sheet};

/// `[circulation]`.
pub(super) fn circulation(chance: &mut Chance<'_>, frame: &Frame, sheet: &mut Sheet) {
    sheet.table("circulation");
    for (key, holds) in [("reward", frame.reward), ("mutual_credit", frame.credit)] {
        if holds || chance.of(30) {
            sheet.pair(key, holds);
        }
    }
    if frame.backed || chance.of(20) {
        sheet.pair("euro_backed", frame.backed);
    }
}
