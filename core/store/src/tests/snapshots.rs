//! Snapshots make opening faster and change nothing else.

use std::path::Path;

use super::power::Power;
use super::town::{Story, opening, story};
use crate::{Options, SnapshotUse, Snapshots, Store, StoreError};

const SNAPSHOT: &str = "/town/snapshot";
const JOURNAL: &str = "/town/journal.jsonl";

fn open(power: &Power) -> Store {
    Options::new().open_or_create_on(power.disk(), Path::new("/town"), opening()).unwrap()
}

/// A store with a snapshot in the middle of its story.
fn with_snapshot(story: &Story) -> Power {
    let power = Power::new(1);
    let mut store = open(&power);
    for (at, asked) in story.script.iter().enumerate() {
        asked.of_store(&mut store).unwrap();
        if at == story.script.len() / 2 {
            store.snapshot().unwrap();
        }
    }
    power
}

/// A story that takes no snapshot of its own accord.
fn quiet(seed: u64) -> Story {
    let mut story = story(seed, 16);
    let keep: Vec<bool> = story.script.iter().map(|asked| !asked.orders().is_empty()).collect();
    let mut kept = keep.iter();
    story.script.retain(|_| *kept.next().unwrap());
    let mut kept = keep.iter();
    story.told.retain(|_| *kept.next().unwrap());
    story
}

#[test]
fn a_snapshot_spares_lines_and_changes_nothing() {
    let story = quiet(700);
    let power = with_snapshot(&story);
    let store = open(&power);
    let SnapshotUse::Used { lines } = store.opened().snapshot else { panic!("{:?}", store.opened()) };
    let all = story.ledger.len();
    assert!(lines > 1 && lines < all);
    assert_eq!(store.opened().replayed, all - lines);
    assert!(store.ledger().unwrap().state() == story.ledger.state());
    assert!(store.ledger().unwrap().records_from(0).eq(story.ledger.records_from(0)));
    assert_eq!(store.verify().unwrap().lines, all);
    drop(store);
    let ignoring = Options::new().snapshots(Snapshots::Ignore);
    let store = ignoring.open_on(power.disk(), Path::new("/town")).unwrap();
    assert!(matches!(store.opened().snapshot, SnapshotUse::Ignored));
    assert_eq!(store.opened().replayed, all);
}

#[test]
fn a_snapshot_that_is_of_no_use_is_told_and_replaced() {
    let (story, other) = (quiet(701), quiet(702));
    let power = with_snapshot(&story);
    let snapshot = power.read(Path::new(SNAPSHOT));
    let others = with_snapshot(&other).read(Path::new(SNAPSHOT));
    let mut damaged = snapshot.clone();
    damaged[snapshot.len() / 2] ^= 1;
    let mut longer = snapshot.clone();
    longer[..8].copy_from_slice(&u64::MAX.to_le_bytes());
    let mut elsewhere = snapshot.clone();
    elsewhere[0] ^= 1;
    let mut other_sources = snapshot.clone();
    other_sources[8 + 25] ^= 1;
    let useless: [(&str, &[u8]); 8] = [
        ("a damaged snapshot", &damaged),
        ("not a snapshot", b""),
        ("not a snapshot", b"something else altogether"),
        ("a damaged snapshot", &snapshot[..snapshot.len() - 1]),
        ("it is not of this journal", &longer),
        ("it is not of this journal", &elsewhere),
        ("it is not of this journal", &others),
        ("a snapshot of another version of this library", &other_sources),
    ];
    for (why, bytes) in useless {
        power.put(Path::new(SNAPSHOT), bytes);
        let store = open(&power);
        assert_eq!(store.opened().snapshot.to_string(), why);
        assert_eq!(store.opened().replayed, story.ledger.len());
        assert!(store.opened().snapshot_failed.is_none());
        assert!(store.ledger().unwrap().state() == story.ledger.state());
        drop(store);
        // The one that replaced it is good for the whole journal.
        let store = open(&power);
        let all = story.ledger.len();
        assert!(matches!(store.opened().snapshot, SnapshotUse::Used { lines } if lines == all), "{why}");
        assert_eq!(store.opened().replayed, 0);
    }
}

/// What is verified of the lines that a snapshot spares, and what only a full verification finds.
#[test]
fn the_journal_is_compared_with_the_snapshot_where_it_ends() {
    let story = quiet(703);
    let power = with_snapshot(&story);
    let journal = power.read(Path::new(JOURNAL));
    let snapshot = power.read(Path::new(SNAPSHOT));
    let length = usize::try_from(u64::from_le_bytes(*snapshot.first_chunk::<8>().unwrap())).unwrap();
    let put = |at: usize| {
        let mut changed = journal.clone();
        changed[at] ^= 4;
        power.put(Path::new(JOURNAL), &changed);
        power.put(Path::new(SNAPSHOT), &snapshot);
        Options::new().open_on(power.disk(), Path::new("/town"))
    };
    // The line that the snapshot ends with, and any after: noticed. Replaying then names the line.
    for at in [length - 3, length - 90, length + 3, journal.len() - 3] {
        assert!(matches!(put(at), Err(StoreError::Line { .. })), "at {at}");
    }
    // Well before: not read at opening, and found by verifying.
    let store = put(200).unwrap();
    assert!(matches!(store.opened().snapshot, SnapshotUse::Used { .. }));
    assert!(matches!(store.verify(), Err(StoreError::Line { line: 1, .. })));
    drop(store);
    let ignoring = Options::new().snapshots(Snapshots::Ignore);
    let full = ignoring.open_on(power.disk(), Path::new("/town"));
    assert!(matches!(full, Err(StoreError::Line { line: 1, .. })));
}

#[test]
fn the_snapshot_of_the_first_line() {
    let power = Power::new(1);
    open(&power).snapshot().unwrap();
    let store = open(&power);
    assert!(matches!(store.opened().snapshot, SnapshotUse::Used { lines: 1 }));
}

#[test]
fn closing_writes_one_when_it_is_worth_it() {
    let power = Power::new(1);
    let mut store = open(&power);
    for asked in &story(704, 6).script {
        asked.of_store(&mut store).unwrap();
    }
    store.close().unwrap();
    let has_one = |power: &Power| power.names().iter().any(|name| name == Path::new(SNAPSHOT));
    let by_story = story(704, 6).script.iter().any(|asked| asked.orders().is_empty());
    assert_eq!(has_one(&power), by_story, "a few lines are not worth one");
    // A closing of many days makes many records.
    let mut store = open(&power);
    let (day, number) = (store.ledger().unwrap().day(), 77_777);
    let through = day.plus_days(1_200).unwrap();
    let close: muntwerk::orders::Order = serde_json::from_str(&format!(
        r#"{{"id": "{number:032x}", "actor": "s-900", "role": "system", "instant": 0, "booking_day": "{day}",
        "value_day": "{day}", "ask": {{"close_day": {{"through": "{through}", "today": "{through}"}}}}}}"#
    ))
    .unwrap();
    store.execute(&close).unwrap().unwrap();
    let records = store.ledger().unwrap().len();
    store.close().unwrap();
    let store = open(&power);
    assert!(matches!(store.opened().snapshot, SnapshotUse::Used { lines } if lines == records));
    // Neither read nor written if it is not wanted.
    drop(store);
    power.take_away(Path::new(SNAPSHOT));
    let ignoring = Options::new().snapshots(Snapshots::Ignore);
    ignoring.open_on(power.disk(), Path::new("/town")).unwrap().close().unwrap();
    assert!(!has_one(&power));
    // Replaying so many lines is worth one at opening.
    assert!(open(&power).opened().snapshot_failed.is_none());
    assert!(has_one(&power));
}
