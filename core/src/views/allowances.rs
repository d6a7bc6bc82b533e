//! [`Allowances`]: the nominative list of volunteer allowances of a calendar year.

use std::collections::BTreeMap;
use std::fmt;

use smallvec::SmallVec;

use crate::books::{AccountChange, AccountKind, Change, Entry};
use crate::calendar::Day;
use crate::id::{Code, Id, OrderId};
use crate::ledger::Ledger;
use crate::money::{Balance, Rounding};
use crate::orders::{Ask, Award, Lang, Words};

use super::euro::{EuroUnits, ROUNDING, Valued};
use super::labels::{fill, say, wide_figure};
use super::table::Table;
use super::walk::{ValueDays, booked, partner_accounts, taken_back};

/// The nominative list of what volunteers were granted in a calendar year, as an organisation keeps it by
/// the law of 3 July 2005: who, each day on which an allowance was granted, and how much. Only opaque ids
/// stand in it; the host, which has the names, puts them beside.
///
/// The day is the day of the activity, which decides the year (R58). What was taken back later is taken
/// off the day on which it had been granted. On an account of several it is who was named in the award;
/// where nobody was, the account stands in the list. Who holds an account is as it was on the day of
/// booking, whoever came or went since. Euro follow the unit's value on that day; each line and each
/// total is summed exactly and rounded once, half to even, and what rounding left is told.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Allowances {
    /// The year.
    pub year: i16,
    /// Only what was granted by this partner.
    pub partner: Option<Id>,
    /// Only for these activities; all if there are none.
    pub activities: Vec<Code>,
    /// By earner and then by day; none are zero.
    pub lines: Vec<AllowanceLine>,
    /// By earner.
    pub earners: Vec<AllowanceTotal>,
    /// All of it.
    pub total: EuroUnits,
}

/// What somebody was granted for one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct AllowanceLine {
    /// Whom.
    pub earner: Earner,
    /// The day of the activity.
    pub day: Day,
    /// How much.
    pub granted: EuroUnits,
}

/// What somebody was granted in the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct AllowanceTotal {
    /// Whom.
    pub earner: Earner,
    /// On how many days.
    pub days: u32,
    /// How much in all.
    pub granted: EuroUnits,
    /// The day with most, the first of them if there are more.
    pub most_on: Day,
    /// How much on that day.
    pub most: EuroUnits,
}

/// Who earned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[allow(clippy::exhaustive_enums)]
#[serde(rename_all = "snake_case")]
pub enum Earner {
    /// A person.
    Person(Id),
    /// One of the holders of an account; which of them, nobody said.
    OneOf(Id),
}

impl fmt::Display for Earner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(id) | Self::OneOf(id) => id.fmt(f),
        }
    }
}

/// The persons who hold each account, as the records go on.
#[derive(Default)]
struct Holders(BTreeMap<Id, SmallVec<[Id; 1]>>);

impl Holders {
    fn follow(&mut self, entry: &Entry) {
        for change in &entry.changes {
            let (account, holders) = match change {
                Change::Account(AccountChange::Opened { account, holders, .. }) => (*account, holders),
                Change::Account(AccountChange::Holders { account, is, .. }) => (account.id(), is),
                _ => continue,
            };
            self.0.insert(account, holders.clone());
        }
    }

    /// Who was named, or the only holder on the day of booking.
    fn earner(&self, award: &Award) -> Earner {
        match (award.earner, self.0.get(&award.to).map(SmallVec::as_slice)) {
            (Some(earner), _) | (None, Some(&[earner])) => Earner::Person(earner),
            _ => Earner::OneOf(award.to),
        }
    }
}

impl Allowances {
    /// How lines and totals are rounded to cents.
    pub const ROUNDING: Rounding = ROUNDING;

    /// The list of a year: of one partner if one is named, for some activities if there are any. Walks all
    /// records.
    pub fn of(ledger: &Ledger, year: i16, partner: Option<Id>, activities: &[Code]) -> Self {
        let accounts = partner_accounts(ledger.state());
        let mut holders = Holders::default();
        let mut value_days = ValueDays::default();
        let mut awards: BTreeMap<OrderId, Earner> = BTreeMap::new();
        let mut granted: BTreeMap<(Earner, Day), Valued> = BTreeMap::new();
        for booked in booked(ledger) {
            holders.follow(&booked.entry);
            let asked = |by: Id, what: Code| {
                partner.is_none_or(|only| only == by) && (activities.is_empty() || activities.contains(&what))
            };
            let earner = match &booked.order.ask {
                Ask::Award(award) if asked(award.partner, award.activity) => Some(holders.earner(award)),
                // On notes, for somebody who needs no account.
                Ask::AwardNotes(award) if asked(award.partner, award.activity) => {
                    Some(Earner::Person(award.person))
                }
                ask => taken_back(ask).and_then(|original| awards.get(&original).copied()),
            };
            let Some(earner) = earner else { continue };
            awards.insert(booked.id(), earner);
            let day = value_days.note(&booked);
            if day.year() != year {
                continue;
            }
            for leg in &booked.entry.legs {
                let row = ledger.state().books().number_of(&leg.account.id());
                if row
                    .and_then(|row| accounts.get(&row))
                    .is_some_and(|(_, kind)| *kind == AccountKind::Issued)
                {
                    let units = i128::from(leg.amount.minor()).saturating_neg();
                    let of = granted.entry((earner, day)).or_insert_with(|| Valued::none_of(ledger));
                    of.add_on(ledger, units, day);
                }
            }
        }
        granted.retain(|_, valued| valued.units() != 0);
        Self::added_up(ledger, (year, partner, activities.to_vec()), &granted)
    }

    fn added_up(
        ledger: &Ledger,
        (year, partner, activities): (i16, Option<Id>, Vec<Code>),
        granted: &BTreeMap<(Earner, Day), Valued>,
    ) -> Self {
        let mut sums: BTreeMap<Earner, (u32, Valued, Day, &Valued)> = BTreeMap::new();
        let mut total = Valued::none_of(ledger);
        for ((earner, day), valued) in granted {
            total.add_all(valued);
            let none = || (0, Valued::none_of(ledger), *day, valued);
            let (days, sum, most_on, most) = sums.entry(*earner).or_insert_with(none);
            *days = days.saturating_add(1);
            sum.add_all(valued);
            if valued.units() > most.units() {
                (*most_on, *most) = (*day, valued);
            }
        }
        let line = |((earner, day), valued): (&(Earner, Day), &Valued)| AllowanceLine {
            earner: *earner,
            day: *day,
            granted: valued.total(),
        };
        let earner = |(earner, (days, sum, most_on, most)): (Earner, (u32, Valued, Day, &Valued))| {
            AllowanceTotal { earner, days, granted: sum.total(), most_on, most: most.total() }
        };
        Self {
            year,
            partner,
            activities,
            lines: granted.iter().map(line).collect(),
            earners: sums.into_iter().map(earner).collect(),
            total: total.total(),
        }
    }

    /// The list as CSV for a spreadsheet: a line per person and day.
    ///
    /// | column | what it holds |
    /// |---|---|
    /// | `person` | the person's id; empty if the account has several holders and nobody said which |
    /// | `account` | that account's id; empty if the person is known |
    /// | `day` | the day of the activity, as `2025-03-14` |
    /// | `units` | with a decimal point, and as many decimals as the books keep |
    /// | `euro` | their worth rounded to a cent; empty if the unit has no value in euro |
    /// | `rounding` | how, always `half_even`; empty without euro |
    /// | `left` | what the exact worth is more than that, in cents, as a fraction such as `-1/2`; `0` if nothing was rounded |
    ///
    /// Columns are parted by `;`, as in the day book.
    pub fn csv(&self, words: &Words<'_>) -> String {
        let mut csv = String::from("person;account;day;units;euro;rounding;left\n");
        for AllowanceLine { earner, day, granted } in &self.lines {
            let (person, account) = match earner {
                Earner::Person(id) => (id.to_string(), String::new()),
                Earner::OneOf(id) => (String::new(), id.to_string()),
            };
            let units = i64::try_from(granted.units).ok().and_then(|minor| Balance::from_minor(minor).ok());
            let units = units.map(|units| units.text(words.scale).to_string()).unwrap_or_default();
            let euro = granted.euro_csv();
            csv.push_str(&format!("{person};{account};{day};{units};{euro}\n"));
        }
        csv
    }

    /// A line per person, with the day on which most was granted.
    pub fn text(&self, lang: Lang, words: &Words<'_>) -> String {
        let title = [
            "Vergoedingen van vrijwilligers in {}",
            "Indemnités des volontaires en {}",
            "Volunteer allowances in {}",
        ];
        let mut text = fill(lang, title, &[&self.year.to_string()]);
        if let Some(partner) = self.partner {
            let by = [", toegekend door {}", ", accordées par {}", ", granted by {}"];
            text.push_str(&fill(lang, by, &[&partner.to_string()]));
        }
        if !self.activities.is_empty() {
            let activities: Vec<String> = self.activities.iter().map(Code::to_string).collect();
            text.push_str(&format!(" ({})", activities.join(", ")));
        }
        text.push_str("\n\n");
        let mut table = Table::new("lrrrlrr");
        table.row([
            say(lang, ["wie", "qui", "who"]),
            say(lang, ["dagen", "jours", "days"]),
            words.many,
            "euro",
            say(lang, ["meeste op", "maximum le", "most on"]),
            words.many,
            "euro",
        ]);
        table.rule();
        for one in &self.earners {
            table.row([
                one.earner.text(lang),
                one.days.to_string(),
                wide_figure(lang, words, one.granted.units),
                one.granted.euro_text(lang),
                lang.day(one.most_on),
                wide_figure(lang, words, one.most.units),
                one.most.euro_text(lang),
            ]);
        }
        table.rule();
        let days: u32 = self.earners.iter().map(|one| one.days).sum();
        table.row([
            say(lang, ["samen", "total", "total"]).to_owned(),
            days.to_string(),
            wide_figure(lang, words, self.total.units),
            self.total.euro_text(lang),
        ]);
        text.push_str(&table.to_string());
        text.push('\n');
        text.push_str(say(lang, ROUNDED));
        text.push('\n');
        text
    }
}

const ROUNDED: [&str; 3] = [
    "Euro volgen de waarde op de dag van de activiteit. Elk bedrag is exact opgeteld en één keer afgerond, een halve cent naar even.",
    "Les euros suivent la valeur du jour de l’activité. Chaque montant est la somme exacte, arrondie une seule fois, un demi-cent vers le pair.",
    "Euro follow the value on the day of the activity. Each figure is summed exactly and rounded once, half a cent to even.",
];

impl Earner {
    fn text(self, lang: Lang) -> String {
        match self {
            Self::Person(id) => id.to_string(),
            Self::OneOf(id) => {
                fill(lang, ["een van {}", "un titulaire de {}", "one of {}"], &[&id.to_string()])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::views::scenario::{Scenario, id};

    fn code(text: &str) -> Code {
        Code::parse(text).unwrap()
    }

    /// The month of the Rabot, with work of the last day of 2024, of a household, and taken back.
    fn rabot() -> Scenario {
        let mut it = Scenario::rabot();
        let household = r#"{"open_account":{"account":"h-1","kind":"household","holders":["m-1","m-2"]}}"#;
        it.book("s-010", "project_manager", household);
        let work = |to: &str, minutes: u32| {
            format!(
                r#"{{"award":{{"partner":"p-01","to":"{to}","activity":"buurtwerk","measured":{minutes}}}}}"#
            )
        };
        it.book("s-050", "issuing_partner", &work("h-1", 60));
        let wrong = it.book("s-050", "issuing_partner", &work("m-1", 180));
        it.book(
            "s-010",
            "project_manager",
            &format!(r#"{{"reverse":{{"original":"{wrong}","amount":50}}}}"#),
        );
        let undone = it.book("s-050", "issuing_partner", &work("m-3", 60));
        it.book("s-010", "project_manager", &format!(r#"{{"reverse":{{"original":"{undone}"}}}}"#));
        it
    }

    #[test]
    fn each_person_and_each_day() {
        let ledger = rabot().ledger;
        let words = Words::of(ledger.design().unit(), Lang::Nl);
        let year = Allowances::of(&ledger, 2025, None, &[]);
        assert_snapshot!(year.csv(&words), @r"
        person;account;day;units;euro;rounding;left
        m-1;;2025-01-01;100;10.00;half_even;0
        m-1;;2025-02-05;25;2.50;half_even;0
        m-2;;2025-01-02;10;1.00;half_even;0
        ;h-1;2025-02-05;25;2.50;half_even;0
        ");
        assert_snapshot!(year.text(Lang::Nl, &words), @r"
        Vergoedingen van vrijwilligers in 2025

        wie          dagen  rabotters   euro  meeste op        rabotters   euro
        -----------  -----  ---------  -----  ---------------  ---------  -----
        m-1              2        125  12,50  1 januari 2025         100  10,00
        m-2              1         10   1,00  2 januari 2025          10   1,00
        een van h-1      1         25   2,50  5 februari 2025         25   2,50
        -----------  -----  ---------  -----  ---------------  ---------  -----
        samen            4        160  16,00

        Euro volgen de waarde op de dag van de activiteit. Elk bedrag is exact opgeteld en één keer afgerond, een halve cent naar even.
        ");
        assert_eq!(Allowances::of(&ledger, 2024, None, &[]).lines, []);
    }

    /// R58: who did it is who was named, and whoever alone held the account when it was booked.
    #[test]
    fn who_was_named_and_whoever_held_it_that_day() {
        let mut it = Scenario::rabot();
        let household = r#"{"open_account":{"account":"h-1","kind":"household","holders":["m-1","m-2"]}}"#;
        it.book("s-010", "project_manager", household);
        let flowers = |it: &mut Scenario, earner: &str| {
            let ask = format!(
                r#"{{"award":{{"partner":"p-01","to":"h-1","activity":"bloembak","measured":1{earner}}}}}"#
            );
            it.book("s-050", "issuing_partner", &ask)
        };
        flowers(&mut it, "");
        let undone = flowers(&mut it, r#","earner":"m-1""#);
        it.book(
            "s-010",
            "project_manager",
            &format!(r#"{{"reverse":{{"original":"{undone}","amount":4}}}}"#),
        );
        let change = |what: &str| format!(r#"{{"change_holders":{{"account":"h-1",{what}}}}}"#);
        it.book("s-010", "project_manager", &change(r#""remove":["m-1"]"#));
        flowers(&mut it, "");
        it.book("s-010", "project_manager", &change(r#""add":["m-3"]"#));
        flowers(&mut it, "");
        flowers(&mut it, r#","earner":"m-3""#);
        it.book("s-010", "project_manager", &change(r#""remove":["m-2"]"#));
        flowers(&mut it, "");
        let words = Words::of(it.ledger.design().unit(), Lang::Nl);
        assert_snapshot!(Allowances::of(&it.ledger, 2025, None, &[code("bloembak")]).csv(&words), @r"
        person;account;day;units;euro;rounding;left
        m-1;;2025-02-05;6;0.60;half_even;0
        m-2;;2025-01-02;10;1.00;half_even;0
        m-2;;2025-02-05;10;1.00;half_even;0
        m-3;;2025-02-05;20;2.00;half_even;0
        ;h-1;2025-02-05;20;2.00;half_even;0
        ");
    }

    #[test]
    fn of_one_partner_and_some_activities() {
        let ledger = rabot().ledger;
        let words = Words::of(ledger.design().unit(), Lang::Fr);
        assert_eq!(Allowances::of(&ledger, 2025, Some(id("p-14")), &[]).total.units, 0);
        let flowers = Allowances::of(&ledger, 2025, Some(id("p-01")), &[code("bloembak")]);
        assert_snapshot!(flowers.text(Lang::Fr, &words), @r"
        Indemnités des volontaires en 2025, accordées par p-01 (bloembak)

        qui    jours  rabotters  euro  maximum le      rabotters  euro
        -----  -----  ---------  ----  --------------  ---------  ----
        m-2        1         10  1,00  2 janvier 2025         10  1,00
        -----  -----  ---------  ----  --------------  ---------  ----
        total      1         10  1,00

        Les euros suivent la valeur du jour de l’activité. Chaque montant est la somme exacte, arrondie une seule fois, un demi-cent vers le pair.
        ");
    }

    #[test]
    fn notes_for_somebody_without_an_account_too() {
        let mut it = Scenario::paper();
        let to_p1 = r#"{"send_notes":{"from":"vault","to":{"partner":"p-01"},"carrier":"c-3","series":"r-25","notes":[[1,20]]}}"#;
        let sending = it.book("s-010", "project_manager", to_p1);
        let here = format!(r#"{{"receive_notes":{{"sending":"{sending}","notes":[[1,20]]}}}}"#);
        it.book("s-050", "issuing_partner", &here);
        for measured in [6, 4] {
            let ask = format!(
                r#"{{"award_notes":{{"partner":"p-01","person":"b-7","activity":"klus","measured":{measured},"series":"r-25"}}}}"#
            );
            it.book("s-050", "issuing_partner", &ask);
        }
        let words = Words::of(it.ledger.design().unit(), Lang::Nl);
        assert_snapshot!(Allowances::of(&it.ledger, 2025, None, &[]).csv(&words), @r"
        person;account;day;units;euro;rounding;left
        b-7;;2025-01-01;10;;;
        m-1;;2025-01-01;100;;;
        ");
    }

    #[test]
    fn points_without_a_value_have_no_euro() {
        let ledger = Scenario::wijk().ledger;
        let words = Words::of(ledger.design().unit(), Lang::En);
        assert_snapshot!(Allowances::of(&ledger, 2025, None, &[]).csv(&words), @r"
        person;account;day;units;euro;rounding;left
        m-1;;2025-06-02;30.0;;;
        ");
    }
}
