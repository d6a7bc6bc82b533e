//! The list of balances, rightly and wrongly, and taking it into a ledger.

use super::*;
use crate::daybook::{TakingOver, read_take_over, take_over};
use crate::money::Scale;

fn read(text: &str, digits: u8) -> String {
    match read_take_over(text.as_bytes(), Scale::new(digits).unwrap()) {
        Ok(take_over) => serde_json::to_string(&take_over).unwrap(),
        Err(errors) => {
            errors.iter().map(|error| error.in_file("b.csv").to_string()).collect::<Vec<_>>().join("\n")
        }
    }
}

#[test]
fn balances_lots_and_debts_are_read() {
    let text = "\u{feff}\"# takeover 1\";;;;\r\nends;account;balance;amount;earned\r\n2025-11-30;m-12;62;40;2024-11-05\r\n\r\n;m-44;-12,50;;\r\n;m-12;62,00;22;2024-12-20\r\n;system:pot;310;;\r\n";
    insta::assert_snapshot!(read(text, 2), @r#"{"lines":[{"account":"m-12","balance":6200,"lots":[{"amount":4000,"earned_on":"2024-11-05","ends_on":"2025-11-30"},{"amount":2200,"earned_on":"2024-12-20"}]},{"account":"m-44","balance":-1250},{"account":"system:pot","balance":31000}]}"#);
    // Without lots two columns are enough, and a comma between them.
    insta::assert_snapshot!(read("# takeover 1\naccount,balance\nm-1,5\n", 0), @r#"{"lines":[{"account":"m-1","balance":5}]}"#);
    insta::assert_snapshot!(read("# takeover 1\naccount,balance\n", 0), @r#"{"lines":[]}"#);
}

#[test]
fn every_mistake_is_told_with_its_place() {
    let lines = [
        "fatima;5;;;",
        ";5;;;",
        "m-1;;;;",
        "m-2;1.250,00;;;",
        "m-3;5,5;;;",
        "m-4;5;5;;",
        "m-4b;5;;2024-01-01;",
        "m-5;5;;;2025-01-01",
        "m-6;5;5;1/2/2024;",
        "m-7;62;40;2024-11-05;",
        "m-7;63;22;2024-11-06;",
        "m-8;5;;;",
        "m-8;;5;2024-11-06;",
        "m-9;5;5;2024-11-06;",
        "m-9;;;;",
        "m-12;5",
        "m-13;\"5;;;",
    ];
    let text = format!("# takeover 1\naccount;balance;amount;earned;ends\n{}\n", lines.join("\n"));
    insta::assert_snapshot!(read(&text, 0), @r#"
    b.csv:3: account: an id needs a digit, so that a person's name is not taken for one
    b.csv:4: account: every line fills this column
    b.csv:5: balance: the first line of an account has its balance
    b.csv:6: balance: in "1.250,00" a sign may stand between thousands; write 1250 or 1250,50
    b.csv:7: balance: 5.5 has a digit beyond the 0 decimals that are kept
    b.csv:8: earned: a lot has an amount and the day on which it was earned
    b.csv:9: amount: a lot has an amount and the day on which it was earned
    b.csv:10: amount: a lot has an amount and the day on which it was earned
    b.csv:11: earned: "1/2/2024" is not a day written as 2026-01-31
    b.csv:13: balance: line 12 gives the account another balance
    b.csv:15: amount: the account stands on line 14 already; with several lines each has a lot
    b.csv:17: amount: the account stands on line 16 already; with several lines each has a lot
    b.csv:18: 2 values under 5 columns
    b.csv:19: a value in quotation marks ends with one on the same line, and one inside it is doubled
    "#);
}

#[test]
fn lots_add_up_to_the_balance() {
    let lines = "m-10;62;40;2024-11-05\nm-10;;21;2024-11-06\nm-11;-5;5;2024-11-06\n";
    let text = format!("# takeover 1\naccount;balance;amount;earned\n{lines}");
    insta::assert_snapshot!(read(&text, 0), @r"
    b.csv:3: balance: the lots of this account add up to 61, and its balance is 62
    b.csv:5: balance: the lots of this account add up to 5, and its balance is -5
    ");
}

#[test]
fn a_text_that_is_no_list_is_refused() {
    let told = [
        read("# daybook 1\naccount;balance\n", 0),
        read("# takeover 2\naccount;balance\n", 0),
        read("# takeover 1", 0),
        read("# takeover 1\naccount;saldo;balance;balance;\n", 0),
        read("# takeover 1\naccount,balance;amount\n", 0),
        read("", 0),
    ];
    insta::assert_snapshot!(told.join("\n--\n"), @r"
    b.csv:1: the first line of a list of balances is `# takeover 1`
    --
    b.csv:1: this is version 2 of the list of balances, and version 1 is what is read here
    --
    b.csv:2: a column has no name
    b.csv:2: account: a list of balances cannot do without this column
    b.csv:2: balance: a list of balances cannot do without this column
    --
    b.csv:2: saldo: no column is called so; there are account, balance, amount, earned, ends
    b.csv:2: balance: this column stands there twice
    b.csv:2: a column has no name
    --
    b.csv:2: between the columns stands `,` or `;`, not both
    --
    b.csv:1: the first line of a list of balances is `# takeover 1`
    ");
}

#[test]
fn a_day_book_is_split_where_units_begin_to_move() {
    let head = "# daybook 1\nline;day;what;actor;role;account;item;person;from;to;amount\n";
    let lines = "w-1;2025-01-01;open;s-010;project_manager;m-1;person;m-1;;;\nbad line\n\nw-2;2025-01-01;open;s-010;project_manager;m-2;person;m-2;;;\nw-3;2025-01-01;transfer;m-1;participant;;;;m-1;m-2;1\nw-4;2025-01-01;open;s-010;project_manager;m-3;person;m-3;;;\n";
    let text = format!("{head}{lines}");
    let (first, rest) = DayBook::read(text.as_bytes()).unwrap().split_for_take_over();
    let numbers = |book: DayBook<'_>| {
        book.map(|row| row.map_or_else(|error| error.line, |row| row.line())).collect::<Vec<_>>()
    };
    assert_eq!((numbers(first), numbers(rest)), (vec![3, 4, 6], vec![7, 8]));
    let (first, rest) = DayBook::read(head.as_bytes()).unwrap().split_for_take_over();
    assert_eq!((first.bytes_left(), rest.bytes_left()), (0, 0));
}

#[test]
fn two_people_take_it_over_once() {
    let second = "[[office_holder]]\nperson = \"s-011\"\nrole = \"project_manager\"\n";
    let mut ledger = ledger_of(&format!("{RABOT}\n{second}"));
    let id = |text| Id::parse(text).unwrap();
    let list = |text: &str| read_take_over(text.as_bytes(), Scale::new(0).unwrap()).unwrap();
    let text = "# daybook 1\nline;day;what;actor;role;account;item;person\nw-1;2025-01-01;open;s-010;project_manager;m-1;person;m-1\n";
    run(&mut ledger, text.as_bytes());
    let (by, and) = (id("s-010"), Some(id("s-011")));
    let wrong = list("# takeover 1\naccount;balance\nm-1;5\nm-2;5\n");
    let TakingOver::Refused(refused) = take_over(&mut ledger, wrong, by, and) else { panic!() };
    assert_eq!(refused.refusal.code.text(), "account_unknown");
    let right = list("# takeover 1\naccount;balance\nm-1;5\n");
    assert_eq!(take_over(&mut ledger, right.clone(), id("x-1"), and), TakingOver::NoRole(id("x-1")));
    assert!(matches!(take_over(&mut ledger, right.clone(), by, None), TakingOver::Waits(_)));
    let TakingOver::Refused(refused) = take_over(&mut ledger, right.clone(), by, Some(by)) else { panic!() };
    assert_eq!(refused.refusal.code.text(), "second_person_needed");
    assert_eq!(ledger.state().taken_over(), None);
    assert!(matches!(take_over(&mut ledger, right.clone(), by, and), TakingOver::Done(_)));
    assert_eq!(ledger.state().books().find(&id("m-1")).unwrap().balance().minor(), 5);
    assert!(matches!(take_over(&mut ledger, right, by, and), TakingOver::Before(_)));
    assert_eq!(ledger.audit(), vec![]);
}
