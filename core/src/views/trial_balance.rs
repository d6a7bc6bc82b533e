//! [`TrialBalance`]: every account and that they sum to zero.

use std::collections::BTreeMap;

use crate::books::AccountKind;
use crate::calendar::Day;
use crate::id::Id;
use crate::ledger::Ledger;
use crate::money::{Amount, Balance};
use crate::orders::{Lang, Words};

use super::labels::{account_kind, figure, fill, say, wide_figure};
use super::table::Table;

/// Every account with its balance, and totals per kind. Reads balances that are kept, so it takes time
/// in proportion to the accounts and none to the records.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct TrialBalance {
    /// The ledger's day.
    pub day: Day,
    /// How many records there are; the balances stand after the last.
    pub records: u64,
    /// The accounts, in the order of opening.
    pub rows: Vec<TrialRow>,
    /// The kinds there are accounts of, in the order of [`AccountKind`].
    pub totals: Vec<KindTotal>,
    /// All balances together: zero.
    pub sum: i128,
}

/// One account.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct TrialRow {
    /// Its id.
    pub account: Id,
    /// What it is for.
    pub kind: AccountKind,
    /// Its balance, below zero in the red.
    pub balance: Balance,
    /// The part of a debt that reversals caused.
    pub technical_debt: Amount,
}

/// The accounts of one kind together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct KindTotal {
    /// The kind.
    pub kind: AccountKind,
    /// How many accounts.
    pub accounts: u64,
    /// Their balances together, in minor units.
    pub balance: i128,
}

impl TrialBalance {
    /// The trial balance of a ledger.
    pub fn of(ledger: &Ledger) -> Self {
        let accounts = ledger.state().books().accounts();
        let row = |(_, account): (_, &crate::books::Account)| TrialRow {
            account: account.id(),
            kind: account.kind(),
            balance: account.balance(),
            technical_debt: account.technical_debt(),
        };
        let rows: Vec<TrialRow> = accounts.map(row).collect();
        let mut totals: BTreeMap<AccountKind, (u64, i128)> = BTreeMap::new();
        for row in &rows {
            let (accounts, balance) = totals.entry(row.kind).or_default();
            *accounts = accounts.saturating_add(1);
            *balance = balance.saturating_add(row.balance.minor().into());
        }
        let total = |(kind, (accounts, balance))| KindTotal { kind, accounts, balance };
        let totals: Vec<KindTotal> = totals.into_iter().map(total).collect();
        let sum = totals.iter().map(|total| total.balance).sum();
        Self { day: ledger.day(), records: ledger.len(), rows, totals, sum }
    }

    fn title(&self, lang: Lang) -> String {
        let title = [
            "Proefbalans op {} na {} journaalregels",
            "Balance au {} après {} lignes du journal",
            "Trial balance on {} after {} records",
        ];
        fill(lang, title, &[&lang.day(self.day), &self.records.to_string()])
    }

    /// Every account, and the totals.
    pub fn text(&self, lang: Lang, words: &Words<'_>) -> String {
        let mut table = Table::new("llr");
        let heads = [["rekening", "compte", "account"], ["soort", "type", "kind"]];
        table.row([say(lang, heads[0]), say(lang, heads[1]), words.many]);
        table.rule();
        for row in &self.rows {
            let kind = say(lang, account_kind(row.kind));
            table.row([row.account.to_string(), kind.into(), figure(lang, words, row.balance)]);
        }
        format!("{}\n\n{table}\n{}", self.title(lang), self.totals_table(lang, words))
    }

    /// The totals per kind only.
    pub fn totals_text(&self, lang: Lang, words: &Words<'_>) -> String {
        format!("{}\n\n{}", self.title(lang), self.totals_table(lang, words))
    }

    /// Every account as CSV, for a spreadsheet or another program: `account`, `kind` as in orders, `balance`
    /// and `technical_debt` with a decimal point and as many decimals as the books keep. Columns are parted
    /// by `;`, as in the day book.
    pub fn csv(&self, words: &Words<'_>) -> String {
        let mut csv = String::from("account;kind;balance;technical_debt\n");
        for row in &self.rows {
            let (kind, scale) = (serde_json::to_string(&row.kind).unwrap_or_default(), words.scale);
            let kind = kind.trim_matches('"');
            let (balance, debt) = (row.balance.text(scale), row.technical_debt.text(scale));
            csv.push_str(&format!("{};{kind};{balance};{debt}\n", row.account));
        }
        csv
    }

    fn totals_table(&self, lang: Lang, words: &Words<'_>) -> Table {
        let mut table = Table::new("lrr");
        let heads = [["soort", "type", "kind"], ["rekeningen", "comptes", "accounts"]];
        table.row([say(lang, heads[0]), say(lang, heads[1]), words.many]);
        table.rule();
        for total in &self.totals {
            let kind = say(lang, account_kind(total.kind));
            table.row([kind.into(), total.accounts.to_string(), wide_figure(lang, words, total.balance)]);
        }
        table.rule();
        let accounts = self.rows.len().to_string();
        table.row([
            say(lang, ["samen", "total", "total"]).into(),
            accounts,
            wide_figure(lang, words, self.sum),
        ]);
        table
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::views::scenario::Scenario;

    #[test]
    fn every_account_and_the_totals() {
        let it = Scenario::rabot();
        let trial = TrialBalance::of(&it.ledger);
        assert_eq!(trial.sum, 0);
        let words = Words::of(it.ledger.design().unit(), Lang::Nl);
        assert_snapshot!(trial.text(Lang::Nl, &words), @r"
        Proefbalans op 5 februari 2025 na 53 journaalregels

        rekening         soort         rabotters
        ---------------  ------------  ---------
        system:lapsed    vervallen             0
        system:pot       pot                   0
        system:group     groep                 0
        system:opening   overgenomen           0
        system:reserved  gereserveerd          0
        issued:p-01      uitgegeven         -110
        redeemed:p-01    ingenomen             0
        issued:p-14      uitgegeven            0
        redeemed:p-14    ingenomen            20
        m-1              persoon              62
        m-2              persoon              25
        m-3              persoon               3
        m-4              persoon               0

        soort         rekeningen  rabotters
        ------------  ----------  ---------
        persoon                4         90
        pot                    1          0
        groep                  1          0
        gereserveerd           1          0
        uitgegeven             2       -110
        ingenomen              2         20
        vervallen              1          0
        overgenomen            1          0
        ------------  ----------  ---------
        samen                 13          0
        ");
    }

    #[test]
    fn for_a_spreadsheet() {
        let it = Scenario::wijk();
        let words = Words::of(it.ledger.design().unit(), Lang::Fr);
        assert_snapshot!(TrialBalance::of(&it.ledger).csv(&words), @r"
        account;kind;balance;technical_debt
        system:lapsed;lapsed;0.0;0.0
        system:pot;pot;0.0;0.0
        system:group;group;0.0;0.0
        system:opening;opening;0.0;0.0
        system:reserved;reserved;0.0;0.0
        issued:p-01;issued;-30.0;0.0
        redeemed:p-01;redeemed;0.0;0.0
        m-1;person;30.0;0.0
        m-2;person;-12.5;0.0
        m-3;person;12.5;0.0
        m-4;person;0.0;0.0
        ");
    }

    #[test]
    fn the_totals_only() {
        let it = Scenario::wijk();
        let words = Words::of(it.ledger.design().unit(), Lang::Fr);
        assert_snapshot!(TrialBalance::of(&it.ledger).totals_text(Lang::Fr, &words), @r"
        Balance au 2 juin 2025 après 8 lignes du journal

        type            comptes  points de quartier
        --------------  -------  ------------------
        personne              4                30,0
        caisse commune        1                 0,0
        groupe                1                 0,0
        réservé               1                 0,0
        émis                  1               -30,0
        encaissé              1                 0,0
        échu                  1                 0,0
        repris                1                 0,0
        --------------  -------  ------------------
        total                11                 0,0
        ");
    }
}
