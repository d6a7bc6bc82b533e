//! A process that is really killed, on the disk that is really there.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::folder;
use super::town::{Dice, opening, story};
use crate::Store;

const FOLDER: &str = "MUNTWERK_TEST_FOLDER";
const SEED: &str = "MUNTWERK_TEST_SEED";
const ANSWERED: &str = "MUNTWERK_TEST_ANSWERED";
const LENGTH: usize = 60;

/// Not a test but the process that is killed: it lives a script and tells every answer when it has it.
#[test]
fn child() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let story = story(std::env::var(SEED).unwrap().parse().unwrap(), LENGTH);
    let answered: usize = std::env::var(ANSWERED).unwrap().parse().unwrap();
    let mut out = std::io::stdout();
    let mut store = Store::open_or_create(folder, opening()).unwrap();
    writeln!(out).unwrap();
    for (at, (asked, told)) in story.script.iter().zip(&story.told).enumerate() {
        // What was turned away in an earlier life left no trace: asked again, it might be let in now.
        if told.is_final() || at >= answered {
            let now = asked.of_store(&mut store).unwrap().first_time();
            assert_eq!(now, told.clone().first_time(), "at {at}");
        }
        writeln!(out, "told {at}").unwrap();
        out.flush().unwrap();
    }
}

fn begin(folder: &Path, seed: u64, answered: usize) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "tests::kill::child", "--nocapture", "--test-threads", "1"])
        .env(FOLDER, folder)
        .env(SEED, seed.to_string())
        .env(ANSWERED, answered.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Kills the process some way on from what was answered in earlier lives, or soon after it began. How
/// many answers got out, and whether it came to its end all the same.
fn live_and_kill(child: &mut Child, answered: usize, dice: &mut Dice) -> (usize, bool) {
    let mut out = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let told = |line: &str| line.strip_prefix("told ").map_or(0, |at| at.parse::<usize>().unwrap() + 1);
    let mut most = 0;
    if dice.below(6) > 0 {
        let far_enough = answered + usize::try_from(dice.below(10)).unwrap();
        while most <= far_enough
            && let Some(line) = out.next()
        {
            most = most.max(told(&line));
        }
        std::thread::sleep(Duration::from_micros(dice.below(3_000)));
    } else {
        std::thread::sleep(Duration::from_millis(dice.below(30)));
    }
    let _ = child.kill();
    // What it told before it died is in the pipe still.
    most = out.fold(most, |most, line| most.max(told(&line)));
    let ended = child.wait().unwrap();
    assert!(ended.code().is_none_or(|code| code == 0), "it stopped of its own accord");
    (most, ended.success())
}

#[test]
fn killed_at_random() {
    let mut dice = Dice(2_025);
    let (mut kills, mut torn) = (0, 0);
    for seed in 500..516 {
        let (folder, story) = (folder(&format!("kill-{seed}")), story(seed, LENGTH));
        let mut answered = 0;
        loop {
            let mut child = begin(&folder, seed, answered);
            let (told, ended) = live_and_kill(&mut child, answered, &mut dice);
            answered = answered.max(told);
            kills += u32::from(!ended);
            if told == 0 && !folder.join("journal.jsonl").exists() {
                continue;
            }
            let mut store = Store::open(&folder).unwrap();
            torn += u32::from(store.opened().torn.is_some());
            super::crash::must_hold(&mut store, &story, answered);
            if ended {
                break;
            }
        }
        assert_eq!(answered, story.script.len());
        assert!(std::fs::read(folder.join("journal.jsonl")).unwrap() == story.journal, "another journal");
        std::fs::remove_dir_all(&folder).unwrap();
    }
    println!("killed {kills} times, {torn} times in the middle of a write");
    assert!(kills > 60, "only {kills} kills");
}
