//! The core is pure: no clock, no randomness, no files, no network, no threads, no `unsafe`, no floats,
//! and no order that depends on a random hash.
//!
//! Three proofs, each from another side: what the core is made of (its crates and their features), what
//! it asks of its host (the imports of a module linked for a machine without a system, and the symbols
//! of the library), and what stands in its source.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "a test that stops where it finds something wrong"
)]

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root());
    cargo
}

/// Said on the real standard error, which the test runner does not keep to itself.
fn say_aloud(text: &str) {
    let _ = writeln!(std::io::stderr(), "\n*** purity: {text}\n");
}

// --- what the core is made of ---

/// Every crate the core stands on, and what for. Those marked `build` run while compiling and leave
/// nothing behind.
const CRATES: &[(&str, &str)] = &[
    ("muntwerk", "the core itself"),
    ("arrayvec", "rust_decimal: a number's digits"),
    ("block-buffer", "sha2"),
    ("cfg-if", "sha2"),
    ("cmov", "ctutils"),
    ("cobs", "postcard: declared, and not used by what we call"),
    ("cpufeatures", "sha2: which instructions the processor has; the result is the same with each"),
    ("crypto-common", "sha2"),
    ("ctutils", "hmac: a comparison that takes the same time whatever it finds; not used by what we call"),
    ("curve25519-dalek", "ed25519-dalek"),
    ("curve25519-dalek-derive", "build: curve25519-dalek"),
    ("digest", "sha2"),
    ("ed25519", "ed25519-dalek"),
    ("ed25519-dalek", "the signatures of feeds"),
    ("equivalent", "indexmap"),
    ("hashbrown", "id tables, with a hash keyed by the host and no order of their own"),
    ("hmac", "pseudonyms"),
    ("hybrid-array", "sha2"),
    ("indexmap", "toml: keys in the order of the file"),
    ("itoa", "serde_json: integers as text"),
    ("jiff", "civil days; without the system's clock and time zones"),
    ("jiff-core", "jiff"),
    ("num-traits", "rust_decimal"),
    ("postcard", "records in memory, packed"),
    ("proc-macro2", "build: derives"),
    ("quote", "build: derives"),
    ("rust_decimal", "exact decimals at the edge"),
    ("serde", "journal lines and designs"),
    ("serde_core", "serde"),
    ("serde_derive", "build: derives"),
    ("serde_json", "journal lines and orders"),
    ("serde_path_to_error", "the key at which a configuration of an analysis fails"),
    ("serde_spanned", "toml: the place at which a design fails"),
    ("sha2", "the chain of the journal"),
    ("memchr", "serde_json: searching bytes"),
    ("siphasher", "the keyed hash of the id tables"),
    ("signature", "ed25519-dalek"),
    ("smallvec", "short lists without an allocation"),
    ("subtle", "curve25519-dalek: comparing and choosing in the same time whatever the bits are"),
    ("syn", "build: derives"),
    ("thiserror", "error texts"),
    ("thiserror-impl", "build: derives"),
    ("toml", "design files"),
    ("toml_datetime", "toml"),
    ("toml_parser", "toml"),
    ("toml_writer", "toml"),
    ("typenum", "sha2: sizes as types"),
    ("unicode-ident", "build: derives"),
    ("winnow", "toml"),
    ("zmij", "serde_json: it can write floats; no value of ours is one"),
];

/// Features that would bring in a clock, a time-zone database, randomness or a random order.
const FEATURES_OFF: &[(&str, &[&str])] = &[
    (
        "jiff",
        &[
            "js",
            "tz-system",
            "tzdb-zoneinfo",
            "tzdb-concatenated",
            "tzdb-bundle-always",
            "tzdb-bundle-platform",
        ],
    ),
    ("rust_decimal", &["rand", "rand-0_8", "rand-0_9", "maths", "legacy-ops"]),
    ("hashbrown", &["default-hasher", "rayon", "nightly"]),
    ("serde_json", &["arbitrary_precision", "float_roundtrip"]),
];

#[test]
fn it_stands_on_known_crates_only() {
    let out = cargo()
        .args(["tree", "--locked", "-e", "normal", "-p", "muntwerk", "--prefix", "none", "-f", "{p}|{f}"])
        .output()
        .unwrap();
    assert!(out.status.success(), "cargo tree: {}", String::from_utf8_lossy(&out.stderr));
    let tree = String::from_utf8(out.stdout).unwrap();
    let mut seen = BTreeSet::new();
    let mut wrong = Vec::new();
    for line in tree.lines().filter(|line| !line.is_empty()) {
        let (package, features) = line.split_once('|').unwrap();
        let name = package.split(' ').next().unwrap();
        seen.insert(name.to_owned());
        if !CRATES.iter().any(|(known, _)| *known == name) {
            wrong.push(format!("{package} is not among the crates the core may stand on"));
        }
        let features = features.trim_end_matches(" (*)").split(',');
        let off = FEATURES_OFF.iter().filter(|(of, _)| *of == name).flat_map(|(_, off)| off.iter());
        let off: Vec<_> = off.copied().collect();
        wrong.extend(features.filter(|one| off.contains(one)).map(|one| format!("{name} has feature {one}")));
    }
    let gone = CRATES.iter().map(|(name, _)| *name).filter(|name| !seen.contains(*name));
    wrong.extend(gone.map(|name| format!("{name} is allowed, and no longer used: take it off the list")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

// --- what it asks of its host ---

const TARGET: &str = "wasm32-unknown-unknown";

#[test]
fn linked_for_a_machine_without_a_system_it_imports_nothing() {
    let Some(module) = build_probe() else { return };
    let bytes = std::fs::read(&module).unwrap();
    let sections = sections(&bytes);
    let names = imports(&sections);
    assert!(names.is_empty(), "the linked core asks its host for {}", names.join(", "));
    // That it imports nothing says something only if it is all there.
    assert!(exports(&sections).contains(&"muntwerk_probe".to_owned()), "the way in is gone");
    let code: usize = sections.iter().filter(|(id, _)| *id == 10).map(|(_, body)| body.len()).sum();
    assert!(code > 500_000, "only {code} bytes of code: the linker threw the core away");
}

/// Builds `tests/wasm-probe`, fetching the target if it is missing. `None`, said aloud, if it cannot be
/// had: then the crates, the symbols and the source have to do.
fn build_probe() -> Option<PathBuf> {
    let out = root().join("target").join("wasm-probe");
    let probe = root().join("tests").join("wasm-probe");
    // The same versions as everything else here.
    std::fs::copy(root().join("Cargo.lock"), probe.join("Cargo.lock")).unwrap();
    let build = || {
        let mut build = cargo();
        build.current_dir(&probe).args(["build", "--target", TARGET, "--target-dir"]).arg(&out);
        // Flags meant for this test must not colour the module; nor may a coverage run.
        build.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS").env_remove("CARGO_TARGET_DIR");
        build.output().unwrap()
    };
    let mut built = build();
    if !built.status.success() && lacks_target(&built.stderr) {
        let _ = Command::new("rustup").current_dir(root()).args(["target", "add", TARGET]).output();
        built = build();
    }
    let text = String::from_utf8_lossy(&built.stderr);
    if built.status.success() {
        return Some(out.join(TARGET).join("debug").join("wasm_probe.wasm"));
    }
    assert!(lacks_target(&built.stderr), "the probe does not build:\n{text}");
    say_aloud(&format!(
        "the target {TARGET} is not installed and cannot be fetched.\n\
         *** That the linked core imports nothing was NOT checked here; its crates, its symbols and its\n\
         *** source were. To check it: rustup target add {TARGET}"
    ));
    None
}

fn lacks_target(stderr: &[u8]) -> bool {
    let text = String::from_utf8_lossy(stderr);
    text.contains(TARGET) && (text.contains("may not be installed") || text.contains("can't find crate for"))
}

/// The sections of a WebAssembly module: their numbers and contents.
fn sections(bytes: &[u8]) -> Vec<(u8, &[u8])> {
    let mut rest = bytes.strip_prefix(b"\0asm\x01\0\0\0").expect("a WebAssembly module, version 1");
    let mut sections = Vec::new();
    while let Some((id, after)) = rest.split_first() {
        let (size, after) = number(after);
        let (body, after) = after.split_at(size);
        sections.push((*id, body));
        rest = after;
    }
    sections
}

/// An unsigned number in LEB128, and what follows it.
fn number(bytes: &[u8]) -> (usize, &[u8]) {
    let length = 1 + bytes.iter().position(|byte| byte & 0x80 == 0).expect("a number that ends");
    let (digits, rest) = bytes.split_at(length);
    (digits.iter().rev().fold(0, |sum, digit| (sum << 7) | usize::from(digit & 0x7f)), rest)
}

fn name(bytes: &[u8]) -> (String, &[u8]) {
    let (length, rest) = number(bytes);
    let (name, rest) = rest.split_at(length);
    (String::from_utf8_lossy(name).into_owned(), rest)
}

/// What the module's import section asks for. It is read as far as the names of the first; how many
/// there are stands in front.
fn imports(sections: &[(u8, &[u8])]) -> Vec<String> {
    let mut names = Vec::new();
    for (_, body) in sections.iter().filter(|(id, _)| *id == 2) {
        let (count, rest) = number(body);
        if count > 0 {
            let (module, rest) = name(rest);
            let (field, _) = name(rest);
            names.push(format!("{module}.{field} (the first of {count})"));
        }
    }
    names
}

fn exports(sections: &[(u8, &[u8])]) -> Vec<String> {
    let mut names = Vec::new();
    for (_, body) in sections.iter().filter(|(id, _)| *id == 7) {
        let (count, mut rest) = number(body);
        for _ in 0..count {
            let (export, after) = name(rest);
            rest = number(&after[1..]).1;
            names.push(export);
        }
    }
    names
}

#[test]
fn the_parser_of_modules_sees_an_import() {
    let module = b"\0asm\x01\0\0\0\x02\x0b\x01\x03env\x03now\x00\x00";
    let sections = sections(module);
    assert_eq!(imports(&sections), ["env.now (the first of 1)"]);
}

/// Parts of mangled names: whatever the way names are mangled, a path's words stand in them with their
/// lengths in front.
const SYMBOLS: &[&str] = &[
    "3std2fs",
    "3std3net",
    "3std6thread",
    "3std4time",
    "3std3env",
    "3std7process",
    "3std2os",
    "5stdio",
    "getrandom",
    "11RandomState",
    "10SystemTime",
    "clock_gettime",
];

#[test]
fn the_library_names_nothing_of_the_system() {
    let deps = std::env::current_exe().unwrap().parent().unwrap().to_owned();
    let entries = std::fs::read_dir(&deps).unwrap().map(|entry| entry.unwrap().path());
    let libraries = entries.filter(|path| {
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        file.starts_with("libmuntwerk-") && file.ends_with(".rlib")
    });
    let library =
        libraries.max_by_key(|path| path.metadata().unwrap().modified().unwrap()).expect("the library");
    let bytes = objects(&std::fs::read(&library).unwrap());
    assert!(find(&bytes, b"8muntwerk"), "no name of the core in {}: is this the library?", library.display());
    let found: Vec<_> = SYMBOLS.iter().filter(|symbol| find(&bytes, symbol.as_bytes())).collect();
    assert!(found.is_empty(), "{} names {found:?}", library.display());
}

fn find(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

/// The object files of an archive, without the compiler's own metadata.
fn objects(archive: &[u8]) -> Vec<u8> {
    let mut rest = archive.strip_prefix(b"!<arch>\n").expect("an archive");
    let mut objects = Vec::new();
    while rest.len() >= 60 {
        let (header, after) = rest.split_at(60);
        let size: usize = std::str::from_utf8(&header[48..58]).unwrap().trim().parse().unwrap();
        let body = &after[..size];
        if body.starts_with(b"\x7fELF") || body.starts_with(b"\xcf\xfa\xed\xfe") {
            objects.extend_from_slice(body);
        }
        rest = &after[(size + size % 2).min(after.len())..];
    }
    objects
}

// --- what stands in its source ---

/// Words that may not stand in the core, and why.
const WORDS: &[(&str, &str)] = &[
    ("unsafe", "no unsafe code"),
    ("extern", "no foreign functions"),
    ("f32", "no floats near money"),
    ("f64", "no floats near money"),
    ("HashMap", "its order is random"),
    ("HashSet", "its order is random"),
    ("RandomState", "randomness"),
    ("DefaultHasher", "differs between releases"),
    ("SystemTime", "no clock"),
    ("thread_local", "no threads"),
    ("Mutex", "no threads"),
    ("RwLock", "no threads"),
    ("Condvar", "no threads"),
    ("Barrier", "no threads"),
    ("atomic", "no threads"),
    ("mpsc", "no threads"),
    ("LazyLock", "no state beside the ledger"),
    ("OnceLock", "no state beside the ledger"),
    ("OnceCell", "no state beside the ledger"),
    ("RefCell", "deciding changes nothing, not even out of sight"),
    ("UnsafeCell", "no unsafe code"),
    ("option_env", "what is built must not depend on who builds it"),
    ("println", "no input or output"),
    ("eprintln", "no input or output"),
    ("dbg", "no input or output"),
    ("stdin", "no input or output"),
    ("stdout", "no input or output"),
    ("stderr", "no input or output"),
];

/// Modules of the standard library that may not be named in the core.
const MODULES: &[&str] = &["fs", "net", "thread", "time", "env", "process", "os", "io", "path", "random"];

/// Where a word may stand all the same: file, word, why.
const ALLOWED: &[(&str, &str, &str)] =
    &[("design/scalars.rs", "f64", "a float in a design is recognised there, to be refused")];

#[test]
fn its_source_keeps_to_itself() {
    let source = root().join("core").join("src");
    let mut files = Vec::new();
    rust_files(&source, &mut files);
    assert!(files.len() > 50, "only {} files", files.len());
    let mut wrong = Vec::new();
    let mut used = BTreeSet::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let place = file.strip_prefix(&source).unwrap().to_string_lossy().replace('\\', "/");
        for (line, word, why) in found_in(&text) {
            match ALLOWED.iter().position(|(at, allowed, _)| *at == place && *allowed == word) {
                Some(allowed) => drop(used.insert(allowed)),
                None => wrong.push(format!("core/src/{place}:{line}: {word}: {why}")),
            }
        }
    }
    let unused = (0..ALLOWED.len()).filter(|at| !used.contains(at));
    wrong.extend(unused.map(|at| format!("{:?} is allowed, and no longer there", ALLOWED[at])));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let lib = tokens(&std::fs::read_to_string(source.join("lib.rs")).unwrap());
    let lib: Vec<&str> = lib.iter().map(|(_, token)| token.as_str()).collect();
    let forbid = ["#", "!", "[", "forbid", "(", "unsafe_code", ")", "]"];
    assert!(lib.windows(forbid.len()).any(|window| window == forbid), "lib.rs does not forbid unsafe code");
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") && path.file_name().unwrap() != "tests.rs" {
            files.push(path);
        }
    }
}

/// What may not stand in a text, with its line.
fn found_in(text: &str) -> Vec<(usize, String, &'static str)> {
    let tokens = without_tests(tokens(text));
    let mut found = Vec::new();
    for (at, (line, token)) in tokens.iter().enumerate() {
        if let Some((_, why)) = WORDS.iter().find(|(word, _)| word == token) {
            found.push((*line, token.clone(), *why));
        }
        if token == "static" && tokens.get(at + 1).is_some_and(|(_, next)| next == "mut") {
            found.push((*line, "static mut".to_owned(), "no state beside the ledger"));
        }
        if token == "std" && tokens.get(at + 1).is_some_and(|(_, next)| next == "::") {
            for (line, module) in heads(&tokens[at + 2..]) {
                if MODULES.contains(&module.as_str()) {
                    found.push((line, format!("std::{module}"), "the core has no system under it"));
                }
            }
        }
    }
    found
}

/// The first words of a path or of a group of them: `fs` of `fs::read`, `fs` and `io` of `{fs::File, io}`.
fn heads(tokens: &[(usize, String)]) -> Vec<(usize, String)> {
    if tokens.first().is_none_or(|(_, token)| token != "{") {
        return tokens.first().cloned().into_iter().collect();
    }
    let mut depth = 0_usize;
    let mut heads = Vec::new();
    for (at, (line, token)) in tokens.iter().enumerate() {
        match token.as_str() {
            "{" => depth += 1,
            "}" if depth == 1 => break,
            "}" => depth -= 1,
            _ if depth == 1 && matches!(tokens[at - 1].1.as_str(), "{" | ",") => {
                heads.push((*line, token.clone()))
            }
            _ => {}
        }
    }
    heads
}

/// Leaves out what is compiled for tests only.
fn without_tests(tokens: Vec<(usize, String)>) -> Vec<(usize, String)> {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let marked = tokens[at..].iter().take(MARK.len()).map(|(_, token)| token.as_str()).eq(MARK);
        if !marked {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        // The item ends with its braces, or with a semicolon before any.
        let mut depth = 0_usize;
        while let Some((_, token)) = tokens.get(at) {
            at += 1;
            match token.as_str() {
                "{" => depth += 1,
                "}" if depth == 1 => break,
                "}" => depth -= 1,
                ";" if depth == 0 => break,
                _ => {}
            }
        }
    }
    kept
}

/// The words and signs of a Rust text with their lines, without comments and literals.
fn tokens(text: &str) -> Vec<(usize, String)> {
    let chars: Vec<char> = text.chars().collect();
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    let peek = |at: usize| chars.get(at).copied().unwrap_or('\0');
    while at < chars.len() {
        let from = at;
        match chars[at] {
            '/' if peek(at + 1) == '/' => {
                at = (at..chars.len()).find(|i| chars[*i] == '\n').unwrap_or(chars.len())
            }
            '/' if peek(at + 1) == '*' => {
                let mut depth = 0_usize;
                loop {
                    match (peek(at), peek(at + 1)) {
                        ('/', '*') => (depth, at) = (depth + 1, at + 2),
                        ('*', '/') => (depth, at) = (depth - 1, at + 2),
                        ('\0', _) => break,
                        _ => at += 1,
                    }
                    if depth == 0 {
                        break;
                    }
                }
            }
            'r' | 'b' | 'c' if raw_string(&chars[at..]).is_some() => at += raw_string(&chars[at..]).unwrap(),
            '"' => {
                at += 1;
                while at < chars.len() && chars[at] != '"' {
                    at += if chars[at] == '\\' { 2 } else { 1 };
                }
                at += 1;
            }
            '\'' if peek(at + 1) == '\\' => {
                at = (at + 3..chars.len()).find(|i| chars[*i] == '\'').map_or(chars.len(), |end| end + 1);
            }
            '\'' if peek(at + 2) == '\'' => at += 3,
            ':' if peek(at + 1) == ':' => {
                tokens.push((line, "::".to_owned()));
                at += 2;
            }
            c if is_word(c) => {
                at = (at..chars.len()).find(|i| !is_word(chars[*i])).unwrap_or(chars.len());
                tokens.push((line, chars[from..at].iter().collect()));
            }
            c => {
                at += 1;
                if !c.is_whitespace() {
                    tokens.push((line, c.to_string()));
                }
            }
        }
        line += chars[from..at.min(chars.len())].iter().filter(|c| **c == '\n').count();
    }
    tokens
}

/// The length of a raw string at the start, if one is there.
fn raw_string(chars: &[char]) -> Option<usize> {
    let prefix = chars.iter().take(2).take_while(|c| matches!(c, 'r' | 'b' | 'c')).count();
    if !chars[..prefix].contains(&'r') {
        return None;
    }
    let hashes = chars[prefix..].iter().take_while(|c| **c == '#').count();
    if chars.get(prefix + hashes) != Some(&'"') {
        return None;
    }
    let mut end = vec!['"'];
    end.extend(std::iter::repeat_n('#', hashes));
    let body = prefix + hashes + 1;
    let length = chars[body..].windows(end.len()).position(|window| window == end)?;
    Some(body + length + end.len())
}

#[test]
fn the_scan_sees_what_it_looks_for() {
    let words = |text: &str| {
        found_in(text).into_iter().map(|(line, word, _)| format!("{line} {word}")).collect::<Vec<_>>()
    };
    assert_eq!(words("use std::fs;\nfn a() { let b: f64 = 1.0; }"), ["1 std::fs", "2 f64"]);
    assert_eq!(
        words("use std::{collections::{BTreeMap, HashMap}, env::var, fmt};"),
        ["1 std::env", "1 HashMap"]
    );
    assert_eq!(words("let now = ::std::time::SystemTime::now();"), ["1 std::time", "1 SystemTime"]);
    assert_eq!(
        words(
            "// std::fs\n/* f64 /* unsafe */ */ let s = \"unsafe \\\" f64\"; let r = r#\"std::env \"x\" f32\"#;"
        ),
        [""; 0]
    );
    assert_eq!(words("fn f<'a>(c: &'a char) { let q = '\"'; let e = '\\''; f64 }"), ["1 f64"]);
    assert_eq!(words("#[cfg(test)]\nfn only() { std::fs::read(x) }\nfn real() { unsafe {} }"), ["3 unsafe"]);
    assert_eq!(words("#[cfg(test)]\nmod tests;\nstatic mut X: u8 = 0;"), ["3 static mut"]);
    assert_eq!(words("fn time() { fs::read(); my::std_time::x() }"), [""; 0]);
}
