//! Tells the library which sources it was built from: a snapshot is written and read by the same ones.
//!
//! A version number would do between releases and not while the library changes under one.
#![allow(clippy::print_stdout, reason = "this is how a build script answers")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    let source = Path::new("src");
    println!("cargo::rerun-if-changed=src");
    let mut files = Vec::new();
    rust_files(source, &mut files)?;
    // The order in which a directory is listed differs from machine to machine.
    files.sort();
    let mut hash = Fnv(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);
    for file in files {
        // A checkout may have turned the line ends.
        let text = fs::read_to_string(&file)?.replace('\r', "");
        hash.add(file.to_string_lossy().replace('\\', "/").as_bytes());
        hash.add(text.as_bytes());
    }
    println!("cargo::rustc-env=MUNTWERK_SOURCES={:032x}", hash.0);
    Ok(())
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            rust_files(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

/// FNV-1a of 128 bits: told apart by accident is all that is asked.
struct Fnv(u128);

impl Fnv {
    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes.iter().chain(&[0]) {
            self.0 = (self.0 ^ u128::from(*byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
    }
}
