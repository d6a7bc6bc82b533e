//! [`WhyLimit`]: how much an account may pay and receive now, and by which key of which design.

use super::WhyCap;
use crate::books::{Account, AccountState, LimitInForce, LimitSource};
use crate::calendar::Day;
use crate::design::{Bound, Over, Tested};
use crate::id::Id;
use crate::ledger::Ledger;
use crate::money::{Amount, Balance};
use crate::orders::{Lang, Words};
use crate::views::labels::{account_state, figure, fill, say};

/// Why an account may pay and receive what it may: its state, the floor and the ceiling, what says where
/// they lie, and what is left of them now; and what can still be earned on it under each cap.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct WhyLimit {
    /// Which account.
    pub account: Id,
    /// The ledger's day.
    pub day: Day,
    /// Its state.
    pub state: AccountState,
    /// Its balance.
    pub balance: Balance,
    /// The version of the design in force, counted from zero.
    pub version: u32,
    /// The first day of that version.
    pub since: Day,
    /// How low it may go by paying for services, and what says so; `None` where there is no mutual
    /// credit and nobody goes below zero.
    pub floor: Option<LimitInForce>,
    /// How high it may grow, if that is limited, and what says so.
    pub ceiling: Option<LimitInForce>,
    /// What it may pay for services.
    pub pay: Room,
    /// What it may give; redeeming is from what is held too.
    pub give: Room,
    /// What it may receive.
    pub receive: Room,
    /// What can still be earned on it under each cap.
    pub caps: Vec<WhyCap>,
}

/// How much, and what stands in the way of more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Room {
    /// The most in one order; `None` if any amount will do.
    pub available: Option<Amount>,
    /// What stands in the way of more.
    pub limited_by: LimitedBy,
}

/// What limits a payment or a receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[allow(clippy::exhaustive_enums)]
#[serde(rename_all = "snake_case")]
pub enum LimitedBy {
    /// Nothing.
    Nothing,
    /// The state of the account: it neither pays nor receives.
    State,
    /// A leaver only moves towards zero.
    Leaver,
    /// The floor.
    Floor,
    /// The debt stop: whoever is at the floor earns first. The act itself may pass it.
    DebtStop,
    /// The ceiling.
    Ceiling,
    /// Whoever is at the ceiling spends first. The act itself may pass it.
    SpendFirst,
    /// What is held: this is not done on credit.
    Held,
}

fn up_to(most: Balance, limited_by: LimitedBy) -> Room {
    Room { available: Some(most.as_amount().unwrap_or(Amount::ZERO)), limited_by }
}

impl Room {
    /// The narrower of two.
    fn and(self, other: Self) -> Self {
        match (self.available, other.available) {
            (Some(own), Some(others)) if others < own => other,
            (None, Some(_)) => other,
            _ => self,
        }
    }
}

/// The room that a limit leaves, whose edge is so far away.
fn by_limit(bound: Bound, to_edge: Option<Balance>, hard: LimitedBy, stop: LimitedBy) -> Room {
    let to_edge = to_edge.unwrap_or(Balance::MAX);
    let any = |limited_by| Room { available: None, limited_by };
    match (bound.over, bound.tested) {
        (Over::Flag, _) => any(LimitedBy::Nothing),
        (Over::OneWay, _) if to_edge.is_negative() => up_to(Balance::ZERO, stop),
        (Over::OneWay, _) => any(stop),
        (Over::Refuse, Tested::After) => up_to(to_edge, hard),
        (Over::Refuse, Tested::Before) if to_edge > Balance::ZERO => any(stop),
        (Over::Refuse, Tested::Before) => up_to(Balance::ZERO, stop),
    }
}

/// The room that the state of an account leaves for moving it away from, or towards, zero.
fn by_state(account: &Account, towards_zero: Balance) -> Room {
    match account.state() {
        AccountState::Active | AccountState::Inactive => {
            Room { available: None, limited_by: LimitedBy::Nothing }
        }
        AccountState::Leaver => up_to(towards_zero, LimitedBy::Leaver),
        AccountState::Candidate | AccountState::Blocked | AccountState::Deceased | AccountState::Closed => {
            up_to(Balance::ZERO, LimitedBy::State)
        }
    }
}

impl WhyLimit {
    /// The limits of a participant's account; `None` for any other one.
    pub fn of(ledger: &Ledger, account: &Id) -> Option<Self> {
        let state = ledger.state();
        let there = state.books().find(account).filter(|account| account.kind().is_participant())?;
        let (version, design) = state.designs().on(state.day());
        let since = state.designs().iter().nth(usize::try_from(version).ok()?)?.effective;
        let balance = there.balance();
        let limits = there.limits_on(state.day(), design.limits());
        let floor = Some(limits.floor).filter(|_| design.circulation().mutual_credit);
        let bound = floor.map_or(Bound::FLOOR, |floor| floor.bound);
        let to_edge = balance.checked_sub(bound.lowest());
        let credit = by_limit(bound, to_edge, LimitedBy::Floor, LimitedBy::DebtStop);
        let owed = balance.checked_neg()?;
        let pay = by_state(there, balance).and(credit);
        let held = up_to(balance, LimitedBy::Held);
        let on_credit = design.spending().gifts_from_credit;
        let receive = by_state(there, owed);
        let ceiling = limits.ceiling.map(|ceiling| {
            let to_edge = ceiling.bound.highest().checked_sub(balance);
            by_limit(ceiling.bound, to_edge, LimitedBy::Ceiling, LimitedBy::SpendFirst)
        });
        Some(Self {
            account: *account,
            day: state.day(),
            state: there.state(),
            balance,
            version,
            since,
            floor,
            ceiling: limits.ceiling,
            pay,
            give: if on_credit { pay } else { by_state(there, balance).and(held) },
            receive: ceiling.map_or(receive, |ceiling| receive.and(ceiling)),
            caps: WhyCap::of_account(ledger, account),
        })
    }

    /// The answer in sentences.
    pub fn sentences(&self, lang: Lang, words: &Words<'_>) -> Vec<String> {
        let account = self.account.to_string();
        let state = say(lang, account_state(self.state));
        let balance = words.amount(lang, self.balance);
        let is = [
            "De rekening {} is {}, met een saldo van {}.",
            "Le compte {} est {}, avec un solde de {}.",
            "Account {} is {}, with a balance of {}.",
        ];
        let mut said = vec![fill(lang, is, &[&account, state, &balance])];
        said.extend(self.state_sentence().map(|sentence| String::from(say(lang, sentence))));
        said.extend(self.floor_sentences(lang, words));
        said.extend(self.ceiling.into_iter().flat_map(|ceiling| ceiling_sentences(&ceiling, lang, words)));
        let version = [
            "Zo staat het in versie {} van het ontwerp, van kracht sinds {}.",
            "C’est la version {} du modèle qui le dit, en vigueur depuis le {}.",
            "So says version {} of the design, in force since {}.",
        ];
        said.push(fill(lang, version, &[&self.version.to_string(), &lang.day(self.since)]));
        let any = |room: &Room| {
            let amount = room.available.map(|amount| figure(lang, words, amount));
            amount.unwrap_or_else(|| String::from(say(lang, ["elk bedrag", "tout montant", "any amount"])))
        };
        let now = [
            "Nu kan: betalen {}, schenken {}, ontvangen {}.",
            "Possible à présent : payer {}, donner {}, recevoir {}.",
            "Possible now: pay {}, give {}, receive {}.",
        ];
        said.push(fill(lang, now, &[&any(&self.pay), &any(&self.give), &any(&self.receive)]));
        said.extend(self.caps.iter().map(|cap| cap.sentence(lang, words)));
        said
    }

    fn state_sentence(&self) -> Option<[&'static str; 3]> {
        match self.state {
            AccountState::Active | AccountState::Inactive => None,
            AccountState::Leaver => Some([
                "Wie vertrekt, brengt het saldo alleen nog dichter bij nul.",
                "Qui s’en va ne peut plus que rapprocher le solde de zéro.",
                "Whoever is leaving only moves the balance towards zero.",
            ]),
            _ => Some([
                "In die toestand kan de rekening niet betalen en niet ontvangen.",
                "Dans cet état, le compte ne paie ni ne reçoit.",
                "In that state the account neither pays nor receives.",
            ]),
        }
    }

    fn floor_sentences(&self, lang: Lang, words: &Words<'_>) -> Vec<String> {
        let Some(LimitInForce { bound, source }) = self.floor else {
            let none = [
                "Betalen kan met wat op de rekening staat: er is geen krediet.",
                "On paie avec ce qui est sur le compte : il n’y a pas de crédit.",
                "One pays with what is on the account: there is no credit.",
            ];
            return vec![String::from(say(lang, none))];
        };
        let lowest = match (bound.over, bound.tested) {
            (Over::Refuse, Tested::After) => [
                "Het saldo mag niet onder {} komen ({}).",
                "Le solde ne peut pas descendre sous {} ({}).",
                "The balance may not go below {} ({}).",
            ],
            (Over::Refuse, Tested::Before) => [
                "Wie op {} of lager staat, moet eerst verdienen ({}); de betaling zelf mag eronder uitkomen.",
                "Qui est à {} ou plus bas doit d’abord gagner ({}) ; le paiement lui-même peut passer dessous.",
                "Whoever is at {} or below must earn first ({}); the payment itself may end below it.",
            ],
            (Over::Flag, Tested::After) => [
                "Wie bij het betalen onder {} komt, kan dat en wordt gemeld ({}).",
                "Qui passe sous {} en payant le peut, et c’est signalé ({}).",
                "Whoever goes below {} by paying may, and it is flagged ({}).",
            ],
            (Over::Flag, Tested::Before) => [
                "Wie betaalt terwijl het saldo al op {} of lager staat, kan dat en wordt gemeld ({}).",
                "Qui paie alors que le solde est déjà à {} ou plus bas le peut, et c’est signalé ({}).",
                "Whoever pays while the balance is at {} or below already may, and it is flagged ({}).",
            ],
            (Over::OneWay, _) => [
                "Eén betaling mag onder {} uitkomen en wordt gemeld ({}); daarna moet er eerst verdiend worden.",
                "Un paiement peut passer sous {}, et c’est signalé ({}) ; ensuite il faut d’abord gagner.",
                "One payment may end below {}, and it is flagged ({}); then one must earn first.",
            ],
        };
        limit_sentences(lowest, &bound, source_of(source, "limits.floor", lang), lang, words)
    }
}

fn ceiling_sentences(ceiling: &LimitInForce, lang: Lang, words: &Words<'_>) -> Vec<String> {
    let LimitInForce { bound, source } = *ceiling;
    let highest = match (bound.over, bound.tested) {
        (Over::Refuse, Tested::After) => [
            "Het saldo mag niet boven {} komen ({}).",
            "Le solde ne peut pas dépasser {} ({}).",
            "The balance may not go above {} ({}).",
        ],
        (Over::Refuse, Tested::Before) => [
            "Wie op {} of hoger staat, moet eerst besteden ({}); wat binnenkomt mag er zelf boven uitkomen.",
            "Qui est à {} ou plus haut doit d’abord dépenser ({}) ; la rentrée elle-même peut passer au-dessus.",
            "Whoever is at {} or above must spend first ({}); the receipt itself may end above it.",
        ],
        (Over::Flag, Tested::After) => [
            "Wie bij het ontvangen boven {} komt, kan dat en wordt gemeld ({}).",
            "Qui passe au-dessus de {} en recevant le peut, et c’est signalé ({}).",
            "Whoever goes above {} by receiving may, and it is flagged ({}).",
        ],
        (Over::Flag, Tested::Before) => [
            "Wie ontvangt terwijl het saldo al op {} of hoger staat, kan dat en wordt gemeld ({}).",
            "Qui reçoit alors que le solde est déjà à {} ou plus haut le peut, et c’est signalé ({}).",
            "Whoever receives while the balance is at {} or above already may, and it is flagged ({}).",
        ],
        (Over::OneWay, _) => [
            "Eén ontvangst mag boven {} uitkomen en wordt gemeld ({}); daarna moet er eerst besteed worden.",
            "Une rentrée peut passer au-dessus de {}, et c’est signalé ({}) ; ensuite il faut d’abord dépenser.",
            "One receipt may end above {}, and it is flagged ({}); then one must spend first.",
        ],
    };
    limit_sentences(highest, &bound, source_of(source, "limits.ceiling", lang), lang, words)
}

fn limit_sentences(
    said: [&'static str; 3],
    bound: &Bound,
    source: String,
    lang: Lang,
    words: &Words<'_>,
) -> Vec<String> {
    let mut sentences = vec![fill(lang, said, &[&words.amount(lang, bound.at), &source])];
    if !bound.inclusive {
        sentences.push(String::from(say(
            lang,
            [
                "Ook precies op die grens mag het niet staan.",
                "Exactement à cette limite non plus.",
                "Nor may it stand exactly there.",
            ],
        )));
    }
    sentences
}

/// What says where a limit lies, in words.
fn source_of(source: LimitSource, key: &'static str, lang: Lang) -> String {
    match source {
        LimitSource::System => String::from(key),
        LimitSource::Group(code) => fill(lang, ["groep {}", "groupe {}", "group {}"], &[&code.to_string()]),
        LimitSource::Starter(last) => fill(
            lang,
            ["eerste maanden, tot en met {}", "premiers mois, jusqu’au {}", "first months, until {}"],
            &[&lang.day(last)],
        ),
        LimitSource::Own => String::from(say(
            lang,
            ["voor deze rekening bepaald", "fixé pour ce compte", "set for this account"],
        )),
        LimitSource::Exception { until, approved_by } => fill(
            lang,
            [
                "uitzondering tot en met {}, goedgekeurd door {}",
                "exception jusqu’au {}, approuvée par {}",
                "exception until {}, approved by {}",
            ],
            &[&lang.day(until), &approved_by.to_string()],
        ),
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::views::scenario::{Scenario, id};

    fn change_state(it: &mut Scenario, account: &str, state: &str) {
        let ask = format!(r#"{{"change_state":{{"account":"{account}","state":"{state}"}}}}"#);
        it.book("s-010", "project_manager", &ask);
    }

    #[test]
    fn sentences_in_three_languages() {
        let mut it = Scenario::wijk();
        let said = |it: &Scenario, account: &str, lang: Lang| {
            let why = WhyLimit::of(&it.ledger, &id(account)).unwrap();
            why.sentences(lang, &Words::of(it.ledger.design().unit(), lang)).join("\n")
        };
        assert_snapshot!(said(&it, "m-2", Lang::Nl), @r"
        De rekening m-2 is actief, met een saldo van -12,5 wijkpunten.
        Het saldo mag niet onder -50,0 wijkpunten komen (limits.floor).
        Het saldo mag niet boven 500,0 wijkpunten komen (limits.ceiling).
        Zo staat het in versie 0 van het ontwerp, van kracht sinds 2 juni 2025.
        Nu kan: betalen 37,5, schenken 0,0, ontvangen 512,5.
        Plafond wijkraad-week (wijkraad): van 1 keer heeft m-2 er nog 1 over tot en met 8 juni 2025.
        ");
        change_state(&mut it, "m-2", "leaver");
        assert_snapshot!(said(&it, "m-2", Lang::En), @r"
        Account m-2 is leaving, with a balance of -12.5 ward points.
        Whoever is leaving only moves the balance towards zero.
        The balance may not go below -50.0 ward points (limits.floor).
        The balance may not go above 500.0 ward points (limits.ceiling).
        So says version 0 of the design, in force since 2 June 2025.
        Possible now: pay 0.0, give 0.0, receive 12.5.
        Cap wijkraad-week (wijkraad): of 1 time(s), m-2 has 1 left until 8 June 2025.
        ");
        change_state(&mut it, "m-1", "blocked");
        assert_snapshot!(said(&it, "m-1", Lang::Fr), @r"
        Le compte m-1 est bloqué, avec un solde de 30,0 points de quartier.
        Dans cet état, le compte ne paie ni ne reçoit.
        Le solde ne peut pas descendre sous -50,0 points de quartier (limits.floor).
        Le solde ne peut pas dépasser 500,0 points de quartier (limits.ceiling).
        C’est la version 0 du modèle qui le dit, en vigueur depuis le 2 juin 2025.
        Possible à présent : payer 0,0, donner 0,0, recevoir 0,0.
        Plafond wijkraad-week (wijkraad) : sur 1 fois, il en reste à m-1 encore 1 jusqu’au 8 juin 2025.
        ");
        assert_snapshot!(said(&Scenario::rabot(), "m-1", Lang::En), @r"
        Account m-1 is active, with a balance of 62 rabotters.
        One pays with what is on the account: there is no credit.
        So says version 0 of the design, in force since 1 January 2025.
        Possible now: pay 62, give 62, receive any amount.
        ");
        assert_snapshot!(said(&Scenario::uurbank(), "m-1", Lang::Nl), @r"
        De rekening m-1 is actief, met een saldo van -10,25 uren.
        Wie op -10,00 uren of lager staat, moet eerst verdienen (limits.floor); de betaling zelf mag eronder uitkomen.
        Zo staat het in versie 0 van het ontwerp, van kracht sinds 2 juni 2025.
        Nu kan: betalen 0,00, schenken 0,00, ontvangen elk bedrag.
        ");
    }

    /// The floor of the wijk example in another manner, and a ceiling of 20.
    fn wijk_with(floor: &str, ceiling: &str) -> Scenario {
        let text = include_str!("../../../designs/wijk-example.toml");
        let limits = "at = \"-50.0\"\ntested = \"after\"\n\n[limits.ceiling]\nat = 500\n";
        assert!(text.contains(limits));
        let text =
            text.replace(limits, &format!("at = -50\n{floor}\n[limits.ceiling]\nat = 20\n{ceiling}\n"));
        let mut it = Scenario::open(&text, "2025-06-02");
        it.members("s-010", &["m-1", "m-2", "m-3", "m-4"]);
        it
    }

    #[test]
    fn soft_limits_and_what_says_so() {
        let said = |it: &Scenario, lang: Lang| {
            let why = WhyLimit::of(&it.ledger, &id("m-1")).unwrap();
            let sentences = why.sentences(lang, &Words::of(it.ledger.design().unit(), lang));
            // Not the account, the version and the caps, which others show.
            let end = sentences.len().saturating_sub(3);
            [&sentences[1..end], &sentences[end.saturating_add(1)..end.saturating_add(2)]].concat().join("\n")
        };
        let mut it = wijk_with("over = \"flag\"", "over = \"one_way\"");
        assert_snapshot!(said(&it, Lang::Nl), @r"
        Wie bij het betalen onder -50,0 wijkpunten komt, kan dat en wordt gemeld (limits.floor).
        Eén ontvangst mag boven 20,0 wijkpunten uitkomen en wordt gemeld (limits.ceiling); daarna moet er eerst besteed worden.
        Nu kan: betalen elk bedrag, schenken 0,0, ontvangen elk bedrag.
        ");
        it.book("s-010", "project_manager", r#"{"set_limits":{"account":"m-1","floor":-300,"ceiling":900}}"#);
        assert_snapshot!(said(&it, Lang::Fr), @r"
        Qui passe sous -30,0 points de quartier en payant le peut, et c’est signalé (fixé pour ce compte).
        Une rentrée peut passer au-dessus de 90,0 points de quartier, et c’est signalé (fixé pour ce compte) ; ensuite il faut d’abord dépenser.
        Possible à présent : payer tout montant, donner 0,0, recevoir tout montant.
        ");
        let starter =
            "[limits.starter]\nmonths = 6\nfloor = -5\n[[limits.group]]\ncode = \"zorg\"\nceiling = 40";
        let mut it = wijk_with("inclusive = false", &format!("tested = \"before\"\n{starter}"));
        it.book("s-010", "project_manager", r#"{"set_limits":{"account":"m-1","group":"zorg"}}"#);
        assert_snapshot!(said(&it, Lang::En), @r"
        The balance may not go below -5.0 ward points (first months, until 1 December 2025).
        Nor may it stand exactly there.
        Whoever is at 40.0 ward points or above must spend first (group zorg); the receipt itself may end above it.
        Possible now: pay 4.9, give 0.0, receive any amount.
        ");
        let mediator = r#"{"appoint":{"person":"s-020","role":"mediator","from":"2025-06-02"}}"#;
        it.book("s-010", "project_manager", mediator);
        let asked = r#"{"grant_exception":{"account":"m-1","until":"2025-06-30","floor":-600}}"#;
        let waits = it.book("s-020", "mediator", asked);
        it.book("s-010", "project_manager", &format!(r#"{{"complete":{{"pending":"{waits}"}}}}"#));
        assert_snapshot!(said(&it, Lang::Nl), @r"
        Het saldo mag niet onder -60,0 wijkpunten komen (uitzondering tot en met 30 juni 2025, goedgekeurd door s-010).
        Ook precies op die grens mag het niet staan.
        Wie op 40,0 wijkpunten of hoger staat, moet eerst besteden (groep zorg); wat binnenkomt mag er zelf boven uitkomen.
        Nu kan: betalen 59,9, schenken 0,0, ontvangen elk bedrag.
        ");
    }

    #[test]
    fn the_answer_about_any_limit_is_what_the_rules_decide() {
        for floor in ["", "inclusive = false", "over = \"flag\"", "over = \"one_way\"", "tested = \"before\""]
        {
            for ceiling in ["", "inclusive = false", "over = \"one_way\"", "tested = \"before\""] {
                let mut it = wijk_with(floor, ceiling);
                let pay = |amount: i64| {
                    format!(r#"{{"transfer":{{"from":"m-1","to":"m-2","pay":{{"amount":{amount}}}}}}}"#)
                };
                // From zero to the limits of both, and to where one may get past them.
                for amount in [0, 150, 49, 1, 299, 1] {
                    let _ = it.ask_with("m-1", "participant", "", &pay(amount));
                    let why = |account: &str| WhyLimit::of(&it.ledger, &id(account)).unwrap();
                    let (payer, payee) = (why("m-1").pay.available, why("m-2").receive.available);
                    let most = [payer, payee].into_iter().flatten().min();
                    let may = |minor| may(&it, "transfer", "m-1", "m-2", minor);
                    match most {
                        None => assert!(may(100_000), "{floor} {ceiling} {amount}"),
                        Some(most) => {
                            assert!(most.is_zero() || may(most.minor()), "{floor} {ceiling} {amount}");
                            assert!(!may(most.minor().saturating_add(1)), "{floor} {ceiling} {amount}");
                        }
                    }
                }
            }
        }
    }

    fn may(it: &Scenario, ask: &str, from: &str, to: &str, minor: i64) -> bool {
        let amount = if ask == "gift" {
            format!(r#""amount":{minor}"#)
        } else {
            format!(r#""pay":{{"amount":{minor}}}"#)
        };
        let ask = format!(r#"{{"{ask}":{{"from":"{from}","to":"{to}",{amount}}}}}"#);
        it.clone().ask_with(from, "participant", "", &ask).is_ok()
    }

    /// What the answer says is possible is possible, and one minor unit more is not.
    #[track_caller]
    fn assert_told_right(it: &Scenario, room: Room, may: impl Fn(&Scenario, i64) -> bool) {
        let Some(available) = room.available else {
            assert!(may(it, 100_000));
            return;
        };
        assert!(available.is_zero() || may(it, available.minor()));
        assert!(!may(it, available.minor().saturating_add(1)));
    }

    #[test]
    fn the_answer_is_what_the_rules_decide() {
        for state in ["active", "leaver", "blocked", "inactive", "deceased"] {
            for it in [Scenario::rabot(), Scenario::wijk(), Scenario::uurbank()] {
                for account in ["m-1", "m-2"] {
                    assert_answers(it.clone(), account, state);
                }
            }
        }
    }

    fn assert_answers(mut it: Scenario, account: &str, state: &str) {
        if state != "active" {
            change_state(&mut it, account, state);
        }
        let why = WhyLimit::of(&it.ledger, &id(account)).unwrap();
        assert_told_right(&it, why.pay, |it, minor| may(it, "transfer", account, "m-4", minor));
        assert_told_right(&it, why.give, |it, minor| may(it, "gift", account, "m-4", minor));
        // As far as the other one can pay.
        if why.receive.available.is_some_and(|room| room.minor() < 300) {
            assert_told_right(&it, why.receive, |it, minor| may(it, "transfer", "m-3", account, minor));
        }
    }
}
