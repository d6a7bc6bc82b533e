//! Following units from where they come about to where they end, by a rule.

mod rule;

pub use rule::TracingRule;
