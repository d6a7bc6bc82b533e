//! What `muntwerk run` prints: what came of the lines, and the books.

use std::collections::BTreeMap;

use muntwerk::books::Finding;
use muntwerk::calendar::{Day, Period};
use muntwerk::daybook::closes_days;
use muntwerk::id::Id;
use muntwerk::ledger::Ledger;
use muntwerk::orders::{Lang, RefusalCode, Words};
use muntwerk::views::{Ending, PartnerTotals, Statement, TrialBalance};

use super::design::title;
use super::{Said, fill, say};
use crate::args::Run;
use crate::commands::{RefusedLine, Tally, first_day, located};

/// Enough to see what is the matter; the rest with `--verbose`.
const SHOWN: usize = 20;

pub(crate) fn report(args: &Run, ledger: &Ledger, tally: &Tally, findings: &[Finding], lang: Lang) -> String {
    let words = Words::of(ledger.design().unit(), lang);
    let first = first_day(ledger);
    let reporter = Reporter { args, ledger, tally, lang, words };
    let mut parts = vec![reporter.heading(first), reporter.lines()];
    parts.extend(reporter.resumed());
    parts.extend(reporter.not_closed());
    parts.extend(reporter.errors());
    parts.extend(reporter.refusals());
    parts.push(reporter.trial_balance());
    parts.extend(args.statement.map(|account| reporter.statement(&account, first)));
    parts.push(reporter.ending());
    parts.push(PartnerTotals::of(ledger, first, ledger.day()).text(lang, &reporter.words));
    parts.push(reporter.end(findings));
    let parts: Vec<&str> = parts.iter().map(|part| part.trim_end()).collect();
    format!("{}\n", parts.join("\n\n"))
}

struct Reporter<'r> {
    args: &'r Run,
    ledger: &'r Ledger,
    tally: &'r Tally,
    lang: Lang,
    words: Words<'r>,
}

impl Reporter<'_> {
    fn say(&self, said: Said) -> &'static str {
        say(self.lang, said)
    }

    fn heading(&self, first: Day) -> String {
        let from_to =
            ["grootboek {}, van {} tot en met {}", "grand livre {}, du {} au {}", "ledger {}, from {} to {}"];
        let days = [self.lang.day(first), self.lang.day(self.ledger.day())];
        let from_to = fill(self.lang, from_to, &[&self.ledger.id().to_string(), &days[0], &days[1]]);
        format!("{}, {from_to}", title(self.ledger.design(), self.lang))
    }

    /// What came of the lines; together they are all that were read.
    fn lines(&self) -> String {
        let tally = self.tally;
        let refused = u64::try_from(tally.refused.len()).unwrap_or(u64::MAX);
        let waiting = u64::try_from(self.ledger.state().pendings().iter().count()).unwrap_or(u64::MAX);
        columns(&[
            (self.say(["Regels gelezen", "Lignes lues", "Lines read"]).into(), tally.lines),
            (self.say(["  geboekt", "  comptabilisées", "  booked"]).into(), tally.booked),
            (
                self.say(["  eerder beantwoord", "  déjà répondues", "  answered before"]).into(),
                tally.repeated,
            ),
            (self.say(["  geweigerd", "  refusées", "  refused"]).into(), refused),
            (self.say(["  niet te lezen", "  illisibles", "  cannot be read"]).into(), tally.bad_lines),
            (self.say(["Wacht nog op iemand", "En attente", "Still waiting for somebody"]).into(), waiting),
        ])
    }

    /// That a stored ledger had answered the first lines before, and which of them it does not know.
    fn resumed(&self) -> Option<String> {
        let after = self.tally.resumed_after?.to_string();
        let went_on = [
            "De regels tot en met {} stonden al in de boeken; daarna is verder gegaan.",
            "Les lignes jusqu’à la {} étaient déjà dans les livres ; la suite a été traitée.",
            "The lines up to {} were in the books already; it went on from there.",
        ];
        let went_on = fill(self.lang, went_on, &[&after]);
        let unknown = &self.tally.no_record;
        if unknown.is_empty() {
            return Some(went_on);
        }
        let shown: Vec<String> = unknown.iter().take(SHOWN).map(u64::to_string).collect();
        let more = if unknown.len() > shown.len() { ", …" } else { "" };
        let no_record = [
            "Daarvan staan deze niet in de boeken, en zijn nu niet gevraagd: {}. Ze werden toen afgewezen \
             zonder spoor, of zijn er later tussen gezet; zet wat nog moet geboekt worden onderaan.",
            "Celles-ci n’y sont pas, et n’ont pas été demandées maintenant : {}. Elles ont été rejetées alors \
             sans trace, ou insérées depuis ; placez à la fin ce qui doit encore être comptabilisé.",
            "Of these there is no record, and they were not asked now: {}. They were turned away then without \
             a trace, or have been put in between since. Put at the end what is still to be booked.",
        ];
        let no_record = fill(self.lang, no_record, &[&format!("{}{more}", shown.join(", "))]);
        Some(format!("{went_on}\n{no_record}"))
    }

    fn not_closed(&self) -> Option<String> {
        let late = self.tally.refused.iter().any(|line| line.refusal.code == RefusalCode::CloseDayFirst);
        if late && closes_days(self.ledger.design()).is_none() {
            let nobody = [
                "Niemand kan alleen een dag afsluiten: geen eerste ambtsdrager heeft dat recht.",
                "Personne ne peut clôturer un jour seul : aucun titulaire initial n’en a le droit.",
                "Nobody can close a day alone: no first office-holder may.",
            ];
            return Some(self.say(nobody).into());
        }
        let said = [
            "Dagen die niet afgesloten konden worden",
            "Jours non clôturés",
            "Days that could not be closed",
        ];
        self.list(said, &self.tally.not_closed)
    }

    fn errors(&self) -> Option<String> {
        let errors = &self.tally.errors;
        let shown = if self.args.verbose { errors.len() } else { errors.len().min(SHOWN) };
        let listed = located(&self.args.daybook, errors.get(..shown)?);
        let title =
            self.say(["Regels die niet te lezen zijn", "Lignes illisibles", "Lines that cannot be read"]);
        let rest = self.rest(errors.len().saturating_sub(shown));
        (!errors.is_empty()).then(|| format!("{title}\n\n{listed}{rest}"))
    }

    fn rest(&self, count: usize) -> String {
        let more = [
            "en nog {}; --verbose toont ze",
            "et encore {} ; --verbose les montre",
            "and {} more; --verbose shows them",
        ];
        if count == 0 { String::new() } else { fill(self.lang, more, &[&count.to_string()]) }
    }

    fn refusals(&self) -> Option<String> {
        let refused = &self.tally.refused;
        if self.args.verbose {
            return self
                .list(["Geweigerd", "Refusé", "Refused"], refused)
                .map(|list| format!("{}\n\n{}", list.trim_end(), self.by_code()));
        }
        let title = self.say(["Geweigerd, volgens code", "Refusé, par code", "Refused, by code"]);
        (!refused.is_empty()).then(|| format!("{title}\n\n{}", self.by_code()))
    }

    fn by_code(&self) -> String {
        let mut counts: BTreeMap<RefusalCode, u64> = BTreeMap::new();
        for line in &self.tally.refused {
            let count = counts.entry(line.refusal.code).or_default();
            *count = count.saturating_add(1);
        }
        let rows: Vec<(String, u64)> =
            counts.into_iter().map(|(code, count)| (code.to_string(), count)).collect();
        columns(&rows)
    }

    fn list(&self, title: Said, lines: &[RefusedLine]) -> Option<String> {
        let path = self.args.daybook.display();
        let one = |line: &RefusedLine| {
            let reference = line.reference.map(|id| format!("{id}: ")).unwrap_or_default();
            let sentence = line.refusal.sentence(self.lang, &self.words);
            format!("{path}:{}: {reference}{sentence}\n", line.line)
        };
        let shown = if self.args.verbose { lines.len() } else { SHOWN };
        let listed: String = lines.iter().take(shown).map(one).collect();
        let rest = self.rest(lines.len().saturating_sub(shown));
        (!lines.is_empty()).then(|| format!("{}\n\n{listed}{rest}", self.say(title)))
    }

    fn trial_balance(&self) -> String {
        let balance = TrialBalance::of(self.ledger);
        if self.args.verbose {
            balance.text(self.lang, &self.words)
        } else {
            balance.totals_text(self.lang, &self.words)
        }
    }

    /// An account that is not there is no reason to keep the rest to oneself.
    fn statement(&self, account: &Id, first: Day) -> String {
        let statement = Statement::of(self.ledger, account, first, self.ledger.day());
        let nobody = ["Er is geen rekening {}.", "Il n’y a pas de compte {}.", "There is no account {}."];
        statement.map_or_else(
            || fill(self.lang, nobody, &[&account.to_string()]),
            |statement| statement.text(self.lang, &self.words),
        )
    }

    /// What ends up to the last day of next month.
    fn ending(&self) -> String {
        let last = Period::Month.last_day(self.ledger.day());
        let through = last.next().map_or(last, |first| Period::Month.last_day(first));
        let ending = Ending::of(self.ledger, through);
        if self.args.verbose && !ending.lines.is_empty() {
            return ending.text(self.lang, &self.words);
        }
        let mut by_end: BTreeMap<Day, (u64, i128)> = BTreeMap::new();
        for line in &ending.lines {
            let (accounts, units) = by_end.entry(line.end).or_default();
            *accounts = accounts.saturating_add(1);
            *units = units.saturating_add(line.amount.minor().into());
        }
        let title = ["Wat eindigt tot en met {}", "Ce qui prend fin jusqu’au {}", "What ends up to {}"];
        let mut text = format!("{}\n\n", fill(self.lang, title, &[&self.lang.day(through)]));
        if by_end.is_empty() {
            text.push_str(self.say(["Niets.", "Rien.", "Nothing."]));
        }
        for (end, (accounts, units)) in by_end {
            let on = ["{}: {} op {} rekeningen", "{} : {} sur {} comptes", "{}: {} on {} accounts"];
            let amount = self.amount(units);
            text.push_str(&fill(self.lang, on, &[&self.lang.day(end), &amount, &accounts.to_string()]));
            text.push('\n');
        }
        text
    }

    fn amount(&self, minor: i128) -> String {
        let balance =
            i64::try_from(minor).ok().and_then(|minor| muntwerk::money::Balance::from_minor(minor).ok());
        balance.map_or_else(|| minor.to_string(), |balance| self.words.amount(self.lang, balance))
    }

    fn end(&self, findings: &[Finding]) -> String {
        let mut text = String::new();
        for finding in findings {
            text.push_str(&format!("{finding}\n"));
        }
        if findings.is_empty() {
            text.push_str(self.say([
                "De boeken kloppen.",
                "Les livres sont justes.",
                "The books are sound.",
            ]));
            text.push('\n');
        }
        let sealed = [
            "{} regels in het journaal, hoofd {}",
            "{} lignes au journal, tête {}",
            "{} lines in the journal, head {}",
        ];
        let sealed =
            fill(self.lang, sealed, &[&self.ledger.len().to_string(), &self.ledger.head().to_string()]);
        text.push_str(&sealed);
        if let Some(path) = &self.args.journal {
            text.push_str(&format!("\n{}", path.display()));
        }
        text
    }
}

/// Names on the left, figures on the right.
fn columns(rows: &[(String, u64)]) -> String {
    let names = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let figures = rows.iter().map(|(_, figure)| figure.to_string().len()).max().unwrap_or(0);
    rows.iter().map(|(name, figure)| format!("{name:names$}  {figure:figures$}\n")).collect()
}
