//! Answers, batches, and what stops a store.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use muntwerk::ledger::verify_journal;

use super::power::{Fault, Power};
use super::town::{Asked, opening, story};
use crate::{Doing, Options, Store, StoreError};

fn open(power: &Power) -> Store {
    Options::new().open_or_create_on(power.disk(), Path::new("/town"), opening()).unwrap()
}

#[test]
fn a_batch_costs_one_sync_and_an_answer_that_was_given_none() {
    let power = Power::new(1);
    let story = story(800, 3);
    let mut store = open(&power);
    let steps_of = |store: &mut Store, asked: &Asked| {
        let before = power.steps();
        asked.of_store(store).unwrap();
        power.steps() - before
    };
    // All or nothing: the note is made, written, synced, and its name; then lines, sync, note.
    assert_eq!(steps_of(&mut store, &story.script[0]), 7);
    // One by one: lines, sync, note, whatever their number.
    let many = &story.script[1];
    assert!(many.orders().len() > 1);
    assert_eq!(steps_of(&mut store, many), 3);
    // The same again writes nothing.
    for again in [&story.script[0], many, &Asked::One(many.orders()[1].clone())] {
        assert_eq!(steps_of(&mut store, again), 0);
    }
}

/// The names of its files are durable before the first answer.
#[test]
fn a_store_that_was_just_made_survives_a_loss_of_power() {
    let order = &story(805, 3).script[0].orders()[0].clone();
    for seed in 0..40 {
        let power = Power::new(seed);
        let answer = open(&power).execute(order).unwrap().unwrap();
        power.start_again(true);
        let again = open(&power).execute(order).unwrap().unwrap();
        assert!(again.repeated && again.number == answer.number, "seed {seed}");
    }
}

/// A batch that was broken off and never sent again does not take along what came in its place.
#[test]
fn what_is_answered_after_a_broken_batch_stays() {
    let story = story(806, 3);
    let (batch, other) = (&story.script[0], &story.script[1].orders()[0]);
    assert!(matches!(batch, Asked::All(orders) if orders.len() > 1));
    let mut broken = 0;
    for seed in 0..40 {
        let power = Power::new(seed);
        let mut store = open(&power);
        // The note's four steps, then the lines.
        power.plan(5, Fault::Kill);
        assert!(batch.of_store(&mut store).is_err());
        drop(store);
        power.start_again(false);
        let mut store = open(&power);
        broken += u32::from(store.opened().torn.is_some());
        let number = store.execute(other).unwrap().unwrap().number;
        drop(store);
        power.start_again(true);
        let again = open(&power).execute(other).unwrap().unwrap();
        assert!(again.repeated && again.number == number, "seed {seed}");
    }
    assert!(broken > 20, "{broken}");
}

#[test]
fn the_journal_is_what_the_ledger_seals() {
    let power = Power::new(1);
    let story = story(801, 20);
    let mut store = open(&power);
    for asked in &story.script {
        asked.of_store(&mut store).unwrap();
    }
    let journal = power.read(store.journal());
    assert!(journal == story.journal);
    let verified = verify_journal(journal.split_inclusive(|byte| *byte == b'\n')).unwrap();
    assert_eq!(store.verify().unwrap(), verified);
    assert_eq!(verified.head, store.ledger().unwrap().head());
}

#[test]
fn a_full_disk_is_told_and_stops_the_store_until_it_is_opened_again() {
    let story = story(802, 12);
    for (steps, doing) in [(1, Doing::Write), (2, Doing::Sync), (3, Doing::Write)] {
        let power = Power::new(5);
        let mut store = open(&power);
        for asked in &story.script[..3] {
            asked.of_store(&mut store).unwrap();
        }
        let order = story.script[3..].iter().find_map(|asked| match asked {
            Asked::One(order) if !order.id.to_string().is_empty() => Some(order),
            _ => None,
        });
        let mut order = order.unwrap().clone();
        // Something that is recorded for certain.
        order.id = muntwerk::id::OrderId::new(99);
        order.actor = super::town::id("s-900");
        power.plan(steps, Fault::Fails);
        match store.execute(&order) {
            Err(StoreError::Io { doing: found, path, .. }) => {
                assert_eq!(found, doing);
                assert!(path.starts_with("/town"));
            }
            other => panic!("{other:?}"),
        }
        assert!(matches!(store.execute(&order), Err(StoreError::Poisoned { .. })));
        assert!(matches!(store.ledger().map(|_| ()), Err(StoreError::Poisoned { .. })));
        assert!(matches!(store.verify(), Err(StoreError::Poisoned { .. })));
        assert!(matches!(store.close(), Err(StoreError::Poisoned { .. })));
        let mut store = open(&power);
        let answer = store.execute(&order).unwrap();
        let repeated = answer.map_or_else(|refused| refused.repeated, |receipt| receipt.repeated);
        // Written whole it is there, synced or not; written in part it was cut off.
        assert_eq!(repeated, steps > 1 && store.opened().torn.is_none());
        store.verify().unwrap();
    }
}

#[test]
fn a_panic_in_borrowed_work_poisons() {
    let power = Power::new(1);
    let story = story(803, 3);
    let mut store = open(&power);
    let order = &story.script[0].orders()[0];
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        store.commit(|ledger| {
            let _ = ledger.execute(order);
            panic!("half-way");
        })
    }));
    assert!(panicked.is_err());
    assert!(matches!(store.ledger(), Err(StoreError::Poisoned { .. })));
    drop(store);
    assert_eq!(open(&power).ledger().unwrap().len(), 1);
}

#[test]
fn a_ledger_that_was_sealed_or_replaced_outside_poisons() {
    let power = Power::new(1);
    let story = story(804, 3);
    let order = &story.script[0].orders()[0];
    let mut store = open(&power);
    let sealed = store.commit(|ledger| {
        let _ = ledger.execute(order);
        ledger.seal(&mut Vec::new());
    });
    assert!(matches!(sealed, Err(StoreError::Bypassed { .. })));
    assert!(matches!(store.ledger(), Err(StoreError::Poisoned { .. })));
    drop(store);
    let mut store = open(&power);
    let replaced = store.commit(|ledger| *ledger = story.ledger.clone());
    assert!(matches!(replaced, Err(StoreError::Bypassed { .. })));
    drop(store);
    let mut store = open(&power);
    assert_eq!(store.commit(|ledger| ledger.execute(order).unwrap().number).unwrap(), 1);
}

/// A store can be handed to another thread.
#[test]
fn a_store_is_sent() {
    fn is_send<T: Send>() {}
    is_send::<Store>();
}
