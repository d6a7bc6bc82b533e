//! The store on a disk that stops at every step: whatever happens, what was answered is there.

use std::path::Path;

use super::power::{Fault, Power};
use super::town::{Dice, Story, Told, opening, story};
use crate::answered::Answered;
use crate::files::Files;
use crate::{Options, Store, StoreError};

const PATH: &str = "/town";
/// Short stories and many of them: each step of each story is a story of its own.
const LENGTH: usize = 16;

fn open(power: &Power) -> Result<Store, StoreError> {
    Options::new().open_or_create_on(power.disk(), Path::new(PATH), opening())
}

/// Lives a script from some point on until something happens; how many answers were given.
fn live(power: &Power, story: &Story, from: usize) -> usize {
    let Ok(mut store) = open(power) else { return from };
    for (at, asked) in story.script.iter().enumerate().skip(from) {
        match asked.of_store(&mut store) {
            Ok(told) => assert_eq!(told.first_time(), story.told[at].clone().first_time(), "at {at}"),
            // A snapshot that cannot be written harms nothing.
            Err(_) if asked.orders().is_empty() => {}
            Err(error) => {
                let told = error.to_string();
                assert!(told.starts_with(PATH), "{told}");
                must_be_poisoned(&mut store, power, story);
                return at;
            }
        }
    }
    story.script.len()
}

/// A store that could not write neither shows nor writes anything more.
fn must_be_poisoned(store: &mut Store, power: &Power, story: &Story) {
    let steps = power.steps();
    assert!(matches!(store.ledger(), Err(StoreError::Poisoned { .. })));
    let last = story.script.iter().rev().find(|asked| !asked.orders().is_empty()).unwrap();
    assert!(matches!(last.of_store(store), Err(StoreError::Poisoned { .. })));
    assert!(matches!(store.snapshot(), Err(StoreError::Poisoned { .. })));
    assert_eq!(power.steps(), steps, "it went on writing");
}

/// What was answered is there with the same answer, and nothing is that was not asked.
pub(super) fn must_hold(store: &mut Store, story: &Story, answered: usize) {
    let ledger = store.ledger().unwrap();
    assert_eq!(ledger.audit(), []);
    let may_be_there = story.script.iter().take(answered + 1).flat_map(|asked| asked.orders());
    let may_be_there: Vec<_> = may_be_there.collect();
    for record in ledger.records_from(1) {
        let order = record.order().unwrap();
        assert!(may_be_there.contains(&order), "nobody asked {order:?}");
    }
    // Of a batch that was not answered: all or nothing.
    if let Some(super::town::Asked::All(orders)) = story.script.get(answered) {
        let booked =
            |id| ledger.records_from(1).any(|record| record.order().is_some_and(|order| order.id == id));
        let there = orders.iter().filter(|order| booked(order.id)).count();
        assert!(there == 0 || there == orders.len(), "{there} of {} of a batch", orders.len());
    }
    let records = ledger.len();
    for (asked, told) in story.script.iter().zip(&story.told).take(answered) {
        if told.is_final() {
            let again = asked.of_store(store).unwrap();
            assert_eq!(again.first_time(), told.clone().first_time());
        }
    }
    assert_eq!(store.ledger().unwrap().len(), records, "something answered was booked again");
}

/// Goes on to the end: the journal is the one that nothing ever happened to.
fn must_end_well(mut store: Store, power: &Power, story: &Story, answered: usize, verify: bool) {
    for (asked, told) in story.script.iter().zip(&story.told).skip(answered) {
        let now = asked.of_store(&mut store).unwrap();
        assert_eq!(now.first_time(), told.clone().first_time());
    }
    assert!(store.ledger().unwrap().state() == story.ledger.state());
    let journal = power.read(store.journal());
    assert!(journal == story.journal, "another journal");
    if verify {
        store.verify().unwrap();
    }
}

/// Lets something happen at a step, then perhaps something else while the store is opened again, or when
/// it has gone on for a while.
fn happens(story: &Story, step: u64, fault: Fault, seed: u64, again: Option<u64>) {
    let power = Power::new(seed);
    power.plan(step, fault);
    let mut answered = live(&power, story, 0);
    // After a step that failed, the machine may go on for a while and then lose its power.
    power.start_again(fault == Fault::Fails && seed.is_multiple_of(3));
    if let Some(steps) = again {
        let other = if seed.is_multiple_of(2) { Fault::Power } else { Fault::Kill };
        power.plan(1 + steps, other);
        answered = live(&power, story, answered);
        power.start_again(seed.is_multiple_of(5));
    }
    // Some note of what was answered is whole, and not too new: opening would say so.
    let note = Answered::read(&*power.disk(), &Files::of(Path::new(PATH))).unwrap();
    assert!(answered == 0 || note.is_some(), "{fault:?} at {step}, seed {seed}: no note is left");
    let mut store = open(&power).unwrap_or_else(|error| panic!("{fault:?} at {step}, seed {seed}: {error}"));
    must_hold(&mut store, story, answered);
    if fault == Fault::Fails || seed % 3 == 1 {
        // What it holds now is durable: opening made sure of it.
        drop(store);
        power.start_again(true);
        store = open(&power).unwrap();
        must_hold(&mut store, story, answered);
    }
    must_end_well(store, &power, story, answered, step.is_multiple_of(8));
}

fn steps_of(story: &Story) -> u64 {
    let power = Power::new(0);
    assert_eq!(live(&power, story, 0), story.script.len());
    power.steps()
}

#[test]
fn killed_at_every_step() {
    for seed in 0..4 {
        let story = story(100 + seed, LENGTH);
        for step in 1..=steps_of(&story) {
            happens(&story, step, Fault::Kill, seed, None);
        }
    }
}

#[test]
fn without_power_at_every_step() {
    for seed in 0..10 {
        let story = story(200 + seed, LENGTH);
        for step in 1..=steps_of(&story) {
            happens(&story, step, Fault::Power, seed + step * 100, None);
        }
    }
}

#[test]
fn every_step_fails_once() {
    for seed in 0..4 {
        let story = story(300 + seed, LENGTH);
        for step in 1..=steps_of(&story) {
            happens(&story, step, Fault::Fails, seed, None);
        }
    }
}

#[test]
fn stopped_twice() {
    let mut dice = Dice(7);
    for seed in 0..4 {
        let story = story(400 + seed, LENGTH);
        let steps = steps_of(&story);
        for nth in 0..100 {
            let step = 1 + dice.below(steps);
            let fault = if dice.flips() { Fault::Power } else { Fault::Kill };
            happens(&story, step, fault, seed * 1_000 + nth, Some(dice.below(30)));
        }
    }
}

/// The disk that is made up does what it should: or else all of the above would prove nothing.
#[test]
fn the_made_up_disk_loses_what_was_not_synced() {
    use crate::disk::Disk;
    let path = Path::new("/town/file");
    let mut lost = [0_u32; 4];
    for seed in 0..200 {
        let power = Power::new(seed);
        let mut file = power.create(path).unwrap();
        file.write_at(0, &[1; 1_500]).unwrap();
        file.sync().unwrap();
        power.sync_folder(Path::new(PATH)).unwrap();
        file.write_at(1_500, &[2; 1_500]).unwrap();
        power.start_again(false);
        assert_eq!(power.read(path).len(), 3_000, "a kill loses nothing");
        power.start_again(true);
        let left = power.read(path);
        assert_eq!(left[..1_500], [1; 1_500], "what was synced is there");
        lost[0] += u32::from(left.len() == 1_500);
        lost[1] += u32::from(left.len() == 3_000 && left[1_500..].iter().all(|byte| *byte == 2));
        lost[2] += u32::from(left.ends_with(&[0; 100]));
        lost[3] += u32::from(left.contains(&0) && left.ends_with(&[2]));
    }
    assert!(lost.iter().all(|times| *times > 2), "{lost:?}");
    // A sync that failed is not made good by the next.
    let power = Power::new(1);
    let mut file = power.create(path).unwrap();
    power.sync_folder(Path::new(PATH)).unwrap();
    file.write_at(0, &[1; 600]).unwrap();
    power.plan(1, Fault::Fails);
    assert!(file.sync().is_err());
    file.sync().unwrap();
    assert_eq!(power.read(path), [1; 600]);
    power.start_again(true);
    assert!(!power.read(path).contains(&1));
}

/// Stories have what they are for: refusals, resends, batches that fail, closings of several days.
#[test]
fn the_stories_have_everything_in_them() {
    let stories: Vec<Story> = (100..104).map(|seed| story(seed, LENGTH)).collect();
    let told = |is: &dyn Fn(&Told) -> bool| stories.iter().flat_map(|story| &story.told).any(is);
    assert!(told(&|told| matches!(told, Told::One(Err(no)) if no.number.is_some() && !no.repeated)));
    assert!(told(&|told| matches!(told, Told::One(Err(no)) if no.number.is_none())));
    assert!(told(&|told| matches!(told, Told::One(Ok(yes)) if yes.repeated)));
    assert!(told(&|told| matches!(told, Told::All(Err(_)))));
    assert!(told(&|told| matches!(told, Told::All(Ok(all)) if all.len() > 1)));
    assert!(told(&|told| matches!(told, Told::Many(many) if many.len() > 1)));
    assert!(stories.iter().any(|story| story.ledger.day().days_since(opening().day) > 9));
}
