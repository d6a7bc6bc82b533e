//! [`Sheet`]: a design file being written.

use std::fmt::{Display, Write};

/// A design file being written.
#[derive(Debug, Default)]
pub struct Sheet {
    text: String,
}

impl Sheet {
    /// A sheet with its first line.
    pub fn new() -> Self {
        Self { text: String::from("format = 0\n") }
    }

    /// The text so far.
    pub fn into_text(self) -> String {
        self.text
    }

    /// Whether a line stands there already.
    pub fn has(&self, line: &str) -> bool {
        self.text.lines().any(|one| one == line)
    }

    fn line(&mut self, line: impl Display) {
        writeln!(self.text, "{line}").unwrap();
    }

    /// Begins a block.
    pub fn table(&mut self, name: &str) {
        self.line(format_args!("[{name}]"));
    }

    /// Begins a block of which there can be several.
    pub fn element(&mut self, name: &str) {
        self.line(format_args!("[[{name}]]"));
    }

    /// A value as TOML writes it.
    pub fn pair(&mut self, key: &str, value: impl Display) {
        self.line(format_args!("{key} = {value}"));
    }

    /// A text or a word.
    pub fn word(&mut self, key: &str, word: impl Display) {
        self.pair(key, format_args!("\"{word}\""));
    }

    /// Texts or words.
    pub fn words(&mut self, key: &str, words: &[impl Display]) {
        self.pair(key, list(words));
    }

    /// Names in three languages.
    pub fn names(&mut self, about: &str) {
        self.pair(
            "names",
            format_args!("{{ nl = \"{about} nl\", fr = \"{about} fr\", en = \"{about} en\" }}"),
        );
    }

    /// An amount of minor units, as a design file writes it: whole if it is, and in quotes otherwise.
    pub fn figure(&mut self, key: &str, minor: i64, scale: u32) {
        self.pair(key, figure(minor, scale));
    }
}

/// Texts as a list.
pub fn list(words: &[impl Display]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    format!("[{}]", words.join(", "))
}

/// An amount of minor units, as a design file writes it.
pub fn figure(minor: i64, scale: u32) -> String {
    let one = 10_i64.pow(scale);
    if minor % one == 0 {
        return (minor / one).to_string();
    }
    let sign = if minor < 0 { "-" } else { "" };
    let (whole, part) = (minor.abs() / one, minor.abs() % one);
    format!("\"{sign}{whole}.{part:0width$}\"", width = usize::try_from(scale).unwrap())
}
