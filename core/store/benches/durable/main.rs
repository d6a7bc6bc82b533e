//! How fast a store is, beside SQLite storing the same bytes just as durably, measured in turns in the
//! same run; and how much sooner a snapshot opens. Writes `target/bench/store.json`: a list of
//! `{"name","value","unit","yardstick","ratio"}`.
//!
//! `cargo bench -p muntwerk-store` measures everything. `-- --test` runs every row once on small figures,
//! to see that it still works. The files lie in `target/bench`, on the disk that is there.
#![allow(missing_docs, clippy::all, clippy::restriction, clippy::disallowed_methods, unreachable_pub)]

#[path = "../../../benches/core/workload.rs"]
#[allow(dead_code)]
mod workload;

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use muntwerk::orders::Order;
use muntwerk_store::{Options, Snapshots, Store};
use rusqlite::Connection;
use workload::{town, transfers};

struct Measured {
    name: String,
    value: f64,
    unit: &'static str,
    yardstick: Option<f64>,
}

impl Measured {
    fn line(&self) -> String {
        let ratio = self.yardstick.map(|yardstick| self.value / yardstick);
        let number = |n: Option<f64>| n.map_or("null".into(), |n| format!("{n:.4}"));
        let ratio_text = ratio.map_or(String::new(), |ratio| format!("ratio {ratio:.3}"));
        let yardstick =
            self.yardstick.map_or(String::new(), |yardstick| format!("yardstick {yardstick:>14.1}"));
        eprintln!("{:<36} {:>14.1} {:<14} {yardstick} {ratio_text}", self.name, self.value, self.unit);
        format!(
            "{{\"name\":\"{}\",\"value\":{:.4},\"unit\":\"{}\",\"yardstick\":{},\"ratio\":{}}}",
            self.name,
            self.value,
            self.unit,
            number(self.yardstick),
            number(ratio)
        )
    }
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/bench");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn fresh(name: &str) -> PathBuf {
    let path = folder().join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

/// A store in which so many members hold eight lots each, and transfers to ask of it.
fn store(name: &str, members: u32, count: usize) -> (Store, Vec<Order>) {
    let (mut ledger, mut clerk) = town(members, true);
    let mut lines = Vec::new();
    ledger.seal(&mut lines);
    let path = fresh(name);
    std::fs::write(path.join("journal.jsonl"), lines).unwrap();
    (Store::open(&path).unwrap(), transfers(&mut clerk, members, count).0)
}

/// SQLite, told to be as durable: with a write-ahead log it syncs at every commit only if asked in full.
fn sqlite(name: &str) -> Connection {
    let db = Connection::open(fresh(name).join("lines.db")).unwrap();
    db.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE line (number INTEGER PRIMARY KEY, stored BLOB NOT NULL);",
    )
    .unwrap();
    db
}

/// Orders a second of the store, and of SQLite for as many lines of the same bytes. They take turns, so
/// that whatever else the machine does slows both.
fn in_batches_of(size: usize, name: &str, members: u32, count: usize) -> Measured {
    let (mut store, orders) = store(name, members, count);
    let db = sqlite(&format!("{name}-sqlite"));
    let mut insert = db.prepare("INSERT INTO line (stored) VALUES (?1)").unwrap();
    let mut written = std::fs::metadata(store.journal()).unwrap().len();
    let (mut ours, mut theirs) = (Duration::ZERO, Duration::ZERO);
    for batch in orders.chunks(size) {
        let began = Instant::now();
        if let [order] = batch {
            let _ = black_box(store.execute(order).unwrap());
        } else {
            black_box(store.execute_many(batch).unwrap());
        }
        ours += began.elapsed();
        let lines = since(store.journal(), &mut written);
        let lines: Vec<&[u8]> = lines.split_inclusive(|byte| *byte == b'\n').collect();
        let began = Instant::now();
        // One alone is a transaction of its own.
        let alone = lines.len() == 1;
        if !alone {
            db.execute_batch("BEGIN").unwrap();
        }
        for line in &lines {
            insert.execute([line]).unwrap();
        }
        if !alone {
            db.execute_batch("COMMIT").unwrap();
        }
        theirs += began.elapsed();
    }
    let per_second = |took: Duration| orders.len() as f64 / took.as_secs_f64();
    Measured {
        name: format!("durable_{size}"),
        value: per_second(ours),
        unit: "orders/s",
        yardstick: Some(per_second(theirs)),
    }
}

/// What came to a file since it had a length.
fn since(path: &Path, length: &mut u64) -> Vec<u8> {
    use std::io::{Read, Seek, SeekFrom};
    let mut file = std::fs::File::open(path).unwrap();
    file.seek(SeekFrom::Start(*length)).unwrap();
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).unwrap();
    *length += bytes.len() as u64;
    bytes
}

/// Milliseconds to open with a snapshot, beside those to replay the journal.
fn opening(members: u32, count: usize) -> Vec<Measured> {
    let (mut store, orders) = store("opening", members, count);
    store.execute_many(&orders).unwrap();
    let (path, lines) = (store.path().to_owned(), store.ledger().unwrap().len());
    store.close().unwrap();
    let took = |options: Options| {
        let mut times: Vec<f64> = (0..3)
            .map(|_| {
                let began = Instant::now();
                let store = options.open(&path).unwrap();
                let took = began.elapsed().as_secs_f64() * 1e3;
                assert_eq!(store.ledger().unwrap().len(), lines);
                took
            })
            .collect();
        times.sort_by(f64::total_cmp);
        times[1]
    };
    let replayed = took(Options::new().snapshots(Snapshots::Ignore));
    let quickly = took(Options::new());
    let snapshot = std::fs::metadata(path.join("snapshot")).map_or(0, |file| file.len());
    vec![
        Measured {
            name: format!("opening_{lines}_records"),
            value: quickly,
            unit: "ms",
            yardstick: Some(replayed),
        },
        Measured {
            name: "snapshot_per_record".into(),
            value: snapshot as f64 / lines as f64,
            unit: "bytes",
            yardstick: None,
        },
    ]
}

fn main() {
    let small = std::env::args().any(|word| word == "--test");
    let (members, one, many, long) =
        if small { (100, 20, 3_000, 3_000) } else { (10_000, 2_000, 200_000, 500_000) };
    let mut results =
        vec![in_batches_of(1_000, "batch", members, many), in_batches_of(1, "one", members, one)];
    results.extend(opening(members, long));
    let lines: Vec<String> = results.iter().map(Measured::line).collect();
    if !small {
        std::fs::write(folder().join("store.json"), format!("[\n{}\n]\n", lines.join(",\n"))).unwrap();
    }
}
