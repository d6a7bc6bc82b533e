//! [`WhyBalance`]: what a balance is made of.

use std::collections::BTreeMap;

use crate::calendar::Day;
use crate::id::Id;
use crate::ledger::Ledger;
use crate::money::{Amount, Balance};
use crate::orders::{AskKind, Lang, Words};
use crate::views::labels::{figure, fill, happened, say, wide_figure};
use crate::views::ran_out::{RAN_OUT, ran_out};
use crate::views::reserved::reserved;
use crate::views::waits::waits;
use crate::views::walk::{booked, partner_accounts};
use crate::views::{Reserved, Waits};

/// Why a balance is what it is: what came and went, by kind and partner. The parts sum to the balance.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct WhyBalance {
    /// Which account.
    pub account: Id,
    /// The ledger's day.
    pub day: Day,
    /// The balance: held less drawn.
    pub balance: Balance,
    /// The units on the account.
    pub held: i128,
    /// What was paid beyond what it held and is not earned back.
    pub drawn: Amount,
    /// The part of it that reversals caused.
    pub technical_debt: Amount,
    /// What came and went.
    pub parts: Vec<BalancePart>,
    /// What is reserved, beside the balance.
    pub reserved: Vec<Reserved>,
    /// What is waited for; no units are set aside for it.
    pub waits: Vec<Waits>,
}

/// What came, or went, in one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct BalancePart {
    /// By what kind of order.
    pub kind: AskKind,
    /// Whether it came.
    pub incoming: bool,
    /// Whether it is of reservations that nobody picked up in time.
    pub ran_out: bool,
    /// Through which partner, where one is on the other side.
    pub partner: Option<Id>,
    /// How many times.
    pub times: u64,
    /// All of it together; below zero if it went.
    pub amount: i128,
}

/// What makes parts the same: the kind, whether it came, whether a reservation ran out, and the partner.
type PartKey = (AskKind, bool, bool, Option<Id>);

impl WhyBalance {
    /// What the balance of an account is made of; `None` if the ledger does not know it. Walks all
    /// records.
    pub fn of(ledger: &Ledger, account: &Id) -> Option<Self> {
        let books = ledger.state().books();
        let there = books.find(account)?;
        let partners = partner_accounts(ledger.state());
        let mut parts: BTreeMap<PartKey, (u64, i128)> = BTreeMap::new();
        for booked in booked(ledger) {
            let Some(leg) = booked.entry.leg(account) else { continue };
            let others = booked.entry.legs.iter().filter_map(|leg| books.number_of(&leg.account.id()));
            let partner = others.filter_map(|row| partners.get(&row)).find(|_| there.kind().holds_lots());
            let incoming = !leg.amount.is_negative();
            let kind = booked.order.ask.kind();
            let ran_out = !booked.order.ask.is_act_of(true) && ran_out(&booked.entry, account).is_some();
            let key = (kind, incoming, ran_out, partner.map(|(id, _)| *id));
            let (times, amount) = parts.entry(key).or_default();
            *times = times.saturating_add(1);
            *amount = amount.saturating_add(leg.amount.minor().into());
        }
        let part = |((kind, incoming, ran_out, partner), (times, amount))| BalancePart {
            kind,
            incoming,
            ran_out,
            partner,
            times,
            amount,
        };
        Some(Self {
            account: *account,
            day: ledger.day(),
            balance: there.balance(),
            held: there.holdings().iter().map(|(_, amount)| i128::from(amount.minor())).sum(),
            drawn: there.drawn(),
            technical_debt: there.technical_debt(),
            parts: parts.into_iter().map(part).collect(),
            reserved: reserved(ledger.state(), account),
            waits: waits(ledger.state(), account),
        })
    }

    /// The answer in sentences: the balance, a line per part, what is owed, and what is reserved.
    pub fn sentences(&self, lang: Lang, words: &Words<'_>) -> Vec<String> {
        let balance = [
            "Het saldo van {} op {} is {}.",
            "Le solde de {} au {} est de {}.",
            "The balance of {} on {} is {}.",
        ];
        let amount = words.amount(lang, self.balance);
        let mut said = vec![fill(lang, balance, &[&self.account.to_string(), &lang.day(self.day), &amount])];
        said.extend(self.parts.iter().map(|part| part.sentence(lang, words)));
        if !self.drawn.is_zero() {
            let drawn = [
                "De rekening staat {} in het rood; wat binnenkomt, lost dat eerst af.",
                "Le compte est à découvert de {} ; ce qui rentre le rembourse d’abord.",
                "The account is {} in the red; whatever comes in repays that first.",
            ];
            said.push(fill(lang, drawn, &[&figure(lang, words, self.drawn)]));
        }
        if !self.technical_debt.is_zero() {
            let technical = [
                "Daarvan komt {} door een rechtzetting.",
                "Dont {} en raison d’une rectification.",
                "Of that, {} is due to a correction.",
            ];
            said.push(fill(lang, technical, &[&figure(lang, words, self.technical_debt)]));
        }
        said.extend(self.reserved.iter().map(|reserved| reserved.sentence(lang, words)));
        said.extend(self.waits.iter().map(|waits| waits.sentence(lang)));
        said
    }
}

impl BalancePart {
    fn sentence(&self, lang: Lang, words: &Words<'_>) -> String {
        let happened = if self.ran_out { RAN_OUT } else { happened(self.kind, self.incoming) };
        let mut what = String::from(say(lang, happened));
        if let Some(partner) = self.partner {
            what.push_str(&fill(lang, [" bij {}", " chez {}", " at {}"], &[&partner.to_string()]));
        }
        let once = ["{}: {}, in 1 keer.", "{} : {}, en 1 fois.", "{}: {}, once."];
        let often = ["{}: {}, in {} keer.", "{} : {}, en {} fois.", "{}: {}, in {} times."];
        let amount = wide_figure(lang, words, self.amount);
        fill(
            lang,
            if self.times == 1 { once } else { often },
            &[&upper(&what), &amount, &self.times.to_string()],
        )
    }
}

/// With a capital, to begin a sentence.
fn upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::views::scenario::{Scenario, id};

    #[test]
    fn the_parts_sum_to_the_balance() {
        for it in [Scenario::rabot(), Scenario::wijk()] {
            for (_, account) in it.ledger.state().books().accounts() {
                let why = WhyBalance::of(&it.ledger, &account.id()).unwrap();
                let sum: i128 = why.parts.iter().map(|part| part.amount).sum();
                assert_eq!(sum, i128::from(account.balance().minor()));
                if account.kind().holds_lots() {
                    assert_eq!(sum, why.held.saturating_sub(why.drawn.minor().into()));
                }
            }
        }
    }

    #[test]
    fn by_kind_and_partner() {
        let it = Scenario::rabot();
        let why = WhyBalance::of(&it.ledger, &id("m-2")).unwrap();
        let words = Words::of(it.ledger.design().unit(), Lang::Nl);
        assert_snapshot!(why.sentences(Lang::Nl, &words).join("\n"), @r"
        Het saldo van m-2 op 5 februari 2025 is 25 rabotters.
        Verdiend bij p-01: 10, in 1 keer.
        Ontvangen: 30, in 1 keer.
        Geschonken: -5, in 1 keer.
        Teruggenomen: -10, in 1 keer.
        ");
        let why = WhyBalance::of(&it.ledger, &id("m-1")).unwrap();
        let words = Words::of(it.ledger.design().unit(), Lang::Fr);
        assert_snapshot!(why.sentences(Lang::Fr, &words).join("\n"), @r"
        Le solde de m-1 au 5 février 2025 est de 62 rabotters.
        Gagné chez p-01 : 100, en 1 fois.
        Payé : -30, en 1 fois.
        Reçu : 2, en 1 fois.
        Utilisé chez p-14 : -20, en 1 fois.
        Restitué : 10, en 1 fois.
        ");
    }

    #[test]
    fn debt_by_paying_and_by_a_correction() {
        let mut it = Scenario::wijk();
        let paid =
            it.book("m-1", "participant", r#"{"transfer":{"from":"m-1","to":"m-3","pay":{"amount":100}}}"#);
        it.book("m-3", "participant", r#"{"transfer":{"from":"m-3","to":"m-1","pay":{"amount":525}}}"#);
        it.book("s-010", "project_manager", &format!(r#"{{"reverse":{{"original":"{paid}"}}}}"#));
        let why = WhyBalance::of(&it.ledger, &id("m-3")).unwrap();
        let words = Words::of(it.ledger.design().unit(), Lang::En);
        assert_snapshot!(why.sentences(Lang::En, &words).join("\n"), @r"
        The balance of m-3 on 2 June 2025 is -40.0 ward points.
        Paid: -52.5, once.
        Received: 22.5, in 2 times.
        Taken back: -10.0, once.
        The account is 40.0 in the red; whatever comes in repays that first.
        Of that, 10.0 is due to a correction.
        ");
        assert_eq!(it.ledger.audit(), []);
    }
}
