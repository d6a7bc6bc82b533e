//! The page as text.

use crate::books::AccountKind;
use crate::orders::{Lang, Words};
use crate::views::labels::{account_kind, account_state, fill, say, wide_figure};
use crate::views::table::Table;

use super::{KindFlow, Overview};

impl Overview {
    /// The page.
    pub fn text(&self, lang: Lang, words: &Words<'_>) -> String {
        let title = [
            "{}, van {} tot en met {}, na {} journaalregels",
            "{}, du {} au {}, après {} lignes du journal",
            "{}, from {} to {}, after {} records",
        ];
        let days = [lang.day(self.from), lang.day(self.day)];
        let title =
            fill(lang, title, &[lang.name(&self.names), &days[0], &days[1], &self.records.to_string()]);
        let mut parts = vec![title, self.circulation(lang, words).to_string()];
        parts.extend(self.debts(lang, words));
        parts.extend(self.liability(lang, words));
        parts.push(self.partners.text(lang, words));
        if !self.budgets.is_empty() {
            parts.push(self.budgets.text(lang, words));
        }
        parts.extend(self.ends(lang, words));
        parts.push(self.counts(lang).to_string());
        let parts: Vec<&str> = parts.iter().map(|part| part.trim_end()).collect();
        format!("{}\n", parts.join("\n\n"))
    }

    /// Where units came from and where they are, each above zero as people speak of it.
    fn circulation(&self, lang: Lang, words: &Words<'_>) -> Table {
        let mut table = Table::new("lrrr");
        table.row([
            words.many,
            say(lang, ["voordien", "avant", "before"]),
            say(lang, ["in deze periode", "dans la période", "in this period"]),
            say(lang, ["nu", "maintenant", "now"]),
        ]);
        table.rule();
        let mut row = |name: &str, flow: KindFlow, sign: i128| {
            let figure = |minor: i128| wide_figure(lang, words, minor.saturating_mul(sign));
            table.row([name.to_owned(), figure(flow.before), figure(flow.during), figure(flow.now())]);
        };
        // Contra accounts stand below zero in the books for what came about.
        for kind in [AccountKind::Issued, AccountKind::Opening, AccountKind::Shortage] {
            self.if_any(kind, |flow| row(say(lang, account_kind(kind)), flow, -1));
        }
        for kind in [AccountKind::Redeemed, AccountKind::Lapsed, AccountKind::Surplus] {
            self.if_any(kind, |flow| row(say(lang, account_kind(kind)), flow, 1));
        }
        row(
            say(lang, ["bij deelnemers", "chez les participants", "with participants"]),
            self.participants(),
            1,
        );
        for kind in [AccountKind::Paper, AccountKind::Reserved, AccountKind::Pot, AccountKind::Group] {
            self.if_any(kind, |flow| row(say(lang, account_kind(kind)), flow, 1));
        }
        table
    }

    fn if_any(&self, kind: AccountKind, tell: impl FnOnce(KindFlow)) {
        let flow = self.kind(kind);
        if flow.before != 0 || flow.during != 0 {
            tell(flow);
        }
    }

    /// All participants together.
    fn participants(&self) -> KindFlow {
        let kinds = self.kinds.iter().filter(|flow| flow.kind.is_participant());
        kinds.fold(KindFlow { kind: AccountKind::Person, before: 0, during: 0 }, |sum, flow| KindFlow {
            before: sum.before.saturating_add(flow.before),
            during: sum.during.saturating_add(flow.during),
            ..sum
        })
    }

    fn debts(&self, lang: Lang, words: &Words<'_>) -> Option<String> {
        let said = [
            "Deelnemers hebben samen {} en staan samen {} in het rood.",
            "Les participants détiennent ensemble {} et doivent ensemble {}.",
            "Participants hold {} together, and owe {} together.",
        ];
        let [held, owed] = [self.held, self.owed].map(|minor| wide_figure(lang, words, minor));
        (self.owed > 0).then(|| fill(lang, said, &[&held, &owed]))
    }

    fn liability(&self, lang: Lang, words: &Words<'_>) -> Option<String> {
        let liability = self.liability?;
        let units = wide_figure(lang, words, liability.units);
        if liability.euro.is_none() {
            let said =
                ["Nog te verzilveren: {} {}.", "Encore utilisables : {} {}.", "Still to be redeemed: {} {}."];
            return Some(fill(lang, said, &[&units, words.many]));
        }
        let said = [
            "Nog te verzilveren: {} {}, waard {} euro op {}{}.",
            "Encore utilisables : {} {}, d’une valeur de {} euros au {}{}.",
            "Still to be redeemed: {} {}, worth {} euro on {}{}.",
        ];
        let slots = [
            &units,
            words.many,
            &liability.euro_text(lang),
            &lang.day(self.day),
            liability.rounded_text(lang),
        ];
        Some(fill(lang, said, &slots))
    }

    fn ends(&self, lang: Lang, words: &Words<'_>) -> Option<String> {
        let mut table = Table::new("lrr");
        table.row([
            say(lang, ["eindigt op", "prend fin le", "ends on"]),
            say(lang, ["rekeningen", "comptes", "accounts"]),
            words.many,
        ]);
        table.rule();
        for on in &self.ending {
            table.row([lang.day(on.end), on.accounts.to_string(), wide_figure(lang, words, on.units)]);
        }
        (!self.ending.is_empty()).then(|| table.to_string())
    }

    fn counts(&self, lang: Lang) -> Table {
        let mut table = Table::new("lr");
        for (state, count) in &self.accounts {
            let of_state = ["rekeningen: {}", "comptes : {}", "accounts: {}"];
            let name = fill(lang, of_state, &[say(lang, account_state(*state))]);
            table.row([name, count.to_string()]);
        }
        let mut row = |said, count: u64| table.row([say(lang, said).to_owned(), count.to_string()]);
        row(["rekeningen die iets deden", "comptes qui ont agi", "accounts that did something"], self.active);
        row(["boekingen met eenheden", "écritures d’unités", "entries that moved units"], self.entries);
        row(["geweigerd", "refusé", "refused"], self.refused);
        row(["wacht op iemand", "en attente de quelqu’un", "waiting for somebody"], self.waiting);
        table
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::views::scenario::{Scenario, day};

    #[test]
    fn rewards_in_three_languages() {
        let mut it = Scenario::rabot();
        it.reserve_a_meal();
        let overview = Overview::of(&it.ledger, day("2025-02-01"));
        let text = |lang| overview.text(lang, &Words::of(it.ledger.design().unit(), lang));
        assert_snapshot!(text(Lang::Nl), @r"
        Rabotters (voorbeeld), van 1 februari 2025 tot en met 5 februari 2025, na 55 journaalregels

        rabotters       voordien  in deze periode   nu
        --------------  --------  ---------------  ---
        uitgegeven           110                0  110
        ingenomen             20                0   20
        bij deelnemers        90              -30   60
        gereserveerd           0               30   30

        Nog te verzilveren: 90 rabotters, waard 9,00 euro op 5 februari 2025.

        Partners van 1 februari 2025 tot en met 5 februari 2025

        partner  uitgegeven  euro  ingenomen  euro
        -------  ----------  ----  ---------  ----
        p-01              0  0,00          0  0,00
        p-14              0  0,00          0  0,00
        -------  ----------  ----  ---------  ----
        samen             0  0,00          0  0,00

        rekeningen: actief         4
        rekeningen die iets deden  1
        boekingen met eenheden     2
        geweigerd                  1
        wacht op iemand            0
        ");
        assert_snapshot!(text(Lang::Fr), @r"
        Rabotters (exemple), du 1er février 2025 au 5 février 2025, après 55 lignes du journal

        rabotters              avant  dans la période  maintenant
        ---------------------  -----  ---------------  ----------
        émis                     110                0         110
        encaissé                  20                0          20
        chez les participants     90              -30          60
        réservé                    0               30          30

        Encore utilisables : 90 rabotters, d’une valeur de 9,00 euros au 5 février 2025.

        Partenaires du 1er février 2025 au 5 février 2025

        partenaire  émis  euro  encaissé  euro
        ----------  ----  ----  --------  ----
        p-01           0  0,00         0  0,00
        p-14           0  0,00         0  0,00
        ----------  ----  ----  --------  ----
        total          0  0,00         0  0,00

        comptes : actif          4
        comptes qui ont agi      1
        écritures d’unités       2
        refusé                   1
        en attente de quelqu’un  0
        ");
    }

    #[test]
    fn rewards_and_credit() {
        let ledger = Scenario::wijk().ledger;
        let words = Words::of(ledger.design().unit(), Lang::En);
        assert_snapshot!(Overview::of(&ledger, day("2025-01-01")).text(Lang::En, &words), @r"
        Ward points (example), from 1 January 2025 to 2 June 2025, after 8 records

        ward points        before  in this period   now
        -----------------  ------  --------------  ----
        issued                0.0            30.0  30.0
        with participants     0.0            30.0  30.0

        Participants hold 42.5 together, and owe 12.5 together.

        Still to be redeemed: 42.5 ward points.

        Partners from 1 January 2025 to 2 June 2025

        partner  issued  euro  taken in  euro
        -------  ------  ----  --------  ----
        p-01       30.0     -       0.0     -
        -------  ------  ----  --------  ----
        total      30.0     -       0.0     -

        accounts: active             4
        accounts that did something  3
        entries that moved units     2
        refused                      0
        waiting for somebody         0
        ");
    }
}
