//! `muntwerk run`: a day book through a new ledger, and its books.

use std::io::{IsTerminal, Write};
use std::path::Path;

use muntwerk::daybook::{DayBook, LineError, LineOutcome, Run, RunLine};
use muntwerk::design::Design;
use muntwerk::id::{Id, IdError};
use muntwerk::ledger::Ledger;
use muntwerk::orders::{Lang, Refusal};

use super::Done;
use crate::args;
use crate::failure::Failure;
use crate::files::{JournalFile, problems, read, read_design, secret};
use crate::words::report::report;

/// How many lines are sealed, and told on a terminal, at a time.
const BATCH: u64 = 1_000;

/// What came of the lines, counted.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) lines: u64,
    pub(crate) booked: u64,
    pub(crate) repeated: u64,
    pub(crate) bad_lines: u64,
    pub(crate) errors: Vec<LineError>,
    pub(crate) refused: Vec<RefusedLine>,
    pub(crate) not_closed: Vec<RefusedLine>,
}

/// A line that was refused, or whose days before could not be closed.
pub(crate) struct RefusedLine {
    pub(crate) line: u64,
    pub(crate) reference: Option<Id>,
    pub(crate) refusal: Refusal,
}

impl Tally {
    fn count(&mut self, line: RunLine) {
        let RunLine { line: at, reference, closed, outcome } = line;
        let refused = |refusal| RefusedLine { line: at, reference, refusal };
        self.lines = self.lines.saturating_add(1);
        if let Some(Err(not_closed)) = closed {
            self.not_closed.push(refused(not_closed.refusal));
        }
        match outcome {
            LineOutcome::Booked(receipt) if receipt.repeated => {
                self.repeated = self.repeated.saturating_add(1)
            }
            LineOutcome::Booked(_) => self.booked = self.booked.saturating_add(1),
            LineOutcome::Refused(again) if again.repeated => self.repeated = self.repeated.saturating_add(1),
            LineOutcome::Refused(no) => self.refused.push(refused(no.refusal)),
            LineOutcome::Bad(errors) => {
                self.bad_lines = self.bad_lines.saturating_add(1);
                self.errors.extend(errors);
            }
        }
    }
}

pub(crate) fn run(args: &args::Run, lang: Lang) -> Result<Done, Failure> {
    let design = read_design(&args.design)?;
    let design = design.map_err(|error| Failure::wrong(problems(&args.design, &error)))?;
    let text = read(&args.daybook)?;
    let book = DayBook::read(&text).map_err(|wrong| Failure::wrong(located(&args.daybook, &wrong.errors)))?;
    let mut ledger = open(args, design, &book)?;
    let mut journal = args.journal.as_deref().map(JournalFile::create).transpose()?;
    let tally = replay(args, &mut ledger, book, journal.as_mut())?;
    seal(&mut ledger, journal.as_mut())?;
    journal.map_or(Ok(()), JournalFile::finish)?;

    let findings = ledger.audit();
    let text = report(args, &ledger, &tally, &findings, lang);
    Ok(Done { text, well: findings.is_empty() })
}

/// Every error behind its place in the file.
pub(crate) fn located(path: &Path, errors: &[LineError]) -> String {
    let path = path.display().to_string();
    errors.iter().map(|error| format!("{}\n", error.in_file(&path))).collect()
}

fn open(args: &args::Run, design: Design, book: &DayBook<'_>) -> Result<Ledger, Failure> {
    let path = args.daybook.display();
    let no_day = || Failure::wrong(format!("{path}: no line has a day to begin with; give one with --from"));
    let day = args.from.or_else(|| book.first_day()).ok_or_else(no_day)?;
    let no_id =
        |error: IdError| Failure::wrong(format!("no id for the ledger: {error}; give one with --ledger"));
    let id = match args.ledger {
        Some(id) => id,
        None => Id::parse(&format!("{}-1", design.currency().id)).map_err(no_id)?,
    };
    Ledger::open(id, design, day, secret()).map_err(|error| Failure::wrong(error.to_string()))
}

fn replay(
    args: &args::Run,
    ledger: &mut Ledger,
    book: DayBook<'_>,
    mut journal: Option<&mut JournalFile>,
) -> Result<Tally, Failure> {
    let mut tally = Tally::default();
    let all = book.bytes_left();
    let mut run = Run::new(ledger, book).longest_gap(args.longest_gap.into());
    while let Some(line) = run.next() {
        tally.count(line);
        if tally.lines.is_multiple_of(BATCH) {
            seal(run.ledger_mut(), journal.as_deref_mut())?;
            progress(tally.lines, run.bytes_left(), all);
        }
    }
    finished(&args.daybook, tally.lines);
    Ok(tally)
}

/// Writes down what is not written yet, so that the lines need not all be in memory at once.
fn seal(ledger: &mut Ledger, journal: Option<&mut JournalFile>) -> Result<(), Failure> {
    let mut lines = Vec::new();
    ledger.seal(&mut lines);
    journal.map_or(Ok(()), |journal| journal.write(&lines))
}

/// Somebody who looks on sees how far it is; a file or a pipe gets the last word only.
fn progress(lines: u64, left: usize, all: usize) {
    let mut err = std::io::stderr().lock();
    if err.is_terminal() {
        let done = all.saturating_sub(left).saturating_mul(100).checked_div(all).unwrap_or(100);
        let _ = write!(err, "\r{lines} lines, {done} %").and_then(|()| err.flush());
    }
}

fn finished(path: &Path, lines: u64) {
    let mut err = std::io::stderr().lock();
    let begin = if err.is_terminal() { "\r" } else { "" };
    let _ = writeln!(err, "{begin}{}: {lines} lines", path.display());
}
