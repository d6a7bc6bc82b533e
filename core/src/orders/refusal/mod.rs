//! [`Refusal`]: no, with a code, the rule, the figures and a sentence.

mod catalogue;
mod code;
mod figures;
mod format;
mod own_words;
mod sentence;
mod told;

pub use code::RefusalCode;
pub use figures::Figures;
pub use format::Lang;
pub use sentence::Words;
pub use told::NotARefusal;

use serde::Deserialize;

use crate::sparse::sparse;

/// Why an order is not booked (R71): a stable code, the rule that says so, and the figures.
///
/// A refusal is final for its order's id: a later resend gets the same answer, so that a late
/// duplicate cannot succeed after the payer gave up. Trying again takes a new id. Only a few codes
/// ([`RefusalCode::is_recorded`] false) turn an order away without a trace.
#[derive(Clone, Debug, PartialEq, Deserialize, thiserror::Error)]
#[serde(deny_unknown_fields)]
#[error("{code}")]
pub struct Refusal {
    /// The stable code.
    pub code: RefusalCode,
    /// The figures behind it.
    #[serde(default)]
    pub figures: Box<Figures>,
}
sparse!(Refusal { code | figures });

impl Refusal {
    pub(crate) fn new(code: RefusalCode) -> Self {
        Self { code, figures: Box::default() }
    }

    pub(crate) fn with(mut self, fill: impl FnOnce(&mut Figures)) -> Self {
        fill(&mut self.figures);
        self
    }

    /// The rule that refused: a key of the design, or the guard of the permission matrix.
    pub fn rule(&self) -> &'static str {
        self.code.rule()
    }
}
