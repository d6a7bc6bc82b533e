//! The kept files follow the code, and what they say of defaults, ranges and examples is true.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::reference::{self, Key, keys};
use crate::design::Design;

fn docs(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)
}

/// The shipped designs by file name.
fn designs() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("designs");
    let mut designs: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap()))
        .collect();
    designs.sort();
    designs
}

fn generated() -> [(&'static str, String); 2] {
    let schema = Design::schema();
    let written = serde_json::to_string_pretty(&schema).unwrap();
    [("design.schema.json", format!("{written}\n")), ("design-file.md", reference::page(&schema, &designs()))]
}

#[test]
#[ignore = "writes docs/; run by `make schema`"]
fn write_the_description_of_the_design_file() {
    for (name, text) in generated() {
        fs::write(docs(name), text).unwrap();
    }
}

#[test]
fn the_kept_description_follows_the_code() {
    for (name, text) in generated() {
        let kept = fs::read_to_string(docs(name)).unwrap_or_default();
        let line = kept.lines().zip(text.lines()).position(|(kept, now)| kept != now);
        let line = line.unwrap_or(kept.lines().count().min(text.lines().count()));
        assert!(kept == text, "docs/{name} is of another day from line {} on: run `make schema`", line + 1);
    }
}

#[test]
fn every_key_is_described_and_shown() {
    let schema = Design::schema();
    let mut designs = designs();
    designs.push((String::new(), format!("{LEAST}{LEAST_PAPER}")));
    let mut wanting = Vec::new();
    for key in keys(&schema) {
        if key.description().is_empty() {
            wanting.push(format!("{} has no comment", key.path()));
        }
        if key.is_value() && key.example(&designs).is_none() {
            wanting.push(format!("{} has no example, in its comment or in a design", key.path()));
        }
    }
    assert!(wanting.is_empty(), "{wanting:#?}");
}

/// A design that decides as little as it can.
const LEAST: &str = r#"
format = 0
currency = { id = "least", names = { nl = "a", fr = "b", en = "c" }, zone = "Europe/Brussels" }
circulation = { reward = true }
[unit]
kind = "free_point"
names.nl = { one = "punt", many = "punten" }
names.fr = { one = "point", many = "points" }
names.en = { one = "point", many = "points" }
scale = 0
[[earning]]
code = "werk"
names = { nl = "Werk", fr = "Travail", en = "Work" }
per = "action"
units = 1
[[office_holder]]
person = "s-1"
role = "project_manager"
[[office_holder]]
person = "s-2"
role = "system"
"#;

/// As little as there can be of notes.
const LEAST_PAPER: &str = r#"
[paper]
[[paper.series]]
code = "r-1"
names = { nl = "a", fr = "b", en = "c" }
denominations = [1]
valid_from = 2026-01-01
"#;

/// What a value does to a design, against the same design without the key.
#[derive(Default, Debug)]
struct Tried {
    same: usize,
    other: usize,
    refused: usize,
}

#[test]
fn a_default_written_out_changes_nothing() {
    let schema = Design::schema();
    let mut designs = designs();
    designs.push((String::new(), LEAST.to_owned()));
    designs.push((String::new(), format!("{LEAST}{LEAST_PAPER}")));
    let mut wrong = Vec::new();
    for key in keys(&schema) {
        let Some(default) = key.default() else { continue };
        let mut tried = Tried::default();
        for (_, text) in &designs {
            for (set, left_out) in key.set_and_left_out(text, default) {
                match (Design::parse(&set), Design::parse(&left_out)) {
                    (Ok(set), Ok(left_out)) if set == left_out => tried.same += 1,
                    (Ok(_), Ok(_)) => tried.other += 1,
                    // It belongs to something that this design does not have.
                    _ => tried.refused += 1,
                }
            }
        }
        if tried.other > 0 || tried.same == 0 {
            wrong.push(format!("{} = {default}: {tried:?}", key.path()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_range_ends_where_the_comment_says() {
    let schema = Design::schema();
    let designs = designs();
    let refused = |key: &Key, value: i64| {
        let changed: Vec<String> =
            designs.iter().flat_map(|(_, text)| key.set_where_present(text, &json!(value))).collect();
        let says = |text: &String| {
            let problems = Design::parse(text).err().map(|error| error.problems).unwrap_or_default();
            problems.iter().any(|problem| {
                problem.reason.starts_with("this lies between") && problem.key.ends_with(key.name())
            })
        };
        (!changed.is_empty()).then(|| changed.iter().all(says))
    };
    let mut wrong = Vec::new();
    for key in keys(&schema) {
        let Some((least, most)) = key.range() else {
            if key.is_whole() {
                wrong.push(format!("{}: a whole number without a range", key.path()));
            }
            continue;
        };
        for (value, beyond) in [(least - 1, true), (most + 1, true), (least, false), (most, false)] {
            if refused(&key, value).is_some_and(|refused| refused != beyond) {
                wrong.push(format!("{} = {value} is not {least} to {most}", key.path()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
