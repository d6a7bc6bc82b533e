//! A day book as text, run line by line through a ledger.

use muntwerk::daybook::{DayBook, LineOutcome, Run};

use super::story::{Place, story};
use super::{Depth, Outcome, check};

/// A month: what lies further ahead is closed day by day all the same, only slower.
const LONGEST_GAP: i32 = 31;

/// Runs the day book; then once more, which must book nothing new on the days still open.
pub fn daybook(data: &[u8], depth: Depth) -> Outcome {
    let mut outcome = Outcome::default();
    let (place, text) = Place::of(data);
    let book = match DayBook::read(text) {
        Ok(book) => book,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return outcome;
        }
    };
    let story = story(place);
    let mut ledger = story.ledger.clone();
    let lines = text.split(|byte| *byte == b'\n').count() as u64;
    let mut before = 0;
    for line in Run::new(&mut ledger, book).longest_gap(LONGEST_GAP) {
        assert!(line.line > before && line.line <= lines, "line {} after {before}, of {lines}", line.line);
        before = line.line;
        match &line.outcome {
            LineOutcome::Booked(receipt) => outcome.count(&Ok::<_, ()>(receipt)),
            LineOutcome::Refused(refused) => outcome.count(&Err::<(), _>(refused)),
            LineOutcome::Bad(errors) => {
                assert!(!errors.is_empty(), "a bad line without a reason");
                for error in errors {
                    assert_eq!(error.line, line.line);
                    assert!(!error.to_string().is_empty());
                }
            }
        }
    }
    if ledger.len() > story.ledger.len() {
        check::all_is_well(&mut ledger, &story.journal, depth);
        again(&mut ledger, text);
    }
    outcome
}

/// The file handed in twice: lines are known by their reference, so nothing is booked twice.
fn again(ledger: &mut muntwerk::ledger::Ledger, text: &[u8]) {
    let records = ledger.len();
    let Ok(book) = DayBook::read(text) else { return };
    for line in Run::new(ledger, book).longest_gap(0) {
        if let LineOutcome::Booked(receipt) = line.outcome {
            assert!(
                receipt.repeated || receipt.number >= records,
                "line {} answered by {receipt:?}",
                line.line
            );
        }
    }
    assert_eq!(ledger.state().audit(), []);
}
