//! `muntwerk explain`: what a design decides, or why an account stands as it does.

use std::path::Path;

use muntwerk::id::Id;
use muntwerk::orders::{Lang, Words};
use muntwerk::views::{WhyBalance, WhyDate, WhyLimit};

use super::Done;
use crate::args::Explain;
use crate::failure::Failure;
use crate::files::{problems, read_design, replay};
use crate::words::design::{blocks, people, title};
use crate::words::say;

pub(crate) fn explain(args: &Explain, lang: Lang) -> Result<Done, Failure> {
    match &args.account {
        Some(account) => explain_account(&args.file, account, lang),
        None => explain_design(&args.file, lang),
    }
}

fn explain_design(path: &Path, lang: Lang) -> Result<Done, Failure> {
    let design = match read_design(path)? {
        Ok(design) => design,
        Err(error) => return Ok(Done::not_well(problems(path, &error))),
    };
    let mut text = format!("{}\n", title(&design, lang));
    for block in blocks(&design, lang).into_iter().chain(people(&design, lang)) {
        text.push_str(&format!("\n{}\n", say(lang, block.title)));
        for sentence in block.sentences {
            text.push_str(&format!("  {sentence}\n"));
        }
        for item in block.items {
            text.push_str(&format!("  - {item}\n"));
        }
    }
    Ok(Done::well(text))
}

fn explain_account(path: &Path, account: &Id, lang: Lang) -> Result<Done, Failure> {
    let ledger = replay(path)?;
    let words = Words::of(ledger.design().unit(), lang);
    let unknown = || Failure::NoAccount(path.to_owned(), *account);
    let mut paragraphs = vec![WhyBalance::of(&ledger, account).ok_or_else(unknown)?.sentences(lang, &words)];
    paragraphs.extend(WhyLimit::of(&ledger, account).map(|why| why.sentences(lang, &words)));
    let there = ledger.state().books().find(account);
    for (lot, _) in there.into_iter().flat_map(|there| there.holdings().iter()) {
        paragraphs.extend(WhyDate::of(&ledger, account, lot).map(|why| why.sentences(lang, &words)));
    }
    let paragraphs: Vec<String> = paragraphs.iter().map(|sentences| sentences.join("\n")).collect();
    Ok(Done::well(format!("{}\n", paragraphs.join("\n\n"))))
}
