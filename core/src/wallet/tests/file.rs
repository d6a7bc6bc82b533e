//! The wallet as bytes.

use super::{key, told};
use crate::feed::{Branch, FeedKey, Feeds, ForkProof, Link};
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

/// The file of these lines, under the checksum that belongs to them.
fn loaded(lines: &[String]) -> Result<Wallet, FileError> {
    use sha2::{Digest, Sha256};
    let contents: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let sum = crate::hex::hex(&Sha256::digest(&contents));
    Wallet::load(format!("{contents}sha256:{sum}\n").as_bytes())
}

#[test]
fn a_file_under_a_good_checksum_is_not_believed_either() {
    let ledger = Scenario::rabot().ledger;
    let saved = String::from_utf8(told(&ledger, id("m-1")).save()).unwrap();
    let mut lines: Vec<String> = saved.lines().map(str::to_owned).collect();
    lines.pop();
    assert!(loaded(&lines).is_ok());
    let refused = |lines: &[String]| match loaded(lines).err() {
        Some(FileError::Line { reason, .. }) => reason,
        other => panic!("{other:?}"),
    };
    let text = |line: Vec<u8>| String::from_utf8(line).unwrap();
    let head = lines.len() - 1;

    // The head that somebody else signed, or that the host signed for somebody else.
    let mut forger = Feeds::of(&ledger, FeedKey::from_bytes(&[8; 32]));
    let forged = forger.feed_for(&id("m-1"), 0).unwrap().head().line();
    let of_another = told(&ledger, id("m-2")).head().unwrap().line();
    for other in [forged, of_another] {
        let mut changed = lines.clone();
        changed[head] = format!("h{}", text(other));
        assert_eq!(refused(&changed), "a head that is not signed for this wallet");
    }

    // A slice that says something else, and one that is not there.
    let mut changed = lines.clone();
    changed[head - 1] = changed[head - 1].replace("\"instant\":0", "\"instant\":1");
    assert_ne!(changed, lines);
    assert_eq!(refused(&changed), "the slices do not lead to the head");
    changed.remove(head - 1);
    assert_eq!(refused(&changed), "the slices do not lead to the head");

    // A proof of two stories that are one.
    let feed = Feeds::of(&ledger, key()).feed_for(&id("m-1"), 0).unwrap();
    let branch = Branch { slices: feed.slices().map(Box::from).collect(), head: feed.head().clone() };
    let proof = ForkProof { after: 0, link: Link::default(), ours: branch.clone(), theirs: branch };
    let with_proof = [&lines[..], &[format!("f{}", text(proof.line()))]].concat();
    assert_eq!(refused(&with_proof), "a proof of a fork that proves nothing");
}
