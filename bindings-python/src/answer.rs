//! [`Receipt`] and [`Refusal`]: what an order came to; and the answers to many orders.

use std::sync::Arc;

use muntwerk::design::Design;
use muntwerk::ledger::{Answer, Refused};
use muntwerk::orders::{Lang, Refusal as Core, Words};
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::{PyList, PyType};

use crate::errors::OrderError;
use crate::order::at;
use crate::text;
use crate::typed::typed;

/// The order was booked.
#[pyclass(frozen, eq, hash, module = "muntwerk")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Receipt {
    number: u64,
    repeated: bool,
}

/// The order was not booked, and why: a stable code, the rule that says so, the figures, a sentence.
#[pyclass(frozen, eq, module = "muntwerk")]
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Refusal {
    core: Core,
    /// In Dutch, French and English, with the name of the unit at that time.
    sentences: [String; 3],
    number: Option<u64>,
    repeated: bool,
}

/// The answers to a batch, in its order: a sequence of `Receipt` and `Refusal`.
#[pyclass(frozen, module = "muntwerk")]
pub(crate) struct Answers {
    pub(crate) answers: Vec<Answer>,
    pub(crate) design: Arc<Design>,
}

impl From<muntwerk::ledger::Receipt> for Receipt {
    fn from(receipt: muntwerk::ledger::Receipt) -> Self {
        Self { number: receipt.number, repeated: receipt.repeated }
    }
}

impl Refusal {
    /// A refusal with its sentences, as the design calls the unit.
    pub(crate) fn of(refused: Refused, design: &Design) -> Self {
        let Refused { number, repeated, refusal } = refused;
        Self { number, repeated, ..Self::plain(refusal, design) }
    }

    /// The refusal of an order that was decided and not executed.
    pub(crate) fn plain(core: Core, design: &Design) -> Self {
        let say = |lang| core.sentence(lang, &Words::of(design.unit(), lang));
        let sentences = [say(Lang::Nl), say(Lang::Fr), say(Lang::En)];
        Self { core, sentences, number: None, repeated: false }
    }

    /// What it says in Dutch, French and English.
    pub(crate) fn sentences(self) -> [String; 3] {
        self.sentences
    }
}

#[pymethods]
impl Receipt {
    #[new]
    fn new(number: u64, repeated: bool) -> Self {
        Self { number, repeated }
    }

    /// The number of its record; of a closing the last one.
    #[getter]
    fn number(&self) -> u64 {
        self.number
    }

    /// Whether this answer was given before: the same order came again.
    #[getter]
    fn repeated(&self) -> bool {
        self.repeated
    }

    fn __repr__(&self) -> String {
        let again = if self.repeated { ", repeated" } else { "" };
        format!("Receipt(number={}{again})", self.number)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> (Bound<'py, PyType>, (u64, bool)) {
        (py.get_type::<Self>(), (self.number, self.repeated))
    }
}

#[pymethods]
impl Refusal {
    /// The stable code, such as `insufficient_balance`.
    #[getter]
    fn code(&self) -> &'static str {
        self.core.code.text()
    }

    /// The rule that refused: a key of the design, or the guard of the permission matrix.
    #[getter]
    fn rule(&self) -> &'static str {
        self.core.rule()
    }

    /// What was asked, what there was, the limit: a `muntwerk.books.Figures`, amounts in minor units.
    #[getter]
    fn figures(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        typed(py, "books.Figures", &self.core.figures)
    }

    /// The number of its record; `None` if it was turned away without a trace.
    #[getter]
    fn number(&self) -> Option<u64> {
        self.number
    }

    /// Whether this answer was given before.
    #[getter]
    fn repeated(&self) -> bool {
        self.repeated
    }

    /// A sentence that a member understands, in nl, fr or en.
    #[pyo3(signature = (lang = "en"))]
    fn message(&self, lang: &str) -> PyResult<&str> {
        let [nl, fr, en] = &self.sentences;
        Ok(match text::lang(lang)? {
            Lang::Nl => nl,
            Lang::Fr => fr,
            Lang::En => en,
        })
    }

    /// As it stands in the journal: code and figures.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        py.import("json")?.call_method1("loads", (self.json()?,))
    }

    fn __repr__(&self) -> String {
        let [_, _, en] = &self.sentences;
        format!("Refusal({}: {en})", self.core.code)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Pickled)> {
        let state = (self.json()?, self.sentences.clone(), self.number, self.repeated);
        Ok((py.get_type::<Self>().getattr("_restore")?, state))
    }

    #[staticmethod]
    fn _restore(json: &str, sentences: [String; 3], number: Option<u64>, repeated: bool) -> PyResult<Self> {
        let core = serde_json::from_str(json).map_err(|error| OrderError::new_err(error.to_string()))?;
        Ok(Self { core, sentences, number, repeated })
    }
}

type Pickled = (String, [String; 3], Option<u64>, bool);

impl Refusal {
    fn json(&self) -> PyResult<String> {
        serde_json::to_string(&self.core).map_err(|error| OrderError::new_err(error.to_string()))
    }
}

impl Answers {
    fn one(&self, py: Python<'_>, answer: &Answer) -> PyResult<Py<PyAny>> {
        match answer {
            Ok(receipt) => Ok(Py::new(py, Receipt::from(*receipt))?.into_any()),
            Err(refused) => Ok(Py::new(py, Refusal::of(refused.clone(), &self.design))?.into_any()),
        }
    }

    fn count(&self, which: impl Fn(&Answer) -> bool) -> usize {
        self.answers.iter().filter(|answer| which(answer)).count()
    }
}

#[pymethods]
impl Answers {
    fn __len__(&self) -> usize {
        self.answers.len()
    }

    fn __getitem__(&self, py: Python<'_>, index: isize) -> PyResult<Py<PyAny>> {
        let found = at(index, self.answers.len()).and_then(|at| self.answers.get(at));
        self.one(py, found.ok_or_else(|| PyIndexError::new_err(index))?)
    }

    fn __iter__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("muntwerk._decode")?.call_method1("each", (slf,))
    }

    /// How many were booked now.
    #[getter]
    fn booked(&self) -> usize {
        self.count(|answer| matches!(answer, Ok(receipt) if !receipt.repeated))
    }

    /// How many were refused now.
    #[getter]
    fn refused(&self) -> usize {
        self.count(|answer| matches!(answer, Err(refused) if !refused.repeated))
    }

    /// How many had their answer already.
    #[getter]
    fn repeated(&self) -> usize {
        self.count(|answer| match answer {
            Ok(receipt) => receipt.repeated,
            Err(refused) => refused.repeated,
        })
    }

    /// Every refusal with its place in the batch, from zero.
    fn refusals<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let list = PyList::empty(py);
        for (at, answer) in self.answers.iter().enumerate() {
            if answer.is_err() {
                list.append((at, self.one(py, answer)?))?;
            }
        }
        Ok(list)
    }

    fn __repr__(&self) -> String {
        format!("Answers({} booked, {} refused, {} repeated)", self.booked(), self.refused(), self.repeated())
    }
}
