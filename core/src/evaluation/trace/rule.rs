//! [`TracingRule`]: which of its units an account pays with.

/// Which of its units an account pays with. Units of equal face are not told apart by anybody who pays, so every
/// answer about holding times and ages rests on such a rule, and is told with it (`evaluation.md` section 2,
/// Mattsson, Luedtke and Takes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum TracingRule {
    /// The lots that the books took. Within a lot, what came first goes first. Off notes come new lots, so what
    /// the books know ends at the counter.
    AsBooked,
    /// What came first goes first; of what came together, the units issued first.
    Fifo,
    /// What came last goes first; of what came together, the units issued last.
    Lifo,
    /// A share of everything there is, in proportion.
    WellMixed,
}
