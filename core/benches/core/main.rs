//! How fast the core is, beside a yardstick measured in the same run. Writes
//! `target/bench/core.json`: a list of `{"name","value","unit","yardstick","ratio"}`.
//!
//! `cargo bench -p muntwerk` measures everything; a word after `--` only that row, such as `replay`.
//! `-- --test` runs every row once on small figures, to see that it still works.
#![allow(
    missing_docs,
    clippy::all,
    clippy::restriction,
    clippy::disallowed_methods,
    unreachable_pub,
    dropping_copy_types
)]

mod counting;
mod paper;
mod rows;
mod wallet;
mod workload;
mod yardstick;

#[global_allocator]
static COUNTING: counting::Counting = counting::Counting;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let small = std::env::args().any(|word| word == "--test");
    let mut results = Vec::new();
    for (name, row) in rows::ROWS {
        if !words.is_empty() && !words.iter().any(|word| name == word) {
            continue;
        }
        for result in row(small) {
            eprintln!("{result}");
            results.push(result);
        }
    }
    if small {
        return;
    }
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/bench");
    std::fs::create_dir_all(&folder).unwrap();
    let lines: Vec<String> = results.iter().map(rows::Measured::json).collect();
    std::fs::write(folder.join("core.json"), format!("[\n{}\n]\n", lines.join(",\n"))).unwrap();
}
