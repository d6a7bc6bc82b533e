//! The shipped designs, and the contradictions that are refused.

mod people;

use proptest::prelude::*;

use super::*;
use crate::calendar::Day;
use crate::id::{Code, Id};
use crate::money::{Amount, Balance, Rounding, Scale};
use crate::people::{Action, Grant, Mode};

/// Units are held, and some of them end.
const OUT: UnitsOut = UnitsOut { any: true, ending: true };

const TOREKES: &str = include_str!("../../designs/torekes.toml");
const RABOT: &str = include_str!("../../designs/rabot-example.toml");
const UURBANK: &str = include_str!("../../designs/uurbank-example.toml");
const WIJK: &str = include_str!("../../designs/wijk-example.toml");
const LETS_BRUSSEL: &str = include_str!("../../designs/lets-brussel.toml");
const MAKKIE: &str = include_str!("../../designs/makkie.toml");
const BUURTIJD: &str = include_str!("../../designs/buurtijd.toml");
const E_PORTEMONNEE: &str = include_str!("../../designs/e-portemonnee.toml");
const EUSKO: &str = include_str!("../../designs/eusko.toml");
const CHIEMGAUER: &str = include_str!("../../designs/chiemgauer.toml");
const SHIPPED: [&str; 10] =
    [TOREKES, RABOT, UURBANK, WIJK, LETS_BRUSSEL, MAKKIE, BUURTIJD, E_PORTEMONNEE, EUSKO, CHIEMGAUER];

/// A reward currency with a pot and credit, whose places the tests know by heart.
const BASE: &str = r#"format = 0
[currency]
id = "base"
names = { nl = "a", fr = "b", en = "c" }
zone = "Europe/Brussels"
[unit]
kind = "euro_pegged"
names.nl = { one = "a", many = "aa" }
names.fr = { one = "b", many = "bb" }
names.en = { one = "c", many = "cc" }
scale = 2
[[unit.value]]
from = 2020-01-01
units = 10
euro = "1.00"
[circulation]
reward = true
mutual_credit = true
[limits.floor]
at = "-7.50"
[[earning]]
code = "werk"
names = { nl = "a", fr = "b", en = "c" }
per = "hour"
units = 25
step_minutes = 15
[[redemption]]
code = "soep"
names = { nl = "a", fr = "b", en = "c" }
price = 10
[expiry]
rule = "months"
months = 2
notice = { days = 30 }
destination = "pot"
[lots]
grain = "day"
[spending]
gifts = true
gifts_from_credit = true
[reversal]
when_spent = "pot"
[leaving]
balance_to = "pot"
[pot]
names = { nl = "a", fr = "b", en = "c" }
[[contact_point]]
id = "cp-1"
functions = ["administration"]
[[office_holder]]
person = "s-1"
role = "project_manager"
[[office_holder]]
person = "s-2"
role = "administration_point"
scope = "cp-1"
[[office_holder]]
person = "s-9"
role = "system"
"#;

fn load(text: &str) -> Design {
    Design::parse(text).unwrap_or_else(|error| panic!("{error}"))
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

/// The text with one part replaced by another.
fn edited(text: &str, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(text.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    })
}

/// One edit of [`BASE`] at a time, and everything that is then wrong with it.
#[rustfmt::skip]
const REFUSED: &[(&str, &str, &str)] = &[
    ("scale = 2", "scale = 7", "line 11, column 9: unit.scale: this lies between 0 and 6, and 7 does not"),
    ("scale = 2", "scale = 2\ndisplay_decimals = 3", "line 12, column 20: unit.display_decimals: no more decimals can be shown than the 2 of unit.scale"),
    ("units = 10\n", "units = 0\n", "line 14, column 9: unit.value[0].units: this must be above zero"),
    ("units = 10\n", "units = \"0.001\"\n", "line 14, column 9: unit.value[0].units: 0.001 has a digit beyond the 2 decimals that are kept"),
    ("euro = \"1.00\"", "minutes = 60", "line 14, column 9: unit.value[0].euro: how many euro these units are is missing\nline 15, column 11: unit.value[0].minutes: a unit pegged to the euro stands for euro, not for minutes"),
    ("kind = \"euro_pegged\"", "kind = \"time\"", "line 14, column 9: unit.value[0].minutes: how many minutes these units are is missing\nline 15, column 8: unit.value[0].euro: a unit of time stands for minutes, not for euro"),
    ("kind = \"euro_pegged\"", "kind = \"free_point\"", "line 14, column 9: unit.value[0]: a free point stands for nothing: unit.kind is time or euro_pegged if it does"),
    ("[[unit.value]]\nfrom = 2020-01-01\nunits = 10\neuro = \"1.00\"", "", "line 7, column 8: unit.kind: a unit pegged to the euro needs a [[unit.value]] that says how much it is"),
    ("[circulation]", "[[unit.value]]\nfrom = 2020-01-01\nunits = 10\neuro = \"1.00\"\n[circulation]", "line 17, column 8: unit.value[1].from: values stand in the order of their first days, one for each"),
    ("from = 2020-01-01", "from = 2020-01-01T10:00:00", "line 13, column 8: unit.value[0].from: \"2020-01-01T10:00:00\" is not a day written as 2026-01-31"),
    ("from = 2020-01-01", "from = 1800-01-01", "line 13, column 8: unit.value[0].from: the year 1800 lies outside 1900 to 9998"),
    ("Europe/Brussels", "Brussel", "line 5, column 8: currency.zone: a time zone is written as in Europe/Brussels"),
    ("nl = \"a\", fr", "nl = \" a\", fr", "line 4, column 16: currency.names.nl: this takes words, without space around them"),
    ("id = \"base\"", "id = \"Base\"", "line 3, column 6: currency.id: character 1 is not one of a-z, 0-9, '-', '.', '_'"),
    ("reward = true\n", "reward = false\n", "line 21, column 1: earning: nothing is earned while circulation.reward is not true"),
    ("at = \"-7.50\"", "at = 1", "line 20, column 6: limits.floor.at: a floor is zero or less"),
    ("at = \"-7.50\"", "at = -7.5", "line 20, column 6: limits.floor.at: write it in quotes, as in \"7.50\", so that it stays exact"),
    ("at = \"-7.50\"", "at = \"-7.555\"", "line 20, column 6: limits.floor.at: -7.555 has a digit beyond the 2 decimals that are kept"),
    ("at = \"-7.50\"", "at = \"-7.50\"\n[limits.ceiling]\nat = -8", "line 22, column 6: limits.ceiling.at: nobody could hold anything: the ceiling is above zero"),
    ("at = \"-7.50\"", "at = \"-7.50\"\n[limits.ceiling]\nat = 0", "line 22, column 6: limits.ceiling.at: nobody could hold anything: the ceiling is above zero"),
    ("at = \"-7.50\"", "at = 0\ninclusive = false", "line 20, column 6: limits.floor.at: every account begins at zero, past a floor it may not stand on"),
    ("at = \"-7.50\"", "at = \"-7.50\"\ntested = \"before\"\ninclusive = false", "line 22, column 13: limits.floor.inclusive: with tested = \"before\" whoever stands exactly there is stopped already"),
    ("at = \"-7.50\"", "at = \"-7.50\"\nover = \"one_way\"\ntested = \"after\"", "line 22, column 10: limits.floor.tested: over = \"one_way\" looks at both: an act may pass the limit, and none may follow"),
    ("at = \"-7.50\"", "at = \"-7.50\"\n[limits.ceiling]\nat = \"0.01\"\ninclusive = false", "line 22, column 6: limits.ceiling.at: nobody could hold anything: the ceiling is above zero"),
    ("at = \"-7.50\"", "at = \"-7.50\"\n[limits.starter]\nmonths = 0\nfloor = 1", "line 22, column 10: limits.starter.months: this lies between 1 and 120, and 0 does not\nline 23, column 9: limits.starter.floor: a floor is zero or less"),
    ("at = \"-7.50\"", "at = \"-7.50\"\n[limits.starter]\nmonths = 12", "line 21, column 1: limits.starter: it says nothing: give a floor, a ceiling or both"),
    ("at = \"-7.50\"", "at = \"-7.50\"\n[limits.ceiling]\nat = 10\n[limits.starter]\nmonths = 12\nfloor = -8\nceiling = 11", "line 25, column 9: limits.starter.floor: the first months are tighter than what follows: not below limits.floor.at\nline 26, column 11: limits.starter.ceiling: the first months are tighter than what follows: not above limits.ceiling.at"),
    ("at = \"-7.50\"", "at = \"-7.50\"\n[[limits.group]]\ncode = \"zorg\"\nfloor = -9\n[[limits.group]]\ncode = \"zorg\"\nceiling = -1\n[[limits.group]]\ncode = \"leeg\"", "line 26, column 11: limits.group[1].ceiling: nobody could hold anything: the ceiling is above zero"),
    ("at = \"-7.50\"", "at = \"-7.50\"\n[[limits.group]]\ncode = \"zorg\"\nfloor = -9\n[[limits.group]]\ncode = \"zorg\"\n[[limits.group]]\ncode = \"leeg\"", "line 24, column 1: limits.group[1]: it says nothing: give a floor, a ceiling or both\nline 25, column 8: limits.group[1].code: there is already a group zorg\nline 26, column 1: limits.group[2]: it says nothing: give a floor, a ceiling or both"),
    ("mutual_credit = true\n", "", "line 19, column 6: limits.floor.at: without mutual credit nobody goes below zero: say circulation.mutual_credit = true, or leave it out\nline 39, column 21: spending.gifts_from_credit: there is no mutual credit"),
    ("step_minutes = 15", "", "line 24, column 7: earning[0].step_minutes: it is missing: per = \"hour\" needs it"),
    ("step_minutes = 15", "step_minutes = 15\nquantity = 5", "line 27, column 12: earning[0].quantity: this belongs to per = \"quantity\""),
    ("step_minutes = 15", "step_minutes = 0", "line 26, column 16: earning[0].step_minutes: this lies between 1 and 1440, and 0 does not"),
    ("per = \"hour\"", "per = \"action\"", "line 26, column 16: earning[0].step_minutes: this belongs to per = \"hour\""),
    ("per = \"hour\"\nunits = 25\nstep_minutes = 15", "per = \"quantity\"\nunits = 25", "line 24, column 7: earning[0].quantity: it is missing: per = \"quantity\" needs it\nline 24, column 7: earning[0].measure: it is missing: per = \"quantity\" needs it"),
    ("step_minutes = 15", "step_minutes = 15\npartners = [\"p-1\", \"p-1\", \"jan\"]", "line 27, column 20: earning[0].partners[1]: this partner stands there already\nline 27, column 27: earning[0].partners[2]: an id needs a digit, so that a person's name is not taken for one"),
    ("step_minutes = 15", "step_minutes = 15\npartners = []", "line 27, column 12: earning[0].partners: nobody could issue it: name a partner, or leave partners out"),
    ("[[redemption]]", "[[earning]]\ncode = \"werk\"\nnames = { nl = \"a\", fr = \"b\", en = \"c\" }\nper = \"action\"\nunits = 1\n[[redemption]]", "line 28, column 8: earning[1].code: there is already something to earn with the code werk"),
    ("[[redemption]]", "[[cap]]\ncode = \"dag\"\nover = \"person\"\nper = \"day\"\nunits = 5\ntimes = 1\n[[redemption]]", "line 28, column 8: cap[0]: a cap is in units, in times or in euro: one of the three"),
    ("[[redemption]]", "[[cap]]\ncode = \"dag\"\nover = \"person\"\nper = \"day\"\n\n[[redemption]]", "line 28, column 8: cap[0]: a cap is in units, in times or in euro: one of the three"),
    ("[[redemption]]", "[[cap]]\ncode = \"dag\"\nover = \"person\"\nper = \"day\"\nunits = 0\n[[redemption]]", "line 31, column 9: cap[0].units: this must be above zero"),
    ("[[redemption]]", "[[cap]]\ncode = \"dag\"\nover = \"person\"\nper = \"day\"\ntimes = 0\n[[redemption]]", "line 31, column 9: cap[0].times: this lies between 1 and 1000000, and 0 does not"),
    ("[[redemption]]", "[[cap]]\ncode = \"dag\"\nover = \"person\"\nper = \"day\"\nactivities = []\ntimes = 1\n[[redemption]]", "line 31, column 14: cap[0].activities: nothing would be capped: name an activity, or leave activities out"),
    ("[[redemption]]", "[[cap]]\ncode = \"dag\"\nover = \"person\"\nper = \"day\"\nactivities = [\"werk\", \"slaap\", \"werk\"]\ntimes = 1\n[[redemption]]", "line 31, column 23: cap[0].activities[1]: there is no [[earning]] with this code\nline 31, column 32: cap[0].activities[2]: this activity stands there already"),
    ("[[redemption]]", "[[cap]]\ncode = \"dag\"\nover = \"person\"\nper = \"day\"\neuro = []\n[[redemption]]", "line 31, column 8: cap[0].euro: a maximum is missing"),
    ("[[redemption]]", "[[cap]]\ncode = \"dag\"\nover = \"person\"\nper = \"day\"\n[[cap.euro]]\nfrom = 2025-01-01\nat_most = \"42.31\"\n[[cap.euro]]\nfrom = 2024-01-01\nat_most = 0\n[[redemption]]", "line 36, column 11: cap[0].euro[1].at_most: this must be above zero"),
    ("[[redemption]]", "[[cap]]\ncode = \"dag\"\nover = \"person\"\nper = \"day\"\n[[cap.euro]]\nfrom = 2025-01-01\nat_most = \"42.31\"\n[[cap.euro]]\nfrom = 2025-01-01\nat_most = 43\n[[redemption]]", "line 35, column 8: cap[0].euro[1].from: maxima stand in the order of their first days, one for each"),
    ("[[redemption]]", "[[cap]]\ncode = \"dag\"\nover = \"person\"\nper = \"day\"\ntimes = 1\n[[cap]]\ncode = \"dag\"\nover = \"currency\"\nper = \"lifetime\"\nunits = 1\n[[redemption]]", "line 33, column 8: cap[1].code: there is already a cap with the code dag"),
    ("price = 10", "price = 0", "line 30, column 9: redemption[0].price: this must be above zero"),
    ("price = 10", "price = 10\npartner = \"issued:p-1\"", "line 31, column 11: redemption[0].partner: an id with ':' is an account of the chart, which only the ledger opens"),
    ("price = 10", "price = 10\nhold = { days = 1 }\nwaiting = { days = 2 }", "line 32, column 11: redemption[0].waiting: nobody waits for what does not run out: its stock is not counted"),
    ("price = 10", "price = 10\nstock = \"counted\"\nwaiting = { days = 2 }", "line 32, column 11: redemption[0].waiting: who waits is called to reserve it, and it has no hold"),
    ("price = 10", "price = 10\nstock = \"counted\"\nhold = { days = 1 }\nwaiting = { days = 0 }", "line 33, column 20: redemption[0].waiting.days: this lies between 1 and 366, and 0 does not"),
    ("price = 10", "price = 10\nno_show = { keeps_percent = 50 }", "line 31, column 11: redemption[0].no_show: nobody can reserve it: it has no hold"),
    ("price = 10", "price = 10\nhold = { days = 1 }\nno_show = {}", "line 32, column 11: redemption[0].no_show: say how many percent is kept, after how many times it ends, or both"),
    ("price = 10", "price = 10\nhold = { days = 1 }\nno_show = { keeps_percent = 0 }", "line 32, column 29: redemption[0].no_show.keeps_percent: this lies between 1 and 100, and 0 does not"),
    ("price = 10", "price = 10\nhold = { days = 1 }\nno_show = { keeps_percent = 101 }", "line 32, column 29: redemption[0].no_show.keeps_percent: this lies between 1 and 100, and 101 does not"),
    ("price = 10", "price = 10\nhold = { days = 1 }\nno_show = { limit = { times = 0, per = \"year\" } }", "line 32, column 31: redemption[0].no_show.limit.times: this lies between 1 and 1000, and 0 does not"),
    ("[expiry]", "[[redemption]]\ncode = \"soep\"\nnames = { nl = \"a\", fr = \"b\", en = \"c\" }\nprice = 1\n[expiry]", "line 32, column 8: redemption[1].code: there is already an offer with the code soep"),
    ("months = 2", "months = 0", "line 33, column 10: expiry.months: this lies between 1 and 600, and 0 does not"),
    ("months = 2", "months = 601", "line 33, column 10: expiry.months: this lies between 1 and 600, and 601 does not"),
    ("months = 2", "", "line 32, column 8: expiry.months: it is missing: rule = \"months\" needs it"),
    ("months = 2", "months = 2\non = 2030-01-01", "line 34, column 6: expiry.on: this belongs to rule = \"fixed_date\""),
    ("rule = \"months\"\nmonths = 2", "rule = \"fixed_date\"", "line 32, column 8: expiry.on: it is missing: rule = \"fixed_date\" needs it"),
    ("rule = \"months\"\nmonths = 2", "rule = \"never\"\ngrace_days = 3\non_transfer = \"keep\"\nlate_award = \"refuse\"", "line 33, column 14: expiry.grace_days: units never lapse by rule = \"never\" without bulk = true\nline 34, column 15: expiry.on_transfer: units never lapse by rule = \"never\" without bulk = true\nline 35, column 14: expiry.late_award: units never lapse by rule = \"never\" without bulk = true\nline 36, column 10: expiry.notice: units never lapse by rule = \"never\" without bulk = true\nline 37, column 15: expiry.destination: units never lapse by rule = \"never\" without bulk = true"),
    ("days = 30", "days = 60", "line 34, column 19: expiry.notice.days: a notice 60 days before the end is too early: units live 59 days"),
    ("rule = \"months\"\nmonths = 2\nnotice = { days = 30", "rule = \"year_end\"\nnotice = { days = 365", "line 33, column 19: expiry.notice.days: a notice 365 days before the end is too early: units live 364 days"),
    ("destination = \"pot\"", "destination = \"pot\"\nlate_award = \"grant\"", "line 36, column 14: expiry.late_award_days: it is missing: late_award = \"grant\" needs it"),
    ("destination = \"pot\"", "destination = \"pot\"\nlate_award_days = 3", "line 36, column 19: expiry.late_award_days: this belongs to late_award = \"grant\""),
    ("grain = \"day\"", "grain = \"month\"", "line 37, column 9: lots.grain: units of one month end on different days: say expiry.to_month_end = true"),
    ("[lots]", "[days]\nlate_window = 367\npending = 367\n[lots]", "line 37, column 15: days.late_window: this lies between 0 and 366, and 367 does not\nline 38, column 11: days.pending: this lies between 0 and 366, and 367 does not"),
    ("gifts = true", "gifts = false", "line 40, column 21: spending.gifts_from_credit: there are no gifts"),
    ("mutual_credit = true\n[limits.floor]\nat = \"-7.50\"\n", "", "line 37, column 21: spending.gifts_from_credit: there is no mutual credit"),
    ("gifts_from_credit = true", "gifts_from_credit = true\nservice = { step_minutes = 15, rounding = \"up\" }", "line 41, column 11: spending.service: minutes become units only where unit.kind is \"time\""),
    ("when_spent = \"pot\"", "when_spent = \"pot\"\nwindow_days = -1\nwhen_lapsed = \"grant\"", "line 43, column 15: reversal.window_days: this lies between 0 and 3660, and -1 does not\nline 44, column 15: reversal.when_lapsed_days: it is missing: when_lapsed = \"grant\" needs it"),
    ("[pot]\nnames = { nl = \"a\", fr = \"b\", en = \"c\" }\n", "", "line 35, column 15: expiry.destination: there is no [pot]\nline 42, column 14: reversal.when_spent: there is no [pot]\nline 44, column 14: leaving.balance_to: there is no [pot]"),
    ("functions = [\"administration\"]", "functions = []", "line 49, column 13: contact_point[0].functions: nothing would be done at this contact point\nline 56, column 9: office_holder[1].scope: cp-1 does not have the function \"administration\" of administration_point"),
    ("functions = [\"administration\"]", "functions = [\"exchange\"]", "line 56, column 9: office_holder[1].scope: cp-1 does not have the function \"administration\" of administration_point"),
    ("functions = [\"administration\"]", "functions = [\"administration\", \"administration\"]", "line 49, column 32: contact_point[0].functions: this function stands there already"),
    ("functions = [\"administration\"]", "functions = [\"administration\"]\n[[contact_point]]\nid = \"cp-1\"\nfunctions = [\"exchange\"]", "line 51, column 6: contact_point[1].id: there is already a contact point cp-1\nline 59, column 9: office_holder[1].scope: cp-1 does not have the function \"administration\" of administration_point"),
    ("scope = \"cp-1\"", "scope = \"cp-2\"", "line 56, column 9: office_holder[1].scope: there is no contact point cp-2"),
    ("scope = \"cp-1\"", "", "line 55, column 8: office_holder[1].scope: it is missing: administration_point is held at a contact point"),
    ("role = \"system\"", "role = \"system\"\nscope = \"cp-1\"", "line 60, column 9: office_holder[2].scope: this role is held for the currency as a whole"),
    ("role = \"system\"", "role = \"systeem\"", "line 59, column 8: office_holder[2].role: there is no role systeem"),
    ("role = \"system\"", "role = \"participant\"", "line 59, column 8: office_holder[2].role: every account holder is a participant: nobody is appointed as one"),
    ("role = \"project_manager\"", "role = \"steering_group\"", "line 50, column 1: office_holder: nobody could appoint anybody: no [[office_holder]] has a role that completes appoint_role"),
    ("person = \"s-9\"", "person = \"jan\"", "line 58, column 10: office_holder[2].person: an id needs a digit, so that a person's name is not taken for one"),
    ("person = \"s-9\"\nrole = \"system\"", "person = \"s-9\"\nrole = \"system\"\n[[office_holder]]\nperson = \"s-9\"\nrole = \"system\"", "line 60, column 1: office_holder[3]: this person holds this role there already"),
    ("[[contact_point]]", "[roles.x]\nscope = \"none\"\nfunction = \"exchange\"\n[[contact_point]]", "line 49, column 12: roles.x.function: only a role with scope = \"contact_point\" has a function"),
    ("[[contact_point]]", "[roles.x]\nscope = \"contact_point\"\n[[contact_point]]", "line 48, column 9: roles.x.function: it is missing: a role at a contact point has a function"),
    ("[[contact_point]]", "[roles.system]\nscope = \"account\"\n[[contact_point]]", "line 47, column 1: roles.system: this role is always there, with another scope or function"),
    ("[[contact_point]]", "[permissions.transfer]\nsysteem = \"allow\"\n[[contact_point]]", "line 48, column 11: permissions.transfer.systeem: there is no role \"systeem\""),
    ("[[contact_point]]", "[permissions.pay]\nsystem = \"allow\"\n[[contact_point]]", "line 47, column 1: permissions.pay: no action is called \"pay\"; there are {actions}"),
    ("[[contact_point]]", "[permissions.transfer]\nsystem = \"allow always\"\n[[contact_point]]", "line 48, column 10: permissions.transfer.system: \"always\" is none of own, second, same_day"),
    ("[[contact_point]]", "[permissions.transfer]\nparticipant = \"allow\"\n[[contact_point]]", "line 48, column 15: permissions.transfer.participant: every account holder is a participant, and acts for the own account alone: add \"own\""),
    ("[[contact_point]]", "[permissions.award]\nparticipant = \"allow own\"\n[[contact_point]]", "line 48, column 15: permissions.award.participant: nobody rewards themselves: a participant can only propose an award"),
    ("[[contact_point]]", "[permissions.close_day]\nsystem = \"none\"\n[[contact_point]]", "line 52, column 1: office_holder: nobody could close a day: no [[office_holder]] has a role that completes close_day"),
    ("[[contact_point]]", "[permissions.close_day]\nsystem = \"allow second\"\n[[contact_point]]", "line 52, column 1: office_holder: nobody could close a day: no [[office_holder]] has a role that completes close_day"),
];

#[test]
fn the_base_is_a_design() {
    load(BASE);
}

#[test]
fn contradictions_are_refused_with_place_and_reason() {
    for (from, to, problems) in REFUSED {
        let told = Design::parse(&edited(BASE, &[(from, to)])).map_err(|error| error.to_string());
        let problems = problems.replace("{actions}", &Action::ALL.map(Action::name).join(", "));
        assert_eq!(told.err(), Some(problems), "{from:?} -> {to:?}");
    }
}

#[test]
fn a_problem_has_its_parts() {
    let error = Design::parse(&edited(BASE, &[("at = \"-7.50\"", "at = 1")])).unwrap_err();
    let problem = &error.problems[0];
    assert_eq!((problem.line, problem.column), (20, 6));
    assert_eq!(problem.key, "limits.floor.at");
    assert_eq!(problem.reason, "a floor is zero or less");
}

#[test]
fn a_ring_that_sums_to_zero_loses_nothing() {
    let told = |edits: &[(&str, &str)]| match Design::parse(&edited(UURBANK, edits)) {
        Ok(_) => String::new(),
        Err(error) => error.to_string(),
    };
    let never = "rule = \"never\" # example, no source";
    let pot = ("[spending]", "[pot]\nnames = { nl = \"a\", fr = \"b\", en = \"c\" }\n[spending]");
    insta::assert_snapshot!(told(&[(never, "rule = \"year_end\"")]), @"line 38, column 8: expiry.destination: balances sum to zero here, so units can only lapse into a [pot]");
    assert_eq!(told(&[(never, "rule = \"year_end\"\ndestination = \"pot\""), pot]), "");
    let leaves = ("[spending]", "[leaving]\nbalance_to = \"lapsed\"\n[spending]");
    insta::assert_snapshot!(told(&[leaves]), @r"line 49, column 14: leaving.balance_to: balances sum to zero here, so a balance can only go to a [pot] or the group");
    insta::assert_snapshot!(told(&[("at = -10 # [1]\ntested = \"before\" # whoever is there must earn first [1]", "at = 0")]), @"line 34, column 6: limits.floor.at: nothing would ever circulate: without reward, somebody must go below zero");
    let credit = "mutual_credit = true";
    let limit = "[limits.floor]\nat = -10 # [1]\ntested = \"before\" # whoever is there must earn first [1]";
    insta::assert_snapshot!(told(&[(credit, ""), (limit, "")]), @"line 30, column 1: circulation: nothing would ever circulate: say reward = true, or mutual_credit = true");
    insta::assert_snapshot!(told(&[(limit, "")]), @"line 30, column 1: limits.floor: it is missing: nothing would ever circulate, as somebody must go below zero");
    let no_earning = (credit, "mutual_credit = true\nreward = true");
    insta::assert_snapshot!(told(&[no_earning]), @"line 30, column 1: circulation.reward: nobody could ever earn: add an [[earning]], or leave reward out");
}

#[test]
fn keys_and_types_are_told_with_their_place() {
    let told = |from: &str, to: &str| Design::parse(&edited(BASE, &[(from, to)])).unwrap_err().to_string();
    insta::assert_snapshot!(told("at = \"-7", "aat = \"-7"), @"line 20, column 1: limits.floor.aat: no key is called `aat`, expected one of `at`, `inclusive`, `over`, `tested`");
    insta::assert_snapshot!(told("scale = 2", "scale = true"), @"line 11, column 9: unit.scale: invalid type: boolean `true`, expected a whole number");
    insta::assert_snapshot!(told("scale = 2", ""), @"line 6, column 1: unit.scale: it is missing");
    insta::assert_snapshot!(told("price = 10", "price = [10]"), @"line 30, column 9: redemption[0].price: invalid type: list, expected a whole number, or decimals in quotes");
    insta::assert_snapshot!(told("rule = \"months\"", "rule = \"monthly\""), @"line 32, column 8: expiry.rule: no word here is `monthly`, expected one of `never`, `months`, `year_end`, `fixed_date`");
    insta::assert_snapshot!(told("months = 2", "months = 99999999999999999999"), @"line 33, column 10: expiry.months: invalid type: integer `99999999999999999999`, expected a whole number");
    insta::assert_snapshot!(told("[pot]", "[pot"), @"line 45, column 5: design: unclosed table, expected `]`");
    insta::assert_snapshot!(told("[pot]", "[lots]"), @"line 45, column 2: design: duplicate key");
    insta::assert_snapshot!(told("[[contact_point]]", "[contact_point]"), @"line 47, column 1: contact_point: invalid type: table, expected a list");
    insta::assert_snapshot!(told("format = 0\n", ""), @"line 1, column 1: format: a design file begins with format = 0");
    insta::assert_snapshot!(told("format = 0\n", "format = 1\nnew = true\n"), @"line 1, column 10: format: this library reads format 0, and not 1");
    insta::assert_snapshot!(told("format = 0\n", "# a comment\ndays.pending = 3\nformat = 0\n"), @"line 3, column 10: format: this is the first key of a design file");
}

#[test]
fn all_problems_are_told_at_once() {
    let edits = [
        ("scale = 2", "scale = 2\ndisplay_decimals = 3"),
        ("at = \"-7.50\"", "at = -7.5"),
        ("step_minutes = 15", "quantity = 3"),
        ("months = 2", "months = 0"),
        ("gifts = true", "gifts = false"),
        ("[pot]\nnames = { nl = \"a\", fr = \"b\", en = \"c\" }\n", ""),
        ("scope = \"cp-1\"", "scope = \"cp-3\""),
        ("en = \"c\" }\nzone", "en = \"\" }\nzone"),
    ];
    let error = Design::parse(&edited(BASE, &edits)).unwrap_err();
    insta::assert_snapshot!(error, @r#"
    line 4, column 36: currency.names.en: this takes words, without space around them
    line 12, column 20: unit.display_decimals: no more decimals can be shown than the 2 of unit.scale
    line 21, column 6: limits.floor.at: write it in quotes, as in "7.50", so that it stays exact
    line 25, column 7: earning[0].step_minutes: it is missing: per = "hour" needs it
    line 27, column 12: earning[0].quantity: this belongs to per = "quantity"
    line 34, column 10: expiry.months: this lies between 1 and 600, and 0 does not
    line 36, column 15: expiry.destination: there is no [pot]
    line 41, column 21: spending.gifts_from_credit: there are no gifts
    line 43, column 14: reversal.when_spent: there is no [pot]
    line 45, column 14: leaving.balance_to: there is no [pot]
    line 55, column 9: office_holder[1].scope: there is no contact point cp-3
    "#);
}

#[test]
fn resolved_text_gives_the_design_again() {
    for text in SHIPPED.into_iter().chain([BASE]) {
        let design = load(text);
        let resolved = design.resolved();
        assert_eq!(load(&resolved), design);
        assert_eq!(load(&resolved).resolved(), resolved);
        let stored = serde_json::to_string(&design).unwrap();
        assert_eq!(serde_json::from_str::<Design>(&stored).unwrap(), design);
    }
    assert!(serde_json::from_str::<Design>("\"format = 0\"").is_err());
}

#[test]
fn the_order_of_a_catalogue_changes_no_byte() {
    let other = "[[redemption]]\ncode = \"aa\"\nnames = { nl = \"a\", fr = \"b\", en = \"c\" }\nprice = 1\n";
    let before = edited(BASE, &[("[[redemption]]", &format!("{other}[[redemption]]"))]);
    let after = edited(BASE, &[("[expiry]", &format!("{other}[expiry]"))]);
    assert_eq!(load(&before).resolved(), load(&after).resolved());
}

#[test]
fn words_with_quotes_and_accents_read_back() {
    let odd = edited(BASE, &[(r#"nl = "a""#, r#"nl = "'t \"één\" \\ ''' #""#)]);
    let design = load(&odd);
    assert_eq!(design.currency().names.nl, r#"'t "één" \ ''' #"#);
    assert_eq!(load(&design.resolved()), design);
}

#[test]
fn three_hours_for_the_torekes_are_75_units_and_750_cents() {
    let design = load(TOREKES);
    let action = design.earning().get(&code("buurtwerk")).unwrap();
    let units = action.units_for(180).unwrap();
    assert_eq!(units.minor(), 75);
    let Some(UnitValue::Euro(cents)) = design.unit().value_on(day("2021-01-22")) else { panic!() };
    assert_eq!(cents.apply(units, Rounding::Down).unwrap().amount.minor(), 750);
    let year = Amount::from_minor(220_000).unwrap();
    assert_eq!(cents.apply(year, Rounding::Down).unwrap().amount.minor(), 2_200_000);
    assert_eq!(design.unit().value_on(day("2009-12-31")), None);
    assert_eq!(action.units_for(u32::MAX).unwrap().minor(), 1_789_569_706);
    assert_eq!(action.units_for(0), Ok(Amount::ZERO));
}

#[test]
fn a_quarter_hour_begun_is_a_quarter_hour() {
    let design = load(UURBANK);
    let units = |minutes| design.units_for_minutes(minutes, day("2026-05-01")).unwrap().minor();
    assert_eq!([52, 70, 60, 61, 0].map(units), [100, 125, 100, 125, 0]);
    let early = day("2009-12-31");
    assert_eq!(design.units_for_minutes(60, early), Err(ServiceError::NoValue { on: early }));
    assert_eq!(load(RABOT).units_for_minutes(60, early), Err(ServiceError::NotTimed));
}

#[test]
fn tariffs_count_acts_and_full_quantities() {
    let design = load(RABOT);
    let units =
        |name, measured| design.earning().get(&code(name)).unwrap().units_for(measured).unwrap().minor();
    assert_eq!(units("bloembak", 3), 30);
    assert_eq!([9, 10, 19, 20].map(|kg| units("compost", kg)), [0, 5, 5, 10]);
    // 22 minutes are a quarter of an hour, 23 are half an hour: 6.25 and 12.5 units, rounded down.
    assert_eq!([22, 23, 60].map(|minutes| units("buurtwerk", minutes)), [6, 12, 25]);
    assert!(design.earning().get(&code("niets")).is_none());
    let compost = design.earning().get(&code("compost")).unwrap();
    assert!(compost.may_issue(&Id::parse("p-02").unwrap()));
    assert!(!compost.may_issue(&Id::parse("p-01").unwrap()));
    assert_eq!(design.redemption().offers().len(), 12);
    assert_eq!(design.redemption().get(&code("soep")).unwrap().price.units_per_piece().minor(), 10);
}

#[test]
fn lots_end_by_the_rule() {
    let ends = |design: &Design, earned: &str| design.expiry().ends_on(day(earned));
    let rabot = load(RABOT);
    assert_eq!(ends(&rabot, "2023-02-28"), Some(day("2024-02-29")));
    assert_eq!(rabot.expiry().notice_on(day("2024-02-29")), Some(day("2024-01-30")));
    assert_eq!(ends(&load(BASE), "2025-12-31"), Some(day("2026-02-28")));
    let wijk = load(WIJK);
    assert_eq!(ends(&wijk, "2026-12-31"), Some(day("2026-12-31")));
    assert_eq!(wijk.expiry().lapses_on(day("2026-12-31")), Some(day("2027-01-31")));
    assert_eq!(ends(&load(TOREKES), "2026-12-31"), None);
    let fixed = ("rule = \"months\"\nmonths = 2", "rule = \"fixed_date\"\non = 2030-06-30");
    assert_eq!(ends(&load(&edited(BASE, &[fixed])), "2031-01-01"), Some(day("2030-06-30")));
}

#[test]
fn limits_say_how_far_an_account_may_go() {
    let uurbank = load(UURBANK);
    assert!(uurbank.circulation().is_zero_sum());
    assert_eq!(uurbank.limits().floor.at, Balance::from_minor(-1_000).unwrap());
    assert_eq!(uurbank.limits().floor.tested, Tested::Before);
    let wijk = load(WIJK);
    assert!(!wijk.circulation().is_zero_sum());
    assert_eq!(wijk.limits().ceiling.map(|ceiling| ceiling.at), Balance::from_minor(5_000).ok());
    assert_eq!(load(TOREKES).limits().floor, Bound::FLOOR);
}

#[test]
fn the_default_matrix_says_who_may_do_what() {
    let design = load(BASE);
    let permissions = design.permissions();
    let cell = |role: &str, action| {
        permissions.grant(permissions.role(&code(role)).unwrap(), action).map(|grant| grant.to_string())
    };
    assert_eq!(cell("steering_group", Action::AdoptDesign).as_deref(), Some("allow second"));
    assert_eq!(cell("mediator", Action::Gift).as_deref(), Some("behalf second"));
    assert_eq!(cell("exchange_office", Action::Reverse).as_deref(), Some("propose own same_day"));
    assert_eq!(cell("auditor", Action::Reverse), None);
    assert_eq!(permissions.role(&code("participant")), Some(permissions.participant()));
}

#[test]
fn a_design_overrides_cells_and_adds_roles() {
    let added = r#"
[roles."jeugd.werk"]
scope = "none"
[permissions.transfer]
"jeugd.werk" = "behalf"
mediator = "none"
[[contact_point]]"#;
    let design = load(&edited(BASE, &[("[[contact_point]]", added)]));
    let permissions = design.permissions();
    let grant = |role: &str| permissions.grant(permissions.role(&code(role)).unwrap(), Action::Transfer);
    assert_eq!(grant("jeugd.werk"), Some(Grant::new(Mode::Behalf)));
    assert_eq!(grant("mediator"), None);
    assert_eq!(load(&design.resolved()), design);
    let role = permissions.get(permissions.role(&code("jeugd.werk")).unwrap()).unwrap();
    assert_eq!((role.scope, role.function), (RoleScope::None, None));
}

#[test]
fn two_who_complete_together_are_enough() {
    let two = r#"
[permissions.close_day]
system = "allow second"
[[office_holder]]
person = "s-8"
role = "system"
[[contact_point]]"#;
    load(&edited(BASE, &[("[[contact_point]]", two)]));
}

#[test]
fn an_amendment_leaves_what_the_books_mean() {
    let old = load(BASE);
    let needs =
        |edits: &[(&str, &str)]| match load(&edited(BASE, edits)).amendable_from(&old, OUT, Existing::Keep) {
            Ok(()) => String::new(),
            Err(needed) => needed.into_iter().map(|need| need.key).collect::<Vec<_>>().join(" "),
        };
    assert_eq!(needs(&[]), "");
    let later = "[[unit.value]]\nfrom = 2027-01-01\nunits = 10\neuro = \"1.10\"\n[circulation]";
    let allowed = [
        ("nl = \"a\"", "nl = \"anders\""),
        ("[circulation]", later),
        ("at = \"-7.50\"", "at = -20\n[limits.ceiling]\nat = 100"),
        ("units = 25", "units = 30"),
        ("price = 10", "price = 11"),
        ("when_spent = \"pot\"", "when_spent = \"refuse\""),
        ("[[contact_point]]", "[roles.x]\nscope = \"none\"\n[[contact_point]]"),
    ];
    assert_eq!(needs(&allowed), "");
    let refused = [
        ("id = \"base\"", "id = \"other\""),
        ("Europe/Brussels", "Europe/Paris"),
        ("scale = 2", "scale = 3"),
        ("units = 10\n", "units = 20\n"),
        ("mutual_credit = true\n[limits.floor]\nat = \"-7.50\"\n", ""),
        ("gifts_from_credit = true", ""),
        ("notice = { days = 30", "notice = { days = 29"),
        ("grain = \"day\"", "grain = \"issue\""),
    ];
    assert_eq!(
        needs(&refused),
        "currency.id currency.zone unit.scale unit.value circulation.mutual_credit expiry.notice.days lots.grain"
    );
    let earlier = "[[unit.value]]\nfrom = 2019-01-01\nunits = 10\neuro = \"1.00\"\n[[unit.value]]";
    assert_eq!(needs(&[("[[unit.value]]", earlier)]), "unit.value");
}

#[test]
fn what_happens_to_leavers_is_checked() {
    let problems = |edits: &[(&str, &str)]| {
        let error = Design::parse(&edited(BASE, edits)).unwrap_err();
        let told = error.problems.iter().map(|problem| format!("{}: {}", problem.key, problem.reason));
        told.collect::<Vec<_>>().join("; ")
    };
    let leaving = |keys: &'static str| [("[leaving]\nbalance_to = \"pot\"", keys)];
    let no_credit = ("mutual_credit = true\n[limits.floor]\nat = \"-7.50\"\n", "");
    let no_gifts = ("gifts_from_credit = true", "");
    insta::assert_snapshot!([
        problems(&leaving("[leaving]\nspend_out_months = 12")),
        problems(&leaving("[leaving]\nbalance_to = \"pot\"\nspend_out_months = 601")),
        problems(&[leaving("[leaving]\nbalance_to = \"pot\"\ndebt = \"group\"")[0], no_credit, no_gifts]),
        problems(&leaving("[inactivity]\nmonths = 1\nnotice_days = 28")),
        problems(&leaving("[inactivity]\nnotice_days = 28")),
        problems(&leaving("[inactivity]\nmonths = 0")),
    ]
    .join("\n"), @r"
    leaving.spend_out_months: what is left at the end has to go somewhere: say leaving.balance_to
    leaving.spend_out_months: this lies between 1 and 600, and 601 does not
    leaving.debt: nobody can be in debt: there is no mutual credit, and no reversal leaves any
    inactivity.notice_days: the warning would come before anybody has been quiet
    inactivity.months: it is missing
    inactivity.months: this lies between 1 and 600, and 0 does not
    ");
    let ring = |keys: &str| {
        let error =
            Design::parse(&edited(UURBANK, &[("[spending]", &format!("{keys}\n[spending]"))])).unwrap_err();
        error.problems.into_iter().map(|problem| problem.key).collect::<Vec<_>>()
    };
    assert_eq!(ring("[leaving.death]\nbalance_to = \"lapsed\""), ["leaving.death.balance_to"]);
}

#[test]
fn an_amendment_does_not_weaken_what_protects_the_holders_of_units() {
    let policy = "rule = \"months\"\nmonths = 2\nnotice = { days = 30 }\n";
    assert!(BASE.contains(policy));
    let with = |notice: &str, grace: u16| {
        load(&edited(
            BASE,
            &[(policy, &format!("rule = \"months\"\nmonths = 2\n{notice}\ngrace_days = {grace}\n"))],
        ))
    };
    let old = with("notice = { days = 20, suffices = \"delivered_or_undeliverable\" }", 5);
    let needs =
        |new: &Design, out: UnitsOut, existing: Existing| match new.amendable_from(&old, out, existing) {
            Ok(()) => String::new(),
            Err(needed) => needed.into_iter().map(|need| need.key).collect::<Vec<_>>().join(" "),
        };
    let keep = |new: &Design| needs(new, OUT, Existing::Keep);
    assert_eq!(keep(&with("notice = { days = 21, suffices = \"delivered\" }", 6)), "");
    assert_eq!(keep(&with("notice = { days = 19, suffices = \"delivered\" }", 5)), "expiry.notice.days");
    assert_eq!(keep(&with("notice = { days = 20, suffices = \"given\" }", 5)), "expiry.notice.suffices");
    assert_eq!(keep(&with("", 4)), "expiry.notice.days expiry.grace_days");
    let nothing = UnitsOut { any: false, ending: false };
    assert_eq!(needs(&with("", 0), nothing, Existing::Keep), "");
    // What ends must go on ending somewhere, unless it is freed.
    let never = |more: &str| {
        let ended = format!("{policy}destination = \"pot\"\n");
        load(&edited(BASE, &[(&ended, &format!("rule = \"never\"\n{more}"))]))
    };
    assert_eq!(keep(&never("")), "expiry.rule");
    assert_eq!(needs(&never(""), OUT, Existing::Extend), "");
    assert_eq!(needs(&never(""), UnitsOut { any: true, ending: false }, Existing::Keep), "");
    let bulk = "bulk = true\ndestination = \"pot\"\nnotice = { days = 20, suffices = \"delivered\" }\n";
    assert_eq!(keep(&never(bulk)), "expiry.grace_days");
    assert_eq!(keep(&never(&format!("{bulk}grace_days = 5\n"))), "");
}

#[test]
fn an_amendment_does_not_end_a_sum_of_zero() {
    let earn = r#"[[earning]]
code = "a"
names = { nl = "a", fr = "b", en = "c" }
per = "action"
units = 1
[limits.floor]"#;
    let new = load(&edited(
        UURBANK,
        &[("mutual_credit = true", "mutual_credit = true\nreward = true"), ("[limits.floor]", earn)],
    ));
    let needed = new.amendable_from(&load(UURBANK), OUT, Existing::Keep).unwrap_err();
    assert_eq!(needed.iter().map(|need| need.key.as_str()).collect::<Vec<_>>(), ["circulation.reward"]);
}

#[test]
fn an_amendment_takes_no_role_away() {
    let gone = [
        ("[roles.youth_worker]\nscope = \"none\"\n", ""),
        ("[permissions.award]\nyouth_worker = \"propose\"\n", ""),
    ];
    let needed = load(&edited(RABOT, &gone)).amendable_from(&load(RABOT), OUT, Existing::Keep).unwrap_err();
    insta::assert_snapshot!(needed[0], @"roles.youth_worker cannot be amended: what is in the books would mean something else");
}

proptest! {
    #[test]
    fn whatever_is_cut_or_changed_is_answered(at in 0_usize..3_000, length in 0_usize..40, put in "[a-z0-9\"\\[\\]=., \n{}#é-]{0,6}") {
        let characters: Vec<char> = RABOT.chars().collect();
        let from = at.min(characters.len());
        let to = from.saturating_add(length).min(characters.len());
        let text: String =
            characters[..from].iter().copied().chain(put.chars()).chain(characters[to..].iter().copied()).collect();
        match Design::parse(&text) {
            Ok(design) => prop_assert_eq!(load(&design.resolved()), design),
            Err(error) => prop_assert!(!error.problems.is_empty()),
        }
    }

    #[test]
    fn figures_read_back_at_every_scale(scale in 0_u8..=6, floor in -1_000_000_000_i64..=0, step in 1_u16..1_440, days in 0_u16..=366) {
        let floor = Balance::from_minor(floor).unwrap().text(Scale::new(scale).unwrap()).to_string();
        let text = edited(BASE, &[
            ("scale = 2", &format!("scale = {scale}")),
            ("\"-7.50\"", &format!("{:?}", floor)),
            ("step_minutes = 15", &format!("step_minutes = {step}")),
            ("[lots]", &format!("[days]\nlate_window = {days}\n[lots]")),
        ]);
        let design = load(&text);
        prop_assert_eq!(load(&design.resolved()), design);
    }
}
