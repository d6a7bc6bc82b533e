//! Answers of a wallet as JSON, in which every refusal says its sentences: only the design knows what the unit
//! is called.

use muntwerk::design::Design;
use muntwerk::orders::Refusal as CoreRefusal;
use muntwerk::wallet::{Answered, Applied, Expected, OrderOutcome, Preview};
use pyo3::prelude::*;
use serde::Serialize;
use serde_json::Value;

use crate::answer::Refusal;
use crate::errors::MuntwerkError;

fn json(value: &impl Serialize) -> PyResult<Value> {
    serde_json::to_value(value).map_err(|error| MuntwerkError::new_err(error.to_string()))
}

/// Puts the sentences of a refusal beside its code and figures, and the number of its record.
fn say(json: &mut Value, place: &str, refusal: &CoreRefusal, record: Option<u64>, design: &Design) {
    if let Some(Value::Object(told)) = json.pointer_mut(place) {
        let [nl, fr, en] = Refusal::plain(refusal.clone(), design).sentences();
        told.insert("sentences".to_owned(), Value::from(vec![nl, fr, en]));
        told.insert("number".to_owned(), Value::from(record));
    }
}

/// What an order will come to.
pub(super) fn preview(preview: &Preview, design: &Design) -> PyResult<Value> {
    let mut told = json(preview)?;
    if let Expected::Refused(refusal) = &preview.expected {
        say(&mut told, "/expected/refused", refusal, None, design);
    }
    Ok(told)
}

/// What an order came to.
pub(super) fn outcome(outcome: &OrderOutcome, design: &Design) -> PyResult<Value> {
    let mut told = json(outcome)?;
    if let OrderOutcome::Refused { record, refusal } = outcome {
        say(&mut told, "/refused/refusal", refusal, *record, design);
    }
    Ok(told)
}

/// An order that was answered, and what it came to.
pub(super) fn answered(answered: &Answered, design: &Design) -> PyResult<Value> {
    let mut told = json(answered)?;
    if let OrderOutcome::Refused { record, refusal } = &answered.outcome {
        say(&mut told, "/outcome/refused/refusal", refusal, *record, design);
    }
    Ok(told)
}

/// What a feed brought.
pub(super) fn applied(applied: &Applied, design: &Design) -> PyResult<Value> {
    let mut told = json(applied)?;
    let each: PyResult<Vec<Value>> = applied.answered.iter().map(|one| answered(one, design)).collect();
    if let Some(list) = told.get_mut("answered") {
        *list = Value::from(each?);
    }
    Ok(told)
}
