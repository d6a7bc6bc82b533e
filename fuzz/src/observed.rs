//! Lists that others kept, as bytes: whatever they are, every row is accounted for, nobody holds less than nothing,
//! and the time of all holdings is the area under the supply curve.

use std::num::NonZeroU32;

use muntwerk::calendar::Day;
use muntwerk::evaluation::figures::{Indicator, UnitTime};
use muntwerk::evaluation::observed::{Beyond, Blocks, ImportError, Observed, Reading};
use muntwerk::evaluation::{EvaluationError, TracingRule};

use super::{Depth, Outcome};

/// What stands between the files of a list.
const BETWEEN: &[u8] = b"\n===\n";

/// The first byte says which schema, the rest is its files.
pub fn observed(data: &[u8], depth: Depth) -> Outcome {
    let mut outcome = Outcome::default();
    let Some((schema, text)) = data.split_first() else { return outcome };
    let files = split(text);
    let file = |at: usize| files.get(at).copied().unwrap_or_default();
    let reading = Reading {
        beyond: if schema & 0x80 == 0 { Beyond::Unexplained } else { Beyond::Credit },
        ..Reading::default()
    };
    let read = match schema & 0x7f {
        b'u' => Observed::of_ukds(file(0), files.get(1).copied(), &reading),
        b'f' => Observed::of_follow_the_money(file(0), file(1), &reading),
        b'c' => Observed::of_cyclos(file(0), file(1), files.get(2).copied(), &reading),
        b'm' => Observed::of_micro_velocity(file(0), file(1), blocks(), &reading),
        b'd' => Observed::of_day_book(file(0), &reading),
        _ => return outcome,
    };
    match read {
        Ok(list) => {
            outcome.read = list.health.files.iter().map(|file| file.rows as usize).sum();
            outcome.booked = list.movements.rows.len();
            holds_together(&list, depth);
        }
        Err(error) => assert!(!error.to_string().is_empty(), "{}", kind(&error)),
    }
    outcome
}

fn kind(error: &ImportError) -> &'static str {
    match error {
        ImportError::NotAList { .. } => "no list",
        _ => "another error",
    }
}

fn blocks() -> Blocks {
    Blocks { first_day: Day::FIRST, per_day: NonZeroU32::MIN }
}

fn split(text: &[u8]) -> Vec<&[u8]> {
    let mut files = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.windows(BETWEEN.len()).position(|window| window == BETWEEN) {
        files.push(&rest[..=at]);
        rest = &rest[at + BETWEEN.len()..];
    }
    files.push(rest);
    files
}

fn holds_together(list: &Observed, depth: Depth) {
    for file in &list.health.files {
        assert_eq!(file.rows, file.used + file.bad + file.left_out, "{file:?}");
    }
    let movements = &list.movements;
    let mut held = vec![0_i128; movements.parties.len()];
    for row in &movements.rows {
        let amount = i128::from(row.amount.minor());
        held[row.from.get() as usize] -= amount;
        held[row.to.get() as usize] += amount;
        let holder = movements.parties[row.from.get() as usize].kind.holds();
        assert!(!holder || held[row.from.get() as usize] >= 0, "{row:?}");
    }
    assert!(movements.rows.is_sorted_by_key(|row| row.day));
    if depth == Depth::Full
        && let Ok(Some(window)) = movements.window()
    {
        for rule in [TracingRule::Fifo, TracingRule::Lifo, TracingRule::WellMixed] {
            match (UnitTime { window, rule }).figure(movements) {
                Ok(figure) => assert!(figure.value.is_none_or(|time| time.holds()), "{rule:?}"),
                Err(error) => assert_eq!(error, EvaluationError::TooLarge),
            }
        }
    }
}
