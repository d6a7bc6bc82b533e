//! `[[issuer]]`.

use super::{Chance, Frame, Sheet};

/// `[[issuer]]`: nobody, one, or one after the other.
pub(super) fn issuers(chance: &mut Chance<'_>, _: &Frame, sheet: &mut Sheet) {
    let issuers = [("o-1", "2010-01-01"), ("o-3", "2025-07-01")];
    let many = usize::try_from(chance.below(3)).unwrap();
    for (id, from) in issuers.into_iter().take(many) {
        sheet.element("issuer");
        sheet.word("id", id);
        sheet.names(id);
        sheet.pair("from", from);
    }
}
