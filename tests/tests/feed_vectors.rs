//! Runs the vectors of feeds, `tests/vectors/feeds/`. `README.md` there says what they mean; other languages run the
//! same file. `make feed-vectors` writes it anew.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops by panicking")]
#![allow(clippy::arithmetic_side_effects, clippy::string_slice, reason = "the figures and texts are small")]

#[path = "feed_vectors/format.rs"]
mod format;
#[path = "feed_vectors/host.rs"]
mod host;
#[path = "feed_vectors/steps.rs"]
mod steps;
#[path = "feed_vectors/story.rs"]
mod story;
#[path = "feed_vectors/write.rs"]
mod write;
#[path = "feed_vectors/writer.rs"]
mod writer;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use format::{Applied, File, Outcome, Problem, Step};
use muntwerk::feed::{Feed, FeedKey, PublicKey};
use muntwerk::wallet::{ApplyError, Wallet, WalletError};

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/feeds/feeds.json")
}

fn file() -> File {
    serde_json::from_slice(&std::fs::read(path()).unwrap()).unwrap()
}

fn balance(wallet: &Wallet, applied: &muntwerk::wallet::Applied) -> Option<i64> {
    match wallet.balances(applied.day) {
        Ok(balances) => Some(balances.confirmed.minor()),
        Err(WalletError::NotOpen(account)) if account == wallet.account() => None,
        Err(error) => panic!("{error}"),
    }
}

fn outcome(wallet: &mut Wallet, text: &str) -> Outcome {
    let problem = match Feed::parse(text.as_bytes()) {
        Err(error) => Problem::Unreadable { line: error.line },
        Ok(feed) => match wallet.apply(&feed) {
            Ok(applied) => {
                let (new, record, day) = (applied.new, applied.record, applied.day);
                return Outcome::Applied(Applied { new, record, day, balance: balance(wallet, &applied) });
            }
            Err(error) => problem(error),
        },
    };
    Outcome::Problem(problem)
}

fn problem(error: ApplyError) -> Problem {
    match error {
        ApplyError::NotMine { ledger, account } => Problem::NotMine { ledger, account },
        ApplyError::Signature(_) => Problem::Signature,
        ApplyError::ServerBehind { server_slices, server_record, slices, record } => {
            Problem::ServerBehind { server_slices, server_record, slices, record }
        }
        ApplyError::Gap { since, found } => Problem::Gap { since, found },
        ApplyError::Link { slice, since } => Problem::Link { slice, since },
        ApplyError::Slice { slice, .. } => Problem::Slice { slice },
        ApplyError::Fork { proof } => Problem::Fork { after: proof.after },
    }
}

/// The lines of the file that the wallet is kept in, but for the proofs, and for the checksum over them.
fn saved_but_for_proofs(wallet: &Wallet) -> Vec<String> {
    let text = String::from_utf8(wallet.save()).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('f') && !line.starts_with("sha256:"));
    lines.map(str::to_owned).collect()
}

/// A wallet that refused a feed is as it was; a proof is added only by a fork.
fn is_as_it_was(before: &Wallet, wallet: &Wallet, problem: &Problem) {
    if matches!(problem, Problem::Fork { .. }) {
        assert_eq!(saved_but_for_proofs(wallet), saved_but_for_proofs(before));
        assert!(wallet.forks().starts_with(before.forks()));
    } else {
        assert_eq!(wallet.save(), before.save());
    }
}

fn proofs_hold(wallet: &Wallet) {
    let stranger = FeedKey::from_bytes(&[7; 32]).public();
    for proof in wallet.forks() {
        assert!(proof.holds(&wallet.key()) && !proof.holds(&stranger));
    }
}

fn run(file: &File, mut wallet: Wallet, step: &Step) -> Wallet {
    if step.anew {
        wallet = wallet.started_anew();
    }
    let before = wallet.clone();
    let found = outcome(&mut wallet, &file.text(&step.feed));
    assert_eq!((&found, wallet.forks().len()), (&step.outcome, step.proofs));
    if let Outcome::Problem(problem) = &found {
        is_as_it_was(&before, &wallet, problem);
    }
    proofs_hold(&wallet);
    assert_eq!(Wallet::load(&wallet.save()).unwrap().save(), wallet.save());
    wallet
}

#[test]
fn every_feed_comes_to_what_the_vector_says() {
    let file = file();
    let mut wrong = Vec::new();
    for vector in &file.vectors {
        let mut wallet = Wallet::new(vector.account, PublicKey::from_hex(vector.key.as_bytes()).unwrap());
        for (number, step) in (1..).zip(&vector.steps) {
            let place = format!("{:?}, step {number}, {:?}", vector.name, step.feed);
            let ran = std::panic::catch_unwind(|| run(&file, wallet.clone(), step));
            match ran {
                Ok(after) => wallet = after,
                Err(_) => wrong.push(place),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_problem_has_a_vector() {
    let file = file();
    assert!(!file.topic.is_empty());
    let names: BTreeSet<&str> = file.vectors.iter().map(|vector| vector.name.as_str()).collect();
    assert_eq!(names.len(), file.vectors.len(), "a name comes twice");
    let steps: Vec<&Step> = file.vectors.iter().flat_map(|vector| &vector.steps).collect();
    let kind = |step: &&Step| match &step.outcome {
        Outcome::Problem(problem) => {
            Some(serde_json::to_value(problem).unwrap()["kind"].as_str()?.to_owned())
        }
        Outcome::Applied(_) => None,
    };
    let kinds: BTreeSet<String> = steps.iter().filter_map(kind).collect();
    assert_eq!(kinds, Problem::KINDS.map(str::to_owned).into());
    let used: BTreeSet<&String> = steps.iter().map(|step| &step.feed).collect();
    assert_eq!(used, file.feeds.keys().collect(), "a feed is not used, or not there");
}

/// What a dishonest host does by hand is, where it is honest, what the library does.
#[test]
fn links_and_signatures_by_hand_are_those_of_the_library() {
    let told = story::Story::whole("torekes-1").feed("m-1", 0, u64::MAX);
    let mut feed = host::Feed::read(&told);
    feed.head.link = String::new();
    let slices = feed.slices.clone();
    assert_eq!(feed.linked(slices, 0).signed(&story::SECRET_KEY).text(), told);
}

#[test]
#[ignore = "writes the vectors: make feed-vectors"]
fn write_feed_vectors() {
    let mut text = Vec::new();
    let indent = serde_json::ser::PrettyFormatter::with_indent(b" ");
    let mut to = serde_json::Serializer::with_formatter(&mut text, indent);
    serde::Serialize::serialize(&write::file(), &mut to).unwrap();
    text.push(b'\n');
    std::fs::write(path(), text).unwrap();
}
