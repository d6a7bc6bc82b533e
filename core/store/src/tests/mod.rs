//! Tests of the store: opening, crashes on a disk that is made up, kills of a process that is real.

mod crash;
mod kill;
mod opening;
mod power;
mod snapshots;
mod town;
mod writing;

use std::path::PathBuf;

/// An empty directory of one test.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("muntwerk-store-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
