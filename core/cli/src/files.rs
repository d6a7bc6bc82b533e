//! The files: designs and journals in, journals out.

use std::fs::{self, File};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use muntwerk::dense::Secret;
use muntwerk::design::{Design, DesignError};
use muntwerk::ledger::{Ledger, ReplayError};

use crate::failure::Failure;

pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(Failure::file(path))
}

pub(crate) fn read_text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(Failure::file(path))
}

/// Reads a design file; what it contradicts itself in is an answer, not a failure.
pub(crate) fn read_design(path: &Path) -> Result<Result<Design, DesignError>, Failure> {
    Ok(Design::parse(&read_text(path)?))
}

/// Every problem of a design behind its place in the file.
pub(crate) fn problems(path: &Path, error: &DesignError) -> String {
    let mut text = String::new();
    for problem in &error.problems {
        let path = path.display();
        let place = format!("{path}:{}:{}: ", problem.line, problem.column);
        text.push_str(&format!("{place}{}: {}\n", problem.key, problem.reason));
    }
    text
}

/// A problem of a journal behind its place in the file.
pub(crate) fn journal_problem(path: &Path, error: &ReplayError) -> String {
    format!("{}:{}: {}\n", path.display(), error.line, error.reason)
}

/// The lines of a journal; the last may lack its line end.
pub(crate) fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let some = !bytes.is_empty();
    bytes.split(|byte| *byte == b'\n').filter(move |_| some)
}

/// Reads a ledger back from its journal, or from the directory of a store.
pub(crate) fn replay(path: &Path) -> Result<Ledger, Failure> {
    if path.is_dir() {
        return Ok(muntwerk_store::read(path)?.ledger);
    }
    let bytes = read(path)?;
    Ledger::replay(lines(&bytes), secret()).map_err(|error| Failure::wrong(journal_problem(path, &error)))
}

/// A secret for one run, against ids chosen to collide. Nothing that is printed depends on it.
pub(crate) fn secret() -> Secret {
    let half = || RandomState::new().build_hasher().finish().to_le_bytes();
    let mut bytes = [0; 16];
    for (place, byte) in bytes.iter_mut().zip([half(), half()].as_flattened()) {
        *place = *byte;
    }
    Secret::new(bytes)
}

/// A journal on its way to its file: written under another name, and renamed when it is complete, so
/// that what stands under the name is always whole.
pub(crate) struct JournalFile {
    path: PathBuf,
    part: PathBuf,
    out: Option<BufWriter<File>>,
    complete: bool,
}

impl JournalFile {
    pub(crate) fn create(path: &Path) -> Result<Self, Failure> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder).map_err(Failure::file(folder))?;
        }
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        let part = PathBuf::from(part);
        let out = File::create(&part).map_err(Failure::file(&part))?;
        Ok(Self { path: path.to_owned(), part, out: Some(BufWriter::new(out)), complete: false })
    }

    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let Some(out) = &mut self.out else { return Ok(()) };
        out.write_all(bytes).map_err(Failure::file(&self.part))
    }

    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        let Some(out) = self.out.take() else { return Ok(()) };
        let file = out.into_inner().map_err(io::IntoInnerError::into_error);
        let done = file.and_then(|file| file.sync_all()).and_then(|()| fs::rename(&self.part, &self.path));
        self.complete = done.is_ok();
        done.map_err(Failure::file(&self.path))
    }
}

impl Drop for JournalFile {
    /// What was not finished is not left lying about; if it cannot be removed, its name says what it is.
    fn drop(&mut self) {
        if !self.complete {
            let _ = fs::remove_file(&self.part);
        }
    }
}
