//! The commands, one per file.

mod check;
mod explain;
mod export;
mod pay_list;
mod report;
mod run;
mod statement;
mod verify;

pub(crate) use check::check;
pub(crate) use explain::explain;
pub(crate) use export::export;
pub(crate) use pay_list::pay_list;
pub(crate) use report::report;
pub(crate) use run::{RefusedLine, Tally, located, run};
pub(crate) use statement::{first_day, statement};
pub(crate) use verify::verify;

/// What a command found.
pub(crate) struct Done {
    /// What to print.
    pub(crate) text: String,
    /// Whether all is well.
    pub(crate) well: bool,
}

impl Done {
    pub(crate) fn well(text: String) -> Self {
        Self { text, well: true }
    }

    pub(crate) fn not_well(text: String) -> Self {
        Self { text, well: false }
    }
}
