//! Lists that others kept; `muntwerk.observed` has what is offered.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use muntwerk::calendar::Day;
use muntwerk::evaluation::PartyKind;
use muntwerk::evaluation::observed::{
    Attributes, Beyond, Blocks, Boundary, Enters, ImportError, Leaves, Observed, Reading,
};
use muntwerk::money::Scale;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use serde::Deserialize;

use crate::arrow::observed_rows;
use crate::errors::{EvaluationError, RowsError};
use crate::movements::Movements;

/// What whoever reads a list says beside it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    unit: String,
    decimals: Option<u8>,
    holders: BTreeMap<String, PartyKind>,
    enters: String,
    leaves: String,
    beyond: String,
    first_day: Option<Day>,
    blocks_per_day: Option<NonZeroU32>,
}

impl Said {
    fn read(text: &str) -> PyResult<Self> {
        serde_json::from_str(text).map_err(|error| PyValueError::new_err(error.to_string()))
    }

    fn reading(&self) -> PyResult<Reading> {
        let scale = self.decimals.map(Scale::new).transpose();
        let scale = scale.map_err(|error| PyValueError::new_err(format!("decimals: {error}")))?;
        let enters = [("earned", Enters::Earned), ("bought", Enters::Bought)];
        let leaves = [("redeemed", Leaves::Redeemed), ("exchanged", Leaves::Exchanged)];
        let beyond = [("unexplained", Beyond::Unexplained), ("credit", Beyond::Credit)];
        Ok(Reading {
            unit: self.unit.clone(),
            scale,
            holders: self.holders.clone(),
            boundary: Boundary {
                enters: one_of("enters", &self.enters, &enters)?,
                leaves: one_of("leaves", &self.leaves, &leaves)?,
            },
            beyond: one_of("beyond", &self.beyond, &beyond)?,
        })
    }
}

fn one_of<T: Copy>(what: &str, word: &str, words: &[(&str, T)]) -> PyResult<T> {
    let found = words.iter().find(|(one, _)| *one == word).map(|(_, one)| *one);
    let known: Vec<&str> = words.iter().map(|(one, _)| *one).collect();
    found.ok_or_else(|| {
        PyValueError::new_err(format!("{what}: expected {}, not {word:?}", known.join(" or ")))
    })
}

/// Why a text is no list: line, column, reason.
fn no_list(error: &ImportError) -> PyErr {
    match error {
        ImportError::NotAList { line, faults, .. } => {
            let row = |column: &Option<String>, why: String| (*line, column.clone(), why);
            let rows: Vec<_> =
                faults.iter().map(|fault| row(&fault.column, fault.reason.to_string())).collect();
            RowsError::new_err((rows,))
        }
        ImportError::Configuration { .. } => {
            RowsError::new_err((vec![(0_u64, None::<String>, error.to_string())],))
        }
        ImportError::NotAHolder { .. } => PyValueError::new_err(format!("holders: {error}")),
        _ => EvaluationError::new_err(error.to_string()),
    }
}

/// Movements, and as JSON the health of the list and what it says of accounts.
type Made = (Movements, String, String);

fn made(read: Result<Observed, ImportError>) -> PyResult<Made> {
    let read = read.map_err(|error| no_list(&error))?;
    let json = |text: Result<String, serde_json::Error>| {
        text.map_err(|error| EvaluationError::new_err(error.to_string()))
    };
    let health = json(serde_json::to_string(&read.health))?;
    let attributes = json(serde_json::to_string(&read.attributes))?;
    Ok((read.movements.into(), health, attributes))
}

/// Reads the files of a list of a schema.
#[pyfunction]
pub(crate) fn _observe(
    py: Python<'_>,
    schema: &str,
    files: Vec<Option<Vec<u8>>>,
    reading: &str,
) -> PyResult<Made> {
    let said = Said::read(reading)?;
    let reading = said.reading()?;
    let file = |at: usize| files.get(at).and_then(Option::as_deref);
    let needed = |at: usize| file(at).unwrap_or_default();
    let read = match schema {
        "ukds" => py.detach(|| Observed::of_ukds(needed(0), file(1), &reading)),
        "follow_the_money" => py.detach(|| Observed::of_follow_the_money(needed(0), needed(1), &reading)),
        "cyclos" => py.detach(|| Observed::of_cyclos(needed(0), needed(1), file(2), &reading)),
        "micro_velocity" => {
            let Some((first_day, per_day)) = said.first_day.zip(said.blocks_per_day) else {
                return Err(PyValueError::new_err("first_day and blocks_per_day are needed"));
            };
            let blocks = Blocks { first_day, per_day };
            py.detach(|| Observed::of_micro_velocity(needed(0), needed(1), blocks, &reading))
        }
        "day_book" => py.detach(|| Observed::of_day_book(needed(0), &reading)),
        other => return Err(PyValueError::new_err(format!("there is no schema {other:?}"))),
    };
    made(read)
}

/// Takes the rows of a table.
#[pyfunction]
pub(crate) fn _observe_table(
    py: Python<'_>,
    table: &Bound<'_, PyAny>,
    attributes: &str,
    reading: &str,
) -> PyResult<Made> {
    let reading = Said::read(reading)?.reading()?;
    let attributes: Attributes = serde_json::from_str(attributes)
        .map_err(|error| PyValueError::new_err(format!("attributes: {error}")))?;
    let rows = observed_rows(table, reading.scale.unwrap_or_default())?;
    made(py.detach(|| Observed::of_rows(rows, attributes, &reading)))
}
