//! follow-the-money's lists, worked by hand.

use super::{bad_rows, left_out, movements};
use crate::evaluation::Kind;
use crate::evaluation::observed::{
    Beyond, Boundary, BreakKind, Enters, ImportError, Leaves, ListFile, Observed, Reading, RowPlace,
    WhyLeftOutRow,
};

fn at(line: u64) -> RowPlace {
    RowPlace { file: ListFile::Transactions, line }
}

fn bought() -> Reading {
    let boundary = Boundary { enters: Enters::Bought, leaves: Leaves::Exchanged };
    Reading { boundary, ..Reading::default() }
}

fn read(list: &str, configuration: &str) -> Observed {
    Observed::of_follow_the_money(list.as_bytes(), configuration.as_bytes(), &bought()).unwrap()
}

#[test]
fn types_say_what_crosses_the_boundary() {
    let configuration = r#"{
        "transaction_header": ["timestamp","type","txn_ID","src_ID","tgt_ID","amt"],
        "timeformat": "%Y-%m-%d %H:%M:%S",
        "timewindow_beg": "2019-08-18 00:00:00",
        "timewindow_end": "2019-09-01 00:00:00",
        "boundary_type": "transactions", "escapechar": "%",
        "transaction_categories": {"cash-in": "deposit", "p2p": "transfer", "cash-out": "withdraw"},
        "somebody else's": 1
    }"#;
    let list = "\
2019-08-18 01:00:00,cash-in,1,shop,ann,25
2019-08-18 02:00:00,p2p,2,ann,bob,10
2019-08-18 03:00:00,cash-out,3,bob,atm,4
2019-08-18 04:00:00,interest,4,bank,shop,4
2019-09-01 00:00:00,p2p,5,ann,bob,1
2019-08-19 00:00:00,p2p,6,a%,b,1
18/08/2019,p2p,,ann,bob,\"12,50\"
";
    let list = read(list, configuration);
    assert_eq!(
        movements(&list),
        [
            (1, Kind::Buy, false, "shop", "ann", 25),
            (2, Kind::Transfer, false, "ann", "bob", 10),
            (3, Kind::Exchange, false, "bob", "atm", 4),
        ]
    );
    assert_eq!(
        left_out(&list),
        [(at(4), WhyLeftOutRow::OutsideBoundary), (at(5), WhyLeftOutRow::OutsideWindow)]
    );
    let bad = bad_rows(&list);
    assert_eq!(bad.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [6, 7]);
    assert!(bad[0].1.contains("escapes others"), "{}", bad[0].1);
    for column in ["timestamp: ", "amt: \"12,50\" is not a figure", "txn_ID: every line"] {
        assert!(bad[1].1.contains(column), "{}", bad[1].1);
    }
}

#[test]
fn accounts_say_it_and_can_be_inferred() {
    let told = r#"{"transaction_header": ["txn_ID","timestamp","src_ID","tgt_ID","src_categ","tgt_categ","amt"],
        "timeformat": "%Y-%m-%d", "boundary_type": "accounts", "category_follow": ["user"]}"#;
    let list = read("1,2019-08-18,b,ann,bank,user,5\n2,2019-08-18,b,c,bank,bank,5\n", told);
    assert_eq!(movements(&list), [(1, Kind::Buy, false, "b", "ann", 5)]);
    assert_eq!(left_out(&list), [(at(2), WhyLeftOutRow::OutsideBoundary)]);
    let inferred = r#"{"transaction_header": ["txn_ID","timestamp","src_ID","tgt_ID","type","amt"],
        "timeformat": "%Y-%m-%d", "boundary_type": "inferred_accounts", "category_follow": ["user"],
        "category_order": ["bank","user"],
        "account_categories": {"in": {"src":"bank","tgt":"user"}, "p2p": {"src":"user","tgt":"user"}}}"#;
    // b pays in on the second line, so it is a bank on the first, too.
    let list =
        read("1,2019-08-18,b,ann,p2p,5\n2,2019-08-19,b,bob,in,5\n3,2019-08-20,ann,bob,p2p,5\n", inferred);
    assert_eq!(
        movements(&list),
        [
            (1, Kind::Buy, false, "b", "ann", 5),
            (2, Kind::Buy, false, "b", "bob", 5),
            (3, Kind::Transfer, false, "ann", "bob", 5),
        ]
    );
}

#[test]
fn fees_leave_and_balances_are_compared() {
    let configuration = r#"{"transaction_header": 
        ["txn_ID","timestamp","src_ID","tgt_ID","amt","rev","src_balance","tgt_balance"],
        "timeformat": "%Y-%m-%d", "fee/revenue": "sender", "balance_type": "post"}"#;
    // Ann had 100: 100 - 10 - 0.5 is 89.5. Then a deposit of 5 is not in the list: 94.5 - 4.5 is 90. Bob had nothing.
    let list = "1,2019-08-18,ann,bob,10,0.5,89.5,10\n\
        2,2019-08-19,ann,bob,4.5,,90,14.5\n\
        3,2019-08-20,ann,bob,1,,89,none\n";
    let list = read(list, configuration);
    assert_eq!(
        movements(&list),
        [
            (1, Kind::Opening, false, "opening", "ann", 1_000),
            (1, Kind::Transfer, false, "ann", "bob", 100),
            (1, Kind::Exchange, false, "ann", "fees", 5),
            (2, Kind::Transfer, false, "ann", "bob", 45),
            (3, Kind::Transfer, false, "ann", "bob", 10),
        ]
    );
    assert_eq!((list.health.openings.len(), list.health.openings[0].amount), (1, 1_000));
    // The five are told once, where they first show.
    assert_eq!(list.health.identity_breaks.len(), 1);
    let found = &list.health.identity_breaks[0];
    assert_eq!((found.place, found.account.as_str(), found.what), (at(2), "ann", BreakKind::StatedBalance));
    assert_eq!((found.expected, found.found, found.amount), (945, 895, 50));
    assert_eq!(list.health.unread_cells.iter().map(|row| row.place).collect::<Vec<_>>(), [at(3)]);
}

#[test]
fn a_balance_below_zero_is_what_is_drawn() {
    let configuration = r#"{"transaction_header": 
        ["txn_ID","timestamp","src_ID","tgt_ID","amt","src_balance","tgt_balance"],
        "timeformat": "%Y-%m-%d", "balance_type": "pre"}"#;
    let list = "1,2019-08-18,ann,bob,10,0,0\n2,2019-08-19,bob,ann,4,10,-10\n3,2019-08-20,ann,bob,1,-6,6\n";
    let read = |beyond| {
        let reading = Reading { beyond, ..Reading::default() };
        Observed::of_follow_the_money(list.as_bytes(), configuration.as_bytes(), &reading).unwrap().health
    };
    assert!(read(Beyond::Credit).is_sound());
    let breaks = read(Beyond::Unexplained).identity_breaks;
    let told: Vec<_> = breaks.iter().map(|found| (found.place.line, found.what, found.amount)).collect();
    // What was unexplained does not break again on the lines that state it.
    assert_eq!(told, [(1, BreakKind::PaysMoreThanItHolds, 10)]);
}

#[test]
fn a_configuration_that_does_not_say_enough_is_told() {
    let wrong = |configuration: &str| {
        Observed::of_follow_the_money(b"", configuration.as_bytes(), &Reading::default())
            .unwrap_err()
            .to_string()
    };
    let header =
        r#""transaction_header": ["txn_ID","timestamp","src_ID","tgt_ID","amt"], "timeformat": "%Y""#;
    for (configuration, says) in [
        ("{".to_owned(), "EOF"),
        ("{}".to_owned(), "transaction_header"),
        (format!(r#"{{{header}, "boundary_type": "sea"}}"#), "boundary_type: unknown variant `sea`"),
        (format!(r#"{{{header}, "boundary_type": "transactions"}}"#), "lacks type"),
        (format!(r#"{{{header}, "balance_type": "pre"}}"#), "lacks src_balance"),
        (format!(r#"{{{header}, "quotechar": "'"}}"#), "quotechar"),
        (format!(r#"{{{header}, "delimiter": "é"}}"#), "delimiter"),
        (format!(r#"{{{header}, "timewindow_beg": "soon"}}"#), "timewindow_beg"),
        (
            r#"{"transaction_header": ["txn_ID","amt","amt"], "timeformat": "%Y"}"#.to_owned(),
            "amt: this column stands there twice",
        ),
    ] {
        let error = wrong(&configuration);
        assert!(error.starts_with("the configuration: ") && error.contains(says), "{configuration}\n{error}");
    }
    assert!(matches!(
        Observed::of_follow_the_money(b"", b"", &Reading::default()),
        Err(ImportError::Configuration { .. })
    ));
}
