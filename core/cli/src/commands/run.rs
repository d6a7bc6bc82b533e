//! `muntwerk run`: a day book through a ledger, new or stored, and its books.

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::path::Path;

use muntwerk::daybook::{
    DayBook, Done as LineDone, DoneLine, LineError, LineOutcome, Run, RunLine, TakingOver, read_take_over,
    resume, take_over,
};
use muntwerk::design::Design;
use muntwerk::id::{Code, Id, IdError};
use muntwerk::ledger::{Ledger, Opening};
use muntwerk::orders::{Lang, Refusal, TakeOver, Words};
use muntwerk_store::Store;

use super::{Done, first_day};
use crate::args;
use crate::failure::Failure;
use crate::files::{JournalFile, problems, read, read_design, secret};
use crate::words::report::report;

/// How many lines are sealed, and told on a terminal, at a time.
const BATCH: u16 = 1_000;

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
    /// The last line that a stored ledger had answered before.
    pub(crate) resumed_after: Option<u64>,
    /// Lines before that one of which it has no record.
    pub(crate) no_record: Vec<u64>,
}

/// A line that was refused, or whose days before could not be closed.
pub(crate) struct RefusedLine {
    pub(crate) line: u64,
    pub(crate) reference: Option<Id>,
    pub(crate) refusal: Refusal,
}

impl Tally {
    fn count_done(&mut self, line: DoneLine) {
        self.lines = self.lines.saturating_add(1);
        self.resumed_after = Some(line.line);
        match line.done {
            LineDone::Answered => self.repeated = self.repeated.saturating_add(1),
            LineDone::NoRecord => self.no_record.push(line.line),
            LineDone::Bad(errors) => {
                self.bad_lines = self.bad_lines.saturating_add(1);
                self.errors.extend(errors);
            }
        }
    }

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
    let amendments = amendments(args)?;
    let book = book.with_amendments(&amendments);
    let balances = balances(args, &design)?;
    let opening = opening(args, design, &book)?;
    if let Some(store) = &args.store {
        return run_stored(args, store, opening, book, balances, lang);
    }
    let Opening { ledger, day, design } = opening;
    let mut ledger =
        Ledger::open(ledger, *design, day, secret()).map_err(|error| Failure::wrong(error.to_string()))?;
    let mut journal = args.journal.as_deref().map(JournalFile::create).transpose()?;
    let tally = match balances {
        None => replay(args, &mut ledger, book, Tally::default(), journal.as_mut())?,
        Some(balances) => {
            let (enrolling, rest) = book.split_for_take_over();
            let tally = replay(args, &mut ledger, enrolling, Tally::default(), journal.as_mut())?;
            taken_over(args, take_over(&mut ledger, balances.0, balances.1, args.and), lang, &ledger)?;
            replay(args, &mut ledger, rest, tally, journal.as_mut())?
        }
    };
    finished(&args.daybook, tally.lines);
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

fn opening(args: &args::Run, design: Design, book: &DayBook<'_>) -> Result<Opening, Failure> {
    let path = args.daybook.display();
    let no_day = || Failure::wrong(format!("{path}: no line has a day to begin with; give one with --from"));
    let day = args.from.or_else(|| book.first_day()).ok_or_else(no_day)?;
    let no_id =
        |error: IdError| Failure::wrong(format!("no id for the ledger: {error}; give one with --ledger"));
    let id = match args.ledger {
        Some(id) => id,
        None => Id::parse(&format!("{}-1", design.currency().id)).map_err(no_id)?,
    };
    Ok(Opening { ledger: id, day, design: Box::new(design) })
}

/// The same into a store: what a batch of lines came to is counted when it is on the disk.
fn run_stored(
    args: &args::Run,
    path: &Path,
    opening: Opening,
    mut book: DayBook<'_>,
    balances: Option<(TakeOver, Id)>,
    lang: Lang,
) -> Result<Done, Failure> {
    let mut store = Store::open_or_create(path, opening.clone())?;
    if let Some(torn) = &store.opened().torn {
        let (at, kept) = (store.journal().display(), torn.kept.display());
        aside(&format!(
            "{at}:{}: {} bytes that were never answered are kept in {kept}",
            torn.line, torn.bytes
        ));
    }
    check_opening(args, &store, &opening)?;
    let mut tally = Tally::default();
    store.commit(|ledger| resume(ledger, &mut book))?.into_iter().for_each(|line| tally.count_done(line));
    if let Some((balances, by)) = balances {
        let (enrolling, rest) = book.split_for_take_over();
        run_lines(args, &mut store, enrolling, &mut tally)?;
        let came = store.commit(|ledger| take_over(ledger, balances, by, args.and))?;
        taken_over(args, came, lang, store.ledger()?)?;
        book = rest;
    }
    run_lines(args, &mut store, book, &mut tally)?;
    finished(&args.daybook, tally.lines);
    let ledger = store.ledger()?;
    let findings = ledger.audit();
    let text = report(args, ledger, &tally, &findings, lang);
    store.close()?;
    Ok(Done { text, well: findings.is_empty() })
}

/// The lines of a day book into a store, so many at a time.
fn run_lines(
    args: &args::Run,
    store: &mut Store,
    mut book: DayBook<'_>,
    tally: &mut Tally,
) -> Result<(), Failure> {
    let all = book.bytes_left();
    while book.bytes_left() > 0 {
        let lines = store.commit(|ledger| {
            let mut run = Run::new(ledger, book.clone()).longest_gap(args.longest_gap.into());
            let lines: Vec<RunLine> = run.by_ref().take(usize::from(BATCH)).collect();
            book = run.into_book();
            lines
        })?;
        lines.into_iter().for_each(|line| tally.count(line));
        progress(tally.lines, book.bytes_left(), all);
    }
    Ok(())
}

/// The designs that lines adopt, by the names of their files.
fn amendments(args: &args::Run) -> Result<BTreeMap<Code, Design>, Failure> {
    let mut amendments = BTreeMap::new();
    for path in &args.amendment {
        let design = read_design(path)?.map_err(|error| Failure::wrong(problems(path, &error)))?;
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or("");
        let name = Code::parse(name).map_err(|error| {
            Failure::wrong(format!("{}: no line can call it by its name: {error}", path.display()))
        })?;
        if amendments.insert(name, design).is_some() {
            return Err(Failure::wrong(format!("{}: another amendment is called {name}", path.display())));
        }
    }
    Ok(amendments)
}

/// The balances to take over, and who asks for that.
fn balances(args: &args::Run, design: &Design) -> Result<Option<(TakeOver, Id)>, Failure> {
    let (Some(path), Some(by)) = (&args.take_over, args.by) else { return Ok(None) };
    let text = read(path)?;
    let balances = read_take_over(&text, design.unit().scale);
    let balances = balances.map_err(|errors| Failure::wrong(located(path, &errors)))?;
    Ok(Some((balances, by)))
}

/// Whether the balances are there; if not, nothing of the day book may be booked that would make it too
/// late.
fn taken_over(args: &args::Run, came: TakingOver, lang: Lang, ledger: &Ledger) -> Result<(), Failure> {
    let path = args.take_over.as_deref().unwrap_or(&args.daybook).display();
    let why = match came {
        TakingOver::Done(_) | TakingOver::Before(_) => return Ok(()),
        TakingOver::Waits(_) => String::from("it waits for a second person: name one with --and"),
        TakingOver::NoRole(person) => format!("{person} holds no role"),
        TakingOver::Refused(refused) => {
            refused.refusal.sentence(lang, &Words::of(ledger.design().unit(), lang))
        }
    };
    Err(Failure::wrong(format!("{path}: {why}")))
}

/// A store goes on under the design it was opened with, and its amendments: another file is a mistake.
fn check_opening(args: &args::Run, store: &Store, opening: &Opening) -> Result<(), Failure> {
    let ledger = store.ledger()?;
    let mut versions = ledger.state().designs().iter();
    if !versions.any(|version| *version.design == *opening.design) {
        let (store, design) = (store.path().display(), args.design.display());
        return Err(Failure::wrong(format!("{store}: the ledger there is not kept by the design {design}")));
    }
    let first = first_day(ledger);
    if let Some(from) = args.from.filter(|from| *from != first) {
        let store = store.path().display();
        return Err(Failure::wrong(format!(
            "{store}: the ledger there begins on {first}, and not on {from}"
        )));
    }
    Ok(())
}

fn replay(
    args: &args::Run,
    ledger: &mut Ledger,
    book: DayBook<'_>,
    mut tally: Tally,
    mut journal: Option<&mut JournalFile>,
) -> Result<Tally, Failure> {
    let all = book.bytes_left();
    let mut run = Run::new(ledger, book).longest_gap(args.longest_gap.into());
    while let Some(line) = run.next() {
        tally.count(line);
        if tally.lines.is_multiple_of(BATCH.into()) {
            seal(run.ledger_mut(), journal.as_deref_mut())?;
            progress(tally.lines, run.bytes_left(), all);
        }
    }
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
    aside(&format!("{}: {lines} lines", path.display()));
}

/// A line of text for whoever looks on; over what was told of the progress.
fn aside(text: &str) {
    let mut err = std::io::stderr().lock();
    let begin = if err.is_terminal() { "\r" } else { "" };
    let _ = writeln!(err, "{begin}{text}");
}
