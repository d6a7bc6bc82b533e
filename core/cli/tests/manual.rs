//! The chapter that walks from a blank file to running books: its files are written, its commands are run, and
//! what they print is what stands under them. `MANUAL=write` writes down what they print now.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test stops by panicking"
)]

use std::path::{Path, PathBuf};
use std::process::Command;

const CHAPTER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/bring-your-own-currency.md");

/// A folder with nothing in it.
fn fresh(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The chapter with each command followed by what it prints, and the files of the chapter in the folder.
/// A file is a block under a comment that names it.
fn played(chapter: &str, folder: &Path) -> String {
    let (mut out, mut lines) = (String::new(), chapter.lines());
    let mut comment = None;
    while let Some(line) = lines.next() {
        out.push_str(&format!("{line}\n"));
        let named = std::mem::replace(&mut comment, commented(line));
        let Some(info) = line.strip_prefix("```") else { continue };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        if info == "console" {
            for command in block.iter().filter_map(|line| line.strip_prefix("$ ")) {
                out.push_str(&format!("$ {command}\n{}", printed(command, folder)));
            }
        } else {
            let text: String = block.iter().map(|line| format!("{line}\n")).collect();
            if let Some(named) = named {
                keep(named, &text, folder);
            }
            out.push_str(&text);
        }
        out.push_str("```\n");
    }
    out
}

fn commented(line: &str) -> Option<&str> {
    line.strip_prefix("<!-- ")?.strip_suffix(" -->")
}

/// Writes the file of a block: `file:` anew, `append:` at its end.
fn keep(named: &str, text: &str, folder: &Path) {
    match named.split_once(": ") {
        Some(("file", name)) => std::fs::write(folder.join(name), text).unwrap(),
        Some(("append", name)) => {
            let before = std::fs::read_to_string(folder.join(name)).unwrap();
            std::fs::write(folder.join(name), before + text).unwrap();
        }
        _ => panic!("{named:?} is neither file: nor append:"),
    }
}

/// What a command of the chapter prints, nothing if it goes to a file.
fn printed(command: &str, folder: &Path) -> String {
    let (command, file) = command.split_once(" > ").map_or((command, None), |(one, file)| (one, Some(file)));
    let mut words = command.split(' ');
    assert_eq!(words.next(), Some("muntwerk"), "{command}");
    let output =
        Command::new(env!("CARGO_BIN_EXE_muntwerk")).current_dir(folder).args(words).output().unwrap();
    if let Some(file) = file {
        assert!(output.status.success() && !output.stdout.is_empty(), "{command}");
        std::fs::write(folder.join(file), output.stdout).unwrap();
        return String::new();
    }
    let text = [output.stdout, output.stderr].concat();
    without_heads(&String::from_utf8(text).unwrap())
}

fn without_heads(text: &str) -> String {
    let is_head = |word: &str| word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let line = |line: &str| {
        let words = line.split(' ').map(|word| if is_head(word) { "<head>" } else { word });
        words.collect::<Vec<_>>().join(" ").trim_end().to_owned() + "\n"
    };
    text.lines().map(line).collect()
}

#[test]
fn every_command_of_the_chapter_prints_what_stands_there() {
    let chapter = std::fs::read_to_string(CHAPTER).unwrap();
    let played = played(&chapter, &fresh("manual"));
    if std::env::var("MANUAL").is_ok_and(|word| word == "write") {
        std::fs::write(CHAPTER, &played).unwrap();
        println!("{CHAPTER} is written");
    } else {
        similar(&chapter, &played);
    }
}

/// Says the first line that differs.
fn similar(written: &str, played: &str) {
    for (at, (one, two)) in written.lines().zip(played.lines()).enumerate() {
        assert_eq!(
            one,
            two,
            "line {} of the chapter is not what is printed (MANUAL=write writes it)",
            at + 1
        );
    }
    assert_eq!(written, played);
}
