//! Views as the core prints them: aligned tables, in the words of the design.

use muntwerk::calendar::Day;
use muntwerk::ledger::Ledger as Core;
use muntwerk::orders::Words;
use muntwerk::views::{
    Beancount, Budgets, Consignments, Ending, Hledger, PartnerTotals, Quiet, Refusals, Reserve, SeriesReport,
    SettlementList, Statement, ToDo, TrialBalance, WaitingLines, WhyBalance, WhyLimit,
};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::Ledger;
use super::views::span;
use crate::day::maybe_day;
use crate::text;

const TEXTS: &str = "trial_balance, statement, ending, quiet, partner_totals, budgets, settlement_list, \
    reserve, series_report, refusals, consignments, to_do, waiting_lines, why_balance, why_limit";

#[pymethods]
impl Ledger {
    /// A view as text: an aligned table, with figures and days as people write them.
    ///
    /// Args:
    ///     view: The name of the view's method, such as `"trial_balance"`.
    ///     lang: nl, fr or en.
    ///     account: For `statement`, `why_balance` and `why_limit`.
    ///     start: For `statement` and `partner_totals`: the first day.
    ///     through: For these and `ending`: the last day.
    ///     days: For `quiet`.
    ///
    /// Raises:
    ///     ValueError: If no view is called so, or it needs more.
    #[pyo3(signature = (view, lang = "en", *, account = None, start = None, through = None, days = None))]
    #[allow(clippy::too_many_arguments, reason = "what the views can be asked for")]
    fn text(
        &self,
        py: Python<'_>,
        view: &str,
        lang: &str,
        account: Option<&Bound<'_, PyAny>>,
        start: Option<&Bound<'_, PyAny>>,
        through: Option<&Bound<'_, PyAny>>,
        days: Option<u16>,
    ) -> PyResult<String> {
        let lang = text::lang(lang)?;
        let account = text::maybe_id(account, "account")?;
        let (start, through) = (maybe_day(start, "start")?, maybe_day(through, "through")?);
        let needs = |what: &str| PyValueError::new_err(format!("{view} needs {what}="));
        self.look_long(py, |ledger| {
            let words = Words::of(ledger.design().unit(), lang);
            let (first, last) = span(ledger, start, through);
            let account = || account.ok_or_else(|| needs("account"));
            let of_account =
                |found: Option<String>| found.ok_or_else(|| crate::errors::unknown("account", "of this id"));
            Ok(match view {
                "trial_balance" => TrialBalance::of(ledger).text(lang, &words),
                "statement" => {
                    let found = Statement::of(ledger, &account()?, first, last);
                    of_account(found.map(|found| found.text(lang, &words)))?
                }
                "ending" => Ending::of(ledger, through.unwrap_or(Day::LAST)).text(lang, &words),
                "quiet" => Quiet::of(ledger, days.ok_or_else(|| needs("days"))?).text(lang, &words),
                "partner_totals" => PartnerTotals::of(ledger, first, last).text(lang, &words),
                "budgets" => Budgets::of(ledger).text(lang, &words),
                "settlement_list" => SettlementList::of(ledger).text(lang, &words),
                "reserve" => Reserve::of(ledger).text(lang),
                "series_report" => SeriesReport::of(ledger).text(lang, &words),
                "refusals" => Refusals::of(ledger).text(lang),
                "to_do" => ToDo::of(ledger).text(lang, &words),
                "waiting_lines" => WaitingLines::of(ledger).text(lang),
                "consignments" => Consignments::of(ledger, None).text(lang, &words),
                "why_balance" => {
                    let found = WhyBalance::of(ledger, &account()?);
                    of_account(found.map(|found| found.sentences(lang, &words).join("\n")))?
                }
                "why_limit" => {
                    let found = WhyLimit::of(ledger, &account()?);
                    of_account(found.map(|found| found.sentences(lang, &words).join("\n")))?
                }
                _ => {
                    return Err(PyValueError::new_err(format!(
                        "no view is called {view:?}; there are {TEXTS}"
                    )));
                }
            })
        })?
    }

    /// The books for a plain-text accounting program.
    ///
    /// Args:
    ///     program: hledger or beancount.
    ///
    /// Raises:
    ///     ValueError: For another program.
    fn export(&self, py: Python<'_>, program: &str) -> PyResult<String> {
        let write: fn(&Core) -> String = match program {
            "hledger" => |ledger| Hledger::of(ledger).to_string(),
            "beancount" => |ledger| Beancount::of(ledger).to_string(),
            other => {
                return Err(PyValueError::new_err(format!("there are hledger and beancount, not {other:?}")));
            }
        };
        self.look_long(py, write)
    }
}
