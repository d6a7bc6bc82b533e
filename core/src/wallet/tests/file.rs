//! The wallet as bytes.

use super::{key, told};
use crate::views::scenario::{Scenario, day, id};
use crate::wallet::{FileError, Wallet};

fn order(id: u128, from: &str, amount: u32) -> crate::orders::Order {
    serde_json::from_str(&format!(
        r#"{{"id":"{id:032x}","actor":"{from}","role":"participant","instant":0,"booking_day":"2025-02-05",
            "value_day":"2025-02-05","ask":{{"gift":{{"from":"{from}","to":"m-2","amount":{amount}}}}}}}"#
    ))
    .unwrap()
}

#[test]
fn a_saved_wallet_is_the_same_wallet() {
    let ledger = Scenario::rabot().ledger;
    let mut wallet = told(&ledger, id("m-1"));
    wallet.put_in_outbox(order(77, "m-1", 3)).unwrap();
    let saved = wallet.save();
    let again = Wallet::load(&saved).unwrap();
    assert_eq!(again.save(), saved);
    let today = day("2025-02-05");
    assert_eq!(again.balances(today), wallet.balances(today));
    assert_eq!(again.outbox(), wallet.outbox());
    let empty = Wallet::new(id("m-1"), key().public());
    assert_eq!(Wallet::load(&empty.save()).unwrap().save(), empty.save());
}

#[test]
fn a_file_cut_at_any_byte_or_with_any_byte_changed_is_noticed() {
    let ledger = Scenario::rabot().ledger;
    let saved = told(&ledger, id("m-1")).save();
    for length in 0..saved.len() {
        let cut = Wallet::load(&saved[..length]);
        assert!(matches!(cut.err(), Some(FileError::Damaged | FileError::Form)), "cut at {length}");
    }
    for place in 0..saved.len() {
        let mut changed = saved.clone();
        changed[place] ^= 1;
        assert!(Wallet::load(&changed).is_err(), "changed at {place}");
    }
}

#[test]
fn a_file_of_another_version_says_so() {
    use sha2::{Digest, Sha256};
    let saved = Wallet::new(id("m-1"), key().public()).save();
    let text = String::from_utf8(saved).unwrap().replace("muntwerk.wallet.1\n", "muntwerk.wallet.2\n");
    let (contents, _) = text.split_once("sha256:").unwrap();
    let text = format!("{contents}sha256:{}\n", crate::hex::hex(&Sha256::digest(contents)));
    let refused = Wallet::load(text.as_bytes()).err().unwrap();
    assert_eq!(refused, FileError::Version { found: String::from("2") });
}
