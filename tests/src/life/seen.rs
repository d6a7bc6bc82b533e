//! What there is to be seen: what was booked, what was said, and what the views say.

use super::*;

/// Something to be seen: what was booked, or what was said.
#[derive(PartialEq)]
pub(super) enum Seen {
    Booked(Vec<Entry>),
    Said(String),
}

/// What an order came to, to the last posting and in every language.
pub(super) fn answered(ledger: &mut Ledger, order: &Order) -> Seen {
    if let Ask::AmendDesign(amend) = &order.ask {
        // The same design again, and aside: whether somebody may is the question.
        let mut aside = ledger.clone();
        let design = Box::new(aside.design().clone());
        let order = Order { ask: AmendDesign { design, ..amend.clone() }.into(), ..order.clone() };
        return match aside.execute(&order) {
            Ok(receipt) => {
                let record = aside.get(receipt.number).unwrap();
                let waits = |change: &Change| matches!(change, Change::PendingOpened(_));
                Seen::Said(format!(
                    "adopted, or waits: {}",
                    record.entry().unwrap().changes.iter().any(waits)
                ))
            }
            Err(refused) => said(&refused.refusal, ledger),
        };
    }
    let before = ledger.len();
    match ledger.execute(order) {
        Ok(_) => {
            Seen::Booked(ledger.records_from(before).map(|record| record.entry().unwrap().clone()).collect())
        }
        Err(refused) => said(&refused.refusal, ledger),
    }
}

pub(super) fn said(refusal: &Refusal, ledger: &Ledger) -> Seen {
    let unit = ledger.design().unit();
    let sentences = Lang::ALL.map(|lang| refusal.sentence(lang, &Words::of(unit, lang)));
    Seen::Said(format!("{} {} {}", refusal.code, refusal.rule(), sentences.join(" / ")))
}

/// What the views say, each in every language.
pub(super) fn views(ledger: &Ledger, first: Day) -> Vec<String> {
    let unit = ledger.design().unit();
    let words = Lang::ALL.map(|lang| (lang, Words::of(unit, lang)));
    let today = ledger.day();
    let (trial, refusals) = (TrialBalance::of(ledger), Refusals::of(ledger));
    let (totals, ending) = (PartnerTotals::of(ledger, first, today), Ending::of(ledger, Day::LAST));
    let mut views = Vec::new();
    for (lang, words) in &words {
        views.push(totals.text(*lang, words));
        views.push(trial.text(*lang, words));
        views.push(ending.text(*lang, words));
        views.push(refusals.text(*lang));
    }
    for account in [0, 1, 7].map(|n| id(&member(n))) {
        let statement = Statement::of(ledger, &account, first, today).unwrap();
        let (balance, limit) =
            (WhyBalance::of(ledger, &account).unwrap(), WhyLimit::of(ledger, &account).unwrap());
        for (lang, words) in &words {
            views.push(statement.text(*lang, words));
            views.push(balance.sentences(*lang, words).join(" "));
            views.push(limit.sentences(*lang, words).join(" "));
        }
    }
    views
}
