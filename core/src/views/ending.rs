//! [`Ending`]: what ends by when.

use crate::calendar::Day;
use crate::dense::AccountNo;
use crate::id::Id;
use crate::ledger::Ledger;
use crate::money::Amount;
use crate::orders::{Lang, Words};

use super::held::{Lapses, NoticeStanding, lapses, notice_standing};
use super::labels::{figure, fill, say, wide_figure};
use super::table::Table;

/// What participants hold that ends up to a day, by end date and then in the order of opening.
///
/// Only the end dates up to that day are walked, not the accounts.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct Ending {
    /// The last end date listed.
    pub through: Day,
    /// What ends.
    pub lines: Vec<EndingLine>,
}

/// What ends on one day on one account.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct EndingLine {
    /// The end date.
    pub end: Day,
    /// Whose units.
    pub account: Id,
    /// How many minor units, in this date's lots together.
    pub amount: Amount,
    /// Where the notice stands.
    pub notice: NoticeStanding,
    /// When they really lapse.
    pub lapses: Lapses,
}

impl Ending {
    /// What ends up to a day. A date that is past is listed as long as somebody still holds its units.
    pub fn of(ledger: &Ledger, through: Day) -> Self {
        let books = ledger.state().books();
        let mut lines = Vec::new();
        for end in books.ends_through(through) {
            let mut from = Some(AccountNo(0));
            while let Some(row) = from.and_then(|from| books.first_due(end, from)) {
                lines.extend(Self::line(ledger, end, row));
                from = row.get().checked_add(1).map(AccountNo);
            }
        }
        Self { through, lines }
    }

    /// Only the accounts that somebody may see today: a mediator those of clients whose mandate covers it.
    #[must_use]
    pub fn seen_by(mut self, ledger: &Ledger, actor: &Id) -> Self {
        self.lines.retain(|line| ledger.may_see(actor, &line.account));
        self
    }

    fn line(ledger: &Ledger, end: Day, row: AccountNo) -> Option<EndingLine> {
        let state = ledger.state();
        let mut pieces = state.books().ending(row, end);
        let amount = pieces.try_fold(Amount::ZERO, |sum, (_, amount)| sum.checked_add(amount))?;
        let account = state.books().account(row)?.id();
        let (notice, lapses) = (notice_standing(state, row, Some(end)), lapses(state, row, Some(end)));
        (!amount.is_zero()).then_some(EndingLine { end, account, amount, notice, lapses })
    }

    /// All of it, in minor units.
    pub fn total(&self) -> i128 {
        self.lines.iter().map(|line| i128::from(line.amount.minor())).sum()
    }

    /// As a table.
    pub fn text(&self, lang: Lang, words: &Words<'_>) -> String {
        let title = ["Wat eindigt tot en met {}", "Ce qui prend fin jusqu’au {}", "What ends up to {}"];
        let title = fill(lang, title, &[&lang.day(self.through)]);
        let mut table = Table::new("llrll");
        table.row([
            say(lang, ["einde", "fin", "end"]),
            say(lang, ["rekening", "compte", "account"]),
            words.many,
            say(lang, ["aanmaning", "avis", "notice"]),
            say(lang, ["vervalt bij afsluiten van", "échoit à la clôture du", "lapses at the closing of"]),
        ]);
        table.rule();
        for line in &self.lines {
            table.row([
                lang.day(line.end),
                line.account.to_string(),
                figure(lang, words, line.amount),
                line.notice.text(lang),
                line.lapses.text(lang),
            ]);
        }
        table.rule();
        let total = wide_figure(lang, words, self.total());
        table.row([String::from(say(lang, ["samen", "total", "total"])), String::new(), total]);
        format!("{title}\n\n{table}")
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::views::scenario::{Scenario, day, id};

    #[test]
    fn before_and_after_the_notices() {
        let mut it = Scenario::rabot();
        assert!(Ending::of(&it.ledger, day("2026-01-30")).lines.is_empty());
        let ending = Ending::of(&it.ledger, day("2026-01-31"));
        assert_snapshot!(ending.text(Lang::Nl, &Words::of(it.ledger.design().unit(), Lang::Nl)), @r"
        Wat eindigt tot en met 31 januari 2026

        einde            rekening  rabotters  aanmaning          vervalt bij afsluiten van
        ---------------  --------  ---------  -----------------  -------------------------
        31 januari 2026  m-1              62  op 1 januari 2026  31 januari 2026
        31 januari 2026  m-2              25  op 1 januari 2026  31 januari 2026
        31 januari 2026  m-3               3  op 1 januari 2026  31 januari 2026
        ---------------  --------  ---------  -----------------  -------------------------
        samen                             90
        ");
        it.close_through("2026-01-10");
        for (account, outcome) in [("m-1", "delivered"), ("m-2", "undeliverable")] {
            let ask = format!(
                r#"{{"record_notice":{{"account":"{account}","end":"2026-01-31","outcome":"{outcome}"}}}}"#
            );
            it.book("s-010", "project_manager", &ask);
        }
        let ending = Ending::of(&it.ledger, day("2026-01-31"));
        assert_snapshot!(ending.text(Lang::Fr, &Words::of(it.ledger.design().unit(), Lang::Fr)), @r"
        Ce qui prend fin jusqu’au 31 janvier 2026

        fin              compte  rabotters  avis                              échoit à la clôture du
        ---------------  ------  ---------  --------------------------------  ----------------------
        31 janvier 2026  m-1            62  reçu 11 janvier 2026              10 février 2026
        31 janvier 2026  m-2            25  non distribuable 11 janvier 2026  10 février 2026
        31 janvier 2026  m-3             3  donné le 11 janvier 2026          attend l’avis
        ---------------  ------  ---------  --------------------------------  ----------------------
        total                           90
        ");
    }

    #[test]
    fn units_lapse_on_the_day_it_said() {
        let mut it = Scenario::wijk();
        let ending = Ending::of(&it.ledger, day("2025-12-31"));
        let said: Vec<_> = ending.lines.iter().map(|line| (line.account, line.lapses)).collect();
        assert_eq!(
            said,
            [(id("m-1"), Lapses::At(day("2026-01-31"))), (id("m-3"), Lapses::At(day("2026-01-31")))]
        );
        // On the day on which the notice is owed.
        it.close_through("2025-11-15");
        it.close_through("2026-01-30");
        assert_eq!(Ending::of(&it.ledger, day("2025-12-31")).total(), 425);
        it.close_through("2026-01-31");
        assert_eq!(Ending::of(&it.ledger, day("2025-12-31")).total(), 0);
    }
}
