//! [`Indicator`]: something that can be asked of movements.

use serde::Serialize;

use crate::evaluation::{EvaluationError, Figure, Movements};

/// Something that can be asked of movements, with all it needs to be a definite question: its fields are the
/// window, the population, the kinds that count and so on. None of them has a default, because what is *active*
/// or what turns over differs from study to study.
pub trait Indicator: Clone + std::fmt::Debug + PartialEq + Serialize {
    /// What it is.
    const ABOUT: About;

    /// What its figures say.
    type Value: Clone + std::fmt::Debug + PartialEq + Serialize;

    /// The figure.
    ///
    /// # Errors
    /// [`EvaluationError`] if it cannot be asked so. A figure that can be asked for and has no value is no error:
    /// it says why in [`Figure::undefined`].
    fn figure(&self, movements: &Movements) -> Result<Figure<Self>, EvaluationError>;
}

/// What an indicator is, for lists and for figures that travel without the rows they were taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[allow(clippy::exhaustive_structs)]
pub struct About {
    /// The name that its figures carry.
    pub name: &'static str,
    /// What it is, in a sentence.
    pub definition: &'static str,
    /// Where the definition comes from.
    pub source: &'static str,
}
