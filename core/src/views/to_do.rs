//! [`ToDo`]: what waits for somebody at the offices and at the bank (R36). Nothing of it is kept: it follows
//! from the books, so that it cannot disagree with them.

use crate::books::{ClaimState, EuroPlace};
use crate::calendar::Day;
use crate::id::{Code, Id};
use crate::ledger::Ledger;
use crate::money::Amount;
use crate::office::{CashCount, Depot, Notes, OfficeDay, Place, Sending};
use crate::orders::{Lang, Words};

use super::euro::cents_text;
use super::labels::{Said, fill, say};
use super::pay_list::{PayLine, PayList};
use super::table::Table;

/// What waits for somebody at the offices and at the bank.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct ToDo {
    /// The ledger's day.
    pub day: Day,
    /// What is to be done, in the order of [`Task`].
    pub tasks: Vec<Task>,
}

/// One thing to do. What lies in the drawers of an office is said only once they are counted: whoever counts
/// does so blind (R35).
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum Task {
    /// To receive: a sending that has not arrived.
    Receive(Box<Sending>),
    /// To count: an office is open since a day.
    Count {
        /// Which office.
        office: Id,
        /// Since when.
        since: Day,
    },
    /// To reconcile: a count differs from the books, and waits for somebody else.
    Reconcile {
        /// Which office.
        office: Id,
        /// The day of the count.
        on: Day,
    },
    /// To hand over: notes that an office took in, or has in its till.
    HandOver {
        /// Where they lie.
        place: Place,
        /// What they are worth, in minor units.
        units: Amount,
    },
    /// To bring to the bank: euro in a till.
    BankIn {
        /// Which office.
        office: Id,
        /// How many cents.
        cents: i64,
    },
    /// To transfer: euro at the bank of the offices, to what backs the units.
    Fund {
        /// How many cents.
        cents: i64,
    },
    /// To approve: a claim.
    Approve {
        /// Whose.
        partner: Id,
        /// Its invoice number.
        invoice: Id,
        /// What it comes to, in cents.
        cents: Amount,
    },
    /// To pay: an approved claim.
    Pay {
        /// Whom.
        partner: Id,
        /// Its invoice number.
        invoice: Id,
        /// How many cents.
        cents: Amount,
        /// The last day, if that was promised.
        by: Option<Day>,
    },
}

impl ToDo {
    /// What is to be done today.
    pub fn of(ledger: &Ledger) -> Self {
        let mut tasks: Vec<Task> = Vec::new();
        let offices = ledger.state().offices();
        tasks.extend(offices.sendings().map(|sending| Task::Receive(Box::new(sending.clone()))));
        for (office, day) in offices.days() {
            match day {
                OfficeDay::Open { on } => tasks.push(Task::Count { office: *office, since: *on }),
                OfficeDay::Counted { on, count, .. } if differs(ledger, *office, count) => {
                    tasks.push(Task::Reconcile { office: *office, on: *on });
                }
                OfficeDay::Counted { .. } | OfficeDay::Settled { .. } | OfficeDay::Ended { .. } => {
                    tasks.extend(drawers(ledger, *office));
                }
            }
        }
        tasks.extend(fund(ledger));
        let claims = ledger.state().settlements().claims();
        tasks.extend(claims.filter(|claim| claim.state == ClaimState::Filed).map(|claim| {
            let (partner, invoice) = (claim.partner, claim.invoice);
            Task::Approve { partner, invoice, cents: claim.net() }
        }));
        tasks.extend(PayList::of(ledger).lines.into_iter().map(|line| {
            let PayLine { partner, invoice, cents, pay_by: by, .. } = line;
            Task::Pay { partner, invoice, cents, by }
        }));
        Self { day: ledger.day(), tasks }
    }

    /// The list as a table.
    pub fn text(&self, lang: Lang, words: &Words<'_>) -> String {
        let mut table = Table::new("lllr");
        let heads = [
            ["te doen", "à faire", "to do"],
            ["waar of voor wie", "où ou pour qui", "where or for whom"],
            ["wat", "quoi", "what"],
            ["hoeveel", "combien", "how much"],
        ];
        table.row(heads.map(|head| say(lang, head)));
        table.rule();
        for task in &self.tasks {
            table.row(task.cells(lang, words));
        }
        let title = ["Te doen op {}", "À faire au {}", "To do on {}"];
        let title = fill(lang, title, &[&lang.day(self.day)]);
        if self.tasks.is_empty() {
            return format!("{title}\n\n{}\n", say(lang, ["Niets.", "Rien.", "Nothing."]));
        }
        format!("{title}\n\n{table}")
    }
}

/// Whether the drawers hold something else than was counted.
fn differs(ledger: &Ledger, office: Id, count: &CashCount) -> bool {
    let books = ledger.state().books();
    let (none, cents) = (Notes::default(), books.euro().cents(EuroPlace::Till(office)));
    let same = |series: Code| {
        let counted = count.series.iter().find(|one| one.series == series);
        let drawers = [Place::Stock(office), Place::Till(office), Place::Returned(office)];
        let there = drawers.map(|place| books.paper().notes(series, place));
        let counted = counted.map_or([&none; 3], |one| [&one.stock, &one.till, &one.returned]);
        there.iter().zip(counted).all(|(there, counted)| there == counted)
    };
    let mut series = books.paper().series();
    series.extend(count.series.iter().map(|one| one.series));
    cents != count.euro.minor() || !series.into_iter().all(same)
}

/// What lies in the drawers of an office and belongs elsewhere.
fn drawers(ledger: &Ledger, office: Id) -> Vec<Task> {
    let paper = ledger.state().books().paper();
    let units_in = |place: Place| {
        let here = paper.series().into_iter().map(|series| paper.notes(series, place).value());
        here.fold(Amount::ZERO, |sum, units| sum.checked_add(units).unwrap_or(Amount::MAX))
    };
    let places = [Place::Returned(office), Place::Till(office)].into_iter();
    let notes = places.map(|place| Task::HandOver { place, units: units_in(place) });
    let cents = ledger.state().books().euro().cents(EuroPlace::Till(office));
    let euro = (cents != 0).then_some(Task::BankIn { office, cents });
    let some = |task: &Task| !matches!(task, Task::HandOver { units, .. } if units.is_zero());
    notes.filter(some).chain(euro).collect()
}

fn fund(ledger: &Ledger) -> Option<Task> {
    let cents = ledger.state().books().euro().cents(EuroPlace::Bank);
    (ledger.design().circulation().euro_backed && cents > 0).then_some(Task::Fund { cents })
}

impl Task {
    fn cells(&self, lang: Lang, words: &Words<'_>) -> [String; 4] {
        let euro =
            |cents: i64| fill(lang, ["{} euro", "{} euros", "{} euro"], &[&cents_text(lang, cents.into())]);
        let units = |units: Amount| words.amount(lang, units.into());
        let (to_do, whom, what, how_much): (Said, String, String, String) = match self {
            Self::Receive(sending) => {
                let to = match sending.to {
                    Depot::Vault => say(lang, ["kluis", "coffre", "vault"]).to_owned(),
                    Depot::Stock(whose) | Depot::Returned(whose) | Depot::Partner(whose) => whose.to_string(),
                };
                let with = ["{} bij {}, sinds {}", "{} chez {}, depuis le {}", "{} with {}, since {}"];
                let carried = fill(
                    lang,
                    with,
                    &[&sending.series.to_string(), &sending.carrier.to_string(), &lang.day(sending.on)],
                );
                (["ontvangen", "recevoir", "receive"], to, carried, units(sending.notes.value()))
            }
            Self::Count { office, since } => {
                let open = fill(
                    lang,
                    ["open sinds {}", "ouvert depuis le {}", "open since {}"],
                    &[&lang.day(*since)],
                );
                (["tellen", "compter", "count"], office.to_string(), open, String::new())
            }
            Self::Reconcile { office, on } => {
                let counted = [
                    "geteld op {}, met een verschil",
                    "compté le {}, avec une différence",
                    "counted on {}, with a difference",
                ];
                let counted = fill(lang, counted, &[&lang.day(*on)]);
                (["uitklaren", "rapprocher", "reconcile"], office.to_string(), counted, String::new())
            }
            Self::HandOver { place, units: worth } => {
                let what = match place {
                    Place::Till(_) => ["biljetten in de kas", "billets en caisse", "notes in the till"],
                    _ => ["ingenomen biljetten", "billets encaissés", "notes taken in"],
                };
                let office = place.office().map_or_else(String::new, |office| office.to_string());
                (["afgeven", "remettre", "hand over"], office, say(lang, what).to_owned(), units(*worth))
            }
            Self::BankIn { office, cents } => {
                let what = say(lang, ["euro in de kas", "euros en caisse", "euro in the till"]);
                (
                    ["naar de bank brengen", "porter à la banque", "bring to the bank"],
                    office.to_string(),
                    what.to_owned(),
                    euro(*cents),
                )
            }
            Self::Fund { cents } => {
                let what = [
                    "van de kantoren naar de dekking",
                    "des bureaux vers la couverture",
                    "from the offices to the backing",
                ];
                (
                    ["overschrijven", "virer", "transfer"],
                    String::new(),
                    say(lang, what).to_owned(),
                    euro(*cents),
                )
            }
            Self::Approve { partner, invoice, cents } => (
                ["goedkeuren", "approuver", "approve"],
                partner.to_string(),
                invoice.to_string(),
                euro(cents.minor()),
            ),
            Self::Pay { partner, invoice, cents, by } => {
                let what = match by {
                    Some(by) => fill(
                        lang,
                        ["{}, ten laatste op {}", "{}, au plus tard le {}", "{}, by {}"],
                        &[&invoice.to_string(), &lang.day(*by)],
                    ),
                    None => invoice.to_string(),
                };
                (["betalen", "payer", "pay"], partner.to_string(), what, euro(cents.minor()))
            }
        };
        [say(lang, to_do).to_owned(), whom, what, how_much]
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::views::scenario::Scenario;

    #[test]
    fn what_waits_follows_from_the_books() {
        let mut it = Scenario::paper();
        let told = |it: &Scenario, lang| {
            let words = Words::of(it.ledger.design().unit(), lang);
            ToDo::of(&it.ledger).text(lang, &words)
        };
        // Open: nothing of what lies in the drawers.
        assert_snapshot!(told(&it, Lang::Nl), @r"
        Te doen op 1 januari 2025

        te doen    waar of voor wie  wat                                   hoeveel
        ---------  ----------------  ----------------------------------  ---------
        ontvangen  cp-1              r-25 bij c-2, sinds 1 januari 2025  30 punten
        tellen     cp-1              open sinds 1 januari 2025
        ");
        it.count_short();
        assert_snapshot!(told(&it, Lang::Fr), @r"
        À faire au 1er janvier 2025

        à faire     où ou pour qui  quoi                                               combien
        ----------  --------------  -----------------------------------------------  ---------
        recevoir    cp-1            r-25 chez c-2, depuis le 1er janvier 2025        30 points
        rapprocher  cp-1            compté le 1er janvier 2025, avec une différence
        ");
        it.book_with(
            "s-010",
            "project_manager",
            r#","reason":"miscounted""#,
            r#"{"approve_difference":{"office":"cp-1"}}"#,
        );
        assert_snapshot!(told(&it, Lang::En), @r"
        To do on 1 January 2025

        to do              where or for whom  what                                  how much
        -----------------  -----------------  -----------------------------------  ---------
        receive            cp-1               r-25 with c-2, since 1 January 2025  30 points
        hand over          cp-1               notes taken in                       10 points
        hand over          cp-1               notes in the till                     5 points
        bring to the bank  cp-1               euro in the till                     2.60 euro
        ");
    }

    #[test]
    fn what_is_paid_is_done() {
        let it = Scenario::uurbank();
        let words = Words::of(it.ledger.design().unit(), Lang::En);
        assert_snapshot!(ToDo::of(&it.ledger).text(Lang::En, &words), @r"
        To do on 2 June 2025

        Nothing.
        ");
    }
}
