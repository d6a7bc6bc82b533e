//! [`WhyDate`]: why units end when they do, and why they lapse later.

use crate::books::{Lot, OriginKind, Towards};
use crate::calendar::Day;
use crate::dense::{AccountNo, LotNo};
use crate::design::{Design, ExpiryRule};
use crate::id::Id;
use crate::ledger::{Ledger, State};
use crate::money::Amount;
use crate::orders::{Lang, Words};
use crate::rules::time::{Lapsing, lapsing};
use crate::views::held::{Lapses, NoticeStanding, earned, earned_through, lapses, notice_standing};
use crate::views::labels::{fill, outcome, say};
use crate::views::walk::partner_accounts;

/// Why a piece of a lot on an account ends when it does, and on which day it will really lapse.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct WhyDate {
    /// Which account.
    pub account: Id,
    /// Which lot.
    pub lot: LotNo,
    /// How much of it is on the account.
    pub amount: Amount,
    /// How the units came to be.
    pub origin: OriginKind,
    /// Through whom: a partner, or the account whose credit they were or from which they came back.
    pub through: Id,
    /// When they were earned; the first day of the month where the design keeps lots by month.
    pub earned_on: Day,
    /// The last day on which units of this lot can have been earned: the same, or that month's last.
    pub earned_through: Day,
    /// The lot they were before.
    pub parent: Option<LotNo>,
    /// The last day by their date, if they have one.
    pub ends_on: Option<Day>,
    /// The rule of the design in force when they were earned.
    pub rule: ExpiryRule,
    /// The version of that design, counted from zero.
    pub version: u32,
    /// Whether the date follows from the rule.
    pub set_by: DateSetBy,
    /// Where the notice stands.
    pub notice: NoticeStanding,
    /// When they really lapse.
    pub lapses: Lapses,
    /// What puts that off beyond the date, in days where they are known.
    pub later: Vec<Later>,
}

/// What set the end of a lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[allow(clippy::exhaustive_enums)]
#[serde(rename_all = "snake_case")]
pub enum DateSetBy {
    /// The rule, counted from the day of earning.
    Rule,
    /// The units changed hands or came back, and the date was set anew or kept from before.
    Handed,
    /// All units of those days were given an earlier end.
    BroughtForward,
    /// A later version of the design extended them.
    Extended,
    /// The units brought it along when a running scheme was taken over.
    Brought,
    /// By the rule it had passed already when it was booked; the design granted some days.
    Granted,
    /// Notes were put on the account; the units end no later than the notes could be spent.
    OffPaper,
}

/// Why units lapse later than their date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[allow(clippy::exhaustive_enums)]
#[serde(rename_all = "snake_case")]
pub enum Later {
    /// The design grants so many days after the end.
    Grace {
        /// How many.
        days: u16,
    },
    /// The notice came late, and its term has to run.
    NoticeTerm {
        /// From this day.
        from: Day,
        /// So many days.
        days: u16,
    },
    /// It is not known whether the notice arrived.
    NoticeUnknown,
    /// What put it off was learnt after the fact; it lapses at the next closing.
    NextClosing,
}

impl WhyDate {
    /// Why a lot on an account has its date; `None` if the account holds nothing of it.
    pub fn of(ledger: &Ledger, account: &Id, lot: LotNo) -> Option<Self> {
        let state = ledger.state();
        let row = state.books().number_of(account)?;
        let amount = Some(state.books().piece(row, lot)).filter(|amount| !amount.is_zero())?;
        let lot_there = state.books().lot(lot)?;
        let facts = lot_there.facts();
        let (version, design) = state.designs().on(facts.earned_on);
        let origin = facts.origin.account.id();
        let partners = partner_accounts(state);
        let partner = state.books().number_of(&origin).and_then(|row| partners.get(&row));
        let notice = notice_standing(state, row, facts.ends_on);
        let lapses = lapses(state, row, facts.ends_on);
        Some(Self {
            account: *account,
            lot,
            amount,
            origin: facts.origin.kind,
            through: partner.map_or(origin, |(partner, _)| *partner),
            earned_on: facts.earned_on,
            earned_through: earned_through(state, facts),
            parent: facts.parent,
            ends_on: facts.ends_on,
            rule: design.expiry().rule,
            version,
            set_by: set_by(design, lot_there, earned_through(state, facts)),
            notice,
            lapses,
            later: later(state, row, facts.ends_on, lapses),
        })
    }

    /// The answer in sentences.
    pub fn sentences(&self, lang: Lang, words: &Words<'_>) -> Vec<String> {
        let mut said = vec![self.origin_sentence(lang, words)];
        said.push(self.rule_sentence(lang));
        said.extend(self.set_by_sentence(lang));
        said.extend(self.notice_sentence(lang));
        said.extend(self.lapse_sentence(lang));
        said.extend(self.later.iter().map(|later| later.sentence(lang)));
        said
    }

    fn origin_sentence(&self, lang: Lang, words: &Words<'_>) -> String {
        let how = match self.origin {
            OriginKind::Award => [
                "{} van lot {}, verdiend bij {} {}.",
                "{} du lot {}, gagnés chez {} {}.",
                "{} of lot {}, earned at {} {}.",
            ],
            OriginKind::Credit => [
                "{} van lot {}, ontstaan toen {} op krediet betaalde, {}.",
                "{} du lot {}, nés quand {} a payé à crédit, {}.",
                "{} of lot {}, born when {} paid on credit, {}.",
            ],
            OriginKind::Opening => [
                "{} van lot {}, overgenomen via {}, verdiend {}.",
                "{} du lot {}, repris par {}, gagnés {}.",
                "{} of lot {}, taken over by way of {}, earned {}.",
            ],
            OriginKind::Renewed => [
                "{} van lot {}, gekomen via {}, verdiend {}.",
                "{} du lot {}, venus par {}, gagnés {}.",
                "{} of lot {}, come by way of {}, earned {}.",
            ],
            OriginKind::Bought => [
                "{} van lot {}, met euro gekocht ({}), {}.",
                "{} du lot {}, achetés en euros ({}), {}.",
                "{} of lot {}, bought with euro ({}), {}.",
            ],
            OriginKind::Paper => [
                "{} van lot {}, van biljetten op de rekening gezet ({}), {}.",
                "{} du lot {}, de billets mis sur le compte ({}), {}.",
                "{} of lot {}, from notes put on the account ({}), {}.",
            ],
        };
        let (amount, lot) = (words.amount(lang, self.amount.into()), self.lot.get().to_string());
        let mut said = fill(
            lang,
            how,
            &[&amount, &lot, &self.through.to_string(), &earned(lang, self.earned_on, self.earned_through)],
        );
        if let Some(parent) = self.parent {
            let was = [" Voordien lot {}.", " Auparavant le lot {}.", " Lot {} before."];
            said.push_str(&fill(lang, was, &[&parent.get().to_string()]));
        }
        said
    }

    fn rule_sentence(&self, lang: Lang) -> String {
        let version = self.version.to_string();
        let (rule, slot) = match self.rule {
            ExpiryRule::Never => (
                [
                    "Regel (versie {}): eenheden vervallen niet.",
                    "Règle (version {}) : les unités n’échoient pas.",
                    "Rule (version {}): units do not lapse.",
                ],
                String::new(),
            ),
            ExpiryRule::Months { months, to_month_end } => (
                if to_month_end {
                    [
                        "Regel (versie {}): {} maanden geldig, tot het einde van de maand.",
                        "Règle (version {}) : {} mois de validité, jusqu’à la fin du mois.",
                        "Rule (version {}): valid for {} months, to the end of the month.",
                    ]
                } else {
                    [
                        "Regel (versie {}): {} maanden geldig.",
                        "Règle (version {}) : {} mois de validité.",
                        "Rule (version {}): valid for {} months.",
                    ]
                },
                months.to_string(),
            ),
            ExpiryRule::YearEnd => (
                [
                    "Regel (versie {}): geldig tot het einde van het jaar waarin ze verdiend zijn.",
                    "Règle (version {}) : validité jusqu’à la fin de l’année où les unités sont gagnées.",
                    "Rule (version {}): valid to the end of the year in which they were earned.",
                ],
                String::new(),
            ),
            ExpiryRule::FixedDate(day) => (
                [
                    "Regel (versie {}): alle eenheden eindigen op {}.",
                    "Règle (version {}) : toutes les unités prennent fin le {}.",
                    "Rule (version {}): all units end on {}.",
                ],
                lang.day(day),
            ),
        };
        let rule = fill(lang, rule, &[&version, &slot]);
        let Some(end) = self.ends_on else { return rule };
        let last = [" Laatste dag: {}.", " Dernier jour : {}.", " Last day: {}."];
        format!("{rule}{}", fill(lang, last, &[&lang.day(end)]))
    }

    fn set_by_sentence(&self, lang: Lang) -> Option<String> {
        let why = match self.set_by {
            DateSetBy::Rule => return None,
            DateSetBy::Handed => [
                "Die dag is gezet toen de eenheden van hand veranderden of terugkwamen.",
                "Ce jour a été fixé quand les unités ont changé de main ou sont revenues.",
                "That day was set when the units changed hands or came back.",
            ],
            DateSetBy::BroughtForward => [
                "Alle eenheden van die dagen kregen later een vroeger einde.",
                "Toutes les unités de ces jours ont reçu plus tard une fin plus proche.",
                "All units of those days were given an earlier end later on.",
            ],
            DateSetBy::Extended => [
                "Een latere versie van het ontwerp heeft ze verlengd.",
                "Une version ultérieure du modèle les a prolongées.",
                "A later version of the design extended them.",
            ],
            DateSetBy::Brought => [
                "Die dag hadden de eenheden al toen de saldi overgenomen werden.",
                "Les unités avaient déjà ce jour quand les soldes ont été repris.",
                "The units had that day already when the balances were taken over.",
            ],
            DateSetBy::Granted => [
                "Volgens de regel was de dag al voorbij bij het boeken; er zijn dagen toegestaan.",
                "Selon la règle, le jour était déjà passé à la comptabilisation ; des jours ont été accordés.",
                "By the rule the day had passed when it was booked; some days were granted.",
            ],
            DateSetBy::OffPaper => [
                "Die dag volgt uit de biljetten: de eenheden vervallen niet later dan zij.",
                "Ce jour vient des billets : les unités n’échoient pas après eux.",
                "That day comes from the notes: the units end no later than they.",
            ],
        };
        Some(String::from(say(lang, why)))
    }

    fn notice_sentence(&self, lang: Lang) -> Option<String> {
        let (said, day) = match self.notice {
            NoticeStanding::NotOwed => return None,
            NoticeStanding::DueOn(day) => {
                (["De aanmaning volgt op {}.", "L’avis suivra le {}.", "Notice will be given on {}."], day)
            }
            NoticeStanding::CameWith(day) => (
                [
                    "Ze kwamen binnen toen de aanmaning al liep, sinds {}; ontvangen telt als aanmaning.",
                    "Ces unités sont arrivées quand l’avis courait déjà, depuis le {} ; recevoir vaut avis.",
                    "They came in when the notice was running already, since {}; receiving counts as notice.",
                ],
                day,
            ),
            NoticeStanding::Given(notice) => {
                let given = ["Aangemaand op {}", "Avis donné le {}", "Notice was given on {}"];
                let given = fill(lang, given, &[&lang.day(notice.given_on)]);
                return Some(match notice.outcome {
                    None => format!("{given}."),
                    Some((what, on)) => format!("{given}; {} ({}).", say(lang, outcome(what)), lang.day(on)),
                });
            }
        };
        Some(fill(lang, said, &[&lang.day(day)]))
    }

    fn lapse_sentence(&self, lang: Lang) -> Option<String> {
        let Lapses::At(day) = self.lapses else { return None };
        let lapse = [
            "Ze vervallen bij het afsluiten van {}; tot dan kunnen ze uitgegeven worden.",
            "Ces unités échoient à la clôture du {} ; jusque-là on peut les dépenser.",
            "They lapse at the closing of {}; until then they can be spent.",
        ];
        Some(fill(lang, lapse, &[&lang.day(day)]))
    }
}

impl Later {
    fn sentence(self, lang: Lang) -> String {
        match self {
            Self::Grace { days } => {
                let grace = [
                    "Later dan hun laatste dag: er zijn {} dagen uitstel.",
                    "Plus tard que leur dernier jour : il y a {} jours de grâce.",
                    "Later than their last day: there are {} days of grace.",
                ];
                fill(lang, grace, &[&days.to_string()])
            }
            Self::NoticeTerm { from, days } => {
                let term = [
                    "Later: de aanmaning telt vanaf {} en loopt {} dagen.",
                    "Plus tard : l’avis compte à partir du {} et court {} jours.",
                    "Later: the notice counts from {} and runs {} days.",
                ];
                fill(lang, term, &[&lang.day(from), &days.to_string()])
            }
            Self::NoticeUnknown => String::from(say(
                lang,
                [
                    "Ze vervallen niet zolang niet bekend is of de aanmaning aankwam.",
                    "Ces unités n’échoient pas tant qu’on ignore si l’avis est arrivé.",
                    "They do not lapse as long as it is unknown whether the notice arrived.",
                ],
            )),
            Self::NextClosing => String::from(say(
                lang,
                [
                    "Die dag was al voorbij toen dit bekend werd; daarom bij de eerstvolgende afsluiting.",
                    "Ce jour était déjà passé quand on l’a su ; donc à la prochaine clôture.",
                    "That day had passed when this became known; hence at the next closing.",
                ],
            )),
        }
    }
}

/// A lot of a month holds what was earned on any of its days.
fn set_by(design: &Design, lot: &Lot, earned_through: Day) -> DateSetBy {
    let facts = lot.facts();
    match lot.moved() {
        Some(Towards::Sooner) => return DateSetBy::BroughtForward,
        Some(Towards::Later) => return DateSetBy::Extended,
        None => {}
    }
    let expiry = design.expiry();
    let by_rule = (expiry.ends_on(facts.earned_on)..=expiry.ends_on(earned_through)).contains(&facts.ends_on);
    match (by_rule, facts.origin.kind) {
        (true, _) => DateSetBy::Rule,
        (false, OriginKind::Renewed) => DateSetBy::Handed,
        (false, OriginKind::Opening) => DateSetBy::Brought,
        (false, OriginKind::Paper) => DateSetBy::OffPaper,
        (false, OriginKind::Award | OriginKind::Credit | OriginKind::Bought) => DateSetBy::Granted,
    }
}

/// What puts the lapse off beyond the last day.
fn later(state: &State, row: AccountNo, ends_on: Option<Day>, lapses: Lapses) -> Vec<Later> {
    let expiry = state.design().expiry();
    let Some(end) = ends_on.filter(|_| lapses != Lapses::Never) else { return Vec::new() };
    let Lapsing::At(by_rule) = lapsing(state.books(), expiry, row, end, state.day()) else {
        return vec![Later::NoticeUnknown];
    };
    let mut why = Vec::new();
    if expiry.grace_days > 0 {
        why.push(Later::Grace { days: expiry.grace_days });
    }
    let graced = expiry.lapses_on(end).unwrap_or(Day::LAST);
    if let Some(policy) = expiry.notice.filter(|_| by_rule > graced) {
        let days = policy.days;
        let from = by_rule.minus_days(i32::from(days)).unwrap_or(Day::FIRST);
        why.push(Later::NoticeTerm { from, days });
    }
    if lapses > Lapses::At(by_rule) {
        why.push(Later::NextClosing);
    }
    why
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::views::scenario::{Scenario, day, id};

    fn said(it: &Scenario, account: &str, at: usize, lang: Lang) -> String {
        let lots = it.ledger.state().books().find(&id(account)).unwrap().holdings();
        let (lot, _) = lots.iter().nth(at).unwrap();
        let why = WhyDate::of(&it.ledger, &id(account), lot).unwrap();
        why.sentences(lang, &Words::of(it.ledger.design().unit(), lang)).join("\n")
    }

    #[test]
    fn a_date_by_the_rule() {
        assert_snapshot!(said(&Scenario::rabot(), "m-1", 0, Lang::Nl), @r"
        62 rabotters van lot 0, verdiend bij p-01 op 1 januari 2025.
        Regel (versie 0): 12 maanden geldig, tot het einde van de maand. Laatste dag: 31 januari 2026.
        De aanmaning volgt op 1 januari 2026.
        Ze vervallen bij het afsluiten van 31 januari 2026; tot dan kunnen ze uitgegeven worden.
        ");
    }

    #[test]
    fn a_notice_that_came_late_puts_the_lapse_off() {
        let mut it = Scenario::rabot();
        it.close_through("2026-01-10");
        let recorded = r#"{"record_notice":{"account":"m-1","end":"2026-01-31","outcome":"delivered"}}"#;
        it.book("s-010", "project_manager", recorded);
        it.book("m-1", "participant", r#"{"gift":{"from":"m-1","to":"m-4","amount":3}}"#);
        assert_snapshot!(said(&it, "m-1", 0, Lang::En), @r"
        59 rabotters of lot 0, earned at p-01 on 1 January 2025.
        Rule (version 0): valid for 12 months, to the end of the month. Last day: 31 January 2026.
        Notice was given on 11 January 2026; delivered (11 January 2026).
        They lapse at the closing of 10 February 2026; until then they can be spent.
        Later: the notice counts from 11 January 2026 and runs 30 days.
        ");
        assert_snapshot!(said(&it, "m-2", 0, Lang::Fr), @r"
        15 rabotters du lot 0, gagnés chez p-01 le 1er janvier 2025.
        Règle (version 0) : 12 mois de validité, jusqu’à la fin du mois. Dernier jour : 31 janvier 2026.
        Avis donné le 11 janvier 2026.
        Ces unités n’échoient pas tant qu’on ignore si l’avis est arrivé.
        ");
        assert_snapshot!(said(&it, "m-4", 0, Lang::Nl), @r"
        3 rabotters van lot 0, verdiend bij p-01 op 1 januari 2025.
        Regel (versie 0): 12 maanden geldig, tot het einde van de maand. Laatste dag: 31 januari 2026.
        Ze kwamen binnen toen de aanmaning al liep, sinds 11 januari 2026; ontvangen telt als aanmaning.
        Ze vervallen bij het afsluiten van 10 februari 2026; tot dan kunnen ze uitgegeven worden.
        Later: de aanmaning telt vanaf 11 januari 2026 en loopt 30 dagen.
        ");
    }

    #[test]
    fn what_should_have_lapsed_in_other_hands_lapses_at_the_next_closing() {
        let mut it = Scenario::rabot();
        it.close_through("2026-01-10");
        it.close_through("2026-03-20");
        // Nobody recorded what became of the notice, so the units wait; whoever gets them now got them
        // after the term.
        let of = |it: &Scenario, account: &str| WhyDate::of(&it.ledger, &id(account), LotNo(0)).unwrap();
        assert_eq!(of(&it, "m-1").later, [Later::NoticeUnknown]);
        it.book("m-1", "participant", r#"{"gift":{"from":"m-1","to":"m-4","amount":3}}"#);
        let why = of(&it, "m-4");
        assert_eq!(why.lapses, Lapses::At(day("2026-03-21")));
        let term = Later::NoticeTerm { from: day("2026-01-11"), days: 30 };
        assert_eq!(why.later, [term, Later::NextClosing]);
        assert_eq!(it.ledger.audit(), []);
        it.close_through("2026-03-21");
        assert_eq!(WhyDate::of(&it.ledger, &id("m-4"), LotNo(0)), None);
    }

    #[test]
    fn credit_of_a_month_with_grace() {
        assert_snapshot!(said(&Scenario::wijk(), "m-3", 0, Lang::En), @r"
        12.5 ward points of lot 1, born when m-2 paid on credit, in June 2025.
        Rule (version 0): valid to the end of the year in which they were earned. Last day: 31 December 2025.
        Notice will be given on 16 November 2025.
        They lapse at the closing of 31 January 2026; until then they can be spent.
        Later than their last day: there are 31 days of grace.
        ");
    }

    #[test]
    fn units_that_never_lapse() {
        assert_snapshot!(said(&Scenario::uurbank(), "m-2", 0, Lang::Fr), @r"
        7,00 heures du lot 0, nés quand m-1 a payé à crédit, le 2 juin 2025.
        Règle (version 0) : les unités n’échoient pas.
        ");
    }

    #[test]
    fn what_came_back_keeps_its_date_and_names_the_lot_before() {
        let mut it = Scenario::rabot();
        let soup = r#"{"redeem":{"account":"m-2","partner":"p-14","reward":"soep","count":1}}"#;
        let redeemed = it.book("m-2", "participant", soup);
        it.book("s-010", "project_manager", &format!(r#"{{"reverse":{{"original":"{redeemed}"}}}}"#));
        assert_snapshot!(said(&it, "m-2", 2, Lang::Nl), @r"
        10 rabotters van lot 2, gekomen via p-14, verdiend op 1 januari 2025. Voordien lot 0.
        Regel (versie 0): 12 maanden geldig, tot het einde van de maand. Laatste dag: 31 januari 2026.
        De aanmaning volgt op 1 januari 2026.
        Ze vervallen bij het afsluiten van 31 januari 2026; tot dan kunnen ze uitgegeven worden.
        ");
    }

    #[test]
    fn nothing_to_explain_where_nothing_is_held() {
        let it = Scenario::rabot();
        assert_eq!(WhyDate::of(&it.ledger, &id("m-1"), LotNo(7)), None);
        assert_eq!(WhyDate::of(&it.ledger, &id("m-9"), LotNo(0)), None);
    }
}
