//! [`SettlementTerms`]: how a partner is paid in euro for what it took in (R38).

use serde::{Deserialize, Serialize};

use super::BudgetPeriod;
use crate::calendar::Period;
use crate::id::Id;
use crate::money::{Amount, EuroRate};
use crate::sparse::sparse;

/// A share in hundredths of a percent: 150 is 1.5 %, 10000 is all of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Share(u16);

/// A share of more than all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a share lies between 0 and 10000 hundredths of a percent, and {0} does not")]
pub struct ShareError(pub u16);

impl Share {
    /// All of it.
    pub const WHOLE: u16 = 10_000;

    /// A share in hundredths of a percent.
    ///
    /// # Errors
    /// [`ShareError`] above 10000.
    pub const fn new(hundredths: u16) -> Result<Self, ShareError> {
        if hundredths <= Self::WHOLE { Ok(Self(hundredths)) } else { Err(ShareError(hundredths)) }
    }

    /// In hundredths of a percent.
    pub const fn hundredths(self) -> u16 {
        self.0
    }

    /// What is left of the whole, in hundredths of a percent.
    pub const fn rest(self) -> u16 {
        Self::WHOLE.saturating_sub(self.0)
    }
}

impl TryFrom<u16> for Share {
    type Error = ShareError;
    fn try_from(hundredths: u16) -> Result<Self, ShareError> {
        Self::new(hundredths)
    }
}

impl From<Share> for u16 {
    fn from(share: Share) -> Self {
        share.0
    }
}

/// How many euro may be paid in a period, by the day of approval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EuroBudget {
    /// How many cents.
    pub cents: Amount,
    /// Over which period.
    pub per: BudgetPeriod,
}

/// How a partner is paid in euro. What is left out is what the design's `[settlement]` says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettlementTerms {
    /// What units are paid with.
    #[serde(default)]
    pub rate: Option<EuroRate>,
    /// The share that is kept back.
    #[serde(default)]
    pub fee: Option<Share>,
    /// Claims go by whole periods of this kind.
    #[serde(default)]
    pub period: Option<Period>,
    /// The least that a claim comes to, in cents.
    #[serde(default)]
    pub minimum: Option<Amount>,
    /// How many days after the activity it can still be claimed.
    #[serde(default)]
    pub claim_days: Option<u16>,
    /// Within how many days a claim is paid.
    #[serde(default)]
    pub pay_days: Option<u16>,
    /// How much may be approved for this partner.
    #[serde(default)]
    pub budget: Option<EuroBudget>,
    /// The partner that gets the given part of its fee where euro back the units (R29).
    #[serde(default)]
    pub beneficiary: Option<Id>,
    /// The one that gets it if the first does not qualify.
    #[serde(default)]
    pub second_beneficiary: Option<Id>,
}
sparse!(SettlementTerms {
    | rate, fee, period, minimum, claim_days, pay_days, budget, beneficiary, second_beneficiary
});

impl SettlementTerms {
    /// These terms, and where they say nothing those.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            rate: self.rate.or(other.rate),
            fee: self.fee.or(other.fee),
            period: self.period.or(other.period),
            minimum: self.minimum.or(other.minimum),
            claim_days: self.claim_days.or(other.claim_days),
            pay_days: self.pay_days.or(other.pay_days),
            budget: self.budget.or(other.budget),
            beneficiary: self.beneficiary.or(other.beneficiary),
            second_beneficiary: self.second_beneficiary.or(other.second_beneficiary),
        }
    }
}
