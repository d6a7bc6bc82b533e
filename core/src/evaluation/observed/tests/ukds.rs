//! Sarafu's schema, worked by hand.

use crate::calendar::Day;
use crate::evaluation::figures::{Per, Supply};
use crate::evaluation::observed::{
    BreakKind, ImportError, ListFile, Observed, Reading, Reason, RowFault, RowPlace, WhyLeftOutRow,
};
use crate::evaluation::tests::ask::{partners, redemption_age, velocity};
use crate::evaluation::{Kind, Kinds, PartyKind, Population, TracingRule, Undefined, Window};

const TRANSACTIONS: &str = "\
id,timeset,transfer_subtype,source,target,weight,token_name,token_address
1,2020-01-25 10:00:00.000001,DISBURSEMENT,0xadmin,0xann,100.5,Sarafu,0xtoken
2,2020-01-25 11:00:00.000000,STANDARD,0xann,0xbob,40,Sarafu,0xtoken
3,2020-01-25 11:00:00.000000,STANDARD,0xbob,0xcas,50,Sarafu,0xtoken
3,2020-01-25 11:00:00.000000,STANDARD,0xbob,0xcas,50,Sarafu,0xtoken
4,2020-01-26 09:00:00.000000,STANDARD,0xann,0xann,5,Sarafu,0xtoken
5,2020-01-26 09:30:00.000000,STANDARD,0xann,0xbob,0,Sarafu,0xtoken
6,2020-01-26 08:00:00.000000,STANDARD,0xann,0xbob,1e3,Sarafu,0xtoken
7,2020-01-26 10:00:00.000000,STANDARD,0xann,0xbob,1,Sarafu,0xtoken,nine
9,2020-01-26 07:00:00.000000,AGENT_OUT,0xcas,0xagent,20,Sarafu,0xtoken
10,2020-02-10 07:00:00.000000,RECLAMATION,0xann,0xadmin,0.5,Sarafu,0xtoken
";

const USERS: &str = "\
id,start,xDAI_blockchain_address,final_bal,area_name,gender,business_type
1,2019-01-01,0xadmin,-100,,,system
2,2019-01-01,0xann,60,Kwale,Female,None
3,2019-01-01,0xbob,-10,Kwale,Male,Food
4,2019-01-01,0xbob,7,Nairobi,Male,Food
5,2019-01-01,0xcas,none (start up),,Other,Food
";

fn read() -> Observed {
    Observed::of_ukds(TRANSACTIONS.as_bytes(), Some(USERS.as_bytes()), &Reading::default()).unwrap()
}

fn at(file: ListFile, line: u64) -> RowPlace {
    RowPlace { file, line }
}

#[test]
fn rows_become_movements_in_the_order_of_their_moments() {
    let list = read();
    let name = |party| list.movements.party(party).unwrap().name.as_str();
    let rows: Vec<_> = list
        .movements
        .rows
        .iter()
        .map(|row| (row.seq, row.kind, name(row.from), name(row.to), row.amount.minor()))
        .collect();
    // 100.5 and 0.5 need one decimal. Bob pays 50 with 40, line 9 was behind line 3 and stays there.
    assert_eq!(
        rows,
        [
            (2, Kind::Earn, "0xadmin", "0xann", 1_005),
            (3, Kind::Transfer, "0xann", "0xbob", 400),
            (4, Kind::Unexplained, "unexplained", "0xbob", 100),
            (4, Kind::Transfer, "0xbob", "0xcas", 500),
            (10, Kind::Exchange, "0xcas", "0xagent", 200),
            (11, Kind::Lapse, "0xann", "0xadmin", 5),
        ]
    );
    assert_eq!((list.movements.unit.as_str(), list.movements.scale.digits()), ("Sarafu", 1));
    assert_eq!(list.movements.lots, None);
    // The office is a source where it issues, and a sink where it takes back.
    let kinds: Vec<_> = list.movements.parties.iter().filter(|party| party.name == "0xadmin").collect();
    assert_eq!(
        kinds.iter().map(|party| party.kind).collect::<Vec<_>>(),
        [PartyKind::Issued, PartyKind::Lapsed]
    );
}

#[test]
fn the_health_tells_every_row() {
    let health = read().health;
    let file = &health.files[0];
    assert_eq!(
        (file.file, file.rows, file.used, file.bad, file.left_out),
        (ListFile::Transactions, 10, 5, 2, 3)
    );
    let file = &health.files[1];
    assert_eq!((file.file, file.rows, file.used, file.bad, file.left_out), (ListFile::Users, 5, 4, 0, 1));
    assert_eq!(file.unused_columns, ["id", "start"]);
    let figure = Reason::NotAFigure { found: "1e3".into() };
    let bad: Vec<_> = health.bad_rows.iter().map(|row| (row.place.line, row.faults.clone())).collect();
    assert_eq!(
        bad,
        [
            (8, vec![RowFault { column: Some("weight".into()), reason: figure }]),
            (9, vec![RowFault { column: None, reason: Reason::Values { found: 9, expected: 8 } }]),
        ]
    );
    let left: Vec<_> = health.left_out.iter().map(|row| (row.place, row.why.clone())).collect();
    assert_eq!(
        left,
        [
            (at(ListFile::Transactions, 5), WhyLeftOutRow::Duplicate { first: 4, same: true }),
            (at(ListFile::Transactions, 6), WhyLeftOutRow::SelfTransfer),
            (at(ListFile::Transactions, 7), WhyLeftOutRow::Zero),
            (at(ListFile::Users, 5), WhyLeftOutRow::Duplicate { first: 4, same: false }),
        ]
    );
    assert_eq!((health.ties.len(), health.tied_rows), (1, 2));
    assert_eq!(health.ties[0].places, [at(ListFile::Transactions, 3), at(ListFile::Transactions, 4)]);
    let gap = health.gaps[0];
    let day = |text| Day::parse(text).unwrap();
    assert_eq!((health.gaps.len(), gap.from, gap.through), (1, day("2020-01-27"), day("2020-02-09")));
    // 6 and 7 are on rows that cannot be read.
    assert_eq!(health.number_gaps.iter().map(|gap| (gap.from, gap.through)).collect::<Vec<_>>(), [(6, 8)]);
    assert_eq!(health.unknown_accounts.len(), 1);
    assert_eq!(
        (health.unknown_accounts[0].account.as_str(), health.unknown_accounts[0].rows),
        ("0xagent", 1)
    );
    assert_eq!(health.unread_cells[0].place, at(ListFile::Users, 6));
    assert!(!health.is_sound());
}

#[test]
fn balances_that_do_not_add_up_are_told() {
    // By the rows 0xadmin has -100.5 + 0.5 = -100 and Ann 100.5 - 40 - 0.5 = 60. Bob has -10, which is what his
    // line says, and paid 10 that he did not have.
    let breaks = read().health.identity_breaks;
    assert_eq!(breaks.len(), 1);
    let found = &breaks[0];
    assert_eq!((found.place, found.account.as_str()), (at(ListFile::Transactions, 4), "0xbob"));
    assert_eq!(
        (found.what, found.expected, found.found, found.amount),
        (BreakKind::PaysMoreThanItHolds, 500, 400, 100)
    );
    let users = USERS.replace("0xann,60,", "0xann,61.25,");
    let list =
        Observed::of_ukds(TRANSACTIONS.as_bytes(), Some(users.as_bytes()), &Reading::default()).unwrap();
    let found = &list.health.identity_breaks[0];
    assert_eq!((found.place, found.what), (at(ListFile::Users, 3), BreakKind::FinalBalance));
    // A stated balance needs two decimals, so all have them.
    assert_eq!((found.expected, found.found, found.amount), (6_125, 6_000, 125));
}

#[test]
fn users_give_attributes() {
    let list = read();
    assert_eq!(list.attributes["0xann"]["area_name"], "Kwale");
    assert_eq!(list.attributes["0xann"]["business_type"], "None");
    assert_eq!(list.attributes["0xbob"]["area_name"], "Kwale");
    assert!(!list.attributes["0xcas"].contains_key("area_name"));
}

#[test]
fn a_sound_list_is_sound_and_a_byte_order_mark_is_told() {
    let text = "\u{feff}id;timeset;transfer_subtype;source;target;weight\r\n\
        1;2020-01-01 10:00:00;DISBURSEMENT;a;b;5.00\r\n\r\n2;2020-01-02 10:00:00;STANDARD;b;c;5\r\n";
    let list = Observed::of_ukds(text.as_bytes(), None, &Reading::default()).unwrap();
    assert!(list.health.is_sound(), "{:?}", list.health);
    let file = &list.health.files[0];
    assert!(file.byte_order_mark);
    assert_eq!((file.rows, file.used, file.blank_lines), (2, 2, 1));
    assert_eq!((list.movements.scale.digits(), list.movements.unit.as_str()), (0, "units"));
}

#[test]
fn a_wrong_header_is_an_error_with_its_columns() {
    let text = "id,timeset,transfer_subtype,source,source,weight\n";
    let error = Observed::of_ukds(text.as_bytes(), None, &Reading::default()).unwrap_err();
    let ImportError::NotAList { file: ListFile::Transactions, line: 1, faults } = error else {
        panic!("{error}")
    };
    let faults: Vec<_> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        faults,
        ["source: this column stands there twice", "target: the list cannot do without this column"]
    );
    let empty = Observed::of_ukds(b"", None, &Reading::default());
    assert!(matches!(empty, Err(ImportError::NotAList { .. })));
}

#[test]
fn figures_that_need_lots_say_why_there_are_none() {
    let movements = read().movements;
    let window = movements.window().unwrap().unwrap();
    let everybody = Population::Everybody;
    let age = redemption_age(&movements, window, TracingRule::AsBooked, &everybody).unwrap();
    assert_eq!(age.undefined, Some(Undefined::NoLots));
    assert_eq!(partners(&movements, window).unwrap().undefined, Some(Undefined::NotSaid));
    let transfers = Kinds::of([Kind::Transfer]).unwrap();
    let two_days = Window::new(window.from(), window.from().next().unwrap()).unwrap();
    let turns =
        velocity(&movements, two_days, &transfers, Per::Window, &everybody, Supply::Everything).unwrap();
    // 1105 stood at the end of the first day and 905 at the end of the second; 900 were paid.
    let value = turns.value.unwrap();
    assert_eq!((value.volume, value.area), (900, 2_010));
    assert_eq!(turns.dropped, movements.dropped + 3);
    assert_eq!(movements.dropped, 5);
}
