//! [`Lot`]: units of one origin and one life.

use serde::Deserialize;

use super::{AccountRef, Towards};
use crate::calendar::Day;
use crate::dense::LotNo;
use crate::money::Amount;
use crate::sparse::sparse;

/// How the units of a lot came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum OriginKind {
    /// A partner rewarded; the account is the partner's `issued:` account.
    Award,
    /// A participant paid beyond what they held (mutual credit); the account is theirs.
    Credit,
    /// They were there already when the scheme was taken over; the account is `system:opening`.
    Opening,
    /// Units came back to a payer with their original dates, or got a new date when they changed
    /// hands; the account is where the units came from, the parent the lot they were.
    Renewed,
    /// Notes were put on an account; the account is the series' `paper:` account. What the units were
    /// before they went onto paper is not known.
    Paper,
    /// They were bought with euro that back them; the account is `system:bought`.
    Bought,
}

/// How and through whom a lot came to be.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// How.
    pub kind: OriginKind,
    /// Through which account.
    pub account: AccountRef,
}

/// What is fixed about a lot when it is issued. Only its end can move later, for all lots of some days
/// of earning together ([`EndsMoved`](super::EndsMoved)).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LotFacts {
    /// How the units came to be.
    pub origin: Origin,
    /// The day on which they were earned.
    pub earned_on: Day,
    /// The last day on which they can be spent, if they end.
    #[serde(default)]
    pub ends_on: Option<Day>,
    /// The lot they were before.
    #[serde(default)]
    pub parent: Option<LotNo>,
}
sparse!(LotFacts { origin, earned_on | ends_on, parent });

/// Units issued by an entry: a new lot, or more of a cohort that is still open.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// The lot's number.
    pub lot: LotNo,
    /// How many minor units.
    pub amount: Amount,
    /// The facts of a new lot; absent when a cohort grows.
    #[serde(default)]
    pub new: Option<LotFacts>,
}
sparse!(Issue { lot, amount | new });

/// A lot: one issue, or one cohort of equal origin and dates where the design's grain says so.
#[derive(Clone, Debug, PartialEq, serde::Serialize, Deserialize)]
pub struct Lot {
    pub(crate) facts: LotFacts,
    pub(crate) issued: Amount,
    pub(crate) outstanding: Amount,
    /// How its end was last moved, if it was.
    pub(crate) moved: Option<Towards>,
}

impl Lot {
    /// Origin, dates and parent.
    pub fn facts(&self) -> &LotFacts {
        &self.facts
    }

    /// How its end was last moved, if it no longer is the one it was issued with.
    pub fn moved(&self) -> Option<Towards> {
        self.moved
    }

    /// Units ever issued in it.
    pub fn issued(&self) -> Amount {
        self.issued
    }

    /// Units of it that somebody still holds.
    pub fn outstanding(&self) -> Amount {
        self.outstanding
    }
}
