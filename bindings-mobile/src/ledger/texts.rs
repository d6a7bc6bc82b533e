//! Views as the core prints them: aligned tables, in the words of the design.

use muntwerk::calendar::Day;
use muntwerk::id::Id;
use muntwerk::orders::Words;
use muntwerk::views::{Ending, Statement, TrialBalance, WhyBalance, WhyLimit};

use super::{Ledger, span};
use crate::answer::Language;
use crate::error::{MuntwerkError, unknown};

/// A view that can be printed.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
pub enum TextView {
    /// Every account with its balance.
    TrialBalance,
    /// What came and went on an account: all days unless they are given.
    Statement {
        /// Whose.
        account: Id,
        /// The first day.
        start: Option<Day>,
        /// The last day.
        through: Option<Day>,
    },
    /// Units that end up to a day.
    Ending {
        /// The last day.
        through: Day,
    },
    /// Why a balance is what it is.
    WhyBalance {
        /// Whose.
        account: Id,
    },
    /// Why an account may pay and receive what it may.
    WhyLimit {
        /// Whose.
        account: Id,
    },
}

#[uniffi::export]
impl Ledger {
    /// A view as text, with figures and days as people write them.
    ///
    /// # Errors
    /// [`MuntwerkError::Unknown`] if there is no such account.
    pub fn text(&self, view: TextView, language: Language) -> Result<String, MuntwerkError> {
        let (ledger, lang) = (self.lock()?, language.core());
        let words = Words::of(ledger.design().unit(), lang);
        match view {
            TextView::TrialBalance => Ok(TrialBalance::of(&ledger).text(lang, &words)),
            TextView::Statement { account, start, through } => {
                let (start, through) = span(&ledger, start, through);
                let found = Statement::of(&ledger, &account, start, through);
                found.map(|found| found.text(lang, &words)).ok_or_else(|| unknown("account", account))
            }
            TextView::Ending { through } => Ok(Ending::of(&ledger, through).text(lang, &words)),
            TextView::WhyBalance { account } => {
                let found = WhyBalance::of(&ledger, &account);
                let sentences = found.map(|found| found.sentences(lang, &words).join("\n"));
                sentences.ok_or_else(|| unknown("account", account))
            }
            TextView::WhyLimit { account } => {
                let found = WhyLimit::of(&ledger, &account);
                let sentences = found.map(|found| found.sentences(lang, &words).join("\n"));
                sentences.ok_or_else(|| unknown("account of a participant", account))
            }
        }
    }
}
