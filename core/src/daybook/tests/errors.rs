//! Every error names the line, the column and the reason.

use super::*;

fn errors(cells: &[(&str, &str)]) -> String {
    let errors = order(cells).unwrap_err();
    let told = errors.iter().map(|error| error.in_file("book.csv").to_string()).collect::<Vec<_>>();
    without_lists(&told.join("\n"))
}

#[test]
fn a_line_shows_all_its_errors_at_once() {
    let cells = [
        ("line", "fatima"),
        ("day", "2/1/2025"),
        ("time", "25:00"),
        ("what", "transfer"),
        ("actor", ""),
        ("role", "Deelnemer"),
        ("from", "m 1"),
        ("amount", "1.250,00"),
        ("measured", "3"),
        ("item", "buurtwerk"),
    ];
    insta::assert_snapshot!(errors(&cells), @r#"
    book.csv:3: line: an id needs a digit, so that a person's name is not taken for one
    book.csv:3: day: "2/1/2025" is not a day written as 2026-01-31
    book.csv:3: time: "25:00" is not a time of the day such as 14:30
    book.csv:3: actor: every line fills this column
    book.csv:3: role: character 1 is not one of a-z, 0-9, '-', '.', '_'
    book.csv:3: from: character 2 is not one of a-z, 0-9, '-', '.', '_'
    book.csv:3: to: a line `transfer` needs this column
    book.csv:3: item: a line `transfer` has no use for this column; it should be empty
    book.csv:3: amount: in "1.250,00" a sign may stand between thousands; write 1250 or 1250,50
    book.csv:3: amount: fill either `amount` or `measured`
    book.csv:3: measured: "3" is not hours and minutes such as 2:30
    "#);
}

#[test]
fn a_kind_that_is_not_one_is_told_once() {
    insta::assert_snapshot!(errors(&[("what", "Transfer"), ("from", "m-1"), ("day", "")]), @r#"
    book.csv:3: day: every line fills this column
    book.csv:3: what: "Transfer" is none of <kinds>
    "#);
}

#[test]
fn what_is_measured_has_the_form_that_the_activity_needs() {
    let award = |item, measured| {
        errors(&[
            ("what", "award"),
            ("partner", "p-01"),
            ("account", "m-1"),
            ("item", item),
            ("measured", measured),
        ])
    };
    let told = [
        award("buurtwerk", "3"),
        award("bloembak", "1:00"),
        award("buurtwerk", "3,5"),
        award("compost", "2:70"),
    ];
    insta::assert_snapshot!(told.join("\n"), @r#"
    book.csv:3: measured: `buurtwerk` is rewarded by the hour: write 3 hours as 3:00
    book.csv:3: measured: `bloembak` is not rewarded by the hour: write how many
    book.csv:3: measured: "3,5" is not a whole number from 0 to 4294967295
    book.csv:3: measured: "2:70" is not hours and minutes such as 2:30
    "#);
}

#[test]
fn either_one_column_or_the_other() {
    let pay = [("what", "transfer"), ("from", "m-1"), ("to", "m-2")];
    let both = [&pay[..], &[("amount", "5"), ("measured", "1:00")]].concat();
    let scopes = [("what", "end_role"), ("person", "s-1"), ("item", "x"), ("partner", "p-1"), ("at", "cp-1")];
    insta::assert_snapshot!([errors(&pay), errors(&both), errors(&scopes)].join("\n"), @r"
    book.csv:3: amount: fill either `amount` or `measured`
    book.csv:3: amount: fill either `amount` or `measured`
    book.csv:3: at: fill either `partner` or `at`
    ");
}

#[test]
fn words_dates_and_references_are_checked() {
    let told = [
        errors(&[("what", "open"), ("account", "m-1"), ("item", "persoon"), ("person", "m-1, m-2")]),
        errors(&[("what", "partner"), ("partner", "p-01"), ("item", "issuing,redeeming")]),
        errors(&[("what", "reverse"), ("refers", "w-1")]),
        errors(&[
            ("what", "mandate"),
            ("item", "v-1"),
            ("client", "m-1"),
            ("person", "s-1"),
            ("actions", "transfer dance"),
            ("until", "2025-02-29"),
            ("per_order", "0.5"),
        ]),
        errors(&[
            ("what", "gift"),
            ("from", "m-1"),
            ("to", "m-2"),
            ("amount", "99999999999999999999999999999999"),
        ]),
        errors(&[("what", &"x".repeat(1_000))]),
    ];
    insta::assert_snapshot!(told.join("\n"), @r#"
    book.csv:3: person: character 4 is not one of a-z, 0-9, '-', '.', '_'
    book.csv:3: item: "persoon" is none of person, household, organisation
    book.csv:3: item: "issuing,redeeming" is none of issuing, redeeming
    book.csv:3: refers: a line cannot refer to itself
    book.csv:3: until: there is no day 29 in month 2 of the year 2025
    book.csv:3: actions: no action is called "dance"; there are <actions>
    book.csv:3: per_order: 0.5 has a digit beyond the 0 decimals that are kept
    book.csv:3: amount: 99999999999999999999999999999999 does not fit: the most is 9007199254740991
    book.csv:3: what: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…" is none of <kinds>
    "#);
}
