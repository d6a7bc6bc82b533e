//! `muntwerk pay-list`: what partners are to be paid, for whoever pays them and for their bank.

use std::path::Path;

use muntwerk::orders::Lang;
use muntwerk::views::{self, Payees, Payer};

use super::Done;
use crate::args::PayList;
use crate::failure::Failure;
use crate::files::{read_text, replay};

/// The language says nothing here: what is written is for a bank. So is the moment at which the file was
/// made, the latest that the ledger knows, so that the same books give the same bytes.
pub(crate) fn pay_list(args: &PayList, _: Lang) -> Result<Done, Failure> {
    let payees = Payees::parse(&read_text(&args.payees)?).map_err(wrong(&args.payees))?;
    let ledger = replay(&args.journal)?;
    let list = views::PayList::of(&ledger);
    let text = match (&args.payer, &args.payer_iban, args.message) {
        (Some(name), Some(iban), Some(message)) => {
            let payer = Payer {
                name: name.clone(),
                iban: iban.clone(),
                message,
                created: ledger.state().latest_instant(),
                on: args.on.unwrap_or(ledger.day()),
            };
            list.pain_001(&payer, &payees)
        }
        _ => list.csv(&payees),
    };
    text.map(Done::well).map_err(wrong(&args.journal))
}

fn wrong<E: std::fmt::Display>(path: &Path) -> impl FnOnce(E) -> Failure {
    move |error| Failure::wrong(format!("{}: {error}", path.display()))
}
