//! [`Design`]: what the steering group decided, checked.

use std::path::PathBuf;
use std::sync::Arc;

use muntwerk::design::{Design as Core, euro_scale};
use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::amount::{Amount, exact};
use crate::errors;
use crate::text;

/// The designs that come with the library, by the name of their file in `core/designs`.
const SHIPPED: &[(&str, &str)] = &[
    ("buurtijd", include_str!("../../core/designs/buurtijd.toml")),
    ("chiemgauer", include_str!("../../core/designs/chiemgauer.toml")),
    ("e-portemonnee", include_str!("../../core/designs/e-portemonnee.toml")),
    ("eusko", include_str!("../../core/designs/eusko.toml")),
    ("lets-brussel", include_str!("../../core/designs/lets-brussel.toml")),
    ("makkie", include_str!("../../core/designs/makkie.toml")),
    ("rabot-example", include_str!("../../core/designs/rabot-example.toml")),
    ("torekes", include_str!("../../core/designs/torekes.toml")),
    ("uurbank-example", include_str!("../../core/designs/uurbank-example.toml")),
    ("wijk-example", include_str!("../../core/designs/wijk-example.toml")),
];

/// A currency: a design file that was read and contradicts itself nowhere.
///
/// Make one with `Design.load(path)`, `Design.named("torekes")` or `Design.parse(text)`.
#[pyclass(frozen, eq, module = "muntwerk")]
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Design {
    pub(crate) core: Arc<Core>,
}

impl Design {
    pub(crate) fn of(core: &Core) -> Self {
        Self { core: Arc::new(core.clone()) }
    }
}

#[pymethods]
impl Design {
    /// Reads the text of a design file.
    ///
    /// Raises:
    ///     DesignError: With every problem, its place and the reason.
    #[classmethod]
    fn parse(_class: &Bound<'_, PyType>, text: &str) -> PyResult<Self> {
        let core = Core::parse(text).map_err(|error| errors::design(&error))?;
        Ok(Self { core: Arc::new(core) })
    }

    /// Reads a design file.
    ///
    /// Raises:
    ///     OSError: If it cannot be read.
    ///     DesignError: With every problem, its place and the reason.
    #[classmethod]
    fn load(class: &Bound<'_, PyType>, path: PathBuf) -> PyResult<Self> {
        Self::parse(class, &std::fs::read_to_string(path)?)
    }

    /// A design that comes with the library: see `Design.names()`.
    ///
    /// Raises:
    ///     UnknownError: If there is none of this name.
    #[classmethod]
    fn named(class: &Bound<'_, PyType>, name: &str) -> PyResult<Self> {
        let found = SHIPPED.iter().find(|(shipped, _)| *shipped == name);
        let (_, text) = found.ok_or_else(|| {
            let names: Vec<&str> = SHIPPED.iter().map(|(name, _)| *name).collect();
            errors::UnknownError::new_err(format!(
                "no design is called {name:?}; there are {}",
                names.join(", ")
            ))
        })?;
        Self::parse(class, text)
    }

    /// The names of the designs that come with the library.
    #[staticmethod]
    fn names() -> Vec<&'static str> {
        SHIPPED.iter().map(|(name, _)| *name).collect()
    }

    /// The design as text, every default written out: what the journal keeps.
    #[getter]
    fn text(&self) -> String {
        self.core.resolved()
    }

    /// The code of the currency.
    #[getter]
    fn id(&self) -> String {
        self.core.currency().id.to_string()
    }

    /// The name of the currency in a language: nl, fr or en.
    #[pyo3(signature = (lang = "en"))]
    fn name(&self, lang: &str) -> PyResult<String> {
        let names = &self.core.currency().names;
        Ok(match text::lang(lang)? {
            muntwerk::orders::Lang::Nl => names.nl.clone(),
            muntwerk::orders::Lang::Fr => names.fr.clone(),
            muntwerk::orders::Lang::En => names.en.clone(),
        })
    }

    /// The time zone in which the host reads the civil day, such as `Europe/Brussels`.
    #[getter]
    fn zone(&self) -> String {
        self.core.currency().zone.clone()
    }

    /// How many decimals the books keep of the unit.
    #[getter]
    fn scale(&self) -> u8 {
        self.core.unit().scale.digits()
    }

    /// An amount in the unit of the currency: a figure as text or `Decimal`, or whole minor units.
    ///
    /// Raises:
    ///     TypeError: For a `float` or a `bool`.
    ///     MoneyError: If it is not exact, or does not fit.
    fn amount(&self, value: &Bound<'_, PyAny>) -> PyResult<Amount> {
        let scale = self.core.unit().scale;
        Ok(Amount { minor: exact(value, scale)?, scale })
    }

    /// An amount of euro, kept in cents.
    ///
    /// Raises:
    ///     TypeError: For a `float` or a `bool`.
    ///     MoneyError: If it is not exact, or does not fit.
    #[staticmethod]
    fn euro(value: &Bound<'_, PyAny>) -> PyResult<Amount> {
        Ok(Amount { minor: exact(value, euro_scale())?, scale: euro_scale() })
    }

    fn __repr__(&self) -> String {
        format!("Design(\"{}\")", self.core.currency().id)
    }

    fn __hash__(&self) -> u64 {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        self.core.resolved().hash(&mut hasher);
        hasher.finish()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((py.get_type::<Self>().getattr("parse")?, (self.core.resolved(),)))
    }
}
