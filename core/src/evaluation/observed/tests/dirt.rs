//! Whatever stands in a file, nothing panics, and every row of it is accounted for.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use proptest::prelude::*;

use crate::calendar::Day;
use crate::evaluation::observed::{Blocks, Health, ImportError, ListFile, Observed, Reading, RowPlace};

const UKDS: &str = "id,timeset,transfer_subtype,source,target,weight,token_name\n\
    1,2020-01-25 10:00:00.000001,DISBURSEMENT,a,b,100.5,S\n\
    2,2020-01-25 11:00:00,STANDARD,b,c,40,S\n\
    3,2020-01-25 11:00:00,AGENT_OUT,c,d,41,S\n\
    4,2020-01-26 11:00:00+03,RECLAMATION,c,c,41,S\n";
const USERS: &str = "xDAI_blockchain_address,final_bal,gender\nb,60.5,F\nc,-1,M\n";
const CONFIGURATION: &str = r#"{"transaction_header": 
        ["txn_ID","timestamp","type","src_ID","tgt_ID","amt","fee","src_balance","tgt_balance"],
    "timeformat": "%Y-%m-%d", "boundary_type": "transactions", "fee/revenue": "recipient", "balance_type": "post",
    "transaction_categories": {"in": "deposit", "out": "withdraw", "p2p": "transfer"}}"#;
const MONEY: &str = "1,2020-01-25,in,s,a,10,1,,9\n2,2020-01-25,p2p,a,b,5,,4,5\n3,2020-01-26,out,b,s,9,,1,\n";
const ACCOUNTS: &str = "id,member_id\n1,\n2,20\n3,30\n";
const TRANSFERS: &str = "id,date,process_date,amount,from_account_id,to_account_id,chargeback_of_id\n\
    1,2011-03-19,2011-03-19 10:00:00,10,1,2,\n\
    2,2011-03-20,2011-03-20,4.50,2,3,\n3,2011-03-21,2011-03-21,-4.50,2,3,2\n";
const FIELDS: &str = "field_id,member_id,string_value\n13,20,Brno\n";
const ALLOCATIONS: &str = "block_number,to_address,amount\n1,a,5\n";
const BLOCKS: &str = "block_number,from_address,to_address,amount\n1,a,b,3\n9,b,a,4\n";
const DAY_BOOK: &str = "# daybook 1\nline;day;time;what;actor;role;from;to;amount\n\
    w-1;2025-01-02;14:30;transfer;m-1;participant;m-1;m-2;2,50\nw-2;2025-01-02;;gift;m-2;participant;m-2;m-3;1\n";

/// Every reader on the files in their order; `at` is the place among them of the one that is dirty.
fn read_all(dirty: &[u8], at: usize) -> Vec<Result<Observed, ImportError>> {
    let file = |own: usize, clean: &'static str| if own == at { dirty } else { clean.as_bytes() };
    let reading = Reading::default();
    let blocks =
        Blocks { first_day: Day::parse("2020-01-01").unwrap(), per_day: NonZeroU32::new(5).unwrap() };
    vec![
        Observed::of_ukds(file(0, UKDS), Some(file(1, USERS)), &reading),
        Observed::of_follow_the_money(file(2, MONEY), file(3, CONFIGURATION), &reading),
        Observed::of_cyclos(file(4, ACCOUNTS), file(5, TRANSFERS), Some(file(6, FIELDS)), &reading),
        Observed::of_micro_velocity(file(7, ALLOCATIONS), file(8, BLOCKS), blocks, &reading),
        Observed::of_day_book(file(9, DAY_BOOK), &reading),
    ]
}

const FILES: [&str; 10] =
    [UKDS, USERS, MONEY, CONFIGURATION, ACCOUNTS, TRANSFERS, FIELDS, ALLOCATIONS, BLOCKS, DAY_BOOK];

fn count(found: usize) -> u64 {
    u64::try_from(found).unwrap()
}

/// The rows of a file are those used, those bad and those left out; and each is named once.
fn check_accounts(list: &Observed) {
    let Health { files, bad_rows, left_out, .. } = &list.health;
    for health in files {
        assert_eq!(health.rows, health.used + health.bad + health.left_out, "{health:?}");
        let of = |place: &RowPlace| place.file == health.file;
        let bad: Vec<RowPlace> = bad_rows.iter().map(|row| row.place).filter(of).collect();
        let left: Vec<RowPlace> = left_out.iter().map(|row| row.place).filter(of).collect();
        assert_eq!((health.bad, health.left_out), (count(bad.len()), count(left.len())));
        let told: BTreeSet<RowPlace> = bad.into_iter().chain(left).collect();
        assert_eq!(count(told.len()), health.bad + health.left_out);
    }
    // Without two files that move units, the lines of the movements are those used.
    let moving: Vec<_> = files
        .iter()
        .filter(|health| {
            !matches!(health.file, ListFile::Users | ListFile::Accounts | ListFile::CustomFieldValues)
        })
        .collect();
    if let [only] = moving.as_slice() {
        let lines: BTreeSet<u64> = list.movements.rows.iter().map(|row| row.seq).collect();
        assert_eq!(count(lines.len()), only.used);
        let told = bad_rows.iter().map(|row| row.place).chain(left_out.iter().map(|row| row.place));
        assert!(told.filter(|place| place.file == only.file).all(|place| !lines.contains(&place.line)));
    }
    let mut held = vec![0_i128; list.movements.parties.len()];
    for row in &list.movements.rows {
        held[row.from.index()] -= i128::from(row.amount.minor());
        held[row.to.index()] += i128::from(row.amount.minor());
        let kind = list.movements.kind_of(row.from);
        assert!(!kind.holds() || held[row.from.index()] >= 0, "{row:?}");
        assert!(!row.amount.is_zero());
    }
}

#[test]
fn the_clean_files_are_read() {
    for list in read_all(b"", FILES.len()) {
        check_accounts(&list.unwrap());
    }
}

#[test]
fn a_hundred_thousand_rows_at_one_moment_are_one_tie() {
    let row = |at: usize| format!("{at},2020-01-25,STANDARD,a,b,1\n");
    let rows: String = (0..100_000).map(row).collect();
    let text = format!("id,timeset,transfer_subtype,source,target,weight\n{rows}");
    let list = Observed::of_ukds(text.as_bytes(), None, &Reading::default()).unwrap();
    assert_eq!((list.health.ties.len(), list.health.tied_rows), (1, 100_000));
    assert_eq!(list.health.identity_breaks.len(), 100_000);
}

/// Where a byte goes, and what comes in its place.
fn change() -> impl Strategy<Value = (prop::sample::Index, String)> {
    (any::<prop::sample::Index>(), "[\\x00-\\xff]|,|;|\"|\n|9|-|[0-9]{17}")
}

proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), at in 0..FILES.len()) {
        for list in read_all(&bytes, at).into_iter().flatten() {
            check_accounts(&list);
        }
    }

    #[test]
    fn a_good_file_gone_bad_is_accounted_for(
        at in 0..FILES.len(),
        changes in proptest::collection::vec(change(), 0..6),
    ) {
        let mut bytes = FILES[at].as_bytes().to_vec();
        for (place, with) in changes {
            let place = place.index(bytes.len());
            bytes.splice(place..=place, with.bytes());
            if bytes.is_empty() {
                bytes.push(b'x');
            }
        }
        for list in read_all(&bytes, at).into_iter().flatten() {
            check_accounts(&list);
        }
    }
}
