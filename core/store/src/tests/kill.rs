//! A process that is really killed, on the disk that is really there.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::folder;
use super::town::{Dice, Story, opening, story};
use crate::Store;

const FOLDER: &str = "MUNTWERK_TEST_FOLDER";
const SEED: &str = "MUNTWERK_TEST_SEED";
const LENGTH: usize = 60;

/// Not a test but the process that is killed: it lives a script and tells every answer when it has it.
#[test]
fn child() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let story = story(std::env::var(SEED).unwrap().parse().unwrap(), LENGTH);
    let mut out = std::io::stdout();
    let mut store = Store::open_or_create(folder, opening()).unwrap();
    writeln!(out).unwrap();
    for (at, (asked, told)) in story.script.iter().zip(&story.told).enumerate() {
        // Answered in an earlier life, or turned away then: asked again, that might be let in now.
        if told.is_final() || !is_past(&store, &story, at) {
            let now = asked.of_store(&mut store).unwrap().first_time();
            assert_eq!(now, told.clone().first_time(), "at {at}");
        }
        writeln!(out, "told {at}").unwrap();
        out.flush().unwrap();
    }
}

/// Whether something is there that was asked for the first time after a point of the script.
fn is_past(store: &Store, story: &Story, at: usize) -> bool {
    let asked_by_then: Vec<_> =
        story.script.iter().take(at + 1).flat_map(|asked| asked.orders()).map(|order| order.id).collect();
    let ledger = store.ledger().unwrap();
    ledger
        .records_from(1)
        .any(|record| record.order().is_some_and(|order| !asked_by_then.contains(&order.id)))
}

fn begin(folder: &Path, seed: u64) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "tests::kill::child", "--nocapture", "--test-threads", "1"])
        .env(FOLDER, folder)
        .env(SEED, seed.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The last answer that got out before the process died.
fn last_told(child: &mut Child) -> Option<usize> {
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let told = lines.map_while(Result::ok).filter_map(|line| line.strip_prefix("told ")?.parse().ok());
    told.last()
}

#[test]
fn killed_at_random() {
    let mut dice = Dice(2_025);
    let (mut kills, mut torn) = (0, 0);
    for seed in 0..12 {
        let (folder, story) = (folder(&format!("kill-{seed}")), story(500 + seed, LENGTH));
        let mut answered = 0;
        loop {
            let mut child = begin(&folder, 500 + seed);
            // From before it has opened anything until well into its script, and now and then to the end.
            let patience = if dice.below(12) == 0 { 60_000 } else { dice.below(120) };
            let mut waited = 0;
            while waited < patience && child.try_wait().unwrap().is_none() {
                std::thread::sleep(Duration::from_millis(1));
                waited += 1;
            }
            let _ = child.kill();
            let told = last_told(&mut child);
            let ended = child.wait().unwrap();
            answered = answered.max(told.map_or(0, |at| at + 1));
            if told.is_none() && !folder.join("journal.jsonl").exists() {
                continue;
            }
            kills += u32::from(!ended.success());
            let mut store = Store::open(&folder).unwrap();
            torn += u32::from(store.opened().torn.is_some());
            super::crash::must_hold(&mut store, &story, answered);
            drop(store);
            if ended.success() {
                break;
            }
        }
        assert_eq!(answered, story.script.len());
        assert!(std::fs::read(folder.join("journal.jsonl")).unwrap() == story.journal, "another journal");
        std::fs::remove_dir_all(&folder).unwrap();
    }
    println!("killed {kills} times, {torn} times in the middle of a line");
    assert!(kills > 20, "only {kills} kills: the machine is too fast for this test");
}
