//! A ledger opened from its snapshot is the ledger that was written, and goes on as that one does.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops by panicking")]
#![allow(clippy::arithmetic_side_effects, reason = "the figures of the tests are small")]

use muntwerk::dense::Secret;
use muntwerk::design::Design;
use muntwerk::ledger::{Ledger, SnapshotError};
use muntwerk_tests::life::Life;
use muntwerk_tests::pair::Pair;
use muntwerk_tests::stage::SECRET;
use muntwerk_tests::strategies::{config, reward, rules, script};
use proptest::prelude::*;
use proptest::sample::Index;

/// The ledger that its snapshot opens to. Equal bytes say more than equal states: an equal state need
/// not have the same hints, nor the same records.
#[track_caller]
fn again(ledger: &Ledger) -> Ledger {
    let bytes = ledger.snapshot();
    let opened = Ledger::from_snapshot(&bytes, Secret::new([9; 16])).unwrap();
    assert!(opened.state() == ledger.state(), "another state");
    assert_eq!((opened.id(), opened.len(), opened.head()), (ledger.id(), ledger.len(), ledger.head()));
    assert!(opened.records_from(0).eq(ledger.records_from(0)), "other records");
    assert!(opened.snapshot() == bytes, "another snapshot");
    opened
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn it_is_the_ledger_that_its_journal_replays_to(rules in rules(), script in script()) {
        let mut pair = Pair::open(&rules);
        let mut sealed = Vec::new();
        for line in &script {
            let order = pair.order(line);
            pair.model.execute(&order);
            let _ = pair.ledger.execute(&order);
        }
        pair.ledger.seal(&mut sealed);
        let lines = sealed.split_inclusive(|byte| *byte == b'\n');
        let replayed = Ledger::replay(lines, SECRET).unwrap();
        let opened = again(&pair.ledger);
        prop_assert!(opened.state() == replayed.state());
        prop_assert_eq!(opened.head(), replayed.head());
        prop_assert!(replayed.snapshot() == opened.snapshot());
        prop_assert_eq!(opened.audit(), vec![]);
    }

    /// Opened anew after every few orders, it never answers otherwise than one that was left alone.
    #[test]
    fn it_answers_as_the_first_would(rules in rules(), script in script(), every in 1_usize..9) {
        let mut pair = Pair::open(&rules);
        let mut opened = again(&pair.ledger);
        for (at, line) in script.iter().enumerate() {
            let order = pair.order(line);
            pair.model.execute(&order);
            prop_assert_eq!(opened.execute(&order), pair.ledger.execute(&order));
            if at % every == 0 {
                opened = again(&opened);
            }
        }
        prop_assert!(opened.state() == pair.ledger.state());
        prop_assert_eq!(opened.journal().collect::<Vec<_>>(), pair.ledger.journal().collect::<Vec<_>>());
    }

    #[test]
    fn damage_anywhere_is_noticed(script in script(), at in any::<Index>(), bit in 0_u8..8) {
        let mut pair = Pair::open(&reward());
        for line in script.iter().take(12) {
            let order = pair.order(line);
            pair.model.execute(&order);
            let _ = pair.ledger.execute(&order);
        }
        let bytes = pair.ledger.snapshot();
        let mut changed = bytes.clone();
        let at = at.index(bytes.len());
        changed[at] ^= 1 << bit;
        prop_assert!(Ledger::from_snapshot(&changed, SECRET).is_err());
        prop_assert!(Ledger::from_snapshot(&bytes[..at], SECRET).is_err());
        changed = bytes;
        changed.push(0);
        prop_assert_eq!(Ledger::from_snapshot(&changed, SECRET).map(|_| ()), Err(SnapshotError::Damaged));
    }
}

/// Everything that the shipped designs make possible: no part of a state is left behind.
#[test]
fn a_whole_life_goes_on_from_its_snapshots() {
    let designs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/designs");
    for file in std::fs::read_dir(designs).unwrap() {
        let design = Design::parse(&std::fs::read_to_string(file.unwrap().path()).unwrap()).unwrap();
        let life = Life::of(&design);
        let (mut ledger, orders) = life.begin(&design);
        let mut opened = again(&ledger);
        for (at, order) in orders.iter().enumerate() {
            assert_eq!(opened.execute(order), ledger.execute(order), "{order:?}");
            if at % 16 == 0 {
                let mut lines = Vec::new();
                opened.seal(&mut lines);
                opened = again(&opened);
            }
        }
        assert!(opened.state() == ledger.state());
        assert!(again(&opened).state() == ledger.state());
    }
}

#[test]
fn what_is_none_is_told() {
    let ledger = Pair::open(&reward()).ledger;
    let none = |bytes: &[u8]| Ledger::from_snapshot(bytes, SECRET).map(|_| ()).unwrap_err();
    assert_eq!(none(b""), SnapshotError::Form);
    assert_eq!(none(b"{\"head\":\"00\""), SnapshotError::Form);
    let mut bytes = ledger.snapshot();
    assert_eq!(none(&bytes[..60]), SnapshotError::Damaged);
    bytes[30] ^= 1;
    assert_eq!(none(&bytes), SnapshotError::OtherSources);
}

/// Orders that were asked after the last sealing are in a snapshot too, and are sealed when it is read.
#[test]
fn what_is_not_sealed_yet_is_not_lost() {
    let mut ledger = Pair::open(&reward()).ledger;
    let mut opened = again(&ledger);
    assert_eq!((opened.sealed(), opened.len()), (0, 1));
    let (mut one, mut two) = (Vec::new(), Vec::new());
    assert_eq!(ledger.seal(&mut one), opened.seal(&mut two));
    assert_eq!(one, two);
    assert_eq!(opened.sealed(), 1);
}

/// A line at a time is the same as all at once, and a line that does not fit changes nothing.
#[test]
fn the_next_line_of_the_journal() {
    let mut pair = Pair::open(&reward());
    for line in muntwerk_tests::strategies::prelude() {
        let order = pair.order(&line);
        pair.model.execute(&order);
        let _ = pair.ledger.execute(&order);
    }
    let lines: Vec<Vec<u8>> = pair.ledger.journal().collect();
    let mut ledger = Ledger::replay(&lines[..1], SECRET).unwrap();
    for (at, line) in lines.iter().enumerate().skip(1) {
        let mut wrong = line.clone();
        wrong[90] ^= 1;
        for bad in [wrong.as_slice(), &lines[0], &line[..line.len() / 2], b"", b"\0\0\0\n"] {
            assert!(ledger.replay_next(bad).is_err());
        }
        assert_eq!(ledger.len(), u64::try_from(at).unwrap());
        ledger.replay_next(line).unwrap();
    }
    assert!(ledger.state() == pair.ledger.state());
    let mut sealed = Vec::new();
    assert_eq!(pair.ledger.seal(&mut sealed), ledger.head());
    // What was executed and not sealed comes first.
    let mut ahead = Ledger::replay(&lines[..1], SECRET).unwrap();
    let order = pair.ledger.records_from(1).next().unwrap().order().unwrap().clone();
    let _ = ahead.execute(&order);
    assert!(ahead.replay_next(&lines[1]).is_err());
}
