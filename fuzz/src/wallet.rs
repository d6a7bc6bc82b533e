//! What a phone is sent, and what lies on its disk.

use std::sync::OnceLock;

use muntwerk::calendar::Day;
use muntwerk::feed::{Feed, FeedKey, Feeds, ForkProof};
use muntwerk::id::Id;
use muntwerk::wallet::{ApplyError, Wallet};
use sha2::{Digest, Sha256};

use super::story::{Place, order, story};
use super::{Depth, Outcome};

fn key() -> FeedKey {
    FeedKey::from_bytes(&[9; 32])
}

fn me() -> Id {
    Id::parse("m-01").unwrap()
}

/// What `m-01` was told by each of the stories.
fn told(place: Place) -> &'static Feed {
    static TOLD: OnceLock<Vec<Feed>> = OnceLock::new();
    let all = TOLD.get_or_init(|| {
        let feed =
            |(_, place): (_, Place)| Feeds::of(&story(place).ledger, key()).feed_for(&me(), 0).unwrap();
        Place::ALL.into_iter().map(feed).collect()
    });
    &all[Place::ALL.iter().position(|(_, one)| *one == place).unwrap()]
}

/// A feed with slices of the input's making, under a good signature: a host that lies about everything. The first
/// line may name a story (`@rabot`), whose slices the wallet has then; the others are slices.
pub fn feed(data: &[u8], depth: Depth) -> Outcome {
    let mut outcome = Outcome::default();
    if let Ok(feed) = Feed::parse(data) {
        assert_eq!(Feed::parse(&feed.text()).as_ref(), Ok(&feed));
        if let Ok(applied) = Wallet::new(me(), key().public()).apply(&feed) {
            outcome.booked += usize::try_from(applied.new).unwrap();
        }
    }
    let (place, text) = Place::of(data);
    let mut wallet = Wallet::new(me(), key().public());
    let lines = text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let slices: Vec<Box<[u8]>> = lines.map(Box::from).collect();
    if text.len() < data.len() {
        wallet.apply(told(place)).unwrap_or_else(|error| panic!("an honest feed: {error}"));
    }
    let feed = Feed::claimed(&wallet, slices, &key());
    match wallet.apply(&feed) {
        Ok(applied) => {
            outcome.read = usize::try_from(applied.new).unwrap();
            outcome.booked += outcome.read;
            looked_at(&wallet, depth);
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            outcome.refused = 1;
            if let ApplyError::Fork { proof } = error {
                assert!(proof.holds(&key().public()));
            }
        }
    }
    outcome
}

/// A wallet's file. If the first line names a story, the rest is put between its wallet's lines and the checksum,
/// which is made here.
pub fn wallet_file(data: &[u8], depth: Depth) -> Outcome {
    let mut outcome = Outcome::default();
    let _ = ForkProof::parse(data).map(|proof| proof.holds(&key().public()));
    let (place, text) = Place::of(data);
    let bytes = if text.len() < data.len() {
        let mut wallet = Wallet::new(me(), key().public());
        wallet.apply(told(place)).unwrap_or_else(|error| panic!("an honest feed: {error}"));
        summed(&[without_sum(&wallet.save()), text].concat())
    } else {
        summed(data)
    };
    for bytes in [&bytes[..], data] {
        match Wallet::load(bytes) {
            Ok(wallet) => {
                outcome.read += 1;
                outcome.booked += usize::try_from(wallet.seen()).unwrap();
                looked_at(&wallet, depth);
            }
            Err(error) => {
                assert!(!error.to_string().is_empty());
                outcome.refused += 1;
            }
        }
    }
    outcome
}

fn without_sum(file: &[u8]) -> &[u8] {
    &file[..file.len() - 72]
}

fn summed(contents: &[u8]) -> Vec<u8> {
    let digits: String = Sha256::digest(contents).iter().map(|byte| format!("{byte:02x}")).collect();
    [contents, b"sha256:", digits.as_bytes(), b"\n"].concat()
}

/// Every screen answers or says why not, and the wallet reads back as what it is.
fn looked_at(wallet: &Wallet, depth: Depth) {
    let saved = wallet.save();
    let again = Wallet::load(&saved).unwrap_or_else(|error| panic!("its own file: {error}"));
    assert_eq!(again.save(), saved);
    let Ok(today) = wallet.ledger_day() else { return };
    let days = [Some(today), today.plus_days(40), Some(Day::LAST)];
    for day in days.into_iter().flatten().take(if depth == Depth::Full { 3 } else { 1 }) {
        let _ = (wallet.balances(day), wallet.limits(day), wallet.notices(day), wallet.catalogue(me(), day));
        let _ = (wallet.activities(day), wallet.offices(day), wallet.mandates(day));
        for ask in [
            r#"{"transfer":{"from":"m-01","to":"m-02","pay":{"amount":1}}}"#,
            r#"{"gift":{"from":"m-01","to":"m-404","amount":1}}"#,
        ] {
            let order = order(0xf00_0001, "m-01", "participant", day, serde_json::from_str(ask).unwrap());
            let _ = wallet.preview(&order, day);
        }
    }
    let _ = (wallet.statement(Day::FIRST, Day::LAST), wallet.statement_page(None, 3));
}
