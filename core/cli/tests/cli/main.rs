//! The command as people use it: what it prints, where, and how it ends.
#![allow(clippy::unwrap_used, reason = "tests may unwrap")]

mod designs;
mod journals;
mod reports;
mod runs;
mod settlement;
mod stores;
mod take_over;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const RABOT: &str = "../designs/rabot-example.toml";
const BOOK: &str = "tests/data/rabot.csv";

fn muntwerk(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_muntwerk"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(args);
    command
}

/// How it ended, what it printed, and what it said aside; the journal's own tests look at its heads.
fn told(args: &[&str]) -> String {
    let told = told_with_heads(args);
    let is_head = |word: &str| word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    told.split(' ')
        .map(|words| {
            let (word, rest) = words.split_at(words.len().min(64));
            if is_head(word) { format!("<head>{rest}") } else { words.to_owned() }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

fn told_with_heads(args: &[&str]) -> String {
    let Output { status, stdout, stderr } = muntwerk(args).output().unwrap();
    let aside = String::from_utf8(stderr).unwrap();
    let aside = if aside.is_empty() { String::new() } else { format!("aside: {aside}") };
    format!("{}{aside}[{}]\n", String::from_utf8(stdout).unwrap(), status.code().unwrap())
}

/// A file of one test.
fn file(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli");
    std::fs::create_dir_all(&folder).unwrap();
    folder.join(name)
}

fn journal(name: &str) -> String {
    let path = file(name).to_str().unwrap().to_owned();
    let ran = muntwerk(&["run", RABOT, BOOK, "--journal", &path]).output().unwrap();
    assert!(ran.status.success());
    path
}
