//! `muntwerk statement`: what came and went on an account.

use muntwerk::calendar::Day;
use muntwerk::ledger::{Ledger, Outcome};
use muntwerk::orders::{Lang, Words};
use muntwerk::views;

use super::Done;
use crate::args::Statement;
use crate::failure::Failure;
use crate::files::replay;

pub(crate) fn statement(args: &Statement, lang: Lang) -> Result<Done, Failure> {
    let ledger = replay(&args.journal)?;
    let from = args.from.unwrap_or_else(|| first_day(&ledger));
    let through = args.through.unwrap_or(ledger.day());
    let statement = views::Statement::of(&ledger, &args.account, from, through);
    let statement = statement.ok_or_else(|| Failure::NoAccount(args.journal.clone(), args.account))?;
    Ok(Done::well(statement.text(lang, &Words::of(ledger.design().unit(), lang))))
}

pub(crate) fn first_day(ledger: &Ledger) -> Day {
    match ledger.get(0).map(|record| record.outcome) {
        Some(Outcome::Opened(opening)) => opening.day,
        _ => ledger.day(),
    }
}
