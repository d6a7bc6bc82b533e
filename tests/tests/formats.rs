//! The frozen formats: samples that were written once, and are read and come to the same for ever.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops by panicking")]

use std::path::{Path, PathBuf};

use muntwerk::calendar::{Day, Instant};
use muntwerk::design::Design;
use muntwerk::feed::{Feed, FeedKey, Feeds, PublicKey};
use muntwerk::ledger::{Ledger, verify_journal};
use muntwerk::orders::{Ask, CloseDay};
use muntwerk::wallet::Wallet;
use muntwerk_tests::stage::{SECRET, day, id, order};
use sha2::{Digest, Sha256};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("formats")
}

fn sample(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap()
}

fn key() -> FeedKey {
    FeedKey::from_bytes(&[9; 32])
}

/// What the samples were when they were frozen.
fn is_untouched(name: &str, digits: &str) {
    let sum: String = Sha256::digest(sample(name)).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(sum, digits, "{name} was changed: a frozen format is never written anew");
}

#[test]
fn the_samples_are_as_they_were_frozen() {
    is_untouched("journal-1.jsonl", JOURNAL);
    is_untouched("feed-1.jsonl", FEED);
    is_untouched("wallet-1.txt", WALLET);
}

#[test]
fn a_journal_of_version_1_is_read_and_written_as_it_was() {
    let text = sample("journal-1.jsonl");
    let lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
    let verified = verify_journal(&lines).unwrap();
    assert_eq!(verified.lines, 13);
    let ledger = Ledger::replay(&lines, SECRET).unwrap();
    assert_eq!((ledger.head(), ledger.day()), (verified.head, day("2025-01-03")));
    let balance = |account: &str| ledger.state().books().find(&id(account)).unwrap().balance().minor();
    assert_eq!(["m-1", "m-2", "redeemed:p-14"].map(balance), [73, 17, 10]);
    let again: Vec<u8> = ledger.journal().flat_map(|line| [line, b"\n".to_vec()].concat()).collect();
    assert_eq!(again, text);
}

#[test]
fn a_feed_of_version_1_is_read_and_made_as_it_was() {
    let text = sample("feed-1.jsonl");
    let feed = Feed::parse(&text).unwrap();
    assert_eq!(feed.text(), text);
    let mut wallet = Wallet::new(id("m-1"), key().public());
    wallet.apply(&feed).unwrap();
    assert_eq!(wallet.balances(day("2025-01-03")).unwrap().confirmed.minor(), 73);
    // From the journal of then, a server makes the same slices today.
    let journal = sample("journal-1.jsonl");
    let ledger = Ledger::replay(journal.split_inclusive(|byte| *byte == b'\n'), SECRET).unwrap();
    assert_eq!(Feeds::of(&ledger, key()).feed_for(&id("m-1"), 0).unwrap().text(), text);
}

#[test]
fn a_wallet_of_version_1_is_loaded_and_saved_as_it_was() {
    let bytes = sample("wallet-1.txt");
    let wallet = Wallet::load(&bytes).unwrap();
    assert_eq!(wallet.save(), bytes);
    assert_eq!((wallet.account(), wallet.key()), (id("m-1"), public()));
    assert_eq!(
        (wallet.outbox().len(), wallet.seen()),
        (1, Feed::parse(&sample("feed-1.jsonl")).unwrap().head().head().slices)
    );
}

fn public() -> PublicKey {
    key().public()
}

/// A little of everything that stands in an account's slices.
fn story() -> Ledger {
    let design = Design::parse(include_str!("../../core/designs/rabot-example.toml")).unwrap();
    let mut ledger = Ledger::open(id("rabot-1"), design, Day::new(2025, 1, 1).unwrap(), SECRET).unwrap();
    let asks = [
        (
            "s-001",
            "steering_group",
            r#"{"approve_partner":{"partner":"p-01","roles":["issuing"],"budget":{"units":900,"per":"year"}}}"#,
        ),
        ("s-001", "steering_group", r#"{"approve_partner":{"partner":"p-14","roles":["redeeming"]}}"#),
        (
            "s-010",
            "project_manager",
            r#"{"open_account":{"account":"m-1","kind":"person","holders":["m-1"]}}"#,
        ),
        (
            "s-010",
            "project_manager",
            r#"{"open_account":{"account":"m-2","kind":"person","holders":["m-2"]}}"#,
        ),
        (
            "s-050",
            "issuing_partner",
            r#"{"award":{"partner":"p-01","to":"m-1","activity":"bloembak","measured":10}}"#,
        ),
        ("m-1", "participant", r#"{"gift":{"from":"m-1","to":"m-2","amount":7}}"#),
        ("m-1", "participant", r#"{"transfer":{"from":"m-1","to":"m-2","pay":{"amount":30}}}"#),
        ("m-1", "participant", r#"{"gift":{"from":"m-1","to":"m-2","amount":900}}"#),
        ("m-2", "participant", r#"{"redeem":{"account":"m-2","partner":"p-14","reward":"soep"}}"#),
    ];
    for (number, (actor, role, ask)) in (0xa0..).zip(asks) {
        let ask: Ask = serde_json::from_str(ask).unwrap();
        let _ = ledger.execute(&order(number, actor, role, ledger.day(), ask));
    }
    for number in 0xb0..0xb2 {
        let today = ledger.day();
        let close = CloseDay { through: today, today: today.next().unwrap() };
        ledger.execute(&order(number, "s-900", "system", today, close)).unwrap();
    }
    let back: Ask =
        serde_json::from_str(&format!(r#"{{"reverse":{{"original":"{:032x}","amount":10}}}}"#, 0xa6))
            .unwrap();
    let _ = ledger.execute(&order(0xc0, "s-010", "project_manager", ledger.day(), back));
    ledger
}

#[test]
#[ignore = "wrote the samples, once: a frozen format is never written anew"]
fn write_the_samples() {
    std::fs::create_dir_all(folder()).unwrap();
    let mut ledger = story();
    let mut journal = Vec::new();
    ledger.seal(&mut journal);
    let feed = Feeds::of(&ledger, key()).feed_for(&id("m-1"), 0).unwrap();
    let mut wallet = Wallet::new(id("m-1"), public());
    wallet.apply(&feed).unwrap();
    let gift: Ask = serde_json::from_str(r#"{"gift":{"from":"m-1","to":"m-2","amount":3}}"#).unwrap();
    let mut waiting = order(0xd0, "m-1", "participant", ledger.day(), gift);
    waiting.instant = Instant::new(1_735_900_000_000);
    wallet.put_in_outbox(waiting).unwrap();
    for (name, bytes) in
        [("journal-1.jsonl", journal), ("feed-1.jsonl", feed.text()), ("wallet-1.txt", wallet.save())]
    {
        let path = folder().join(name);
        assert!(!path.exists(), "{name} is frozen");
        std::fs::write(path, bytes).unwrap();
    }
}

const JOURNAL: &str = "bdc3f53b809454b9663f958bb1432ddda6aadd47ce1ee3ba16c847fac27f1578";
const FEED: &str = "2f4adca31e942c5f80500840793ecae9d12f3ddee8aef06ef13b08c4c2176f3d";
const WALLET: &str = "ecbfb98caa65591d649f28394853f54e9a9312438e651777c8d56e542408400e";
