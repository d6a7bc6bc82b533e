//! `[roles]` and `[permissions]`.

use super::{Chance, Frame, OWN_ROLE, Sheet};
use muntwerk::people::Action;

/// `[roles]`: one beside those that are always there.
pub(super) fn roles(chance: &mut Chance<'_>, frame: &Frame, sheet: &mut Sheet) {
    sheet.table(&format!("roles.{OWN_ROLE}"));
    if frame.points && chance.of(30) {
        sheet.word("scope", "contact_point");
        sheet.word("function", "administration");
    } else {
        sheet.word("scope", chance.pick(&["none", "partner"]));
    }
}

/// `[permissions]`: a few cells that are not as the default has them. Somebody must still close a day and
/// appoint, and no participant acts for somebody else.
pub(super) fn permissions(chance: &mut Chance<'_>, _: &Frame, sheet: &mut Sheet) {
    let grants = [
        "allow",
        "none",
        "propose",
        "allow second",
        "behalf",
        "register",
        "allow own",
        "propose own same_day",
    ];
    for _ in 0..chance.below(4) {
        let action = chance.pick(&Action::ALL);
        if sheet.has(&format!("[permissions.{action}]")) {
            continue;
        }
        sheet.table(&format!("permissions.{action}"));
        sheet.word(OWN_ROLE, chance.pick(&grants));
        if ![Action::CloseDay, Action::AppointRole].contains(&action) {
            let role = chance.pick(&["mediator", "auditor", "steering_group", "exchange_office", "system"]);
            sheet.word(role, chance.pick(&grants));
        }
        if chance.of(30) {
            sheet.word("participant", chance.pick(&["propose own", "none"]));
        }
    }
}
