//! [`WhyCap`]: what can still be earned under a cap in the current period, and why.

use crate::books::{AccountKind, CapFigures, CapHolder, CapUse};
use crate::design::{Cap, CapOver, euro_scale};
use crate::id::{Code, Id};
use crate::ledger::Ledger;
use crate::orders::{Lang, Words};
use crate::views::labels::{figure, fill, say};

/// Why somebody can still earn so much under a cap: how much it allows in its period, and what was
/// earned of it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct WhyCap {
    /// Which cap.
    pub cap: Code,
    /// The activities it covers; `None` for all.
    pub activities: Option<Vec<Code>>,
    /// For whom or what is counted.
    pub whose: CapHolder,
    /// What is used and left in the period of the current day; `None` if no legal maximum is known for
    /// it, so that nothing can be earned.
    pub used: Option<CapUse>,
}

impl WhyCap {
    /// The caps on what can be earned on a participant's account today: those of its holders, of their
    /// households and of the currency, in the order of their codes. Those of partners are each partner's
    /// own ([`WhyCap::of_partner`]).
    pub fn of_account(ledger: &Ledger, account: &Id) -> Vec<Self> {
        let state = ledger.state();
        let Some(there) = state.books().find(account).filter(|one| one.kind().is_participant()) else {
            return Vec::new();
        };
        let persons = || there.holders().iter().filter_map(|row| state.people().person(*row));
        let mut caps = Vec::new();
        for cap in ledger.design().caps().all() {
            let mut holders: Vec<CapHolder> = match cap.over {
                CapOver::Partner => Vec::new(),
                CapOver::Currency => vec![CapHolder::Currency],
                CapOver::Person => persons().map(|person| CapHolder::Person(person.id())).collect(),
                CapOver::Household if there.kind() == AccountKind::Household => {
                    vec![CapHolder::Household(there.id())]
                }
                CapOver::Household => persons()
                    .map(|person| match state.books().household_of(person) {
                        Some(home) => CapHolder::Household(home.id()),
                        None => CapHolder::Person(person.id()),
                    })
                    .collect(),
            };
            holders.sort_unstable();
            holders.dedup();
            caps.extend(holders.into_iter().map(|whose| Self::of(ledger, cap, whose)));
        }
        caps
    }

    /// The caps on what a partner can issue today.
    pub fn of_partner(ledger: &Ledger, partner: &Id) -> Vec<Self> {
        let caps = ledger.design().caps().all().iter().filter(|cap| cap.over == CapOver::Partner);
        caps.map(|cap| Self::of(ledger, cap, CapHolder::Partner(*partner))).collect()
    }

    /// The caps on what all can earn together today: the budgets of the currency.
    pub fn of_currency(ledger: &Ledger) -> Vec<Self> {
        let caps = ledger.design().caps().all().iter().filter(|cap| cap.over == CapOver::Currency);
        caps.map(|cap| Self::of(ledger, cap, CapHolder::Currency)).collect()
    }

    fn of(ledger: &Ledger, cap: &Cap, whose: CapHolder) -> Self {
        let unit = ledger.design().unit();
        let used = CapUse::on(ledger.day(), cap, unit, whose, ledger.state().counters());
        Self { cap: cap.code, activities: cap.activities.clone(), whose, used: used.ok() }
    }

    /// Its code, and the activities if it covers only some.
    pub(in crate::views) fn name(&self) -> String {
        match &self.activities {
            None => self.cap.to_string(),
            Some(only) => {
                let only: Vec<String> = only.iter().map(ToString::to_string).collect();
                format!("{} ({})", self.cap, only.join(", "))
            }
        }
    }

    /// The answer as a sentence.
    pub fn sentence(&self, lang: Lang, words: &Words<'_>) -> String {
        let cap = self.name();
        let whose = whose(self.whose, lang);
        let Some(used) = self.used else {
            let unknown = [
                "Plafond {}: voor {} is vandaag geen wettelijk maximum bekend, dus kan er niets verdiend worden.",
                "Plafond {} : pour {}, aucun maximum légal n’est connu aujourd’hui, on ne peut donc rien gagner.",
                "Cap {}: no legal maximum is known for {} today, so nothing can be earned.",
            ];
            return fill(lang, unknown, &[&cap, &whose]);
        };
        let through = used.through.map_or_else(String::new, |day| lang.through(day));
        match used.figures {
            CapFigures::Units { limit, used, left, euro } => {
                let limit = words.amount(lang, limit.into());
                let limit = euro.map_or(limit.clone(), |cents| {
                    let euro = Words { one: "euro", many: "euro", scale: euro_scale(), shown: 2 };
                    format!("{limit} ({})", euro.amount(lang, cents.into()))
                });
                let units = [
                    "Plafond {}: van {} verdiende {} al {}; er kan nog {} bij{}.",
                    "Plafond {} : sur {}, {} a déjà gagné {} ; encore {} possible{}.",
                    "Cap {}: of {}, {} has earned {}; {} more is possible{}.",
                ];
                let (used, left) = (figure(lang, words, used), figure(lang, words, left));
                fill(lang, units, &[&cap, &limit, &whose, &used, &left, &through])
            }
            CapFigures::Times { limit, left } => {
                let times = [
                    "Plafond {}: van {} keer heeft {} er nog {} over{}.",
                    "Plafond {} : sur {} fois, il en reste à {} encore {}{}.",
                    "Cap {}: of {} time(s), {} has {} left{}.",
                ];
                let (limit, left) = (limit.to_string(), left.to_string());
                fill(lang, times, &[&cap, &limit, &whose, &left, &through])
            }
        }
    }
}

/// For whom is counted, in words.
fn whose(whose: CapHolder, lang: Lang) -> String {
    match whose {
        CapHolder::Person(id) => id.to_string(),
        CapHolder::Household(id) => {
            fill(lang, ["het huishouden {}", "le ménage {}", "the household {}"], &[&id.to_string()])
        }
        CapHolder::Partner(id) => {
            fill(lang, ["de partner {}", "le partenaire {}", "the partner {}"], &[&id.to_string()])
        }
        CapHolder::Currency => {
            String::from(say(lang, ["iedereen samen", "tout le monde ensemble", "everybody together"]))
        }
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::books::CapUnknown;
    use crate::views::scenario::{Scenario, id};

    const CAPS: &str = r#"
[[cap]]
code = "dag"
over = "person"
per = "day"
activities = ["buurtwerk"]
[[cap.euro]]
from = 2025-01-01
at_most = "42.31"
[[cap]]
code = "bak"
over = "household"
per = "year"
activities = ["bloembak"]
times = 2
[[cap]]
code = "begroting"
over = "currency"
per = "month"
units = 1000
[[cap]]
code = "partner-leven"
over = "partner"
per = "lifetime"
units = 5000
"#;

    /// The volunteer day of 2025 and other caps, in which `m-1` worked four hours and the household
    /// `h-1`, with `m-1` and `m-2`, has a flower box.
    fn capped() -> Scenario {
        let mut it = Scenario::rabot_with(CAPS);
        it.book("s-001", "steering_group", r#"{"approve_partner":{"partner":"p-01","roles":["issuing"]}}"#);
        it.members("s-010", &["m-1", "m-2", "m-3"]);
        let home = r#"{"open_account":{"account":"h-1","kind":"household","holders":["m-1","m-2"]}}"#;
        it.book("s-010", "project_manager", home);
        for (to, activity, measured) in [("m-1", "buurtwerk", 240), ("h-1", "bloembak", 1)] {
            let ask = format!(
                r#"{{"award":{{"partner":"p-01","to":"{to}","activity":"{activity}","measured":{measured}}}}}"#
            );
            it.book("s-050", "issuing_partner", &ask);
        }
        it
    }

    fn said(it: &Scenario, caps: &[WhyCap], lang: Lang) -> String {
        let words = Words::of(it.ledger.design().unit(), lang);
        caps.iter().map(|cap| cap.sentence(lang, &words)).collect::<Vec<_>>().join("\n")
    }

    /// 42.31 euro are 423 units at 10 cents; four hours are 100 of them. 110 of 1,000 were issued.
    #[test]
    fn sentences_in_three_languages() {
        let it = capped();
        let caps = |account: &str| WhyCap::of_account(&it.ledger, &id(account));
        assert_snapshot!(said(&it, &caps("m-1"), Lang::Nl), @r"
        Plafond bak (bloembak): van 2 keer heeft het huishouden h-1 er nog 1 over tot en met 31 december 2025.
        Plafond begroting: van 1.000 rabotters verdiende iedereen samen al 110; er kan nog 890 bij tot en met 31 januari 2025.
        Plafond dag (buurtwerk): van 423 rabotters (42,31 euro) verdiende m-1 al 100; er kan nog 323 bij tot en met 1 januari 2025.
        ");
        assert_snapshot!(said(&it, &caps("h-1"), Lang::En), @r"
        Cap bak (bloembak): of 2 time(s), the household h-1 has 1 left until 31 December 2025.
        Cap begroting: of 1,000 rabotters, everybody together has earned 110; 890 more is possible until 31 January 2025.
        Cap dag (buurtwerk): of 423 rabotters (42.31 euro), m-1 has earned 100; 323 more is possible until 1 January 2025.
        Cap dag (buurtwerk): of 423 rabotters (42.31 euro), m-2 has earned 0; 423 more is possible until 1 January 2025.
        ");
        assert_snapshot!(said(&it, &WhyCap::of_partner(&it.ledger, &id("p-01")), Lang::Fr), @"Plafond partner-leven : sur 5\u{202f}000 rabotters, le partenaire p-01 a déjà gagné 110 ; encore 4\u{202f}890 possible.");
        let budget = WhyCap::of_currency(&it.ledger);
        assert_eq!(budget.iter().map(|cap| cap.whose).collect::<Vec<_>>(), [CapHolder::Currency]);
        assert_eq!(WhyCap::of_account(&it.ledger, &id("system:pot")), []);
    }

    #[test]
    fn without_a_legal_maximum_nothing_is_left() {
        let mut it = Scenario::rabot_with(&CAPS.replace("from = 2025-01-01", "from = 2025-01-02"));
        it.members("s-010", &["m-1"]);
        let caps = WhyCap::of_account(&it.ledger, &id("m-1"));
        let day = caps.iter().find(|cap| cap.cap.to_string() == "dag").unwrap();
        assert_snapshot!(said(&it, std::slice::from_ref(day), Lang::Nl), @"Plafond dag (buurtwerk): voor m-1 is vandaag geen wettelijk maximum bekend, dus kan er niets verdiend worden.");
        let cap = it.ledger.design().caps().get(&day.cap).unwrap();
        let (unit, counters) = (it.ledger.design().unit(), it.ledger.state().counters());
        assert_eq!(CapUse::on(it.ledger.day(), cap, unit, day.whose, counters), Err(CapUnknown::NoValue));
    }

    /// What the answer says is possible is possible, and a minor unit more is not.
    #[test]
    fn the_answer_is_what_the_rules_decide() {
        let text = CAPS.replace(r#"activities = ["buurtwerk"]"#, r#"activities = ["werk"]"#);
        let work = r#"
[[earning]]
code = "werk"
names = { nl = "Werk", fr = "Travail", en = "Work" }
per = "action"
units = 1
"#;
        let mut it = Scenario::rabot_with(&format!("{work}{text}"));
        it.book("s-001", "steering_group", r#"{"approve_partner":{"partner":"p-01","roles":["issuing"]}}"#);
        it.members("s-010", &["m-1"]);
        let may = |units: i64| {
            let ask = format!(
                r#"{{"award":{{"partner":"p-01","to":"m-1","activity":"werk","measured":{units}}}}}"#
            );
            it.clone().ask_with("s-050", "issuing_partner", "", &ask).is_ok()
        };
        let caps = WhyCap::of_account(&it.ledger, &id("m-1"));
        let left = caps.iter().filter(|cap| cap.activities != Some(vec![code("bloembak")]));
        let left = left.map(|cap| match cap.used.unwrap().figures {
            CapFigures::Units { left, .. } => left.minor(),
            CapFigures::Times { left, .. } => left.into(),
        });
        let left = left.min().unwrap();
        assert_eq!(left, 423);
        assert!(may(left));
        assert!(!may(left.saturating_add(1)));
    }

    fn code(text: &str) -> Code {
        Code::parse(text).unwrap()
    }
}
