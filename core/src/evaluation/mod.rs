//! Figures for evaluation research: what came about, who took part, how fast units went round, how long they
//! were held, where they ended.
//!
//! The entries of a ledger become one list of [`Movements`]; so does a list that others kept, read by [`observed`].
//! Every [`Indicator`](figures::Indicator) is a small file under [`figures`], defined where it is computed: a
//! question that leaves nothing open, to which the answer is a [`Figure`], an exact value with what was asked, its
//! unit, the rows it used and left out, or the reason why there is none.

mod error;
mod figure;
pub mod figures;
mod fingerprint;
mod fraction;
mod kind;
mod movement;
pub mod observed;
mod of_ledger;
mod pairs;
mod parties;
mod party;
mod population;
pub mod sharing;
mod supply;
#[cfg(test)]
pub(crate) mod tests;
mod trace;
mod window;

pub use error::EvaluationError;
pub use figure::{Figure, Undefined};
pub use fraction::Fraction;
pub use kind::{Kind, Kinds};
pub use movement::{Birth, LotPiece, Movement, Movements};
pub use party::{Party, PartyKind, PartyNo};
pub use population::Population;
pub use trace::TracingRule;
pub use window::Window;
