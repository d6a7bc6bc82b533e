//! `muntwerk export`: the books as a file for an accounting program.

use muntwerk::orders::Lang;
use muntwerk::views::{Beancount, Hledger};

use super::Done;
use crate::args::{Export, Program};
use crate::failure::Failure;
use crate::files::replay;

/// The language says nothing here: what is written is for a program.
pub(crate) fn export(args: &Export, _: Lang) -> Result<Done, Failure> {
    let ledger = replay(&args.journal)?;
    Ok(Done::well(match args.program {
        Program::Hledger => Hledger::of(&ledger).to_string(),
        Program::Beancount => Beancount::of(&ledger).to_string(),
    }))
}
