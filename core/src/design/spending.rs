//! `[spending]`: what participants may do with units among themselves.

use std::ops::Range;

use serde::Deserialize;

use crate::calendar::Day;
use crate::money::{MoneyError, Rounding};

use super::UnitKind;
use super::load::Facts;
use super::problem::Problems;
use super::resolved::Writer;
use super::scalars::word_or;
use super::spanned::Spanned;

/// What participants may do with units among themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Spending {
    /// Whether units may be given without a service in return.
    pub gifts: bool,
    /// Whether a gift may take the giver below zero.
    pub gifts_from_credit: bool,
    /// Whether a participant may pay for a relative.
    pub pay_for_relatives: bool,
    /// How minutes of service become units; `None` if payments are given in units only.
    pub service: Option<ServiceStep>,
}

/// How minutes of service become units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ServiceStep {
    /// The minutes are rounded to a multiple of this.
    pub step_minutes: u16,
    /// Which way minutes go that do not fill a step, and a fraction of a minor unit.
    pub rounding: Rounding,
}

/// Why minutes of service do not become units.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ServiceError {
    /// The design does not count services in minutes.
    #[error("services are not counted in minutes here")]
    NotTimed,
    /// The unit stands for no time on that day.
    #[error("the unit has no value on {on}")]
    NoValue {
        /// The day of the service.
        on: Day,
    },
    /// The units do not fit.
    #[error(transparent)]
    Money(#[from] MoneyError),
}

/// What participants may do with units among themselves.
#[derive(Deserialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawSpending {
    /// Whether units may be given without a service in return (schenken; H4.7, R23).
    ///
    /// Default: `false`.
    gifts: Option<Spanned<bool>>,
    /// Whether a gift may take the giver below zero. Belongs to gifts in mutual credit (R43).
    ///
    /// Default: `false`.
    gifts_from_credit: Option<Spanned<bool>>,
    /// Whether a participant may pay for what a relative in need of care received (H4.5, R24).
    ///
    /// Default: `false`.
    pay_for_relatives: Option<Spanned<bool>>,
    /// How minutes of service become units; belongs to `unit.kind = "time"`. Left out: payments are given in
    /// units only.
    service: Option<Spanned<RawService>>,
}

/// How minutes of service become units.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct RawService {
    /// The minutes are rounded to a multiple of this, 1 to 1440.
    step_minutes: Spanned<i64>,
    /// Which way minutes go that do not fill a step, and a fraction of the smallest part of a unit.
    rounding: Spanned<Rounding>,
}

const GIFTS: bool = false;
const GIFTS_FROM_CREDIT: bool = false;
const PAY_FOR_RELATIVES: bool = false;

impl RawSpending {
    pub(super) fn check(&self, facts: Facts, problems: &mut Problems) -> Option<Spending> {
        let gifts = word_or(self.gifts.as_ref(), GIFTS);
        let gifts_from_credit = word_or(self.gifts_from_credit.as_ref(), GIFTS_FROM_CREDIT);
        if gifts_from_credit {
            let key = "spending.gifts_from_credit";
            if !gifts {
                problems.refuse(self.gifts_from_credit.as_ref(), key, "there are no gifts");
            }
            if !facts.credit {
                problems.refuse(self.gifts_from_credit.as_ref(), key, "there is no mutual credit");
            }
        }
        let service = match &self.service {
            Some(raw) => Some(raw.get_ref().check(raw.span(), facts, problems)?),
            None => None,
        };
        let pay_for_relatives = word_or(self.pay_for_relatives.as_ref(), PAY_FOR_RELATIVES);
        Some(Spending { gifts, gifts_from_credit, pay_for_relatives, service })
    }
}

impl RawService {
    fn check(&self, place: Range<usize>, facts: Facts, problems: &mut Problems) -> Option<ServiceStep> {
        if facts.kind != UnitKind::Time {
            let reason = "minutes become units only where unit.kind is \"time\"";
            problems.add(place, "spending.service", reason);
        }
        let step = problems.whole(&self.step_minutes, "spending.service.step_minutes", 1..=1_440);
        Some(ServiceStep { step_minutes: step?, rounding: *self.rounding.get_ref() })
    }
}

impl Spending {
    pub(super) fn write(self, out: &mut Writer) {
        out.table("spending");
        out.pair("gifts", self.gifts);
        out.pair("gifts_from_credit", self.gifts_from_credit);
        out.pair("pay_for_relatives", self.pay_for_relatives);
        if let Some(service) = self.service {
            out.table("spending.service");
            out.pair("step_minutes", service.step_minutes);
            out.word("rounding", service.rounding);
        }
    }
}
