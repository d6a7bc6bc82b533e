//! [`Movements`]: the movements of a ledger, or of a list that somebody gave, of which figures are asked.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use muntwerk::evaluation::figures::{INDICATORS, Question};
use muntwerk::evaluation::sharing::Release;
use muntwerk::evaluation::{EvaluationError as CoreError, Movements as Core, Population};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDict};
use serde::Deserialize;

use crate::day::to_date;
use crate::errors::{EvaluationError, MuntwerkError};
use crate::ledger::Ledger;
use crate::typed::{all_typed, decoder};

/// Every movement of units, in order: what all figures are taken from. A snapshot, which does not change when the
/// ledger does.
///
/// `Ledger.movements()` makes one of a ledger. Ask it questions of `muntwerk.indicators`:
/// `movements.ask(Velocity(window=..., kinds=("transfer",), per="week", ...))`. It can be used from several threads
/// at once.
#[pyclass(frozen, module = "muntwerk")]
pub(crate) struct Movements {
    pub(crate) all: Arc<Core>,
    fingerprint: OnceLock<String>,
}

impl From<Core> for Movements {
    fn from(all: Core) -> Self {
        Self { all: Arc::new(all), fingerprint: OnceLock::new() }
    }
}

fn unfit(error: &CoreError) -> PyErr {
    EvaluationError::new_err(error.to_string())
}

fn odd(error: &serde_json::Error) -> PyErr {
    EvaluationError::new_err(error.to_string())
}

fn as_value(question: &Bound<'_, PyAny>) -> PyResult<serde_json::Value> {
    let text: String = decoder(question.py())?.call_method1("question_to_json", (question,))?.extract()?;
    serde_json::from_str(&text).map_err(|error| odd(&error))
}

#[pymethods]
impl Movements {
    /// How many there are.
    fn __len__(&self) -> usize {
        self.all.rows.len()
    }

    fn __repr__(&self) -> String {
        let days = self.all.window().ok().flatten();
        let days =
            days.map_or_else(String::new, |days| format!(", {} through {}", days.from(), days.through()));
        format!("Movements({} of {}{days})", self.all.rows.len(), self.all.unit)
    }

    /// What a unit is called.
    #[getter]
    fn unit(&self) -> &str {
        &self.all.unit
    }

    /// How many decimals a minor unit stands for.
    #[getter]
    fn decimals(&self) -> u8 {
        self.all.scale.digits()
    }

    /// Rows of the source that are no movement and were left out.
    #[getter]
    fn dropped(&self) -> u64 {
        self.all.dropped
    }

    /// The first and the last day on which something moved; `None` if nothing did.
    #[getter]
    fn window<'py>(&self, py: Python<'py>) -> PyResult<Option<(Bound<'py, PyDate>, Bound<'py, PyDate>)>> {
        let window = self.all.window().map_err(|error| unfit(&error))?;
        window.map(|days| Ok((to_date(py, days.from())?, to_date(py, days.through())?))).transpose()
    }

    /// Where units come from, who holds them, where they go: in the order of appearance.
    #[getter]
    fn parties(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        all_typed(py, "indicators.Party", &self.all.parties)
    }

    /// The SHA-256 of the movements, as 64 hexadecimal digits: figures say by it which rows they are of. How it is
    /// made stands in the manual, so that others can check it.
    #[getter]
    fn fingerprint(&self, py: Python<'_>) -> &str {
        py.detach(|| self.fingerprint.get_or_init(|| self.all.fingerprint()))
    }

    /// The files of a release under pseudonyms, by name; `muntwerk.sharing` writes them.
    fn _release(&self, py: Python<'_>, key: &[u8]) -> PyResult<Vec<(&'static str, String)>> {
        let release = py.detach(|| Release::of(&self.all, key)).map_err(|error| unfit(&error))?;
        let manifest = release.manifest.json();
        Ok(release.tables.into_iter().chain([("manifest.json", manifest)]).collect())
    }

    /// The figure that answers a question.
    ///
    /// Args:
    ///     question: An object of `muntwerk.indicators`. It leaves nothing open; one that is made without its
    ///         window, its kinds, its population and so on raises `TypeError`.
    ///     attributes: What is said of accounts from outside the books: an area, a group, an age, by account. If it is
    ///         given, the question is asked of each part of its population, and the answer is a dictionary; under
    ///         `None` are the accounts of which nothing is said, so that the parts together are the whole.
    ///
    /// Raises:
    ///     EvaluationError: If the population names an account that is not there, or an exact figure needs more than
    ///         128 bits.
    #[pyo3(signature = (question, attributes = None))]
    fn ask(
        &self,
        py: Python<'_>,
        question: &Bound<'_, PyAny>,
        attributes: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        let Some(attributes) = attributes else { return self.figure(py, question) };
        let decode = decoder(py)?;
        let said: String = decode.call_method1("attributes_to_json", (attributes,))?.extract()?;
        let said: BTreeMap<String, String> = serde_json::from_str(&said).map_err(|error| odd(&error))?;
        let figures = PyDict::new(py);
        for (value, part) in
            self.population(question)?.by_attribute(&self.all, &said).map_err(|it| unfit(&it))?
        {
            let part = serde_json::to_string(&part).map_err(|error| odd(&error))?;
            let asked = decode.call_method1("asked_of", (question, part))?;
            figures.set_item(value, self.figure(py, &asked)?)?;
        }
        Ok(figures.into_any().unbind())
    }
}

impl Movements {
    fn figure(&self, py: Python<'_>, question: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        let decode = decoder(py)?;
        // From a value and not from its text: where in a text nobody wrote something is wrong helps nobody.
        let asked = Question::deserialize(as_value(question)?).map_err(|error| odd(&error))?;
        let answer = py.detach(|| asked.answer(&self.all)).map_err(|error| unfit(&error))?;
        let reason = answer.undefined().map(|why| why.to_string());
        let text = serde_json::to_string(&answer).map_err(|error| odd(&error))?;
        let of = self.fingerprint(py);
        Ok(decode.call_method1("figure", (question, text, reason, of))?.unbind())
    }

    /// The population of a question, if it has one.
    fn population(&self, question: &Bound<'_, PyAny>) -> PyResult<Population> {
        let asked = as_value(question)?;
        let about = asked.as_object().and_then(|asked| asked.values().next());
        match about.and_then(|about| about.get("population")) {
            Some(population) => Population::deserialize(population).map_err(|error| odd(&error)),
            None => Err(PyTypeError::new_err(
                "attributes: this question is about everybody and has no population",
            )),
        }
    }
}

#[pymethods]
impl Ledger {
    /// Every movement of units so far, of which figures are asked. Walks all records.
    ///
    /// Raises:
    ///     EvaluationError: If there are more accounts than can be numbered.
    fn movements(&self, py: Python<'_>) -> PyResult<Movements> {
        let all = self.look_long(py, Core::of_ledger)?;
        all.map(Movements::from).map_err(|error| unfit(&error))
    }
}

/// What every indicator is, as JSON; `muntwerk.figures.Figure.definition` has it.
#[pyfunction]
pub(crate) fn _about_indicators() -> PyResult<String> {
    serde_json::to_string(INDICATORS).map_err(|error| MuntwerkError::new_err(error.to_string()))
}

/// The version of the engine.
#[pyfunction]
pub(crate) fn _version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}
