//! The text itself: versions, headers, separators, marks, ends of lines.

use proptest::prelude::*;

use super::*;

const LINE: &str = "line;day;what;actor;role;account\nw-1;2025-01-02;close;m-1;participant;m-1\n";

fn refused(text: impl AsRef<[u8]>) -> String {
    DayBook::read(text.as_ref()).map(|_| ()).unwrap_err().to_string()
}

#[test]
fn a_text_that_is_no_day_book_is_refused_before_its_first_line() {
    let told = [
        refused(""),
        refused("line;day\n"),
        refused("\n# daybook 1\n"),
        refused([0xff, 0xfe, b'#', 0]),
        refused("# daybook 2\nline\n"),
        refused("# daybook 1"),
        refused("# daybook 1\nline;day,what\n"),
        refused("# daybook 1\n\n"),
        refused("# daybook 1\nline;day;what;Actor;role;day;naam;;actor\n"),
        refused("# daybook 1\nline;\"day;what\n"),
    ];
    insta::assert_snapshot!(without_lists(&told.join("\n--\n")), @r"
    line 1: the first line of a day book is `# daybook 1`
    --
    line 1: the first line of a day book is `# daybook 1`
    --
    line 1: the first line of a day book is `# daybook 1`
    --
    line 1: the first line of a day book is `# daybook 1`
    --
    line 1: this is version 2 of the day book, and version 1 is what is read here
    --
    line 2: the second line names the columns, and it is not there
    --
    line 2: between the columns stands `,` or `;`, not both
    --
    line 2: a column has no name
    line 2: line: a day book cannot do without this column
    line 2: day: a day book cannot do without this column
    line 2: what: a day book cannot do without this column
    line 2: actor: a day book cannot do without this column
    line 2: role: a day book cannot do without this column
    --
    line 2: Actor: no column is called so; there are <columns>
    line 2: day: this column stands there twice
    line 2: naam: no column is called so; there are <columns>
    line 2: a column has no name
    --
    line 2: a value in quotation marks ends with one on the same line, and one inside it is doubled
    ");
}

/// Offices save from whatever they have.
#[test]
fn marks_separators_and_line_ends_make_no_difference() {
    let plain = format!("# daybook 1\n{LINE}");
    let read = |text: &str| {
        let rows: Vec<_> = DayBook::read(text.as_bytes()).unwrap().map(Result::unwrap).collect();
        read_order(&rows[0], &ledger_of(RABOT)).unwrap()
    };
    let first = read(&plain);
    let same = [
        plain.replace('\n', "\r\n"),
        plain.replace(';', ","),
        plain.trim_end().to_owned(),
        format!("\u{feff}{plain}"),
        format!("# daybook 1;;;;;\r\n{LINE}"),
        format!("\"# daybook 1\"\n{LINE}"),
        plain.replace("m-1", "\"m-1\""),
        plain.replace(';', " ; "),
        format!("{plain}\n\n;;;;;\n"),
        "# daybook 1\nactor,line,account,what,role,day\nm-1,w-1,m-1,close,participant,2025-01-02".to_owned(),
    ];
    for text in same {
        assert_eq!(read(&text), first, "{text}");
    }
}

#[test]
fn a_bad_line_spoils_no_other() {
    let mut text = format!("# daybook 1\n{LINE}").into_bytes();
    text.extend_from_slice(b"w-2;2025-01-02;close;\"m-1;participant;m-1\n");
    text.extend_from_slice(b"w-3;2025-01-02;close;m-1;participant\n\n");
    text.extend_from_slice(b"w-4;2025-01-02;close;m-1;participant;m-1;\n");
    text.extend_from_slice(b"w-5;2025-01-02;close;m-1;participant;m-\xe9\n");
    text.extend_from_slice("x".repeat(100_000).as_bytes());
    text.extend_from_slice(b"\nw-6;2025-01-02;close;m-1;participant;m-1");
    let rows = DayBook::read(&text).unwrap();
    let told: Vec<String> = rows
        .map(|row| row.map_or_else(|error| error.to_string(), |row| format!("line {}: read", row.line())))
        .collect();
    insta::assert_snapshot!(told.join("\n"), @r#"
    line 3: read
    line 4: a value in quotation marks ends with one on the same line, and one inside it is doubled
    line 5: 5 values under 6 columns
    line 7: 7 values under 6 columns
    line 8: this line is not UTF-8 text; save the file as "CSV UTF-8"
    line 9: a line has at most 8192 bytes, and this one has 100000
    line 10: read
    "#);
}

#[test]
fn the_first_day_is_that_of_the_first_line_that_has_one() {
    let first = |lines: &str| {
        let text = format!("# daybook 1\nline;day;what;actor;role\n{lines}");
        DayBook::read(text.as_bytes()).unwrap().first_day()
    };
    assert_eq!(first(""), None);
    assert_eq!(first("w-1;;;;\nw-2;\"\n;2025-02-30;;;\n;2025-03-01;;;\n"), Some(day("2025-03-01")));
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(
        header in "[ -~]{0,60}", lines in "\\PC{0,200}", bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let needed = "line;day;what;actor;role;account;from;to;item;measured;amount;until;person;refers;time";
        for header in [header.as_str(), needed] {
            let mut text = format!("# daybook 1\n{header}\n{lines}\n").into_bytes();
            text.extend_from_slice(&bytes);
            if let Ok(book) = DayBook::read(&text) {
                let _ = Run::new(&mut ledger_of(RABOT), book).count();
            }
        }
    }

    /// Cells that are nearly right reach further in.
    #[test]
    fn no_cell_makes_it_panic(
        kind in 0..What::ALL.len(),
        cells in prop::collection::vec(
            prop_oneof!["[a-z]{1,2}-[0-9]{1,3}", "[0-9.,:-]{0,12}", "2025-0[1-9]-[0-3][0-9]", "\\PC{0,8}"], 29,
        ),
    ) {
        use crate::daybook::{Column, What};
        let mut values = cells;
        values[4] = What::ALL[kind].name().to_owned();
        values.iter_mut().for_each(|value| *value = format!("\"{}\"", value.replace('"', "\"\"")));
        let header = Column::ALL.map(Column::name).join(";");
        let text = format!("# daybook 1\n{header}\n{}\n", values.join(";"));
        let mut ledger = ledger_of(RABOT);
        prop_assert_eq!(run(&mut ledger, text.as_bytes()).len(), 1);
    }
}
