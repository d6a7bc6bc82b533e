//! `[[contact_point]]` and `[[office_holder]]`.

use super::{Chance, Frame, OFFICES, Sheet};

/// `[[contact_point]]`: two of them, or none.
pub(super) fn contact_points(chance: &mut Chance<'_>, frame: &Frame, sheet: &mut Sheet) {
    if !frame.points {
        return;
    }
    sheet.element("contact_point");
    sheet.word("id", "cp-1");
    sheet.words("functions", &["administration", "exchange"]);
    sheet.element("contact_point");
    sheet.word("id", "cp-2");
    sheet.words("functions", if chance.of(50) { &["redemption", "exchange"][..] } else { &["redemption"] });
    if chance.of(50) {
        let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        let open = chance.some(&days);
        let hours: Vec<String> =
            open.iter().map(|day| format!("{day} = [\"10:00-12:00\", \"13:30-17:00\"]")).collect();
        sheet.pair("hours", format_args!("{{ {} }}", hours.join(", ")));
    }
    if chance.of(40) {
        sheet.word("subcontractor", "o-2");
    }
    if chance.of(30) {
        sheet.pair("from", "2025-02-01");
    }
    if chance.of(30) {
        sheet.pair("until", "2025-11-30");
    }
}

/// `[[office_holder]]`: everybody, or only whom a currency cannot do without.
pub(super) fn office_holders(chance: &mut Chance<'_>, frame: &Frame, sheet: &mut Sheet) {
    for (person, role, scope) in OFFICES {
        let at_point = scope.is_some_and(|scope| scope.starts_with("cp-"));
        let needed = ["system", "project_manager", "steering_group"].contains(&role);
        if (at_point && !frame.points) || (!needed && chance.of(10)) {
            continue;
        }
        sheet.element("office_holder");
        sheet.word("person", person);
        sheet.word("role", role);
        if let Some(scope) = scope {
            sheet.word("scope", scope);
        }
    }
}
