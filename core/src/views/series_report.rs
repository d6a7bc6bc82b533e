//! [`SeriesReport`]: where the notes of every series are (R37).

use crate::books::{AccountKind, on_paper};
use crate::calendar::Day;
use crate::id::Code;
use crate::ledger::Ledger;
use crate::money::{Amount, Balance};
use crate::office::{OfficeDay, Place};
use crate::orders::{Lang, Words};

use super::labels::{figure, fill, say};
use super::table::Table;

/// Where the notes of every series are, and what part of the units is on paper.
///
/// While an office is open, what lies in its drawers and what circulates are shown together: whoever
/// counts must not be able to look up what should be there (R35).
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct SeriesReport {
    /// The ledger's day.
    pub day: Day,
    /// By series in the order of the codes, then by face.
    pub lines: Vec<SeriesLine>,
    /// Units on the accounts of participants, the pot and the group, less what was drawn.
    pub on_accounts: i128,
    /// Units on live notes.
    pub on_paper: i128,
}

/// The notes of one series and face.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct SeriesLine {
    /// The series.
    pub series: Code,
    /// The face, in minor units.
    pub face: Amount,
    /// Pieces printed.
    pub printed: i64,
    /// Pieces in the vault and in partners' stocks.
    pub vault: i64,
    /// Pieces on their way.
    pub transit: i64,
    /// Pieces in the drawers of offices and in circulation.
    pub out: i64,
    /// Of these, pieces in circulation; `None` while an office is open.
    pub circulation: Option<i64>,
    /// Pieces missing.
    pub missing: i64,
    /// Pieces destroyed.
    pub destroyed: i64,
    /// Days since the series became valid; below zero it is not yet.
    pub age: i32,
}

impl SeriesReport {
    /// The report of a ledger. Reads counts that are kept, and no records.
    pub fn of(ledger: &Ledger) -> Self {
        let state = ledger.state();
        let (books, day) = (state.books(), ledger.day());
        let open = state.offices().days().any(|(_, day)| matches!(day, OfficeDay::Open { .. }));
        let mut lines: Vec<SeriesLine> = Vec::new();
        for (note, place, count) in books.paper().iter() {
            if lines.last().is_none_or(|line| (line.series, line.face) != (note.series, note.face)) {
                let from = state.design().paper().and_then(|paper| paper.get(&note.series));
                lines.push(SeriesLine {
                    series: note.series,
                    face: note.face,
                    printed: 0,
                    vault: 0,
                    transit: 0,
                    out: 0,
                    circulation: (!open).then_some(0),
                    missing: 0,
                    destroyed: 0,
                    age: from.map_or(0, |series| day.days_since(series.valid_from)),
                });
            }
            let Some(line) = lines.last_mut() else { continue };
            let slot = match place {
                Place::Printed => &mut line.printed,
                Place::Vault | Place::Partner(_) => &mut line.vault,
                Place::Transit(_) => &mut line.transit,
                Place::Missing => &mut line.missing,
                Place::Destroyed => &mut line.destroyed,
                Place::Circulation | Place::Stock(_) | Place::Returned(_) | Place::Till(_) => &mut line.out,
            };
            *slot = slot.saturating_add(count.saturating_abs());
            if place == Place::Circulation
                && let Some(circulation) = &mut line.circulation
            {
                *circulation = count;
            }
        }
        let paper: Vec<_> =
            books.paper().series().iter().filter_map(|series| on_paper(series).ok()).collect();
        let wide = |balance: Balance| i128::from(balance.minor());
        let (mut on_accounts, mut on_notes) = (0_i128, 0_i128);
        for (_, account) in books.accounts() {
            if account.kind().holds_lots() {
                on_accounts = on_accounts.saturating_add(wide(account.balance()));
            } else if account.kind() == AccountKind::Paper && paper.contains(&account.id()) {
                on_notes = on_notes.saturating_add(wide(account.balance()));
            }
        }
        Self { day, lines, on_accounts, on_paper: on_notes }
    }

    /// The share of the units that is on paper, in hundredths of a per cent, rounded down; none where
    /// there are no units.
    pub fn share_on_paper(&self) -> Option<i128> {
        let all = self.on_accounts.saturating_add(self.on_paper);
        if all <= 0 { None } else { self.on_paper.saturating_mul(10_000).checked_div(all) }
    }

    /// The report as a table.
    pub fn text(&self, lang: Lang, words: &Words<'_>) -> String {
        let title = ["Biljetten op {}", "Billets au {}", "Notes on {}"];
        let mut table = Table::new("lrrrrrrrrr");
        let heads = [
            ["reeks", "série", "series"],
            ["biljet", "billet", "note"],
            ["gedrukt", "imprimé", "printed"],
            ["kluis", "coffre", "vault"],
            ["onderweg", "en route", "on the way"],
            ["buiten", "dehors", "out"],
            ["in omloop", "en circulation", "circulating"],
            ["vermist", "manquant", "missing"],
            ["vernietigd", "détruit", "destroyed"],
            ["dagen", "jours", "days"],
        ];
        table.row(heads.map(|head| say(lang, head)));
        table.rule();
        for line in &self.lines {
            let circulation = line.circulation.map_or_else(|| String::from("?"), |count| count.to_string());
            table.row([
                line.series.to_string(),
                figure(lang, words, line.face),
                line.printed.to_string(),
                line.vault.to_string(),
                line.transit.to_string(),
                line.out.to_string(),
                circulation,
                line.missing.to_string(),
                line.destroyed.to_string(),
                line.age.to_string(),
            ]);
        }
        let share = match self.share_on_paper() {
            None => String::from("-"),
            Some(share) => {
                let share = i64::try_from(share).ok().and_then(|share| Balance::from_minor(share).ok());
                let scale = crate::money::Scale::new(2).unwrap_or_default();
                format!("{} %", lang.figure(share.unwrap_or(Balance::ZERO), scale, 2))
            }
        };
        let said = [
            "Aandeel van de eenheden op papier: {}",
            "Part des unités sur papier : {}",
            "Share of the units on paper: {}",
        ];
        format!("{}\n\n{table}\n{}\n", fill(lang, title, &[&lang.day(self.day)]), fill(lang, said, &[&share]))
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::views::scenario::Scenario;

    #[test]
    fn what_an_open_office_holds_is_not_told() {
        let mut it = Scenario::paper();
        let report = SeriesReport::of(&it.ledger);
        assert!(report.lines.iter().all(|line| line.circulation.is_none()));
        it.count_short();
        let report = SeriesReport::of(&it.ledger);
        assert!(report.lines.iter().all(|line| line.circulation.is_some()));
        let words = |lang| Words::of(it.ledger.design().unit(), lang);
        assert_snapshot!(report.text(Lang::Nl, &words(Lang::Nl)), @r"
        Biljetten op 1 januari 2025

        reeks  biljet  gedrukt  kluis  onderweg  buiten  in omloop  vermist  vernietigd  dagen
        -----  ------  -------  -----  --------  ------  ---------  -------  ----------  -----
        r-25        1       50     30         0      20          2        0           0     31
        r-25        5       50     30         0      20          4        0           0     31
        r-25       10       20     17         3       0          0        0           0     31

        Aandeel van de eenheden op papier: 27,00 %
        ");
        assert_snapshot!(report.text(Lang::Fr, &words(Lang::Fr)), @r"
        Billets au 1er janvier 2025

        série  billet  imprimé  coffre  en route  dehors  en circulation  manquant  détruit  jours
        -----  ------  -------  ------  --------  ------  --------------  --------  -------  -----
        r-25        1       50      30         0      20               2         0        0     31
        r-25        5       50      30         0      20               4         0        0     31
        r-25       10       20      17         3       0               0         0        0     31

        Part des unités sur papier : 27,00 %
        ");
        assert_snapshot!(report.text(Lang::En, &words(Lang::En)), @r"
        Notes on 1 January 2025

        series  note  printed  vault  on the way  out  circulating  missing  destroyed  days
        ------  ----  -------  -----  ----------  ---  -----------  -------  ---------  ----
        r-25       1       50     30           0   20            2        0          0    31
        r-25       5       50     30           0   20            4        0          0    31
        r-25      10       20     17           3    0            0        0          0    31

        Share of the units on paper: 27.00 %
        ");
    }
}
