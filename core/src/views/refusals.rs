//! [`Refusals`]: what was refused, by code and month.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::Day;
use crate::ledger::Ledger;
use crate::orders::{Lang, RefusalCode};

use super::labels::say;
use super::table::Table;
use super::walk::{Step, Walk};

/// The orders that were refused, by code and by month of the ledger's day. Only codes that are
/// recorded leave a trace to count ([`RefusalCode::is_recorded`]).
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Refusals {
    /// By code in the order of the catalogue, then by month; none are zero.
    pub counts: Vec<RefusalCount>,
}

/// How often a code was answered in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct RefusalCount {
    /// The code.
    pub code: RefusalCode,
    /// The first day of the month.
    pub month: Day,
    /// How often.
    pub count: u64,
}

impl Refusals {
    /// The refusals of a ledger.
    pub fn of(ledger: &Ledger) -> Self {
        let mut counts: BTreeMap<(RefusalCode, Day), u64> = BTreeMap::new();
        for step in Walk::through(ledger) {
            if let Step::Refused { day, refusal } = step {
                let count = counts.entry((refusal.code, day.first_of_month())).or_default();
                *count = count.saturating_add(1);
            }
        }
        let count = |((code, month), count)| RefusalCount { code, month, count };
        Self { counts: counts.into_iter().map(count).collect() }
    }

    /// How many of a code, a month, or both; of all if neither is given.
    pub fn count(&self, code: Option<RefusalCode>, month: Option<Day>) -> u64 {
        let chosen = self.counts.iter().filter(|count| {
            code.is_none_or(|code| count.code == code) && month.is_none_or(|month| count.month == month)
        });
        chosen.map(|count| count.count).sum()
    }

    /// As a table: a line per code, a column per month.
    pub fn text(&self, lang: Lang) -> String {
        let codes: BTreeSet<RefusalCode> = self.counts.iter().map(|count| count.code).collect();
        let months: BTreeSet<Day> = self.counts.iter().map(|count| count.month).collect();
        let total = say(lang, ["samen", "total", "total"]);
        let mut table = Table::new(&format!("l{}r", "r".repeat(months.len())));
        let line = |code: Option<RefusalCode>| {
            let cells = months.iter().map(move |month| self.count(code, Some(*month)));
            let cells = cells.map(|count| if count == 0 { String::from("-") } else { count.to_string() });
            cells.chain([self.count(code, None).to_string()])
        };
        let heads = months.iter().map(|month| format!("{:02}/{}", month.month(), month.year()));
        let code = String::from(say(lang, ["geweigerd", "refusé", "refused"]));
        table.row([code].into_iter().chain(heads).chain([total.into()]));
        table.rule();
        for code in codes {
            table.row([code.to_string()].into_iter().chain(line(Some(code))));
        }
        table.rule();
        table.row([String::from(total)].into_iter().chain(line(None)));
        table.to_string()
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::views::scenario::{Scenario, day};

    #[test]
    fn by_code_and_month() {
        let refusals = Refusals::of(&Scenario::rabot().ledger);
        assert_eq!(refusals.count(None, None), 3);
        assert_eq!(refusals.count(Some(RefusalCode::InsufficientBalance), Some(day("2025-02-01"))), 1);
        assert_snapshot!(refusals.text(Lang::Nl), @r"
        geweigerd             01/2025  02/2025  samen
        --------------------  -------  -------  -----
        amount_zero                 1        -      1
        insufficient_balance        1        1      2
        --------------------  -------  -------  -----
        samen                       2        1      3
        ");
    }
}
