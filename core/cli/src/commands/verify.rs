//! `muntwerk verify`: whether a journal is whole and its books are sound.

use muntwerk::ledger::Ledger;
use muntwerk::orders::Lang;
use muntwerk_store::StoreError;

use super::Done;
use crate::args::Verify;
use crate::failure::Failure;
use crate::files::{journal_problem, lines, read, secret};
use crate::words::{fill, say};

/// The ledger of the journal, or what is wrong with it.
fn replayed(args: &Verify) -> Result<Result<Ledger, String>, Failure> {
    if args.journal.is_dir() {
        return match muntwerk_store::read(&args.journal) {
            Ok(reading) => Ok(Ok(reading.ledger)),
            Err(failed @ (StoreError::Io { .. } | StoreError::NoStore { .. })) => Err(failed.into()),
            Err(problem) => Ok(Err(format!("{problem}\n"))),
        };
    }
    let bytes = read(&args.journal)?;
    Ok(Ledger::replay(lines(&bytes), secret()).map_err(|error| journal_problem(&args.journal, &error)))
}

pub(crate) fn verify(args: &Verify, lang: Lang) -> Result<Done, Failure> {
    let ledger = match replayed(args)? {
        Ok(ledger) => ledger,
        Err(problem) => return Ok(Done::not_well(problem)),
    };
    let head = ledger.head().to_string();
    let found = ["{} regels, hoofd {}", "{} lignes, tête {}", "{} lines, head {}"];
    let path = args.journal.display();
    let mut text = format!("{path}: {}\n", fill(lang, found, &[&ledger.len().to_string(), &head]));
    if let Some(expected) = args.head.as_ref().filter(|expected| !expected.eq_ignore_ascii_case(&head)) {
        let other = [
            "het journaal eindigt niet in {}: er ontbreken regels, of het is een ander",
            "le journal ne se termine pas par {} : des lignes manquent, ou c’est un autre",
            "the journal does not end in {}: lines are missing, or it is another one",
        ];
        text.push_str(&format!("{path}: {}\n", fill(lang, other, &[expected])));
        return Ok(Done::not_well(text));
    }
    let findings = ledger.audit();
    for finding in &findings {
        text.push_str(&format!("{path}: {finding}\n"));
    }
    if !findings.is_empty() {
        return Ok(Done::not_well(text));
    }
    let sound = [
        "de keten klopt, elke boeking past bij de boeken ervoor, en de boeken kloppen",
        "la chaîne est intacte, chaque écriture convient aux livres qui la précèdent, et les livres sont justes",
        "the chain holds, every entry fits the books before it, and the books are sound",
    ];
    text.push_str(&format!("{path}: {}\n", say(lang, sound)));
    Ok(Done::well(text))
}
