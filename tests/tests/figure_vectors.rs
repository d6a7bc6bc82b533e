//! Runs the vectors of figures, `tests/vectors/figures/`. `README.md` there says what they mean; other languages
//! run the same files.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops by panicking")]

use std::collections::BTreeMap;
use std::path::Path;

use muntwerk::calendar::Day;
use muntwerk::evaluation::figures::{INDICATORS, Question};
use muntwerk::evaluation::observed::{Attributes, Observed, ObservedRow, Reading};
use muntwerk::evaluation::{Kind, Movements, PartyKind};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    topic: String,
    vectors: Vec<Vector>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vector {
    name: String,
    source: String,
    working: Vec<String>,
    #[serde(default)]
    holders: BTreeMap<String, PartyKind>,
    rows: Vec<(Day, String, String, i64, Kind)>,
    figures: Vec<Expected>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    asked: Value,
    #[serde(default)]
    value: Value,
    undefined: Option<String>,
    unit: String,
    used: u64,
    dropped: u64,
    not_observed: Value,
}

fn files() -> Vec<(String, File)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/figures");
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let json = paths.filter(|path| path.extension().is_some_and(|end| end == "json"));
    let read = |path: std::path::PathBuf| {
        let file = serde_json::from_slice(&std::fs::read(&path).unwrap());
        let file = file.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        (path.file_name().unwrap().to_string_lossy().into_owned(), file)
    };
    json.map(read).collect()
}

fn movements(vector: &Vector) -> Movements {
    let row = |(day, from, to, amount, kind): &(Day, String, String, i64, Kind)| ObservedRow {
        id: None,
        day: *day,
        time: 0,
        from: from.clone(),
        to: to.clone(),
        amount: *amount,
        kind: Some(*kind),
        role: None,
        contact_point: None,
        on_behalf: false,
        partner: None,
    };
    let reading = Reading { holders: vector.holders.clone(), ..Reading::default() };
    let list = Observed::of_rows(vector.rows.iter().map(row), Attributes::new(), &reading).unwrap();
    assert!(list.health.is_sound(), "{}: {:?}", vector.name, list.health);
    list.movements
}

#[test]
fn every_figure_is_the_one_that_was_worked_out() {
    let mut wrong = Vec::new();
    let mut indicators = Vec::new();
    for (path, file) in files() {
        for vector in &file.vectors {
            let movements = movements(vector);
            for expected in &vector.figures {
                let question = Question::deserialize(&expected.asked).unwrap();
                let answer = question.answer(&movements).unwrap();
                // Through text, because a JSON value of this library holds no 128 bits.
                let told: Value = serde_json::from_str(&serde_json::to_string(&answer).unwrap()).unwrap();
                let asked = serde_json::to_value(&question).unwrap();
                indicators.push(question.about().name);
                for (what, found, expected) in [
                    ("asked", &asked, &expected.asked),
                    ("value", &told["value"], &expected.value),
                    ("undefined", &told["undefined"], &Value::from(expected.undefined.clone())),
                    ("unit", &told["unit"], &Value::from(expected.unit.clone())),
                    ("used", &told["used"], &Value::from(expected.used)),
                    ("dropped", &told["dropped"], &Value::from(expected.dropped)),
                    ("not_observed", &told["not_observed"], &expected.not_observed),
                ] {
                    if found != expected {
                        let name = question.about().name;
                        wrong.push(format!(
                            "{path}, {:?}, {name}: {what} is {found}, expected {expected}",
                            vector.name
                        ));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for about in INDICATORS {
        assert!(indicators.contains(&about.name), "no vector asks for {}", about.name);
    }
}

#[test]
fn every_vector_names_its_source_and_shows_its_working() {
    let files = files();
    assert!(!files.is_empty());
    for (path, file) in files {
        assert!(!file.topic.is_empty(), "{path}: no topic");
        for vector in &file.vectors {
            assert!(vector.source.contains("evaluation.md"), "{path}, {:?}: no source", vector.name);
            assert!(!vector.working.is_empty(), "{path}, {:?}: no working", vector.name);
        }
    }
}
