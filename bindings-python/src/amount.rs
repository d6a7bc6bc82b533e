//! [`Amount`]: a figure with its decimals, exactly.

use std::cmp::Ordering;
use std::hash::{DefaultHasher, Hash, Hasher};

use muntwerk::money::{Balance, Scale};
use pyo3::basic::CompareOp;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyFloat, PyInt, PyString, PyType};

use crate::errors::MoneyError;

static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();

/// An exact amount: whole minor units, and how many decimals they stand for.
///
/// Args:
///     value: A figure as text (`"12.30"`) or as a `decimal.Decimal`; or whole minor units as an `int`.
///     scale: How many decimals the books keep of the unit, 0 to 6. `Design.amount` knows it.
///
/// Raises:
///     TypeError: For a `float` or a `bool`, which are never money.
///     MoneyError: If the figure has more decimals than are kept, is no figure, or does not fit.
#[pyclass(frozen, module = "muntwerk")]
#[derive(Clone, Copy, Debug)]
pub(crate) struct Amount {
    pub(crate) minor: Balance,
    pub(crate) scale: Scale,
}

/// A number of decimals.
pub(crate) fn scale(value: u8) -> PyResult<Scale> {
    Scale::new(value).map_err(|error| MoneyError::new_err(error.to_string()))
}

/// Python's `decimal.Decimal`.
pub(crate) fn decimal_type<'py>(py: Python<'py>) -> PyResult<&'py Bound<'py, PyType>> {
    DECIMAL.import(py, "decimal", "Decimal")
}

/// The minor units of a figure, exactly.
pub(crate) fn exact(value: &Bound<'_, PyAny>, scale: Scale) -> PyResult<Balance> {
    let wrong = |error: muntwerk::money::MoneyError| MoneyError::new_err(error.to_string());
    if let Ok(amount) = value.cast::<Amount>() {
        let amount = amount.get();
        if amount.scale != scale {
            return Err(MoneyError::new_err(format!(
                "{} has {} decimals, and the unit has {}",
                amount.text(),
                amount.scale.digits(),
                scale.digits()
            )));
        }
        return Ok(amount.minor);
    }
    if value.is_instance_of::<PyBool>() {
        return Err(PyTypeError::new_err("an amount is never a bool; write whole minor units, such as 75"));
    }
    if value.is_instance_of::<PyFloat>() {
        return Err(PyTypeError::new_err(format!(
            "an amount is never a float, which cannot hold most decimals; write Decimal(\"{value}\") or the text \"{value}\""
        )));
    }
    if value.is_instance_of::<PyInt>() {
        let minor: i64 = value.extract().map_err(|_| {
            MoneyError::new_err(format!("{value:.40} does not fit: the most is {}", Balance::MAX.minor()))
        })?;
        return Balance::from_minor(minor).map_err(wrong);
    }
    if let Ok(text) = value.cast::<PyString>() {
        return Balance::parse(&text.to_cow()?, scale).map_err(wrong);
    }
    if value.is_instance(decimal_type(value.py())?)? {
        return Balance::parse(&plain(value)?, scale).map_err(wrong);
    }
    let found = value.get_type().name()?.to_string();
    Err(PyTypeError::new_err(format!(
        "expected a decimal.Decimal, a figure as text, or whole minor units as an int, not {found}"
    )))
}

/// A decimal as a plain figure: `1E+2` is 100, and a zero has no sign.
fn plain(decimal: &Bound<'_, PyAny>) -> PyResult<String> {
    const LONGEST: i64 = 64;
    if decimal.call_method0("is_finite")?.is_truthy()? {
        let zero = decimal.call_method0("is_zero")?.is_truthy()?;
        let adjusted: i64 = decimal.call_method0("adjusted")?.extract()?;
        if zero {
            return Ok("0".to_owned());
        }
        if adjusted > LONGEST {
            return Err(MoneyError::new_err(format!(
                "{decimal:.40} does not fit: the most is {}",
                Balance::MAX.minor()
            )));
        }
        if adjusted < LONGEST.saturating_neg() {
            return Err(MoneyError::new_err(format!(
                "{decimal:.40} has a digit beyond the decimals that are kept"
            )));
        }
        return decimal.call_method1("__format__", ("f",))?.extract();
    }
    Err(MoneyError::new_err(format!("{decimal} is no amount")))
}

impl Amount {
    pub(crate) fn text(&self) -> String {
        self.minor.text(self.scale).to_string()
    }

    fn together(&self, other: &Self, add: bool) -> PyResult<Self> {
        if self.scale != other.scale {
            return Err(MoneyError::new_err(format!(
                "{} and {} do not have the same number of decimals",
                self.text(),
                other.text()
            )));
        }
        let minor =
            if add { self.minor.checked_add(other.minor) } else { self.minor.checked_sub(other.minor) };
        let minor = minor.ok_or_else(|| MoneyError::new_err("the sum does not fit"))?;
        Ok(Self { minor, scale: self.scale })
    }
}

#[pymethods]
impl Amount {
    #[new]
    #[pyo3(signature = (value, scale))]
    fn new(value: &Bound<'_, PyAny>, scale: u8) -> PyResult<Self> {
        let scale = self::scale(scale)?;
        Ok(Self { minor: exact(value, scale)?, scale })
    }

    /// Whole minor units, such as cents.
    #[getter]
    fn minor(&self) -> i64 {
        self.minor.minor()
    }

    /// How many decimals the minor units stand for.
    #[getter]
    fn scale(&self) -> u8 {
        self.scale.digits()
    }

    /// The amount as a `decimal.Decimal` with exactly `scale` decimals.
    #[getter]
    fn decimal<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal_type(py)?.call1((self.text(),))
    }

    fn __str__(&self) -> String {
        self.text()
    }

    fn __repr__(&self) -> String {
        format!("Amount(\"{}\", {})", self.text(), self.scale.digits())
    }

    fn __format__<'py>(&self, py: Python<'py>, spec: &str) -> PyResult<Bound<'py, PyAny>> {
        if spec.is_empty() {
            return Ok(PyString::new(py, &self.text()).into_any());
        }
        self.decimal(py)?.call_method1("__format__", (spec,))
    }

    fn __richcmp__(&self, other: &Bound<'_, PyAny>, op: CompareOp) -> PyResult<Py<PyAny>> {
        let py = other.py();
        let Ok(other) = other.cast::<Self>() else { return Ok(py.NotImplemented()) };
        let other = other.get();
        let same = self.scale == other.scale;
        if !same && !matches!(op, CompareOp::Eq | CompareOp::Ne) {
            return Err(PyValueError::new_err("amounts of different units have no order"));
        }
        let order = if same { self.minor.minor().cmp(&other.minor.minor()) } else { Ordering::Less };
        Ok(op.matches(order).into_pyobject(py)?.to_owned().into_any().unbind())
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self.minor.minor(), self.scale.digits()).hash(&mut hasher);
        hasher.finish()
    }

    fn __add__(&self, other: &Self) -> PyResult<Self> {
        self.together(other, true)
    }

    fn __sub__(&self, other: &Self) -> PyResult<Self> {
        self.together(other, false)
    }

    fn __neg__(&self) -> PyResult<Self> {
        let minor = self.minor.checked_neg().ok_or_else(|| MoneyError::new_err("the amount does not fit"))?;
        Ok(Self { minor, scale: self.scale })
    }

    fn __bool__(&self) -> bool {
        self.minor.minor() != 0
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> (Bound<'py, PyType>, (i64, u8)) {
        (py.get_type::<Self>(), (self.minor.minor(), self.scale.digits()))
    }
}
