//! The tables of Cyclos, worked by hand.

use super::{bad_rows, left_out, movements};
use crate::evaluation::observed::{BreakKind, ListFile, Observed, Reading, RowPlace, WhyLeftOutRow};
use crate::evaluation::{Kind, PartyKind};

const ACCOUNTS: &str = "\
id,subclass,owner_name,type_id,member_id
1,S,system,1,
2,M,ann,5,20
3,M,bob,5,30
3,M,bob,5,30
";

const TRANSFERS: &str = "\
id,date,process_date,amount,status,from_account_id,to_account_id,type_id,chargeback_of_id,description
1,2011-03-19 10:00:00,2011-03-19 10:00:00,10.00,O,1,2,7,,\"hello, \"\"you\"\"\"
2,2011-03-19 11:00:00,2011-03-20 09:00:00,4.50,O,2,3,8,,
3,2011-03-20 10:00:00,,4.50,P,2,3,8,,
4,2011-03-21 10:00:00,2011-03-21 10:00:00,-4.50,O,2,3,8,2,
5,2011-03-22 10:00:00,2011-03-22 10:00:00,2,O,2,1,9,,
6,2011-03-23 10:00:00,2011-03-23 10:00:00,2,O,1,1,9,,
7,2011-03-24 10:00:00,2011-03-24 10:00:00,-2,O,2,3,9,,
8,2011-03-25 10:00:00,2011-03-25 10:00:00,1,O,1,2,7,5,
9,2011-03-26 10:00:00,2011-03-26 10:00:00,3,O,4,2,8,,
";

const FIELDS: &str =
    "id,field_id,member_id,string_value,possible_value_id\n1,13,20,Brno,\n2,14,20,,77\n3,13,99,Praha,\n";

#[test]
fn transfers_are_movements_and_charging_back_takes_back() {
    let (accounts, transfers, fields) = (ACCOUNTS.as_bytes(), TRANSFERS.as_bytes(), FIELDS.as_bytes());
    let list = Observed::of_cyclos(accounts, transfers, Some(fields), &Reading::default()).unwrap();
    // The least that 4.50 needs is one decimal.
    assert_eq!(
        movements(&list),
        [
            (2, Kind::Earn, false, "1", "2", 100),
            (3, Kind::Transfer, false, "2", "3", 45),
            (5, Kind::Transfer, true, "3", "2", 45),
            (6, Kind::Redeem, false, "2", "1", 20),
            (9, Kind::Redeem, true, "1", "2", 10),
            (10, Kind::Unexplained, false, "unexplained", "4", 30),
            (10, Kind::Transfer, false, "4", "2", 30),
        ]
    );
    assert_eq!(list.movements.rows[1].day.to_string(), "2011-03-20");
    assert_eq!(list.movements.kind_of(list.movements.rows[4].from), PartyKind::Redeemed);
    let at = |file, line| RowPlace { file, line };
    assert_eq!(
        left_out(&list),
        [
            (at(ListFile::Accounts, 5), WhyLeftOutRow::Duplicate { first: 4, same: false }),
            (at(ListFile::Transfers, 4), WhyLeftOutRow::NotBooked { status: "P".into() }),
            (at(ListFile::Transfers, 7), WhyLeftOutRow::OutsideBoundary),
            (at(ListFile::CustomFieldValues, 4), WhyLeftOutRow::NotAboutAnAccount),
        ]
    );
    assert_eq!(bad_rows(&list), [(8, "amount: \"-2\" is below zero".into())]);
    assert_eq!(list.health.unknown_accounts[0].account, "4");
    assert_eq!(list.health.identity_breaks[0].what, BreakKind::PaysMoreThanItHolds);
    assert_eq!(list.attributes["2"]["13"], "Brno");
    assert_eq!(list.attributes["2"]["14"], "77");
    assert_eq!(list.attributes["3"]["type_id"], "5");
    // Names of people are not taken over.
    assert!(!format!("{:?}", list.attributes).contains("ann"));
    assert_eq!(list.movements.dropped, 3);
}
